import { z } from 'zod';
import { readNumber } from '../../reading/numbers.ts';
import type { Arg } from '../command.ts';

/** `#12`, or the thing whose card this message answers; `about` is the kind of thing that is meant. */
export function numbered(about: string): Arg<number | undefined> {
	return {
		schema: z.coerce.number().int().positive().optional(),
		read(said, turn) {
			const typed = said.takeRead(readNumber);
			if (typed) return String(typed.number);
			return turn.shown?.kind === about ? String(turn.shown.id) : undefined;
		},
	};
}
