import { Temporal } from 'temporal-polyfill';

export type PlainDate = Temporal.PlainDate;

/** Which of two candidates a date without a year means: the next one, or the last one. */
export type Lean = 'ahead' | 'behind';

/** The calendar day, or undefined where there is none (31 November). */
export function day(year: number, month: number, dayOfMonth: number): PlainDate | undefined {
	if (month < 1 || month > 12 || dayOfMonth < 1) return undefined;
	const first = Temporal.PlainDate.from({ year, month, day: 1 });
	return dayOfMonth > first.daysInMonth ? undefined : first.with({ day: dayOfMonth });
}

/** The nearest such day that is today or lies in the direction of the lean; 29 February looks up to eight years. */
export function dayOfYear(today: PlainDate, month: number, dayOfMonth: number, lean: Lean) {
	const step = lean === 'ahead' ? 1 : -1;
	for (let years = 0; years <= 8; years++) {
		const candidate = day(today.year + years * step, month, dayOfMonth);
		if (candidate && !beyond(candidate, today, lean)) return candidate;
	}
	return undefined;
}

/** The nearest day with this number, today included; the 31st skips short months. */
export function dayOfMonth(today: PlainDate, number: number, lean: Lean): PlainDate | undefined {
	for (let months = 0; months <= 2; months++) {
		const month = today.with({ day: 1 }).add({ months: lean === 'ahead' ? months : -months });
		const candidate = day(month.year, month.month, number);
		if (candidate && !beyond(candidate, today, lean)) return candidate;
	}
	return undefined;
}

/** The nearest such weekday (1 Monday … 7 Sunday), today included. */
export function nearestWeekday(today: PlainDate, weekday: number, lean: Lean): PlainDate {
	const apart = (weekday - today.dayOfWeek + 7) % 7;
	return today.add({ days: lean === 'ahead' || apart === 0 ? apart : apart - 7 });
}

/** A weekday of the week so many weeks from this one; weeks start on Monday. */
export function weekdayOfWeek(today: PlainDate, weekday: number, weeks: number): PlainDate {
	return today.add({ days: weekday - today.dayOfWeek + 7 * weeks });
}

export function before(a: PlainDate, b: PlainDate): boolean {
	return Temporal.PlainDate.compare(a, b) < 0;
}

function beyond(candidate: PlainDate, today: PlainDate, lean: Lean): boolean {
	return lean === 'ahead' ? before(candidate, today) : before(today, candidate);
}
