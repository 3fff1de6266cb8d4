import { z } from 'zod';
import { cardOf } from '../../../db/outbox/index.ts';
import type { Arg } from '../command.ts';

/** `#12`, or the thing whose card this message answers; `about` is the word before the colon in a card's key. */
export function numbered(about: string): Arg<number | undefined> {
	return {
		schema: z.coerce.number().int().positive().optional(),
		read(said, turn) {
			const typed = said.take(/#\s*(\d{1,9})(?!\d)/)?.[1];
			if (typed !== undefined) return typed;
			const [kind, id] = (said.repliesTo && cardOf(turn.db, said.repliesTo)?.key.split(':')) || [];
			return kind === about ? id : undefined;
		},
	};
}
