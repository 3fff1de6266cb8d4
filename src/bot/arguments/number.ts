import { z } from 'zod';
import { cardOf } from '../../../db/outbox/index.ts';
import { readNumber } from '../../reading/numbers.ts';
import type { Arg } from '../command.ts';

/** `#12`, or the thing whose card this message answers; `about` is the word before the colon in a card's key. */
export function numbered(about: string): Arg<number | undefined> {
	return {
		schema: z.coerce.number().int().positive().optional(),
		read(said, turn) {
			const typed = readNumber(said.text);
			if (typed) {
				said.takeSpan(typed.from, typed.to);
				return String(typed.number);
			}
			const [kind, id] = (said.repliesTo && cardOf(turn.db, said.repliesTo)?.key.split(':')) || [];
			return kind === about ? id : undefined;
		},
	};
}
