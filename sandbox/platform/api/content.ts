import { z } from 'zod';
import type { Box } from '../box.ts';
import { CARD_BYTES, validateCard } from '../card/index.ts';
import { mentioned } from '../card/mentioned.ts';
import type { Message } from '../contract.ts';
import { atTags } from '../mentions.ts';
import { Refusal } from '../refusal.ts';

export const TEXT_BYTES = 150 * 1024;

export type Sayable = Extract<Message['type'], 'text' | 'post' | 'interactive' | 'image' | 'file'>;

type Checked = Pick<Message, 'content' | 'mentions'>;

/**
 * Content that the bot may send, as it is kept: at-tags of a text become mentions.
 * Throws a Refusal: 230025 too long, 230099 bad card, 230001 everything else.
 */
export function checkContent(box: Box, type: Sayable, content: string): Checked {
	if (Buffer.byteLength(content) > (type === 'text' ? TEXT_BYTES : CARD_BYTES)) throw new Refusal('tooLong');
	const json = parse(content);
	if (type === 'interactive') {
		checkCard(box, json);
		return { content, mentions: [] };
	}
	if (type === 'text') {
		const { text, mentions } = atTags(shaped(z.object({ text: z.string().min(1) }), json).text, box);
		return { content: JSON.stringify({ text }), mentions };
	}
	if (type === 'image') knownUpload(box, shaped(z.object({ image_key: z.string() }), json).image_key);
	else if (type === 'file') knownUpload(box, shaped(z.object({ file_key: z.string() }), json).file_key);
	else shaped(z.record(z.string(), z.unknown()), json);
	return { content, mentions: [] };
}

/** Throws a Refusal (230099) with the reason when the platform would not take this card, or knows somebody in it no more. */
export function checkCard(box: Box, json: unknown): void {
	const verdict = validateCard(json);
	if (!verdict.ok) throw new Refusal('card', verdict.reason);
	const gone = mentioned(json).find((openId) => !isThere(box, openId));
	if (gone !== undefined) throw new Refusal('mention', gone);
}

function isThere(box: Box, openId: string): boolean {
	const person = box.state.people.get(openId);
	return openId === box.botOpenId || (person !== undefined && !person.resigned);
}

function knownUpload(box: Box, key: string): void {
	if (!box.state.uploads.has(key)) throw new Refusal('parameter', 'content: unknown key');
}

function shaped<T>(shape: z.ZodType<T>, json: unknown): T {
	const { data, error } = shape.safeParse(json);
	if (error) throw new Refusal('parameter', `content: ${error.issues[0]?.message ?? ''}`);
	return data;
}

function parse(content: string): unknown {
	try {
		return JSON.parse(content);
	} catch {
		throw new Refusal('parameter', 'content is not a string in json format.');
	}
}
