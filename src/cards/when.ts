import { Temporal } from 'temporal-polyfill';
import type { PlainKey, Words } from '../locales/index.ts';

const WEEKDAYS: readonly PlainKey[] = [
	'when.monday',
	'when.tuesday',
	'when.wednesday',
	'when.thursday',
	'when.friday',
	'when.saturday',
	'when.sunday',
];

/** Meetings are few and are said often: finding the zone's hour costs more than all words around it. */
const known = new Map<string, Temporal.PlainDateTime>();
const MOST_KNOWN = 1_000;

function localTime(at: number, zone: string): Temporal.PlainDateTime {
	const name = `${at} ${zone}`;
	const local =
		known.get(name) ?? Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(name, local);
	return local;
}

/** The year of an instant, kept for the hour that is running. */
let year = { from: 0, zone: '', year: 0 };
const HOUR = 3_600_000;

function yearAt(now: number, zone: string): number {
	const from = now - (now % HOUR);
	if (from !== year.from || zone !== year.zone)
		year = { from, zone, year: Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).year };
	return year.year;
}

/** In whose words, where and when something is said of a time. */
export interface Moment {
	readonly t: Words;
	/** IANA name. */
	readonly zone: string;
	/** ms */
	readonly now: number;
}

/** An instant (ms) as people say it in this zone: 「12月10日（周三）下午3点」; with its year when that is not the year of `now` (ms). */
export function sayWhen(t: Words, at: number, zone: string, now: number): string {
	const local = localTime(at, zone);
	const day = sayDay(t, local);
	const far = local.year !== yearAt(now, zone);
	const whole = far ? t('when.day-of-year', { year: local.year, day }) : day;
	return t('when.day-and-time', { day: whole, time: sayTime(t, local) });
}

/** A short form for buttons: 「12月10日周三15:00」. */
export function sayWhenShort(t: Words, at: number, zone: string): string {
	const local = localTime(at, zone);
	const minute = String(local.minute).padStart(2, '0');
	return t('when.short', {
		month: local.month,
		monthName: t(MONTHS[local.month - 1] ?? 'when.dec'),
		day: local.day,
		weekday: t(WEEKDAYS[local.dayOfWeek - 1] ?? 'when.sunday'),
		time: `${local.hour}:${minute}`,
	});
}

/**
 * A local date (`YYYY-MM-DD`) as people say it: 「12月10日（周三）」, with its year when that is not `thisYear`'s:
 * 「2027年1月5日」. `thisYear` may be any date of the year that goes without saying.
 */
export function sayDate(t: Words, date: string, thisYear: string): string {
	const day = Temporal.PlainDate.from(date);
	if (day.year === Temporal.PlainDate.from(thisYear).year) return sayDay(t, day);
	const monthName = t(MONTHS[day.month - 1] ?? 'when.dec');
	return t('when.date', { year: day.year, month: day.month, monthName, day: day.day });
}

function sayDay(t: Words, date: Temporal.PlainDate | Temporal.PlainDateTime): string {
	const weekday = t(WEEKDAYS[date.dayOfWeek - 1] ?? 'when.sunday');
	return t('when.day', {
		month: date.month,
		monthName: t(MONTHS[date.month - 1] ?? 'when.dec'),
		day: date.day,
		weekday,
	});
}

function sayTime(t: Words, { hour, minute }: Temporal.PlainDateTime): string {
	const twelve = hour % 12 === 0 ? 12 : hour % 12;
	const values = {
		part: t(partOf(hour)),
		hour: twelve,
		/** Before dawn people count from nought: 凌晨0点. */
		hourOfPart: hour < 6 ? hour : twelve,
		hour24: hour,
		minute,
		minutes: String(minute).padStart(2, '0'),
	};
	if (minute === 0) return t('when.full-hour', values);
	return t(minute === 30 ? 'when.half-hour' : 'when.minutes', values);
}

function partOf(hour: number): PlainKey {
	if (hour < 6) return 'when.before-dawn';
	if (hour < 12) return 'when.morning';
	if (hour === 12) return 'when.noon';
	return hour < 18 ? 'when.afternoon' : 'when.evening';
}

const MONTHS: readonly PlainKey[] = [
	'when.jan',
	'when.feb',
	'when.mar',
	'when.apr',
	'when.may',
	'when.jun',
	'when.jul',
	'when.aug',
	'when.sep',
	'when.oct',
	'when.nov',
	'when.dec',
];
