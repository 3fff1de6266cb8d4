import { Temporal } from 'temporal-polyfill';

/** Every Turn asks for today: finding it anew would be a fortieth of its time. */
const known = new Map<string, string>();
const MOST_KNOWN = 1_000;
const MINUTE = 60_000;

/** The local date (`YYYY-MM-DD`) of an instant (ms, 1973 or later: since then clocks change on a whole minute) in a zone (IANA name). */
export function localDate(at: number, zone: string): string {
	const name = `${Math.floor(at / MINUTE)} ${zone}`;
	const date =
		known.get(name) ??
		Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(name, date);
	return date;
}

/** So many calendar months later; the month's last day where the day does not exist: 31 August + 6 = 28 February. */
export function addMonths(date: string, months: number): string {
	return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** So many days later; earlier when negative. */
export function addDays(date: string, days: number): string {
	return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days from one date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
	return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** The instant (ms) at which a local date begins, `minute` minutes after midnight by the wall clock of that zone. */
export function instantOn(date: string, zone: string, minute = 0): number {
	const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
	return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

/** The instants (ms) of the days from the first to the last, both counted in: `from` counted in, `until` not. */
export function instantsOfDays(first: string, last: string, zone: string): { from: number; until: number } {
	return { from: instantOn(first, zone), until: instantOn(addDays(last, 1), zone) };
}

export interface Quarter {
	readonly year: number;
	readonly quarter: number;
}

/** The quarter a local date lies in. */
export function quarterOf(date: string): Quarter {
	const { year, month } = Temporal.PlainDate.from(date);
	return { year, quarter: Math.ceil(month / 3) };
}

/** A quarter's first day, and the first day after it. */
export function quarterDays({ year, quarter }: Quarter): { from: string; until: string } {
	const from = Temporal.PlainDate.from({ year, month: (quarter - 1) * 3 + 1, day: 1 });
	return { from: from.toString(), until: from.add({ months: 3 }).toString() };
}

/** A quarter as figures see it on a day; dates are local, `YYYY-MM-DD`. */
export interface Span extends Quarter {
	readonly from: string;
	/** The first day after the quarter. */
	readonly until: string;
	/** The last day that counts: the quarter's last, or today while it runs. */
	readonly asOf: string;
	readonly state: 'over' | 'running' | 'ahead';
}

/** Where a quarter stands on `today`; on its last day it still runs. */
export function spanOf(quarter: Quarter, today: string): Span {
	const { from, until } = quarterDays(quarter);
	const last = addDays(until, -1);
	const state = today < from ? 'ahead' : today > last ? 'over' : 'running';
	return { ...quarter, from, until, asOf: state === 'over' ? last : today, state };
}

/** The quarter before. */
export function before({ year, quarter }: Quarter): Quarter {
	return quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 };
}

/**
 * The last day from which `months` calendar months have gone by on `day`: whoever went then or earlier is due. The
 * counterpart of `addMonths`, so that a query can compare days: on 28 February that is 31 August.
 */
export function monthsBefore(day: string, months: number): string {
	let last = addMonths(day, -months);
	for (let next = addDays(last, 1); addMonths(next, months) <= day; next = addDays(next, 1)) last = next;
	return last;
}
