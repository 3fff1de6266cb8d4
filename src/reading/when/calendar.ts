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

const DIGITS = '零一二三四五六七八九';

/** The source of a pattern for 0–99 in either script, without a group. */
export const NUMERAL = String.raw`(?:\d{1,2}|[零〇一二两三四五六七八九十廿卅]{1,3})`;

function digit(sign: string): number | undefined {
	if (sign === '〇') return 0;
	if (sign === '两') return 2;
	const value = DIGITS.indexOf(sign);
	return sign.length === 1 && value >= 0 ? value : undefined;
}

/** 0–99 from `12`, `十二`, `二十`, `廿五`, `零五`, `两`; undefined for anything else. */
export function numeral(text: string | undefined): number | undefined {
	if (text === undefined || text === '') return undefined;
	if (/^\d{1,2}$/.test(text)) return Number(text);
	if (/^[廿卅]/u.test(text)) return numeral(text.replace('廿', '二十').replace('卅', '三十'));
	const zero = /^[零〇](.)$/u.exec(text);
	if (zero) return digit(zero[1] ?? '');
	const tens = /^(.?)十(.?)$/u.exec(text);
	if (!tens) return digit(text);
	const ten = tens[1] ? digit(tens[1]) : 1;
	const one = tens[2] ? digit(tens[2]) : 0;
	return ten === undefined || one === undefined ? undefined : ten * 10 + one;
}

/** A year from `2026`, `26` or `二〇二六`. */
export function yearNumeral(text: string): number | undefined {
	const digits = [...text].map((sign) => (/\d/.test(sign) ? Number(sign) : digit(sign)));
	if (digits.includes(undefined) || (digits.length !== 4 && digits.length !== 2)) return undefined;
	const value = Number(digits.join(''));
	return digits.length === 2 ? 2000 + value : value;
}
