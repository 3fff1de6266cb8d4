/** Where a rule comes from; the words stand in the locales under `book.source`. */
export type Source =
	| 'document-003'
	| 'document-004'
	| 'branch-work'
	| 'education-2019-25'
	| 'floating-2024'
	| 'paper-guides'
	| 'letter-2004-10'
	| 'abroad'
	| 'ours';

export type Unit = 'months' | 'weeks' | 'days' | 'workdays' | 'times' | 'minute-of-day' | 'times-a-week';

export interface Rule {
	readonly value: number;
	readonly unit: Unit;
	/** The day the source was issued, where it is known. */
	readonly since?: string;
	readonly source: Source;
	/** False: quoted second-hand, and shown as such. */
	readonly verified: boolean;
}

const ours = (value: number, unit: Unit): Rule => ({ value, unit, source: 'ours', verified: true });

/** DOMAIN «Rule book»: every number the bot uses, with where it comes from. */
export const BOOK = {
	/** Moved, or away at a fixed place for half a year: the relation has to follow. */
	'transfer.due': {
		value: 6,
		unit: 'months',
		since: '2019-05-06',
		source: 'education-2019-25',
		verified: true,
	},
	'transfer.heads-up': ours(5, 'months'),
	'transfer.weekly': ours(4, 'times'),
	/** Before that it is 外出登记. */
	'float.from': { value: 6, unit: 'months', since: '2024-01-01', source: 'floating-2024', verified: true },
	'paper.none-until': { value: 3, unit: 'months', source: 'paper-guides', verified: false },
	'paper.certificate-until': { value: 6, unit: 'months', source: 'paper-guides', verified: false },
	/** Place or time uncertain; whether it outlives 2024 is unclear. */
	'paper.activity-card': { value: 6, unit: 'months', source: 'paper-guides', verified: false },
	'letter.valid': { value: 30, unit: 'days', source: 'letter-2004-10', verified: false },
	'letter.longest': { value: 3, unit: 'months', source: 'letter-2004-10', verified: false },
	'letter.first-alert': ours(15, 'days'),
	'letter.second-alert': ours(3, 'days'),
	'letter.last-alert': ours(0, 'days'),
	/** Written for members abroad only; adjustable. */
	'contact.every': { value: 6, unit: 'months', source: 'abroad', verified: false },
	'workers-meeting.every': { value: 3, unit: 'months', source: 'document-004', verified: true },
	'members-meeting.every': { value: 3, unit: 'months', source: 'branch-work', verified: false },
	'theme-day.every': { value: 1, unit: 'months', source: 'branch-work', verified: false },
	'committee-meeting.every': { value: 1, unit: 'months', source: 'branch-work', verified: false },
	/** Only where there are groups. */
	'group-meeting.every': { value: 1, unit: 'months', source: 'branch-work', verified: false },
	'organisation-life.every': { value: 12, unit: 'months', source: 'branch-work', verified: false },
	'review.every': { value: 12, unit: 'months', source: 'branch-work', verified: false },
	/** A branch committee exists from this many full members on. */
	'committee-meeting.from-members': { value: 7, unit: 'times', source: 'branch-work', verified: false },
	'meeting.first-alert': ours(14, 'days'),
	'meeting.second-alert': ours(3, 'days'),
	'meeting.last-alert': ours(1, 'days'),
	'meeting.unplanned-first': ours(30, 'days'),
	'meeting.unplanned-second': ours(10, 'days'),
	/** The roll is asked for after the meeting. */
	'meeting.roll': ours(1, 'days'),
	'ticket.not-taken': ours(1, 'workdays'),
	'ticket.silent': ours(7, 'days'),
	'reminders.member-cap': ours(2, 'times-a-week'),
	/** 少提醒我 holds back so long at most. */
	'reminders.longest-pause': ours(90, 'days'),
	'reminders.day-begins': ours(8 * 60 + 30, 'minute-of-day'),
	'reminders.day-ends': ours(20 * 60, 'minute-of-day'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleKey = keyof typeof BOOK;
