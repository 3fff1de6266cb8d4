import { z } from 'zod';
import { readNumber } from '../../reading/numbers.ts';
import type { Arg } from '../command.ts';
import type { Mention } from '../vocabulary/index.ts';

export { masked } from '../../reading/numbers.ts';

/** What is left of the sentence; with more than `most` characters nothing is written. */
export function rest(most = 500): Arg<string | undefined> {
	return {
		schema: z.string().trim().optional(),
		longest: most,
		free: true,
		// Inside a sentence nobody knows where it begins.
		heard: () => undefined,
		read: (said) => said.named(said.takeRest() ?? '') || undefined,
	};
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

/** `#12`, or the thing whose card this message answers; `about` is the kind of thing that is meant. */
export function numbered(about: string): Arg<number | undefined> {
	return {
		schema: z.coerce.number().int().positive().optional(),
		read(said, turn) {
			const typed = said.takeRead(readNumber);
			if (typed) return String(typed.number);
			return turn.shown?.kind === about ? String(turn.shown.id) : undefined;
		},
		shown: (value) => `#${value}`,
	};
}

const mention = z.object({ key: z.string(), openId: z.string().optional(), name: z.string() });

/**
 * Who is behind the place-holders of a text. A list outlives its message (a preview, a choice to tap), and without this
 * its place-holders would name nobody.
 */
export function mentions(): Arg<readonly Mention[]> {
	return {
		schema: z
			.string()
			.default('[]')
			.transform((json, issues) => {
				try {
					return z.array(mention).parse(JSON.parse(json));
				} catch {
					issues.addIssue('not a list of mentions');
					return z.NEVER;
				}
			}),
		read: (said) => (said.mentions.length > 0 ? JSON.stringify(said.mentions) : undefined),
	};
}
