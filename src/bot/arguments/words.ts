import { z } from 'zod';
import { identityNumbers, withoutIdentityNumbers } from '../../reading/numbers.ts';
import type { Arg } from '../command.ts';
import type { Said } from '../said.ts';

export { masked } from '../../reading/numbers.ts';

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

/** DOMAIN «Where it runs»: an identity-card number typed into the chat is not stored. */
export function withoutIdNumbers(text: string | undefined): string | undefined {
	return text === undefined ? undefined : withoutIdentityNumbers(text);
}

/** Takes identity-card numbers away: half of one would read as a telephone number or a place. */
export function takeIdNumbers(said: Said): void {
	for (const { from, to } of identityNumbers(said.text).reverse()) said.takeSpan(from, to);
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
