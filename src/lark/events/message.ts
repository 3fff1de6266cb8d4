import { z } from 'zod';
import type { Mention, MessageUpdate, RecalledUpdate } from '../../bot/vocabulary/index.ts';
import { parseJson } from '../button-value.ts';
import { type Happened, id } from './envelope.ts';
import { readPost } from './post.ts';
import { unfolded } from './unfold.ts';

const received = z.object({
	sender: z.object({
		sender_id: z.object({ open_id: z.string().nullish() }).nullish(),
		sender_type: z.string().nullish(),
	}),
	message: z.object({
		message_id: id,
		root_id: z.string().nullish(),
		parent_id: z.string().nullish(),
		chat_id: id,
		chat_type: z.string(),
		message_type: z.string(),
		content: z.string(),
		mentions: z
			.array(
				z.object({
					key: z.string(),
					id: z.object({ open_id: z.string().nullish() }).nullish(),
					name: z.string().nullish(),
				}),
			)
			.nullish(),
	}),
});

const words = z.object({ text: z.string() });

export function readMessage(event: unknown, happened: Happened): MessageUpdate | undefined {
	const { data } = received.safeParse(event);
	if (!data) return undefined;
	const { sender, message } = data;
	const fromApp = (sender.sender_type ?? 'user') !== 'user';
	const from = sender.sender_id?.open_id ?? '';
	if (!from && !fromApp) return undefined;
	const mentions = (message.mentions ?? []).map(
		(mention): Mention => ({
			key: mention.key,
			openId: mention.id?.open_id || undefined,
			name: mention.name ?? '',
		}),
	);
	const said = saidIn(message.message_type, message.content, mentions) ?? UNREADABLE;
	return {
		kind: 'message',
		...happened,
		messageId: message.message_id,
		chatId: message.chat_id,
		chatType: message.chat_type === 'p2p' ? 'private' : 'group',
		from,
		fromApp,
		mentions,
		...said,
		// A reply within a thread may name its beginning only.
		repliesTo: message.parent_id || message.root_id || undefined,
	};
}

type SaidIn = Pick<MessageUpdate, 'form' | 'text'> & Partial<Pick<MessageUpdate, 'mentions'>>;

/** Somebody said something, nobody knows what: treated as a picture would be, so that the person gets an answer. */
const UNREADABLE: SaidIn = { form: 'other', text: '' };

function saidIn(type: string, content: string, mentions: readonly Mention[]): SaidIn | undefined {
	switch (type) {
		case 'text': {
			const { data } = words.safeParse(parseJson(content));
			return data && { form: 'text', text: unfolded(data.text) };
		}
		case 'post': {
			const read = readPost(parseJson(content), mentions);
			return read && { form: 'post', ...read };
		}
		case 'sticker':
			return { form: 'sticker', text: '' };
		case 'audio':
			return { form: 'voice', text: '' };
		default:
			return { form: 'other', text: '' };
	}
}

const recalled = z.object({ message_id: id, chat_id: id });

export function readRecalled(event: unknown, happened: Happened): RecalledUpdate | undefined {
	const { data } = recalled.safeParse(event);
	return data && { kind: 'recalled', ...happened, messageId: data.message_id, chatId: data.chat_id };
}
