import { z } from 'zod';
import type { Arg } from '../command.ts';

/** What is left of the sentence; at most `most` characters are kept, and no identity-card number. */
export function rest(most = 500): Arg<string | undefined> {
	return {
		schema: z
			.string()
			.trim()
			.transform((text) => text.slice(0, most))
			.optional(),
		read: (said) => withoutIdNumbers(said.takeRest()) || undefined,
	};
}

/** An identity-card number, old or new, perhaps with blanks. */
export const ID_NUMBER = /(?<![\dA-Za-z])(?:\d{6}\s?\d{4}\s?\d{4}\s?\d{3}[\dXx]|\d{15})(?![\dA-Za-z])/;
const EVERY_ID_NUMBER = new RegExp(ID_NUMBER, 'g');
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/** DOMAIN «Where it runs»: an identity-card number typed into the chat is not stored. */
export function withoutIdNumbers(text: string | undefined): string | undefined {
	return text?.replace(EVERY_ID_NUMBER, '').trim();
}

/** A list that has to be kept for a while: identity-card and telephone numbers keep their shape and lose their digits. */
export function masked(list: string): string {
	return list
		.replace(EVERY_ID_NUMBER, (number) => number.replace(/[\dXx]/g, '0'))
		.replace(PHONE, '13000000000');
}

/** Only buttons carry it. */
export function carried(): Arg<string | undefined> {
	return { schema: z.string().optional() };
}

/** One of several words, each written as people write it. */
export function oneOf<const V extends string>(
	spoken: Readonly<Record<string, V>>,
	values: readonly V[],
): Arg<V | undefined> {
	const words = Object.keys(spoken).sort((a, b) => b.length - a.length);
	const pattern = new RegExp(words.join('|'), 'i');
	return {
		schema: z.enum(values).optional(),
		read(said) {
			const word = said.take(pattern)?.[0];
			return word && (spoken[word] ?? spoken[word.toLowerCase()]);
		},
	};
}
