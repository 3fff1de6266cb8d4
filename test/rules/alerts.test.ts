import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	alertsFrom,
	contactSteps,
	firstWorkday,
	lastDayBefore,
	letterSteps,
	meetingAlerts,
	notTakenSteps,
	type Offset,
	silentSteps,
	startsDue,
	transferSteps,
} from '../../src/rules/alerts.ts';
import { defaultBook } from '../../src/rules/book.ts';
import { addDays } from '../../src/rules/dates.ts';
import { periodOf, requiredOf, unplannedAlerts } from '../../src/rules/required.ts';

const rules = defaultBook().at('2026-11-21');

const dates = (start: string, offsets: readonly Offset[], count: number) =>
	alertsFrom(start, offsets)
		.slice(0, count)
		.map(({ dueOn }) => dueOn);

describe('the steps of each alert', () => {
	test.each([
		[
			'2026-07-01',
			[
				'2026-12-01',
				'2027-01-01',
				'2027-01-08',
				'2027-01-15',
				'2027-01-22',
				'2027-01-29',
				'2027-02-28',
				'2027-03-29',
			],
		],
		[
			'2026-08-31',
			[
				'2027-01-31',
				'2027-02-28',
				'2027-03-07',
				'2027-03-14',
				'2027-03-21',
				'2027-03-28',
				'2027-04-28',
				'2027-05-28',
			],
		],
		[
			'2027-08-30',
			[
				'2028-01-30',
				'2028-02-29',
				'2028-03-07',
				'2028-03-14',
				'2028-03-21',
				'2028-03-28',
				'2028-04-28',
				'2028-05-28',
			],
		],
		[
			'2028-02-29',
			[
				'2028-07-29',
				'2028-08-29',
				'2028-09-05',
				'2028-09-12',
				'2028-09-19',
				'2028-09-26',
				'2028-10-26',
				'2028-11-26',
			],
		],
	])('a transfer, away since %s', (since, expected) =>
		expect(dates(since, transferSteps(rules), 8)).toEqual(expected),
	);

	test.each([
		['2026-12-10', ['2026-11-25', '2026-12-07', '2026-12-10']],
		// 27 February is a Sunday.
		['2028-03-01', ['2028-02-15', '2028-02-25', '2028-03-01']],
		// A Sunday; both steps before it lie on workdays.
		['2026-11-29', ['2026-11-13', '2026-11-26', '2026-11-27']],
	])('a letter until %s', (until, expected) => expect(dates(until, letterSteps(rules), 3)).toEqual(expected));

	test.each([
		['2026-05-31', ['2026-11-30', '2027-05-31']],
		['2026-08-31', ['2027-02-28', '2027-08-31']],
	])('contact last on %s', (last, expected) => expect(dates(last, contactSteps(rules), 2)).toEqual(expected));

	test.each([
		['2026-11-26', '2026-11-27'],
		['2026-11-27', '2026-11-30'],
		['2026-11-29', '2026-11-30'],
		['2026-09-30', '2026-10-08'],
	])('a ticket opened on %s is late on %s', (opened, late) =>
		expect(dates(opened, notTakenSteps(rules), 1)).toEqual([late]),
	);

	test('a word is due after 7 days', () =>
		expect(dates('2026-12-28', silentSteps(rules), 1)).toEqual(['2027-01-04']));

	test.each([
		['2026-12-10', '2026-12-09', 'a Thursday'],
		['2026-12-14', '2026-12-11', 'a Monday: the Friday before'],
		['2026-12-13', '2026-12-12', 'a Sunday: the Saturday before, though it is off'],
		['2026-12-12', '2026-12-11', 'a Saturday'],
		['2026-10-08', '2026-09-30', 'after the national holiday'],
		['2026-10-10', '2026-10-09', 'a Saturday that is worked'],
	])('the last reminder of a meeting on %s goes out on %s (%s)', (day, last) =>
		expect(lastDayBefore(rules, day)).toBe(last),
	);

	test('14, 3 and 1 days before a workers’ meeting; a branch’s the last one only', () => {
		expect(meetingAlerts(rules, 'secretaries', '2026-12-10').map(({ dueOn }) => dueOn)).toEqual([
			'2026-11-26',
			'2026-12-07',
			'2026-12-09',
		]);
		expect(meetingAlerts(rules, 'members', '2026-12-10')).toHaveLength(1);
		// The last workday comes before the third day: nothing is said in the holiday.
		expect(meetingAlerts(rules, 'secretaries', '2026-10-08').map(({ step }) => step)).toEqual([
			'first',
			'last',
		]);
	});

	test.each([
		['2026-10-15', '2026-10-08'],
		['2026-12-31', '2026-10-08'],
		['2027-01-01', '2027-01-04'],
		['2026-04-01', '2026-04-01'],
	])('the first workday of the quarter of %s is %s', (date, day) => expect(firstWorkday(date)).toBe(day));
});

describe('what is required', () => {
	const kinds = (fullMembers: number, groups = 0) =>
		requiredOf(rules, { kind: 'branch', fullMembers, groups }).map(({ kind }) => kind);

	test('a committee of its own from seven full members on, groups only where there are any', () => {
		expect(kinds(6)).not.toContain('committee');
		expect(kinds(7)).toContain('committee');
		expect(kinds(3)).not.toContain('group');
		expect(kinds(3, 1)).toContain('group');
		expect(
			requiredOf(rules, { kind: 'committee', fullMembers: 0, groups: 0 }).map(({ kind }) => kind),
		).toEqual(['workers']);
	});

	test.each([
		['2026-11-21', 1, '2026-11-01', '2026-11-30', ['2026-11-20']],
		['2028-02-29', 1, '2028-02-01', '2028-02-29', ['2028-02-19']],
		['2026-11-21', 3, '2026-10-01', '2026-12-31', ['2026-12-01', '2026-12-21']],
		['2026-01-01', 3, '2026-01-01', '2026-03-31', ['2026-03-01', '2026-03-21']],
		['2026-11-21', 12, '2026-01-01', '2026-12-31', ['2026-12-01', '2026-12-21']],
	])('the period of %s, %i month(s)', (date, months, from, last, alerts) => {
		const period = periodOf(date, months);
		expect(period).toEqual({ months, from, last });
		expect(unplannedAlerts(rules, period)).toEqual(alerts);
	});
});

describe('which starts fall due between two days', () => {
	const anyDate = fc.integer({ min: 0, max: 1600 }).map((days) => addDays('2026-01-01', days));

	test.each([
		['transfer', transferSteps(rules).slice(0, 12)],
		['contact', contactSteps(rules).slice(0, 4)],
		['letter', letterSteps(rules)],
		['not taken', notTakenSteps(rules)],
	])('%s: exactly those that one would find by trying', (_, offsets) => {
		fc.assert(
			fc.property(
				anyDate,
				fc.integer({ min: 1, max: 40 }),
				fc.integer({ min: -20, max: 420 }),
				(after, days, back) => {
					const until = addDays(after, days);
					const start = addDays(after, -back);
					const found = startsDue(offsets, after, until).some(
						(span) => start > span.after && start <= span.until,
					);
					const tried = offsets.some(({ on }) => on(start) > after && on(start) <= until);
					expect(found).toBe(tried);
				},
			),
			{ numRuns: 150 },
		);
	});
});
