import { type Parser, ParsingResult } from 'chrono-node/en';
import { Temporal } from 'temporal-polyfill';
import type { Lean, PlainDate } from './calendar.ts';

export type Context = Parameters<Parser['extract']>[0];

export type Part = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

export interface Day {
	readonly date: PlainDate;
	/**
	 * How it was said. `exact` names day and month; `week` a weekday of a named week; `weekday` only the
	 * weekday; `about` a stretch (month's end, weekend); `feast` a feast's name, which may as well be a topic.
	 */
	readonly kind: 'exact' | 'relative' | 'week' | 'weekday' | 'about' | 'feast';
	/** There is no such day (2月30日): how it was said; `date` says nothing then. */
	readonly none?: string;
	/** Without a year, and this year's lies behind. */
	readonly nextYear?: true;
}

export interface Clock {
	/** Absent when only a part of the day was named. */
	readonly hour?: number;
	readonly minute: number;
	readonly part?: Part;
	/** The hour lies after midnight of the evening that was named. */
	readonly nextDay: boolean;
	readonly guessed: boolean;
	/** `HH:MM` */
	readonly until?: string;
}

/** A day found in the text, with its time where both are said in one. */
export class DayPiece extends ParsingResult {
	readonly day: Day;
	readonly clock: Clock | undefined;

	constructor(context: Context, index: number, text: string, day: Day, clock?: Clock) {
		super(context.reference, index, text);
		this.day = day;
		this.clock = clock;
	}
}

/** A time or a part of the day found in the text. */
export class ClockPiece extends ParsingResult {
	readonly clock: Clock;

	constructor(context: Context, index: number, text: string, clock: Clock) {
		super(context.reference, index, text);
		this.clock = clock;
	}
}

/** What the clocks on the wall say where the reader's reference stands. */
export function local(context: Context): Temporal.PlainDateTime {
	const ms = context.reference.instant.getTime() + context.reference.getTimezoneOffset() * 60_000;
	return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime();
}

export function lean(context: Context): Lean {
	return context.option.forwardDate === false ? 'behind' : 'ahead';
}

/** The few signs before a match, from the whole text: the engine shows patterns only what it has not read yet. */
export function preceding(context: Context, index: number): string {
	return context.text.slice(Math.max(0, index - 4), index);
}
