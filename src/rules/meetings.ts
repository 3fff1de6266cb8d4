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

/** Ours: attendance may be reported from half an hour before the start to twelve hours after it. */
export const CHECK_IN = { before: 30 * MINUTE, after: 12 * HOUR } as const;

/** Whether somebody may report being there at this instant; `early` and `late` say why not. */
export function checkInWindow(startsAt: number, at: number): 'open' | 'early' | 'late' {
	if (at < startsAt - CHECK_IN.before) return 'early';
	return at > startsAt + CHECK_IN.after ? 'late' : 'open';
}

/** The platform delivers late and out of order: what was said earlier never overwrites what was said later. */
export function isNewer(saidAt: number, known: number | null): boolean {
	return known === null || saidAt >= known;
}

/** Ours: a roll is offered for the meeting that began last, within this time. */
export const ROLL_WITHIN = 30 * 24 * HOUR;
