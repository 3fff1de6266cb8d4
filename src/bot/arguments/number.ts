import { z } from 'zod';
import type { Arg } from '../command.ts';

/** `#12`, or the thing whose card this message answers; `about` is the kind of thing that is meant. */
export function numbered(about: string): Arg<number | undefined> {
	return {
		schema: z.coerce.number().int().positive().optional(),
		read(said, turn) {
			const typed = said.take(/#\s*(\d{1,9})(?!\d)/)?.[1];
			if (typed !== undefined) return typed;
			return turn.shown?.kind === about ? String(turn.shown.id) : undefined;
		},
	};
}
