import type { Lean, PlainDate } from './calendar.ts';
import type { Day } from './piece.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** One way of naming a day. Patterns see the text from where they stand; what came before is `notAfter`'s. */
export interface DayForm {
	readonly pattern: RegExp;
	/** Refuses a match when the signs before it end like this. */
	readonly notAfter?: RegExp;
	read(groups: Groups, today: PlainDate, lean: Lean): Day | undefined;
}
