import { z } from 'zod';
import type { PlainKey } from '../../locales/index.ts';
import { readWhen } from '../../reading/when/index.ts';
import type { Arg } from '../command.ts';

/** A day and time as people write it; kept in their words, read again where it is used. */
export function when(question: PlainKey): Arg<string> {
	return { ...whenIfSaid(), schema: z.string().min(1), question };
}

export function whenIfSaid(): Arg<string | undefined> {
	return {
		schema: z.string().optional(),
		read(said, turn) {
			const found = readWhen(said.text, turn.now, turn.zone);
			if (!found) return undefined;
			const spans = [found, ...(found.also ? [found.also] : [])];
			const words = spans.map(({ from, to }) => said.text.slice(from, to));
			for (const { from, to } of spans.toSorted((a, b) => b.from - a.from)) said.takeSpan(from, to);
			return words.join(' ');
		},
	};
}
