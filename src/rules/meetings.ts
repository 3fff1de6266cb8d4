import { Temporal } from 'temporal-polyfill';
import type { RuleBook, Rules } from './book.ts';
import { localDate } from './dates.ts';

/** The kinds of meeting that DOMAIN's rule book knows. */
export const MEETING_KINDS = [
	'members',
	'committee',
	'group',
	'theme-day',
	'lecture',
	'organisation-life',
	'review',
	'workers',
	'other',
] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export type Invites = 'members' | 'committee' | 'secretaries';

/**
 * Who is invited to a meeting of these kinds: the quarterly workers' meeting is the committee's with all its
 * secretaries (source document 004); a 支委会 is for the branch committee alone; all else for every member.
 */
export function invitesOf(kinds: readonly MeetingKind[]): Invites {
	if (kinds.includes('workers')) return 'secretaries';
	return kinds.length === 1 && kinds[0] === 'committee' ? 'committee' : 'members';
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long (ms) before the start, and after it, attendance may be reported. */
export function checkInSpan(rules: Rules): { before: number; after: number } {
	return { before: rules.value('check-in.before') * MINUTE, after: rules.value('check-in.after') * HOUR };
}

interface House {
	readonly book: RuleBook;
	readonly zone: string;
}

/** From when to when (ms) attendance of a meeting may be reported, by the rules of its day. */
export function checkInHours({ book, zone }: House, startsAt: number): { from: number; until: number } {
	const { before, after } = checkInSpan(book.at(localDate(startsAt, zone)));
	return { from: startsAt - before, until: startsAt + after };
}

/** Whether somebody may report being there at this instant (ms); `early` and `late` say why not. */
export function checkInWindow(house: House, startsAt: number, at: number): 'open' | 'early' | 'late' {
	const { from, until } = checkInHours(house, startsAt);
	if (at < from) return 'early';
	return at > until ? 'late' : 'open';
}

/** The platform delivers late and out of order: what was said earlier never overwrites what was said later. */
export function isNewer(saidAt: number, known: number | null): boolean {
	return known === null || saidAt >= known;
}

/** A roll is offered for the meeting that began last, within this time (ms). */
export function rollWithin(rules: Rules): number {
	return rules.value('roll.within') * 24 * HOUR;
}

/** Whether a closed roll may still be corrected without saying why; it was closed at `closedAt`. All in ms. */
export function mayCorrect(rules: Rules, closedAt: number, now: number): boolean {
	return now - closedAt <= rules.value('roll.correct') * 24 * HOUR;
}

/** Whether an instant (ms) lies in the hours in which offices work, 8:30 to 17:30 but noon; ours, only mentioned. */
export function startsInWorkingHours(at: number, zone: string): boolean {
	const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
	const clock = hour * 60 + minute;
	return (clock >= 8 * 60 + 30 && clock < 12 * 60) || (clock >= 13 * 60 && clock < 17 * 60 + 30);
}
