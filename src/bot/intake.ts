import { dropIdentityNumbers } from '../reading/numbers.ts';
import { Refusal } from './refusal.ts';
import type { MessageUpdate, TapUpdate, Update } from './vocabulary/index.ts';

/** Ours: signs (UTF-16) of one message, or of all fields of a form; the roster of the largest branch has fewer. */
export const LONGEST_TEXT = 20_000;
/** Ours: mentions in one message; a branch has some fifty members. */
export const MOST_MENTIONS = 200;
/** Ours: fields of a form, and answers in one field. */
export const MOST_FIELDS = 100;

type Written = Pick<MessageUpdate, 'text' | 'mentions'>;
type Filled = Pick<TapUpdate, 'form' | 'action'>;

/** An update as all behind this door sees it, and how many identity-card numbers stayed outside. */
export interface Admitted {
	readonly update: Update;
	readonly dropped: number;
}

/**
 * DOMAIN «Where it runs»: an identity-card number that somebody writes is neither kept nor shown. It is taken out of all that people
 * write, in messages and in forms, before anything else reads or stores it; buttons carry what came in by this door.
 */
export function withoutIdentity(update: Update): Admitted {
	let dropped = 0;
	const cleaned = (text: string) => {
		// What is longer is refused unread, and must not keep everybody else waiting.
		if (text.length > LONGEST_TEXT) return text;
		const { rest, count } = dropIdentityNumbers(text);
		dropped += count;
		return rest;
	};
	if (update.kind === 'message') return { update: { ...update, text: cleaned(update.text) }, dropped };
	if (update.kind !== 'tap') return { update, dropped };
	const fields = Object.entries(update.form).map(([name, value]) => [
		name,
		typeof value === 'string' ? cleaned(value) : value.map(cleaned),
	]);
	return { update: { ...update, form: Object.fromEntries(fields) }, dropped };
}

/** As much of a message as is read at all. */
export function readablePart<M extends Written>(message: M): M {
	const { text, mentions } = message;
	return { ...message, text: text.slice(0, LONGEST_TEXT), mentions: mentions.slice(0, MOST_MENTIONS) };
}

/** Why a message is too much to be read without keeping everybody else waiting; nothing may be written of a part of it. */
export function tooMuchSaid({ text, mentions }: Written): Refusal | undefined {
	if (text.length > LONGEST_TEXT)
		return new Refusal('spine.message-too-long', { most: LONGEST_TEXT, count: text.length });
	if (mentions.length > MOST_MENTIONS)
		return new Refusal('spine.too-many-mentions', { most: MOST_MENTIONS, count: mentions.length });
	return undefined;
}

/** The same of what a card brings: the fields of its form, and what its button carries. */
export function tooMuchFilled({ form, action }: Filled): Refusal | undefined {
	const fields = [...Object.values(form), ...Object.values(action?.args ?? {})].map((field) =>
		typeof field === 'string' ? [field] : field,
	);
	let count = 0;
	for (const answers of fields) for (const { length } of answers) count += length;
	if (count > LONGEST_TEXT) return new Refusal('spine.message-too-long', { most: LONGEST_TEXT, count });
	const tooMany = fields.length > MOST_FIELDS || fields.some(({ length }) => length > MOST_FIELDS);
	return tooMany ? new Refusal('spine.not-readable') : undefined;
}
