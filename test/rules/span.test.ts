import { expect, test } from 'vitest';
import { addDays, addMonths, before, monthsBefore, spanOf } from '../../src/rules/dates.ts';

const Q4 = { year: 2026, quarter: 4 };

test.each([
	['2026-09-30', 'ahead', '2026-09-30'],
	['2026-10-01', 'running', '2026-10-01'],
	['2026-12-31', 'running', '2026-12-31'],
	['2027-01-01', 'over', '2026-12-31'],
])('on %s the fourth quarter is %s, counted until %s', (today, state, asOf) => {
	expect(spanOf(Q4, today)).toEqual({ ...Q4, from: '2026-10-01', until: '2027-01-01', asOf, state });
});

test('before the first quarter comes the fourth of the year before', () => {
	expect(before({ year: 2026, quarter: 1 })).toEqual({ year: 2025, quarter: 4 });
	expect(before(Q4)).toEqual({ year: 2026, quarter: 3 });
});

test.each([
	['2026-11-21', 6, '2026-05-21'],
	['2027-02-27', 6, '2026-08-27'],
	['2027-02-28', 6, '2026-08-31'],
	['2028-02-29', 6, '2027-08-31'],
	['2026-11-30', 6, '2026-05-31'],
	['2026-10-31', 6, '2026-04-30'],
])('on %s %i months are over for who went on %s or before', (day, months, last) => {
	expect(monthsBefore(day, months)).toBe(last);
	expect(addMonths(last, months) <= day).toBe(true);
	expect(addMonths(addDays(last, 1), months) > day).toBe(true);
});
