import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
	daysBetween,
	instantOn,
	instantsOfDays,
	localDate,
	quarterDays,
	quarterOf,
} from '../../src/rules/dates.ts';

const zone = 'Asia/Shanghai';
const at = (local: string) => Date.parse(`${local}+08:00`);

test.each([
	['2026-11-21', 0, '2026-11-21T00:00'],
	['2026-11-21', 59, '2026-11-21T00:59'],
	['2026-11-21', 60, '2026-11-21T01:00'],
	['2026-11-21', 510, '2026-11-21T08:30'],
	['2026-11-21', 1439, '2026-11-21T23:59'],
])('%s and %i minutes is %s there', (date, minute, local) => {
	expect(instantOn(date, zone, minute)).toBe(at(local));
	expect(localDate(at(local), zone)).toBe(date);
});

test('a day ends where the next one begins', () => {
	expect(localDate(at('2026-11-22T00:00') - 1, zone)).toBe('2026-11-21');
	expect(localDate(at('2026-11-22T00:00'), zone)).toBe('2026-11-22');
	expect(localDate(at('2026-11-22T00:00'), 'UTC')).toBe('2026-11-21');
});

test.each([
	['2026-11-21', '2026-11-21', '2026-11-22'],
	['2026-11-01', '2026-11-30', '2026-12-01'],
	['2028-02-28', '2028-02-29', '2028-03-01'],
])('the days from %s to %s end where %s begins', (first, last, next) => {
	expect(instantsOfDays(first, last, zone)).toEqual({
		from: at(`${first}T00:00`),
		until: at(`${next}T00:00`),
	});
});

test.each([
	['2026-01-01', '2026-03-31', 1, '2026-01-01', '2026-04-01'],
	['2026-04-01', '2026-06-30', 2, '2026-04-01', '2026-07-01'],
	['2026-07-01', '2026-09-30', 3, '2026-07-01', '2026-10-01'],
	['2026-10-01', '2026-12-31', 4, '2026-10-01', '2027-01-01'],
])('%s to %s is quarter %i', (first, last, quarter, from, until) => {
	expect(quarterOf(first)).toEqual({ year: 2026, quarter });
	expect(quarterOf(last)).toEqual({ year: 2026, quarter });
	expect(quarterDays({ year: 2026, quarter })).toEqual({ from, until });
});

test.each([
	['2026-11-21', '2026-11-21', 0],
	['2026-12-31', '2027-01-01', 1],
	['2027-01-01', '2026-12-31', -1],
	['2027-12-31', '2028-12-31', 366],
])('from %s to %s: %i days', (from, to, days) => expect(daysBetween(from, to)).toBe(days));

test('around midnight the date is the one of that instant, whatever was asked before, in every zone', () => {
	const days = fc
		.integer({ min: 0, max: 45_000 })
		.map((by) => Temporal.PlainDate.from('1973-01-01').add({ days: by }));
	const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
	fc.assert(
		fc.property(days, zones, (day, each) => {
			const midnight = day.toZonedDateTime(each).epochMilliseconds;
			for (const by of [1, -1, 0, -900_000, 899_999, -1]) {
				const there = Temporal.Instant.fromEpochMilliseconds(midnight + by).toZonedDateTimeISO(each);
				expect(localDate(midnight + by, each)).toBe(there.toPlainDate().toString());
			}
		}),
		{ numRuns: 2_000 },
	);
});
