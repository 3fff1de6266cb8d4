import type { Rules } from './book.ts';
import { addDays, instantOn, localDate } from './dates.ts';
import { isWorkday } from './workdays.ts';

/** When somebody may be reminded: minutes after local midnight; `from` later than `until` goes over midnight. */
export interface Hours {
	readonly from: number;
	readonly until: number;
}

/** DOMAIN «reminders a person»: quiet outside 08:30–20:00. */
export function houseHours(rules: Rules): Hours {
	return { from: rules.value('reminders.day-begins'), until: rules.value('reminders.day-ends') };
}

/** A person's day as far as reminders go. */
export interface Rhythm {
	readonly hours: Hours;
	/** IANA name. */
	readonly zone: string;
	/** Days off count too: the last reminder of a meeting may go out on one. */
	readonly anyDay?: boolean;
}

/** Longer than any row of days off, so that a search ends. */
const LONGEST_REST = 40;

/** The local date whose hours are open at this instant (ms); undefined when it is quiet. Hours over midnight belong to the day they begin on. */
export function openDay(at: number, rhythm: Rhythm): string | undefined {
	const today = localDate(at, rhythm.zone);
	return [addDays(today, -1), today].find((date) => {
		if (!rhythm.anyDay && !isWorkday(date)) return false;
		const { from, until } = span(date, rhythm);
		return at >= from && at < until;
	});
}

/** The first instant from `at` (ms) on that is not quiet: `at` itself when it is not. */
export function nextOpen(at: number, rhythm: Rhythm): number {
	return openDay(at, rhythm) === undefined ? nextOpening(at, rhythm) : at;
}

/** The next beginning (ms) of a person's hours, later than `at`. */
export function nextOpening(at: number, rhythm: Rhythm): number {
	const today = localDate(at, rhythm.zone);
	for (let days = 0; days < LONGEST_REST; days++) {
		const date = addDays(today, days);
		if (!rhythm.anyDay && !isWorkday(date)) continue;
		const { from } = span(date, rhythm);
		if (from > at) return from;
	}
	throw new Error('no workday for forty days');
}

function span(date: string, { hours, zone }: Rhythm): { from: number; until: number } {
	const next = hours.until <= hours.from ? addDays(date, 1) : date;
	return { from: instantOn(date, zone, hours.from), until: instantOn(next, zone, hours.until) };
}
