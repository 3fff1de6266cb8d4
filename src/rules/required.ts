import { Temporal } from 'temporal-polyfill';
import { BOOK, type RuleKey } from './book.ts';
import { addDays } from './dates.ts';
import type { MeetingKind } from './meetings.ts';

/** What a node of the tree is. */
export type BranchKind = 'committee' | 'general-branch' | 'branch' | 'group';

/** A kind of meeting that has to take place at least once in each period of so many months. */
export interface Required {
	readonly kind: MeetingKind;
	readonly months: number;
	readonly rule: RuleKey;
}

const required = (kind: MeetingKind, rule: RuleKey): Required => ({ kind, rule, months: BOOK[rule].value });

/** What decides which meetings a node needs. */
export interface Organisation {
	readonly kind: BranchKind;
	readonly fullMembers: number;
	readonly groups: number;
}

/** DOMAIN «required kinds by branch»; a committee has its quarterly workers' meeting (source document 004). */
export function requiredOf({ kind, fullMembers, groups }: Organisation): Required[] {
	if (kind === 'committee') return [required('workers', 'workers-meeting.every')];
	if (kind !== 'branch') return [];
	const hasCommittee = fullMembers >= BOOK['committee-meeting.from-members'].value;
	return [
		required('members', 'members-meeting.every'),
		required('theme-day', 'theme-day.every'),
		...(hasCommittee ? [required('committee', 'committee-meeting.every')] : []),
		...(groups > 0 ? [required('group', 'group-meeting.every')] : []),
		required('organisation-life', 'organisation-life.every'),
		required('review', 'review.every'),
	];
}

/** A period's first and last day, local dates. */
export interface Period {
	readonly from: string;
	readonly last: string;
}

/** The period of so many months (1, 3 or 12, counted from January) a date lies in. */
export function periodOf(date: string, months: number): Period {
	const { year, month } = Temporal.PlainDate.from(date);
	const from = Temporal.PlainDate.from({ year, month: month - ((month - 1) % months), day: 1 });
	return { from: from.toString(), last: from.add({ months }).subtract({ days: 1 }).toString() };
}

/** DOMAIN «alerts: meeting»: nothing planned 30 and 10 days before the period's end; for a month only the 10. */
export function unplannedAlerts({ last }: Period, months: number): string[] {
	const first = months === 1 ? [] : [addDays(last, -BOOK['meeting.unplanned-first'].value)];
	return [...first, addDays(last, -BOOK['meeting.unplanned-second'].value)];
}
