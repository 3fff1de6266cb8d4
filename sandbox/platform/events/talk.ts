import { z } from 'zod';
import { threadOf } from '../api/wire-message.ts';
import { type Box, privateChat } from '../box.ts';
import type { Chat, Delivery, Message } from '../contract.ts';
import { freshId, idsOf } from '../ids.ts';
import { atNames } from '../mentions.ts';
import type { Person } from '../state.ts';
import { tell } from './envelope.ts';
import { folded } from './folded.ts';

/** What people write, and what of it the bot hears. */
export async function say(
	box: Box,
	by: string,
	chatId: string,
	typed: string,
	repliesTo?: string,
): Promise<Delivery | undefined> {
	const chat = seat(box, by, chatId);
	const answersBot = repliesTo !== undefined && box.state.message(repliesTo)?.from === 'bot';
	const at = `@${box.options.botName}`;
	// The client puts the mention of whom one answers in front by itself.
	const whole = chat.kind === 'group' && answersBot && !typed.includes(at) ? `${at} ${typed}` : typed;
	const { text, mentions } = atNames(whole, chat, box);
	const message = put(box, by, chat, 'text', { text }, mentions, repliesTo);
	return heard(box, chat, message);
}

const CONTENT = {
	sticker: () => ({ file_key: freshId('file') }),
	audio: () => ({ file_key: freshId('file'), duration: 2000 }),
	image: () => ({ image_key: freshId('img') }),
	file: () => ({ file_key: freshId('file'), file_name: '附件.docx' }),
} as const;

/** Something that is not words; in a group it can't mention the bot, so it is never heard there. */
export async function send(
	box: Box,
	by: string,
	chatId: string,
	type: keyof typeof CONTENT,
): Promise<Delivery | undefined> {
	const chat = seat(box, by, chatId);
	return heard(box, chat, put(box, by, chat, type, CONTENT[type](), []));
}

export async function recall(box: Box, by: string, messageId: string): Promise<Delivery | undefined> {
	const message = box.state.message(messageId);
	if (!message) throw new Error(`no message ${messageId}`);
	const chat = seat(box, by, message.chatId);
	if (message.from !== by && message.from !== 'bot') throw new Error(`${by} did not write ${messageId}`);
	box.state.putMessage({ ...message, recalled: true });
	if (!chat.hasBot) return undefined;
	return tell(box, 'im.message.recalled_v1', {
		message_id: messageId,
		chat_id: message.chatId,
		recall_time: String(box.options.now()),
		recall_type: message.from === by ? 'message_owner' : 'group_owner',
	});
}

export async function enterPrivateChat(box: Box, by: string): Promise<Delivery> {
	present(box, by);
	const chat = privateChat(box, by);
	const last = box.state.messages(chat.chatId).at(-1);
	return tell(box, 'im.chat.access_event.bot_p2p_chat_entered_v1', {
		chat_id: chat.chatId,
		operator_id: idsOf(by),
		...(last ? { last_message_id: last.messageId, last_message_create_time: String(last.at) } : {}),
	});
}

export async function menu(box: Box, by: string, key: string): Promise<Delivery> {
	return tell(box, 'application.bot.menu_v6', {
		operator: { operator_name: present(box, by).name, operator_id: idsOf(by) },
		event_key: key,
		timestamp: Math.floor(box.options.now() / 1000),
	});
}

/** The chat in which this person may act. */
export function seat(box: Box, by: string, chatId: string): Chat {
	const chat = box.state.chats.get(chatId);
	if (!chat) throw new Error(`no chat ${chatId}`);
	if (!chat.members.includes(by)) throw new Error(`${by} is not in ${chatId}`);
	present(box, by);
	return chat;
}

function present(box: Box, openId: string): Person {
	const person = box.state.people.get(openId);
	if (!person || person.resigned) throw new Error(`no account ${openId}`);
	return person;
}

function put(
	box: Box,
	from: string,
	chat: Chat,
	type: Message['type'],
	content: object,
	mentions: Message['mentions'],
	repliesTo?: string,
): Message {
	return box.state.putMessage({
		messageId: freshId('om'),
		chatId: chat.chatId,
		from,
		at: box.options.now(),
		type,
		content: JSON.stringify(content),
		mentions,
		...(repliesTo === undefined ? {} : { repliesTo }),
		edits: 0,
	});
}

async function heard(box: Box, chat: Chat, message: Message): Promise<Delivery | undefined> {
	const called = message.mentions.some((mention) => mention.openId === box.botOpenId);
	if (!chat.hasBot || (chat.kind === 'group' && !called)) return undefined;
	const { tenantKey } = box.options;
	const where = chat.kind === 'group' ? 'group' : 'p2p';
	const mentions = message.mentions.map(({ key, openId, name }) => ({
		key,
		id: openId ? idsOf(openId) : { open_id: '', union_id: '' },
		name,
		tenant_key: tenantKey,
	}));
	const event = {
		sender: { sender_id: idsOf(message.from), sender_type: 'user', tenant_key: tenantKey },
		message: {
			message_id: message.messageId,
			...threadOf(box, message),
			create_time: String(message.at),
			update_time: String(message.at),
			chat_id: chat.chatId,
			chat_type: where,
			message_type: message.type,
			content: asHeard(message),
			...(mentions.length === 0 ? {} : { mentions }),
		},
	};
	return tell(box, 'im.message.receive_v1', event, where);
}

const Words = z.object({ text: z.string() });

function asHeard({ type, content }: Message): string {
	if (type !== 'text') return content;
	const { text } = Words.parse(JSON.parse(content));
	return JSON.stringify({ text: folded(text) });
}
