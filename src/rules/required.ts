import { Temporal } from 'temporal-polyfill';
import type { NumberKey, RuleBook, Rules } from './book.ts';
import { addDays } from './dates.ts';
import type { MeetingKind } from './meetings.ts';

/** What a node of the tree is. */
export type BranchKind = 'committee' | 'general-branch' | 'branch' | 'group';

/** A kind of meeting that has to take place once in each period of so many months. */
export interface Required {
	readonly kind: MeetingKind;
	readonly months: number;
	readonly rule: NumberKey;
}

/** What decides which meetings a node needs. */
export interface Organisation {
	readonly kind: BranchKind;
	readonly fullMembers: number;
	readonly groups: number;
}

/** How often a kind has to take place, in the order in which it is said. */
const INTERVALS: readonly (readonly [MeetingKind, NumberKey])[] = [
	['workers', 'workers-meeting.every'],
	['members', 'members-meeting.every'],
	['theme-day', 'theme-day.every'],
	['committee', 'committee-meeting.every'],
	['group', 'group-meeting.every'],
	['lecture', 'lecture.every'],
	['organisation-life', 'organisation-life.every'],
	['review', 'review.every'],
];

/**
 * DOMAIN «Rule book»: a committee has its quarterly workers' meeting; a branch the rest, a branch committee's only where it is
 * large enough to have one, the groups' only where there are groups. What has no interval, such as 党课, is not required.
 */
export function requiredOf(rules: Rules, organisation: Organisation): Required[] {
	return INTERVALS.filter(([kind]) => concerns(rules, kind, organisation))
		.map(([kind, rule]) => ({ kind, rule, months: rules.value(rule) }))
		.filter(({ months }) => months > 0);
}

/** The order in which kinds are said. */
export function inOrder(a: Required, b: Required): number {
	const place = ({ kind }: Required) => INTERVALS.findIndex(([each]) => each === kind);
	return place(a) - place(b);
}

function concerns(rules: Rules, meeting: MeetingKind, { kind, fullMembers, groups }: Organisation): boolean {
	if (meeting === 'workers') return kind === 'committee';
	if (kind !== 'branch') return false;
	if (meeting === 'committee') return fullMembers >= rules.value('committee-meeting.from-members');
	return meeting !== 'group' || groups > 0;
}

/** A period of so many months with its first and last day, local dates. */
export interface Period {
	readonly months: number;
	readonly from: string;
	readonly last: string;
}

/** The period of so many months (1, 3 or 12, counted from January) a date lies in. */
export function periodOf(date: string, months: number): Period {
	const { year, month } = Temporal.PlainDate.from(date);
	const from = Temporal.PlainDate.from({ year, month: month - ((month - 1) % months), day: 1 });
	return { months, from: from.toString(), last: from.add({ months }).subtract({ days: 1 }).toString() };
}

/** The periods of so many months from the one `first` lies in to the one `last` lies in, in order. */
export function periodsBetween(first: string, last: string, months: number): Period[] {
	const periods = [periodOf(last, months)];
	for (let { from } = periodOf(last, months); from > first; ) {
		const earlier = periodOf(addDays(from, -1), months);
		periods.unshift(earlier);
		from = earlier.from;
	}
	return periods;
}

/** How long periods can be, months: by any version of any rule. */
export function periodLengths({ rules }: RuleBook): number[] {
	const keys = new Set<string>(INTERVALS.map(([, rule]) => rule));
	const lengths = rules.flatMap(({ key, value }) => (keys.has(key) && value ? [value] : []));
	return [...new Set(lengths)].sort((a, b) => a - b);
}

/** The rules by which a period is judged: those at its end, of one that runs today's, of one ahead those it begins with. */
export function rulesOf(book: RuleBook, { from, last }: Period, today: string): Rules {
	return book.at(last < today ? last : from > today ? from : today);
}

/** DOMAIN «alerts: meeting»: nothing planned 30 and 10 days before the period's end; for a month only the 10. */
export function unplannedAlerts(rules: Rules, { last, months }: Period): string[] {
	const first = months === 1 ? [] : [addDays(last, -rules.value('meeting.unplanned-first'))];
	return [...first, addDays(last, -rules.value('meeting.unplanned-second'))];
}
