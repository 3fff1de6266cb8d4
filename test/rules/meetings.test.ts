import { expect, test } from 'vitest';
import { defaultBook } from '../../src/rules/book.ts';
import {
	checkInHours,
	checkInWindow,
	invitesOf,
	isNewer,
	MEETING_KINDS,
	type MeetingKind,
	rollWithin,
} from '../../src/rules/meetings.ts';
import { changedBook } from './changed.ts';

const zone = 'Asia/Shanghai';
const house = { book: defaultBook(), zone };
const at = (local: string) => Date.parse(`${local}+08:00`);
const START = at('2026-11-25T15:00');

test.each<[readonly MeetingKind[], string]>([
	[['workers'], 'secretaries'],
	[['theme-day', 'workers'], 'secretaries'],
	[['committee'], 'committee'],
	[['committee', 'lecture'], 'members'],
	[['lecture', 'committee'], 'members'],
	[['members'], 'members'],
	[['theme-day', 'members', 'lecture'], 'members'],
	[['other'], 'members'],
	[[], 'members'],
])('a meeting of the kinds %j is for %s', (kinds, invites) => {
	expect(invitesOf(kinds)).toBe(invites);
});

test('every kind of DOMAIN is known once', () => {
	expect([...MEETING_KINDS].sort()).toEqual([
		'committee',
		'group',
		'lecture',
		'members',
		'organisation-life',
		'other',
		'review',
		'theme-day',
		'workers',
	]);
});

test.each([
	['2026-11-25T14:29:59.999', 'early'],
	['2026-11-25T14:30', 'open'],
	['2026-11-25T15:00', 'open'],
	['2026-11-26T03:00', 'open'],
	['2026-11-26T03:00:00.001', 'late'],
])('attendance of a meeting at 15:00 reported at %s is %s', (local, said) => {
	expect(checkInWindow(house, START, at(local))).toBe(said);
});

test('the hours of a meeting are those of the rule of its day', () => {
	const changed = { book: changedBook('check-in.before', 60, '2026-11-25'), zone };
	expect(checkInHours(changed, START)).toEqual({
		from: at('2026-11-25T14:00'),
		until: at('2026-11-26T03:00'),
	});
	const before = at('2026-11-24T15:00');
	expect(checkInHours(changed, before).from).toBe(at('2026-11-24T14:30'));
});

test('what was said earlier never overwrites what was said later', () => {
	expect(isNewer(5, null)).toBe(true);
	expect(isNewer(5, 4)).toBe(true);
	expect(isNewer(5, 5)).toBe(true);
	expect(isNewer(5, 6)).toBe(false);
});

test('a roll is offered for thirty days', () => {
	expect(rollWithin(house.book.at('2026-11-25'))).toBe(30 * 86_400_000);
});
