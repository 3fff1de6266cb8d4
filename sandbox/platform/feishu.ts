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
import { countedIn } from './month.ts';
import { Permits } from './permits.ts';
import { restored, snapshotOf } from './snapshot.ts';
import { accountOf, type Person, State } from './state.ts';
import { Tokens } from './tokens.ts';
import { Wire } from './wire.ts';

/** Everything but the socket it is served on. */
export interface Inside {
	/** The open API: one call of the bot. `cut` ends the connection without an answer. */
	answer(request: Request, cut: () => Response): Response | Promise<Response>;
	/** What those see who sit in front of it, served at `url`; closing it calls `shut` when nothing is under way. */
	servedAt(url: string, shut: () => Promise<void>): Feishu;
}

/** Builds a Feishu in a box; how it is reached is the caller's affair. */
export function buildFeishu(options: FeishuOptions): Inside {
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
		permits: new Permits(options.appId, options.manifest),
		tokens: new Tokens(),
		postman: new Postman(options, wire, closing.signal),
		arrived: new Map(),
		closing: closing.signal,
	};
	const api = openApi(box);
	return {
		answer: (request, cut) => api.fetch(request, { cut }),
		servedAt(url, shut) {
			let closed: Promise<void> | undefined;
			return {
				url,
				botOpenId: box.botOpenId,
				botName: options.botName,
				...seats(box),
				...doings(box),
				...workings(box),
				get manifest() {
					return box.permits.manifest;
				},
				get faults() {
					return box.faults.current;
				},
				close() {
					closing.abort();
					closed ??= box.postman.quiet().then(shut);
					return closed;
				},
			};
		},
	};
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
): Part<
	| 'wire'
	| 'arrived'
	| 'deliveries'
	| 'now'
	| 'callsThisMonth'
	| 'setManifest'
	| 'setFaults'
	| 'subscribe'
	| 'quiet'
	| 'snapshot'
> {
	return {
		wire: () => box.wire.lines(),
		arrived: () => Object.fromEntries(box.arrived),
		deliveries: () => box.postman.deliveries(),
		now: box.options.now,
		callsThisMonth: () => countedIn(box.state, box.options.now()),
		setManifest: (manifest) => box.permits.change(manifest),
		setFaults(faults) {
			box.faults.set(faults);
			box.state.tell({ kind: 'faults', faults: box.faults.current });
		},
		subscribe: (listener) => box.state.subscribe(listener),
		quiet: () => box.postman.quiet(),
		snapshot: () => snapshotOf(box.state),
	};
}
