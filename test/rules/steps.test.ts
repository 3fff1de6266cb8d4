import { describe, expect, test } from 'vitest';
import {
	alertsFrom,
	contactSteps,
	furthestAhead,
	letterAlerts,
	letterSteps,
	meetingAlerts,
	notTakenSteps,
	type Offset,
	rollSteps,
	silentSteps,
	stands,
	startsDue,
	transferSteps,
} from '../../src/rules/alerts.ts';
import { defaultBook } from '../../src/rules/book.ts';
import { addDays } from '../../src/rules/dates.ts';
import { changedBook } from './changed.ts';

const rules = defaultBook().at('2026-11-21');
const names = (offsets: readonly Offset[]) => offsets.map(({ step }) => step);
const count = (name: string, most: number) =>
	Array.from({ length: most }, (_, index) => `${name}-${index + 1}`);

// What has been said is remembered by the name of its step, so each has one of its own, and always the same.
describe('the names of the steps', () => {
	test('of a transfer: month 5, month 6, weekly four times, then monthly for five years', () =>
		expect(names(transferSteps(rules))).toEqual([
			'heads-up',
			'due',
			...count('week', 4),
			...count('month', 60),
		]));

	test('of contact: each half-year for five years', () =>
		expect(names(contactSteps(rules))).toEqual(count('time', 10)));

	test('of a letter, a ticket and a roll', () => {
		expect(names(letterSteps(rules))).toEqual(['first', 'second', 'last']);
		expect(names(notTakenSteps(rules))).toEqual(['not-taken']);
		expect(names(silentSteps(rules))).toEqual(['silent']);
		expect(names(rollSteps(rules))).toEqual(['roll']);
	});
});

test('a roll is due the day after its meeting, off or not', () => {
	expect(alertsFrom('2026-12-31', rollSteps(rules))).toEqual([{ step: 'roll', dueOn: '2027-01-01' }]);
});

test.each([
	['2026-12-10', ['first 2026-11-25', 'second 2026-12-07', 'last 2026-12-10']],
	// The third day before it and the day itself lie in the national holiday: both on 30 September, said once.
	['2026-10-04', ['first 2026-09-18', 'last 2026-09-30']],
	// A Sunday: the Thursday and the Friday before are two days.
	['2026-11-29', ['first 2026-11-13', 'second 2026-11-26', 'last 2026-11-27']],
])('a letter until %s is spoken of on %j', (until, alerts) => {
	expect(letterAlerts(rules, until).map(({ step, dueOn }) => `${step} ${dueOn}`)).toEqual(alerts);
});

test.each([
	['secretaries', '2026-12-10', ['first 2026-11-26', 'second 2026-12-07', 'last 2026-12-09']],
	// A Monday: the third day before is the last workday too, and is said once.
	['secretaries', '2026-12-14', ['first 2026-11-30', 'last 2026-12-11']],
	['members', '2026-12-10', ['last 2026-12-09']],
	['committee', '2026-12-10', ['last 2026-12-09']],
] as const)('a meeting for %s on %s is spoken of on %j', (invites, day, alerts) => {
	expect(meetingAlerts(rules, invites, day).map(({ step, dueOn }) => `${step} ${dueOn}`)).toEqual(alerts);
});

test.each([
	['as it comes', rules],
	[
		'with a last reminder two weeks ahead',
		changedBook('meeting.last-alert', 14, '2026-01-01').at('2026-11-21'),
	],
	[
		'with a first reminder thirty days ahead',
		changedBook('meeting.first-alert', 30, '2026-01-01').at('2026-11-21'),
	],
	[
		'with a second reminder thirty days ahead',
		changedBook('meeting.second-alert', 30, '2026-01-01').at('2026-11-21'),
	],
])('no reminder of a meeting lies further ahead than is looked for: the book %s', (_, book) => {
	for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1))
		for (const { dueOn } of meetingAlerts(book, 'secretaries', day))
			expect(dueOn >= addDays(day, -furthestAhead(book)), `${day}: ${dueOn}`).toBe(true);
});

test.each([
	['2026-11-30', []],
	['2026-12-01', ['heads-up']],
	['2026-12-31', ['heads-up']],
	['2027-01-01', ['heads-up', 'due']],
	['2027-01-08', ['heads-up', 'due', 'week-1']],
])('gone on 1 July, by %s fell due: %j', (until, steps) => {
	const alerts = alertsFrom('2026-07-01', transferSteps(rules), until);
	expect(alerts.map(({ step }) => step)).toEqual(steps);
});

test.each([
	['the same step on the same day', 'second', '2026-12-07', true],
	['the same step on another day', 'second', '2026-12-08', false],
	['another step on that day', 'first', '2026-12-07', false],
	['a step that there is not', 'fourth', '2026-12-07', false],
])('what was said stands: %s', (_, step, dueOn, still) => {
	expect(stands(letterAlerts(rules, '2026-12-10'), { step, dueOn })).toBe(still);
});

test('which starts fall due is asked of other days anew, of the same ones kept', () => {
	const steps = silentSteps(rules);
	const first = startsDue(steps, '2026-11-20', '2026-11-21');
	expect(first).toEqual([{ after: '2026-11-13', until: '2026-11-14' }]);
	expect(startsDue(steps, '2026-11-20', '2026-11-21')).toBe(first);
	expect(startsDue(steps, '2026-11-20', '2026-11-22')).toEqual([
		{ after: '2026-11-13', until: '2026-11-15' },
	]);
	expect(startsDue(steps, '2026-11-21', '2026-11-22')).toEqual([
		{ after: '2026-11-14', until: '2026-11-15' },
	]);
	expect(startsDue(steps, '2026-11-21', '2026-11-21')).toEqual([]);
});
