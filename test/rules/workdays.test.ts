import { describe, expect, test } from 'vitest';
import {
	addWorkdays,
	isWorkday,
	knowsHolidays,
	workdayFrom,
	workdayUntil,
} from '../../src/rules/workdays.ts';

describe('workdays', () => {
	test.each([
		['2026-09-30', true, 'the last day before the national holiday'],
		['2026-10-01', false, 'the national day'],
		['2026-10-07', false, 'a Wednesday, the last day of the holiday'],
		['2026-10-08', true, 'the first workday after it'],
		['2026-10-10', true, 'a Saturday that is worked'],
		['2026-10-11', false, 'the Sunday after it'],
		['2026-02-14', true, 'a Saturday before the spring festival that is worked'],
		['2026-02-16', false, 'the spring festival'],
		['2026-02-28', true, 'a Saturday that is worked'],
		['2026-11-21', false, 'a Saturday'],
		['2026-11-22', false, 'a Sunday'],
		['2026-11-23', true, 'a Monday'],
		['2024-02-29', true, 'the leap day, a Thursday'],
	])('%s: %s (%s)', (date, works) => expect(isWorkday(date)).toBe(works));

	test.each([
		['2027-01-01', false],
		['2027-01-04', true],
		['2027-02-05', true],
		['2027-02-06', false],
		['2027-05-01', false],
		['2027-05-03', true],
		['2027-09-30', true],
		['2027-10-01', false],
		['2027-10-02', false],
		['2027-10-03', false],
		['2027-10-04', true],
		// In 2029 labour day and the second and third national day are no weekend.
		['2029-01-01', false],
		['2029-01-02', true],
		['2029-05-01', false],
		['2029-05-02', true],
		['2029-10-01', false],
		['2029-10-02', false],
		['2029-10-03', false],
		['2029-10-04', true],
		['2032-10-01', false],
	])('of a year that is not announced only weekends and five holidays are off: %s %s', (date, works) => {
		expect(knowsHolidays(Number(date.slice(0, 4)))).toBe(false);
		expect(isWorkday(date)).toBe(works);
	});

	test.each([
		['2026-10-01', '2026-10-08', '2026-09-30'],
		['2026-10-10', '2026-10-10', '2026-10-10'],
		['2026-10-11', '2026-10-12', '2026-10-10'],
		['2027-01-01', '2027-01-04', '2026-12-31'],
	])('%s: the next workday is %s, the last %s', (date, next, last) => {
		expect(workdayFrom(date)).toBe(next);
		expect(workdayUntil(date)).toBe(last);
	});

	test.each([
		['2026-11-26', 1, '2026-11-27'],
		['2026-11-27', 1, '2026-11-30'],
		['2026-11-28', 1, '2026-11-30'],
		['2026-09-30', 1, '2026-10-08'],
		['2026-10-09', 1, '2026-10-10'],
		['2026-10-09', 2, '2026-10-12'],
	])('%s and %i workday(s): %s', (date, count, then) => expect(addWorkdays(date, count)).toBe(then));
});
