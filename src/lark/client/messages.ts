import { z } from 'zod';
import type { Drawn, Fault, Outcome, Sent, Target } from '../../bot/vocabulary/index.ts';
import { drawCard, drawText, withoutMentions } from '../drawing/index.ts';
import { MENTION_REFUSED } from '../faults.ts';
import type { ApiRequest, Call } from './api.ts';

/** The platform's limits in bytes of the content string. */
const CARD_BYTES = 30 * 1024;
const TEXT_BYTES = 150 * 1024;

const MESSAGES = '/open-apis/im/v1/messages';

const sent = z.object({ data: z.object({ message_id: z.string().min(1), chat_id: z.string().optional() }) });

export async function send(call: Call, target: Target, content: Drawn, uuid: string): Promise<Outcome<Sent>> {
	const outcome = await withMentionsIfTaken(content, (written) =>
		call(requestTo(target, { ...written, uuid }), sent),
	);
	if (!outcome.ok) return outcome;
	const { message_id, chat_id } = outcome.value.data;
	const known = target.kind === 'account' ? '' : target.chatId;
	return { ok: true, value: { messageId: message_id, chatId: chat_id ?? known } };
}

export async function patch(call: Call, messageId: string, content: Drawn): Promise<Outcome<void>> {
	if (content.kind !== 'card') return failed('not-a-card');
	const path = `${MESSAGES}/${encodeURIComponent(messageId)}`;
	const outcome = await withMentionsIfTaken(content, (written) =>
		call({ method: 'PATCH', path, data: { content: written.content } }, z.unknown()),
	);
	return outcome.ok ? { ok: true, value: undefined } : outcome;
}

interface Written {
	readonly msg_type: string;
	readonly content: string;
}

/** A card whose mention the platform refuses (the account has left) is worth showing without it, once more. */
async function withMentionsIfTaken<T>(
	content: Drawn,
	pass: (written: Written) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
	const written = write(content);
	if (!written.ok) return written;
	const outcome = await pass(written.value);
	if (outcome.ok || outcome.fault.code !== MENTION_REFUSED || content.kind !== 'card') return outcome;
	const bare = write({ kind: 'card', card: withoutMentions(content.card) });
	return bare.ok ? pass(bare.value) : bare;
}

function requestTo(target: Target, message: Readonly<Record<string, string>>): ApiRequest {
	if (target.kind === 'reply') {
		const path = `${MESSAGES}/${encodeURIComponent(target.messageId)}/reply`;
		return { method: 'POST', path, data: message };
	}
	const [receive_id_type, receive_id] =
		target.kind === 'chat' ? ['chat_id', target.chatId] : ['open_id', target.openId];
	return { method: 'POST', path: MESSAGES, query: { receive_id_type }, data: { receive_id, ...message } };
}

function write(content: Drawn): Outcome<Written> {
	if (content.kind === 'text') {
		const text = drawText(content.text);
		if (bytes(text) > TEXT_BYTES) return failed('text-too-long');
		return { ok: true, value: { msg_type: 'text', content: text } };
	}
	const card = JSON.stringify(drawCard(content.card));
	if (bytes(card) > CARD_BYTES) return failed('card-too-long');
	return { ok: true, value: { msg_type: 'interactive', content: card } };
}

const encoder = new TextEncoder();
const bytes = (text: string) => encoder.encode(text).byteLength;

function failed(code: string): { readonly ok: false; readonly fault: Fault } {
	return { ok: false, fault: { kind: 'content', code } };
}
