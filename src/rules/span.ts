import { addDays, addMonths, type Quarter, quarterDays } from './dates.ts';

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
