import { Hono } from 'hono';
import { z } from 'zod';
import { type Box, privateChat } from '../box.ts';
import { Card } from '../card/tree.ts';
import type { Chat, Message } from '../contract.ts';
import { freshId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { checkContent } from './content.ts';
import { bodyOf, type Env, ok, tooSoon } from './gate.ts';
import { wireMessage } from './wire-message.ts';

const UUID_MS = 60 * 60 * 1000;
export const CARD_LIFE_MS = 14 * 24 * 60 * 60 * 1000;

const said = {
	msg_type: z.enum(['text', 'post', 'interactive', 'image', 'file']),
	content: z.string(),
	uuid: z.string().max(50).optional(),
};
const Create = z.looseObject({ receive_id: z.string(), ...said });
const Reply = z.looseObject(said);
type Said = z.infer<typeof Reply>;
const Patch = z.looseObject({ content: z.string() });

/** Sending, answering, redrawing and reading messages. */
export function messages(box: Box): Hono<Env> {
	return new Hono<Env>()
		.post('/', async (c) => {
			const by = z.enum(['open_id', 'chat_id']).safeParse(c.req.query('receive_id_type')).data;
			if (!by) throw new Refusal('parameter', 'receive_id_type: open_id or chat_id');
			const body = await bodyOf(c, Create);
			const receiver = () =>
				by === 'open_id' ? chatWith(box, body.receive_id) : chatOf(box, body.receive_id);
			return ok(c, wireMessage(box, once(box, body, receiver)));
		})
		.post('/:id/reply', async (c) => {
			const body = await bodyOf(c, Reply);
			const parent = messageOf(box, c.req.param('id'));
			return ok(
				c,
				wireMessage(
					box,
					once(box, body, () => chatOf(box, parent.chatId), parent.messageId),
				),
			);
		})
		.patch('/:id', async (c) => {
			const { content } = await bodyOf(c, Patch);
			redraw(box, messageOf(box, c.req.param('id')), content);
			return ok(c, {});
		})
		.get('/:id', (c) => {
			const message = box.state.message(c.req.param('id'));
			if (!message) throw new Refusal('parameter', 'message_id');
			return ok(c, { items: [wireMessage(box, message)] });
		});
}

/** A uuid sends at most once an hour by the wall clock; after that the first message is the answer. */
function once(box: Box, body: Said, receiver: () => Chat, repliesTo?: string): Message {
	const earlier = body.uuid === undefined ? undefined : box.state.uuids.get(body.uuid);
	const first =
		earlier && Date.now() - earlier.at < UUID_MS ? box.state.message(earlier.messageId) : undefined;
	if (first) return first;
	const chat = receiver();
	const checked = checkContent(box, body.msg_type, body.content);
	const refusal = tooSoon(box.limits.target(chat.kind === 'private' ? (chat.members[0] ?? '') : chat.chatId));
	if (refusal) throw refusal;
	const message = box.state.putMessage({
		messageId: freshId('om'),
		chatId: chat.chatId,
		from: 'bot',
		at: box.options.now(),
		type: body.msg_type,
		...checked,
		...(repliesTo === undefined ? {} : { repliesTo }),
		edits: 0,
	});
	if (body.uuid !== undefined)
		box.state.uuids.set(body.uuid, { messageId: message.messageId, at: Date.now() });
	return message;
}

function redraw(box: Box, message: Message, content: string): void {
	if (message.type !== 'interactive') throw new Refusal('wrongType');
	if (message.from !== 'bot') throw new Refusal('parameter', 'the card is of another sender');
	if (box.options.now() - message.at > CARD_LIFE_MS) throw new Refusal('tooOld');
	if ((box.state.locks.get(message.messageId) ?? 0) > box.options.now())
		throw new Refusal('card', 'card action is lock; code:230099');
	const checked = checkContent(box, 'interactive', content);
	if (!isShared(message.content) || !isShared(content))
		throw new Refusal('card', 'config.update_multi is not true before and after');
	chatOf(box, message.chatId);
	const refusal = tooSoon(box.limits.patch(message.messageId));
	if (refusal) throw refusal;
	box.state.putMessage({ ...message, ...checked, edits: message.edits + 1 });
}

function isShared(card: string): boolean {
	return Card.safeParse(JSON.parse(card)).data?.config?.update_multi === true;
}

function messageOf(box: Box, messageId: string): Message {
	const message = box.state.message(messageId);
	if (!message) throw new Refusal('parameter', 'message_id');
	if (message.recalled) throw new Refusal('recalled');
	return message;
}

function chatWith(box: Box, openId: string): Chat {
	reachable(box, openId);
	return privateChat(box, openId);
}

/** The chat if the bot may speak there now. */
function chatOf(box: Box, chatId: string): Chat {
	const chat = box.state.chats.get(chatId);
	if (!chat) throw new Refusal('receiver');
	if (!chat.hasBot) throw new Refusal('botOutside');
	if (chat.kind === 'private') for (const openId of chat.members) reachable(box, openId);
	return chat;
}

function reachable(box: Box, openId: string): void {
	const person = box.state.people.get(openId);
	if (!person) throw new Refusal('receiver');
	if (person.resigned) throw new Refusal('resigned');
	if (person.hidden) throw new Refusal('unavailable');
	if (person.blocked) throw new Refusal('stopped');
}
