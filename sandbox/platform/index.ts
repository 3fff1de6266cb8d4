import { once } from 'node:events';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { openApi } from './api/index.ts';
import { type Box, privateChat } from './box.ts';
import type { Feishu, FeishuOptions } from './contract.ts';
import { addBot, addMember, removeBot, removeMember, resign } from './events/members.ts';
import { Postman } from './events/postman.ts';
import { enterPrivateChat, menu, recall, say, send } from './events/talk.ts';
import { tap } from './events/tap.ts';
import { openFaults } from './faults.ts';
import { steadyId } from './ids.ts';
import { openLimits } from './limits.ts';
import { restored, snapshotOf } from './snapshot.ts';
import { accountOf, type Person, State } from './state.ts';
import { Tokens } from './tokens.ts';
import { Wire } from './wire.ts';

export { validateCard } from './card/index.ts';
export type * from './contract.ts';

/**
 * A Feishu in a box on 127.0.0.1: answers the open API, sends signed and encrypted events to `eventUrl`, and
 * lets people be played. Event and message times are the given clock's; uuids and signatures go by the wall clock,
 * limits by the monotonic one. Rejects when the port is taken.
 */
export async function openFeishu(options: FeishuOptions): Promise<Feishu> {
	const closing = new AbortController();
	const state = options.restore === undefined ? new State() : restored(options.restore);
	const wire = new Wire((line) => state.tell({ kind: 'wire', line }));
	const box: Box = {
		options,
		botOpenId: steadyId('ou', options.appId),
		state,
		wire,
		faults: openFaults(options.seed ?? 1),
		limits: openLimits(options.limits),
		tokens: new Tokens(),
		postman: new Postman(options, wire, closing.signal),
		arrived: new Map(),
		closing: closing.signal,
	};
	const server = createAdaptorServer({ fetch: openApi(box).fetch });
	server.listen(options.port ?? 0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	let closed: Promise<void> | undefined;

	return {
		url: `http://127.0.0.1:${port}`,
		botOpenId: box.botOpenId,
		botName: options.botName,
		...seats(box),
		...doings(box),
		...workings(box),
		get faults() {
			return box.faults.current;
		},
		close() {
			closing.abort();
			closed ??= shut(server, box.postman);
			return closed;
		},
	};
}

async function shut(server: ServerType, postman: Postman): Promise<void> {
	await postman.quiet();
	const closed = once(server, 'close');
	server.close();
	if ('closeAllConnections' in server) server.closeAllConnections();
	await closed;
}

type Part<Keys extends keyof Feishu> = Pick<Feishu, Keys>;

/** Who is there, where, and what was said. */
function seats(
	box: Box,
): Part<
	| 'accounts'
	| 'chatsOf'
	| 'chat'
	| 'messages'
	| 'message'
	| 'upload'
	| 'addAccount'
	| 'addGroup'
	| 'privateChat'
	| 'block'
	| 'hide'
> {
	const { state } = box;
	const person = (openId: string): Person => {
		const found = state.people.get(openId);
		if (!found) throw new Error(`no account ${openId}`);
		return found;
	};
	return {
		accounts: () => [...state.people.values()].filter((one) => !one.resigned).map(accountOf),
		chatsOf: (openId) => state.chatsOf(openId),
		chat: (chatId) => state.chats.get(chatId),
		messages: (chatId) => state.messages(chatId),
		message: (messageId) => state.message(messageId),
		upload: (key) => state.uploads.get(key),
		addAccount: (account) => state.putPerson(account),
		addGroup: (group) => state.putChat({ ...group, kind: 'group' }),
		privateChat: (openId) => privateChat(box, person(openId).openId),
		block: (openId, blocked = true) => state.putPerson({ ...person(openId), blocked }),
		hide: (openId, hidden = true) => state.putPerson({ ...person(openId), hidden }),
	};
}

/** What people do; the bot hears of it. */
function doings(
	box: Box,
): Part<
	| 'say'
	| 'send'
	| 'tap'
	| 'enterPrivateChat'
	| 'addBot'
	| 'removeBot'
	| 'addMember'
	| 'removeMember'
	| 'recall'
	| 'menu'
	| 'resign'
	| 'deliver'
	| 'verify'
> {
	return {
		say: (by, chatId, text, told) => say(box, by, chatId, text, told?.repliesTo),
		send: (by, chatId, type) => send(box, by, chatId, type),
		tap: (by, messageId, action) => tap(box, by, messageId, action),
		enterPrivateChat: (by) => enterPrivateChat(box, by),
		addBot: (chatId, by) => addBot(box, chatId, by),
		removeBot: (chatId, by) => removeBot(box, chatId, by),
		addMember: (chatId, openId) => addMember(box, chatId, openId),
		removeMember: (chatId, openId) => removeMember(box, chatId, openId),
		recall: (by, messageId) => recall(box, by, messageId),
		menu: (by, key) => menu(box, by, key),
		resign: (openId) => resign(box, openId),
		deliver: async (event, told) => (await box.postman.post(event, !told?.once)).delivery,
		verify: () => box.postman.handshake(),
	};
}

/** The platform's own workings. */
function workings(
	box: Box,
): Part<'wire' | 'arrived' | 'deliveries' | 'now' | 'setFaults' | 'subscribe' | 'quiet' | 'snapshot'> {
	return {
		wire: () => box.wire.lines(),
		arrived: () => Object.fromEntries(box.arrived),
		deliveries: () => box.postman.deliveries(),
		now: box.options.now,
		setFaults(faults) {
			box.faults.set(faults);
			box.state.tell({ kind: 'faults', faults: box.faults.current });
		},
		subscribe: (listener) => box.state.subscribe(listener),
		quiet: () => box.postman.quiet(),
		snapshot: () => snapshotOf(box.state),
	};
}
