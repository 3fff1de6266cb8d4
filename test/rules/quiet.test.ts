import { describe, expect, test } from 'vitest';
import { defaultBook } from '../../src/rules/book.ts';
import { houseHours, nextOpen, nextOpening, openDay } from '../../src/rules/quiet.ts';
import { shanghai } from '../reminders/moments.ts';

const HOUSE_HOURS = houseHours(defaultBook().at('2026-11-21'));
const zone = 'Asia/Shanghai';
const NIGHT = { from: 22 * 60, until: 6 * 60 };
const EVENING = { from: 18 * 60, until: 21 * 60 };

describe('the house hours, 08:30–20:00 on workdays', () => {
	test.each([
		['2026-11-23 08:29', '2026-11-23 08:30'],
		['2026-11-23 08:30', '2026-11-23 08:30'],
		['2026-11-23 19:59', '2026-11-23 19:59'],
		['2026-11-23 20:00', '2026-11-24 08:30'],
		['2026-11-27 20:00', '2026-11-30 08:30'],
		['2026-11-28 12:00', '2026-11-30 08:30'],
		['2026-09-30 20:00', '2026-10-08 08:30'],
		['2026-10-09 21:00', '2026-10-10 08:30'],
		['2026-12-31 23:59', '2027-01-04 08:30'],
	])('at %s the next moment is %s', (at, next) => {
		expect(nextOpen(shanghai(at), { hours: HOUSE_HOURS, zone })).toBe(shanghai(next));
	});

	test('on a day off where that may be', () => {
		const rhythm = { hours: HOUSE_HOURS, zone, anyDay: true };
		expect(nextOpen(shanghai('2026-11-28 12:00'), rhythm)).toBe(shanghai('2026-11-28 12:00'));
		expect(nextOpen(shanghai('2026-11-28 21:00'), rhythm)).toBe(shanghai('2026-11-29 08:30'));
	});

	test('the next beginning is never this one', () => {
		const rhythm = { hours: HOUSE_HOURS, zone };
		expect(nextOpening(shanghai('2026-11-23 08:30'), rhythm)).toBe(shanghai('2026-11-24 08:30'));
		expect(nextOpening(shanghai('2026-11-23 08:29'), rhythm)).toBe(shanghai('2026-11-23 08:30'));
	});
});

describe('own hours', () => {
	test.each([
		['2026-11-23 09:00', '2026-11-23 18:00'],
		['2026-11-23 18:00', '2026-11-23 18:00'],
		['2026-11-23 21:00', '2026-11-24 18:00'],
		['2026-11-27 21:00', '2026-11-30 18:00'],
	])('in the evening: at %s the next moment is %s', (at, next) => {
		expect(nextOpen(shanghai(at), { hours: EVENING, zone })).toBe(shanghai(next));
	});

	// A night belongs to the day it begins on: Friday's lasts into Saturday, Sunday's does not exist.
	test.each([
		['2026-11-23 21:59', '2026-11-23 22:00', undefined],
		['2026-11-23 22:00', '2026-11-23 22:00', '2026-11-23'],
		['2026-11-24 05:59', '2026-11-24 05:59', '2026-11-23'],
		['2026-11-24 06:00', '2026-11-24 22:00', undefined],
		['2026-11-28 03:00', '2026-11-28 03:00', '2026-11-27'],
		['2026-11-28 22:30', '2026-11-30 22:00', undefined],
		['2026-11-30 03:00', '2026-11-30 22:00', undefined],
	])('on night shift: at %s the next moment is %s', (at, next, day) => {
		const rhythm = { hours: NIGHT, zone };
		expect(nextOpen(shanghai(at), rhythm)).toBe(shanghai(next));
		expect(openDay(shanghai(at), rhythm)).toBe(day);
	});
});
