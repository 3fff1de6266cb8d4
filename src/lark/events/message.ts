import { z } from 'zod';
import type { Mention, MessageUpdate, RecalledUpdate } from '../../bot/vocabulary/index.ts';
import { parseJson } from '../button-value.ts';
import { type Happened, id } from './envelope.ts';

const received = z.object({
	sender: z.object({
		sender_id: z.object({ open_id: z.string().nullish() }).nullish(),
		sender_type: z.string().nullish(),
	}),
	message: z.object({
		message_id: id,
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
	const said = saidIn(message.message_type, message.content, mentions);
	if (!said) return undefined;
	return {
		kind: 'message',
		...happened,
		messageId: message.message_id,
		chatId: message.chat_id,
		chatType: message.chat_type === 'p2p' ? 'private' : 'group',
		from,
		fromApp,
		...said,
		mentions,
		repliesTo: message.parent_id || undefined,
	};
}

function saidIn(
	type: string,
	content: string,
	mentions: readonly Mention[],
): Pick<MessageUpdate, 'form' | 'text'> | undefined {
	switch (type) {
		case 'text': {
			const { data } = words.safeParse(parseJson(content));
			return data && { form: 'text', text: data.text };
		}
		case 'post': {
			const text = postText(parseJson(content), mentions);
			return text === undefined ? undefined : { form: 'post', text };
		}
		case 'sticker':
			return { form: 'sticker', text: '' };
		case 'audio':
			return { form: 'voice', text: '' };
		default:
			return { form: 'other', text: '' };
	}
}

const run = z.object({
	tag: z.string(),
	text: z.string().nullish(),
	href: z.string().nullish(),
	user_id: z.string().nullish(),
	user_name: z.string().nullish(),
});

const post = z.object({ title: z.string().nullish(), content: z.array(z.array(run)) });

/** The words of a rich text message, line by line, mentions as their place-holders; undefined when it is none. */
function postText(content: unknown, mentions: readonly Mention[]): string | undefined {
	const { data } = post.safeParse(content);
	if (!data) return undefined;
	const lines = data.content.map((runs) => runs.map((piece) => pieceText(piece, mentions)).join(''));
	return (data.title ? [data.title, ...lines] : lines).join('\n');
}

function pieceText(piece: z.infer<typeof run>, mentions: readonly Mention[]): string {
	if (piece.tag === 'at') {
		const named = mentions.find(({ key, openId }) => key === piece.user_id || openId === piece.user_id);
		if (named) return named.key;
		return piece.user_id === 'all' || piece.user_id === '@_all' ? '@_all' : `@${piece.user_name ?? ''}`;
	}
	return piece.text || piece.href || '';
}

const recalled = z.object({ message_id: id, chat_id: id });

export function readRecalled(event: unknown, happened: Happened): RecalledUpdate | undefined {
	const { data } = recalled.safeParse(event);
	return data && { kind: 'recalled', ...happened, messageId: data.message_id, chatId: data.chat_id };
}
