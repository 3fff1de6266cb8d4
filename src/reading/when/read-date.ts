import { Temporal } from 'temporal-polyfill';
import { before, type Lean } from './calendar.ts';
import { pieces } from './engine.ts';
import { phrases } from './phrase.ts';
import { best, READ_AT_MOST } from './read-when.ts';

export interface DateRead {
	/** `YYYY-MM-DD` */
	readonly date: string;
	readonly from: number;
	readonly to: number;
	/** Before today. */
	readonly past: boolean;
	readonly contradiction?: true;
}

/**
 * The day a text names, without a time. `today` is `YYYY-MM-DD` (RangeError otherwise); `lean` says which way
 * a date without a year and a weekday alone look: `behind` for what has already happened.
 */
export function readDate(text: string, today: string, lean: Lean = 'ahead'): DateRead | undefined {
	const from = Temporal.PlainDate.from(today);
	const now = from.toZonedDateTime('UTC').epochMilliseconds;
	const read = text.slice(0, READ_AT_MOST);
	const found = best(phrases(read, pieces(read, now, 0, lean === 'ahead')).filter((phrase) => phrase.day));
	if (!found?.day) return undefined;
	return {
		date: found.day.date.toString(),
		from: found.from,
		to: found.to,
		past: before(found.day.date, from),
		...(found.contradiction && { contradiction: true }),
	};
}
