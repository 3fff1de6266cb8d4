import { describe, expect, test } from 'vitest';
import { defaultBook } from '../../src/rules/book.ts';
import {
	clockState,
	contactDue,
	floatAge,
	floatClock,
	relationFollows,
	timeAway,
} from '../../src/rules/floats.ts';

const rules = defaultBook().at('2026-11-21');

describe('the transfer clock counts calendar months', () => {
	test.each([
		['2026-07-01', '2026-12-01', '2027-01-01'],
		['2026-01-31', '2026-06-30', '2026-07-31'],
		['2026-08-31', '2027-01-31', '2027-02-28'],
		['2026-08-29', '2027-01-29', '2027-02-28'],
		['2027-08-31', '2028-01-31', '2028-02-29'],
		['2027-08-29', '2028-01-29', '2028-02-29'],
		['2028-02-29', '2028-07-29', '2028-08-29'],
		['2026-09-30', '2027-02-28', '2027-03-30'],
		['2026-12-31', '2027-05-31', '2027-06-30'],
	])('gone on %s: heads-up on %s, due on %s', (since, headsUp, due) => {
		expect(floatClock(rules, since)).toEqual({ headsUp, due, floatingFrom: due });
	});
});

test.each([
	['2026-07-01', '2026-11-30', 'running', 'away'],
	['2026-07-01', '2026-12-01', 'soon', 'away'],
	['2026-07-01', '2026-12-31', 'soon', 'away'],
	['2026-07-01', '2027-01-01', 'due', 'floating'],
	['2026-07-01', '2027-01-02', 'due', 'floating'],
	['2027-08-31', '2028-02-28', 'soon', 'away'],
	['2027-08-31', '2028-02-29', 'due', 'floating'],
	['2026-08-31', '2027-02-27', 'soon', 'away'],
	['2026-08-31', '2027-02-28', 'due', 'floating'],
] as const)('gone on %s, on %s: %s, %s', (since, today, state, age) => {
	expect(clockState(rules, since, today)).toBe(state);
	expect(floatAge(rules, since, today)).toBe(age);
});

test.each([
	['2026-07-01', '2026-07-01', 0, 0],
	['2026-07-01', '2026-07-31', 0, 30],
	['2026-07-01', '2026-08-01', 1, 31],
	['2026-08-31', '2027-02-27', 5, 180],
	['2026-08-31', '2027-02-28', 6, 181],
	['2026-12-01', '2026-11-21', 0, -10],
	['2020-02-29', '2026-02-28', 72, 2191],
])('from %s to %s: %i months, %i days', (since, today, months, days) => {
	expect(timeAway(since, today)).toEqual({ months, days });
});

test('contact is due half a year after the last, or after they went', () => {
	expect(contactDue(rules, '2026-08-31', null)).toBe('2027-02-28');
	expect(contactDue(rules, '2026-01-01', '2026-10-05')).toBe('2027-04-05');
});

// DOMAIN «which paper»: where place or time are uncertain, the activity card takes the transfer's place.
test.each([
	[true, true],
	[null, true],
	[false, false],
])('the relation of somebody at a fixed place (%s) follows: %s', (fixed, follows) => {
	expect(relationFollows({ fixed })).toBe(follows);
});
