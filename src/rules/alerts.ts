import { following, type NumberKey, type Rules } from './book.ts';
import { addDays, addMonths, daysBetween, quarterDays, quarterOf } from './dates.ts';
import { floatClock } from './floats.ts';
import type { Invites } from './meetings.ts';
import { addWorkdays, isWorkday, workdayFrom, workdayUntil } from './workdays.ts';

/** One step of an alert and the local date (`YYYY-MM-DD`) it falls due. */
export interface Alert {
	readonly step: string;
	readonly dueOn: string;
}

/** How a step's date follows from the date it counts from; a later start never has an earlier date. */
export interface Offset {
	readonly step: string;
	on(start: string): string;
}

/** A bound for the lists of steps: nobody is counted after for longer. */
const MONTHS_COUNTED = 60;

/** DOMAIN «alerts: transfer»: month 5 heads-up, month 6 due, then weekly four times, then monthly. */
export const transferSteps = following((rules): readonly Offset[] => {
	const weeks = rules.value('transfer.weekly');
	const dueOn = (since: string) => floatClock(rules, since).due;
	const lastWeekly = (since: string) => addDays(dueOn(since), 7 * weeks);
	return [
		{ step: 'heads-up', on: (since) => floatClock(rules, since).headsUp },
		{ step: 'due', on: dueOn },
		...numbers(weeks).map((week) => ({
			step: `week-${week}`,
			on: (since: string) => addDays(dueOn(since), 7 * week),
		})),
		...numbers(MONTHS_COUNTED).map((month) => ({
			step: `month-${month}`,
			on: (since: string) => addMonths(lastWeekly(since), month),
		})),
	];
});

/** DOMAIN «contact with members away»: half a year after the last one, and each half-year after that. */
export const contactSteps = following((rules): readonly Offset[] => {
	const every = rules.value('contact.every');
	return numbers(Math.ceil(MONTHS_COUNTED / every)).map((times) => ({
		step: `time-${times}`,
		on: (last: string) => addMonths(last, every * times),
	}));
});

/**
 * DOMAIN «alerts: letter»: 15 and 3 days before it ends, and on the day; on the last workday before where that day is off,
 * since what waits for the next workday may come when the letter is over.
 */
export const letterSteps = following((rules): readonly Offset[] => {
	const ahead = (key: NumberKey) => (until: string) => workdayUntil(addDays(until, -rules.value(key)));
	return [
		{ step: 'first', on: ahead('letter.first-alert') },
		{ step: 'second', on: ahead('letter.second-alert') },
		{ step: 'last', on: ahead('letter.last-alert') },
	];
});

/** The steps of one letter; of two that fall on one day, before a long row of days off, the later. */
export function letterAlerts(rules: Rules, until: string): Alert[] {
	const alerts = alertsFrom(until, letterSteps(rules));
	return alerts.filter(({ dueOn }, index) => alerts[index + 1]?.dueOn !== dueOn);
}

/** DOMAIN «alerts: ticket», counted from the day it was opened, and from the day of the last word. */
export const notTakenSteps = following((rules): readonly Offset[] => [
	{ step: 'not-taken', on: (opened) => addWorkdays(opened, rules.value('ticket.not-taken')) },
]);
export const silentSteps = following((rules): readonly Offset[] => [
	{ step: 'silent', on: (word) => addDays(word, rules.value('ticket.silent')) },
]);

/** DOMAIN «alerts: meeting», after it: the roll is due the day after. */
export const rollSteps = following((rules): readonly Offset[] => [
	{ step: 'roll', on: (day) => addDays(day, rules.value('meeting.roll')) },
]);

/** DOMAIN «alerts: meeting»: 14, 3 and 1 days before a day; for meetings of a branch the last one only. In order. */
export function meetingAlerts(rules: Rules, invites: Invites, day: string): Alert[] {
	const last = { step: 'last', dueOn: lastDayBefore(rules, day) };
	if (invites !== 'secretaries') return [last];
	const first = { step: 'first', dueOn: addDays(day, -rules.value('meeting.first-alert')) };
	const second = { step: 'second', dueOn: addDays(day, -rules.value('meeting.second-alert')) };
	return [...[first, second].filter(({ dueOn }) => dueOn < last.dueOn), last];
}

/** No row of days off is longer. */
const LONGEST_REST = 20;

/** So many days before a meeting its first step lies at the earliest. */
export function furthestAhead(rules: Rules): number {
	return Math.max(
		rules.value('meeting.first-alert'),
		rules.value('meeting.second-alert'),
		rules.value('meeting.last-alert') + LONGEST_REST,
	);
}

/**
 * The day on which the last reminder of a meeting goes out: the day before. For a meeting on a workday after days
 * off that is the last workday; a meeting on a day off is reminded of on the day before, whatever that is.
 */
export function lastDayBefore(rules: Rules, day: string): string {
	const before = addDays(day, -rules.value('meeting.last-alert'));
	return isWorkday(day) ? workdayUntil(before) : before;
}

/** The dates of the steps, in order, counted from `start`; with `until` those that fall due by then. */
export function alertsFrom(start: string, offsets: readonly Offset[], until?: string): Alert[] {
	const alerts: Alert[] = [];
	for (const { step, on } of offsets) {
		const dueOn = on(start);
		if (until !== undefined && dueOn > until) break;
		alerts.push({ step, dueOn });
	}
	return alerts;
}

/** Whether this step is still one of them: what it counted from may have moved since it was said. */
export function stands(alerts: readonly Alert[], { step, dueOn }: Alert): boolean {
	return alerts.some((alert) => alert.step === step && alert.dueOn === dueOn);
}

/** The days to count from for which a step falls due after `after` and not later than `until`: `after < day <= until` of each span. */
export function startsDue(
	offsets: readonly Offset[],
	after: string,
	until: string,
): { after: string; until: string }[] {
	const known = spans.get(offsets);
	if (known?.after === after && known.until === until) return known.spans;
	const found = offsets
		.map(({ on }) => {
			const first = latestStart(on, after);
			return { after: first, until: latestFrom(on, first, until) };
		})
		.filter((span) => span.after < span.until);
	spans.set(offsets, { after, until, spans: found });
	return found;
}

/** A look comes back for the same days many times; counting sixty months back takes milliseconds. */
const spans = new WeakMap<
	readonly Offset[],
	{ after: string; until: string; spans: { after: string; until: string }[] }
>();

/** The latest day to count from whose step falls due by `date`. */
function latestStart(on: Offset['on'], date: string): string {
	let start = date;
	// Each round goes back as far as the step lies ahead, at least a day; months of other lengths need a few rounds.
	while (on(start) > date) start = addDays(start, -Math.max(1, daysBetween(date, on(start)) - 4));
	return latestFrom(on, start, date);
}

function latestFrom(on: Offset['on'], from: string, date: string): string {
	let start = from;
	while (on(addDays(start, 1)) <= date) start = addDays(start, 1);
	return start;
}

/** The first workday of the quarter a date lies in. */
export function firstWorkday(date: string): string {
	return workdayFrom(quarterDays(quarterOf(date)).from);
}

function numbers(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}
