import { z } from 'zod';
import type { Key } from '../../locales/index.ts';
import type { Arg } from '../command.ts';

/** What is left of the sentence; at most `most` characters. */
export function rest(most = 500): Arg<string | undefined> {
	return { schema: z.string().trim().max(most).optional(), read: (said) => said.takeRest() };
}

/** What is left of the sentence, and asked for when nothing is. */
export function restNeeded(question: Key, most = 500): Arg<string> {
	return { schema: z.string().trim().min(1).max(most), read: (said) => said.takeRest(), question };
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
			return word && spoken[word];
		},
	};
}
