import { expect, test } from 'vitest';
import { defaultBook, type RuleKey } from '../../src/rules/book.ts';

const book = defaultBook();

/**
 * What the book says today, by source: «value unit, art.»; «words» where a rule sets no number. Written down a second
 * time on purpose: a number of the Party changes by a decision with its source, never by a slip.
 */
const SAID: Readonly<Record<string, Readonly<Partial<Record<RuleKey, string>>>>> = {
	'branch-work, verified, since 2018-10-28': {
		'members-meeting.every': '3 months, art. 11',
		'committee-meeting.every': '1 months, art. 12',
		'committee-meeting.from-members': '7 people, art. 12',
		'group-meeting.every': '1 months, art. 13',
		'theme-day.every': '1 months, art. 16',
		// No interval: off.
		'lecture.every': '0 months, art. 16',
		'organisation-life.every': '12 months, art. 17',
		'review.every': '12 months, art. 18',
		'heart-talk.every': '12 months, art. 19',
		'quorum.members': 'words, art. 11',
		'quorum.committee': 'words, art. 12',
		'quorum.written': 'words, art. 11',
		'quorum.no-vote': 'words, art. 11',
		'size.branch': '3 people, art. 4',
		'size.branch-most': '50 people, art. 4',
		'size.joint-units': '5 organisations, art. 5',
	},
	'education-2019, verified, since 2019-05-06': {
		'expected.no-hard-demands': 'words, art. 23',
		'transfer.moved': 'words, art. 25',
		'transfer.due': '6 months, art. 25',
		'transfer.responsible': 'words, art. 25',
		'contact.inland': 'words, art. 32',
		'contact.abroad': '6 months, art. 34',
	},
	'floating-2024, verified, since 2024-11-11': { 'float.from': '6 months' },
	'circular-2004-10, verified': { 'transfer.where': 'words, art. 4' },
	'paper-circulars, verified': {
		'paper.none-until': '3 months',
		'paper.certificate-until': '6 months',
		'paper.activity-card': 'words',
		'paper.online-first': 'words',
		'letter.receipt': '1 months',
	},
	// Its sentence was not seen.
	'paper-circulars, open': { 'letter.issuer': 'words', 'letter.longest': '3 months' },
	'election-2020, verified': { 'quorum.election': '80 percent' },
	// Sources differ.
	'election-2020, open': { 'quorum.election-base': 'words' },
	'department-answers, near-verified': { 'expected.not-counted': 'words' },
	'terms-2018, verified, since 2018-07-12': {
		'term.branch': '3 years',
		'term.committee': '5 years',
		'term.reminded': '6 months',
		'term.shifted': '1 years',
	},
	'documents-formation, local': {
		'formation.instructor': 'words',
		'formation.member-from': '50 people',
		'formation.organisation-from': '100 people',
	},
	'document-002, local': { 'declaration.every': '12 months' },
	'document-003, local': {
		'instructor.organisations': '2 organisations',
		'report.every': '6 months',
		'activists.by-staff': 'words',
		'leadership.family': '50 percent',
	},
	'document-004, local': { 'workers-meeting.every': '3 months', 'activists.by-branch': 'words' },
	'local-custom, local': {
		'size.general-branch': '50 people',
		'size.committee': '100 people',
		'letter.valid': '30 days',
	},
	'development-2026, open': {
		'development.age': '18 years, art. 5, 6',
		'development.talk': '1 months, art. 7',
		'development.contacts': '2 people, art. 8, 9',
		'development.examined': '6 months, art. 11',
		'development.candidate': '12 months, art. 13',
		'development.notice': '5 workdays, art. 13',
		'development.sponsors': '2 people, art. 14',
		'development.training': '3 days, art. 17',
		'development.training-hours': '24 hours, art. 17',
		'development.pre-examination': 'words, art. 14, 16, 17, 18',
		'development.meeting': '1 months, art. 19, 20, 21, 22',
		'development.vote': 'words, art. 19, 20, 21, 22',
		'development.approval': '3 months, art. 25',
		'development.approval-special': '6 months, art. 25',
		'development.oath': '1 months, art. 29',
		'development.probation': '12 months, art. 31',
		'development.extended-least': '6 months, art. 32',
		'development.extended-most': '12 months, art. 32',
		'development.full': 'words, art. 32',
		'development.full-approval': '3 months, art. 33',
	},
	'labour-arbitration, open': { 'labour.arbitration': '1 years, art. 27' },
	'labour-inspection, open': { 'labour.inspection': '2 years, art. 20' },
	'work-injury, open': {
		'labour.injury-employer': '30 days, art. 17',
		'labour.injury-worker': '1 years, art. 17',
	},
	'ours, ours': {
		'quorum.online': 'words',
		'check-in.before': '30 minutes',
		'check-in.after': '12 hours',
		'roll.within': '30 days',
		'roll.correct': '7 days',
		'meeting.plan': 'words',
		'meeting.first-alert': '14 days',
		'meeting.second-alert': '3 days',
		'meeting.last-alert': '1 days',
		'meeting.unplanned-first': '30 days',
		'meeting.unplanned-second': '10 days',
		'meeting.roll': '1 days',
		'transfer.heads-up': '5 months',
		'transfer.weekly': '4 times',
		'transfer.no-letter': '14 days',
		'transfer.no-receipt': '1 months',
		'letter.first-alert': '15 days',
		'letter.second-alert': '3 days',
		'letter.last-alert': '0 days',
		'contact.every': '6 months',
		'ticket.not-taken': '1 workdays',
		'ticket.silent': '7 days',
		'reminders.member-cap': '2 times-a-week',
		'reminders.longest-pause': '90 days',
		// 08:30 and 20:00.
		'reminders.day-begins': '510 minute-of-day',
		'reminders.day-ends': '1200 minute-of-day',
		'figures.fewest-told': '5 times',
		'kept.leave-reasons': '30 days',
		'kept.stories': '1 years',
		'kept.transfers': '3 years',
		'kept.figures': 'words',
	},
};

const LINES = Object.entries(SAID).flatMap(([from, rules]) =>
	Object.entries(rules).map(([key, says]) => ({ key, says, from })),
);

test.each(LINES)('$key: $says ($from)', ({ key, says, from }) => {
	const versions = book.rules.filter((rule) => rule.key === key);
	expect(
		versions.map(({ value, unit, articles }) => {
			const number = value === null && unit === null ? 'words' : `${value} ${unit}`;
			return articles.length === 0 ? number : `${number}, art. ${articles.join(', ')}`;
		}),
	).toEqual([says]);
	expect(
		versions.map(({ source, standing, since }) =>
			[source, standing, ...(since === null ? [] : [`since ${since}`])].join(', '),
		),
	).toEqual([from]);
});

test('the book holds no other rule', () => {
	expect(book.rules.map(({ key }) => key).toSorted()).toEqual(LINES.map(({ key }) => key).toSorted());
});
