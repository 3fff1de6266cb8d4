import { describe, expect, test } from 'vitest';
import { defaultBook } from '../../src/rules/book.ts';
import { periodLengths, periodOf, periodsBetween, requiredOf, rulesOf } from '../../src/rules/required.ts';
import { changedBook } from './changed.ts';

const branch = { kind: 'branch', fullMembers: 9, groups: 1 } as const;

describe('党课 has no interval', () => {
	test('so it is required of nobody', () => {
		const kinds = requiredOf(defaultBook().at('2026-11-21'), branch).map(({ kind }) => kind);
		expect(kinds).toEqual(['members', 'theme-day', 'committee', 'group', 'organisation-life', 'review']);
		expect(periodLengths(defaultBook())).toEqual([1, 3, 12]);
	});

	test('unless somebody sets one', () => {
		const book = changedBook('lecture.every', 6, '2026-07-01');
		expect(periodLengths(book)).toEqual([1, 3, 6, 12]);
		const required = (day: string) =>
			requiredOf(book.at(day), branch).find(({ kind }) => kind === 'lecture')?.months;
		expect(required('2026-06-30')).toBeUndefined();
		expect(required('2026-07-01')).toBe(6);
	});
});

describe('a period is judged by the rules of its time', () => {
	const book = changedBook('committee-meeting.every', 3, '2026-11-15');
	const every = (day: string, today: string) =>
		rulesOf(book, periodOf(day, 1), today).value('committee-meeting.every');

	test.each([
		['2026-10-31', '2026-11-30', 1, 'over before the change'],
		['2026-11-01', '2026-12-01', 3, 'over, the change fell into it'],
		['2026-11-01', '2026-11-14', 1, 'runs, the day before the change'],
		['2026-11-01', '2026-11-15', 3, 'runs, the day of the change'],
		['2026-12-01', '2026-11-14', 3, 'ahead, the change is known'],
	])('the month of %s on %s: every %i (%s)', (day, today, value) => expect(every(day, today)).toBe(value));
});

test.each([
	['2026-11-21', '2026-11-21', 1, ['2026-11-01']],
	['2026-10-31', '2026-12-01', 1, ['2026-10-01', '2026-11-01', '2026-12-01']],
	['2026-09-30', '2026-10-01', 3, ['2026-07-01', '2026-10-01']],
	['2026-10-01', '2026-12-31', 3, ['2026-10-01']],
	['2025-12-31', '2026-01-01', 12, ['2025-01-01', '2026-01-01']],
])('from %s to %s, %i month(s) each', (first, last, months, begins) => {
	expect(periodsBetween(first, last, months).map(({ from }) => from)).toEqual(begins);
});

describe('what DOMAIN requires, with the rule it follows from', () => {
	const rules = defaultBook().at('2026-11-21');

	test('of a branch that is large enough for all of it', () =>
		expect(requiredOf(rules, branch)).toEqual([
			{ kind: 'members', months: 3, rule: 'members-meeting.every' },
			{ kind: 'theme-day', months: 1, rule: 'theme-day.every' },
			{ kind: 'committee', months: 1, rule: 'committee-meeting.every' },
			{ kind: 'group', months: 1, rule: 'group-meeting.every' },
			{ kind: 'organisation-life', months: 12, rule: 'organisation-life.every' },
			{ kind: 'review', months: 12, rule: 'review.every' },
		]));

	test('of a committee its workers’ meeting', () =>
		expect(requiredOf(rules, { ...branch, kind: 'committee' })).toEqual([
			{ kind: 'workers', months: 3, rule: 'workers-meeting.every' },
		]));

	test.each(['general-branch', 'group'] as const)('of a %s nothing', (kind) =>
		expect(requiredOf(rules, { ...branch, kind })).toEqual([]),
	);

	test('of a branch the lecture, where somebody sets an interval', () => {
		const changed = changedBook('lecture.every', 3, '2026-01-01').at('2026-11-21');
		expect(requiredOf(changed, branch)).toContainEqual({ kind: 'lecture', months: 3, rule: 'lecture.every' });
	});
});
