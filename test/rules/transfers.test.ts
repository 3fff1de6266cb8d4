import { describe, expect, test } from 'vitest';
import { defaultBook } from '../../src/rules/book.ts';
import {
	actorNow,
	decide,
	isSettled,
	isUnderWay,
	letterEnd,
	letterOver,
	mayWriteLetter,
	responsible,
	type Stage,
	type Step,
	stepsFrom,
	waitedDays,
} from '../../src/rules/transfers.ts';

const TODAY = '2027-01-20';
const at = (stage: Stage, letterUntil: string | null = null, exemptUntil: string | null = null) => ({
	stage,
	letterUntil,
	exemptUntil,
});

const STAGES: readonly Stage[] = ['started', 'letter', 'received', 'back', 'exempt', 'done'];
const STEPS: readonly Step[] = ['letter', 'receive', 'send-back', 'exempt', 'restart', 'finish'];
const LEGAL: Readonly<Record<string, Stage>> = {
	'started letter': 'letter',
	'started exempt': 'exempt',
	'letter receive': 'received',
	'letter send-back': 'back',
	'received finish': 'done',
	'back restart': 'started',
	'back exempt': 'exempt',
	'exempt restart': 'started',
};

describe.each(STAGES)('from %s', (stage) => {
	test.each(STEPS)('%s', (step) => {
		const leads = LEGAL[`${stage} ${step}`];
		const decision = decide(at(stage, '2027-02-01'), step, TODAY);
		if (leads) expect(decision).toEqual({ kind: 'to', stage: leads });
		else expect(decision).toEqual({ kind: 'not-now', possible: stepsFrom(at(stage, '2027-02-01'), TODAY) });
	});

	test('what is possible is just what can be done', () => {
		const can = STEPS.filter((step) => decide(at(stage), step, TODAY).kind === 'to');
		expect([...stepsFrom(at(stage), TODAY)].sort()).toEqual(can.sort());
	});
});

test.each([
	['2027-01-19', true],
	['2027-01-20', false],
	['2027-01-21', false],
])('a letter good until %s is over on 20 January: %s', (until, over) => {
	expect(letterOver(at('letter', until), TODAY)).toBe(over);
	expect(decide(at('letter', until), 'receive', TODAY).kind).toBe(over ? 'letter-over' : 'to');
	expect(decide(at('letter', until), 'letter', TODAY).kind).toBe(over ? 'to' : 'not-now');
	expect(decide(at('letter', until), 'send-back', TODAY).kind).toBe('to');
	expect(actorNow(at('letter', until), TODAY)).toBe(over ? 'home-committee' : 'receiving');
});

test.each([
	['started', 'home-committee', 'home', true],
	['letter', 'receiving', 'home', true],
	['received', 'home-branch', 'receiving', true],
	['back', 'home-branch', 'home', false],
	['exempt', 'nobody', 'home', false],
	['done', 'nobody', 'receiving', false],
] as const)('%s: %s acts, the %s side is responsible', (stage, actor, side, underWay) => {
	expect(actorNow(at(stage), TODAY)).toBe(actor);
	expect(responsible(stage)).toBe(side);
	expect(isUnderWay(stage)).toBe(underWay);
});

test.each([
	['2027-01-14', 6],
	['2027-01-20', 0],
	['2027-01-21', 0],
])('since %s they have waited %i days', (since, days) => {
	expect(waitedDays({ ...at('started'), stageOn: since }, TODAY)).toBe(days);
});

test('what ran out has waited since it did', () => {
	expect(waitedDays({ ...at('letter', '2027-01-18'), stageOn: '2026-12-19' }, TODAY)).toBe(2);
	expect(waitedDays({ ...at('exempt', null, '2027-01-10'), stageOn: '2026-12-19' }, TODAY)).toBe(10);
});

test.each([
	['2027-01-19', 'home-branch', true],
	['2027-01-20', 'nobody', false],
	['2027-01-21', 'nobody', false],
	[null, 'nobody', false],
] as const)('put off until %s: %s acts', (until, actor, again) => {
	expect(actorNow(at('exempt', null, until), TODAY)).toBe(actor);
	expect(decide(at('exempt', null, until), 'exempt', TODAY).kind).toBe(again ? 'to' : 'not-now');
	expect(decide(at('exempt', null, until), 'restart', TODAY).kind).toBe('to');
});

test.each([
	['started', null, true],
	['letter', null, true],
	['received', null, true],
	['back', null, false],
	['done', null, false],
	['exempt', null, true],
	['exempt', '2027-01-20', true],
	['exempt', '2027-01-19', false],
] as const)('%s, put off until %s: nothing to begin %s', (stage, until, settled) => {
	expect(isSettled(at(stage, null, until), TODAY)).toBe(settled);
});

test.each([
	['2027-01-20', undefined, '2027-02-19'],
	['2028-01-30', undefined, '2028-02-29'],
	['2027-01-20', '2027-01-19', undefined],
	['2027-01-20', '2027-01-20', '2027-01-20'],
	['2027-01-20', '2027-04-20', '2027-04-20'],
	['2027-01-20', '2027-04-21', undefined],
	['2026-11-30', '2027-02-28', '2027-02-28'],
	['2026-11-30', '2027-03-01', undefined],
	['2027-11-30', '2028-02-29', '2028-02-29'],
])('a letter of %s, wanted until %s, is good until %s', (on, wanted, end) => {
	expect(letterEnd(defaultBook().at(on), on, wanted)).toBe(end);
});

test('a letter is the committee’s: no secretary, no officer of a branch, none of another committee', () => {
	const committees = [7];
	expect(mayWriteLetter([{ role: 'officer', branchId: 7 }], committees)).toBe(true);
	expect(mayWriteLetter([{ role: 'officer', branchId: null }], committees)).toBe(true);
	expect(mayWriteLetter([{ role: 'secretary', branchId: 7 }], committees)).toBe(false);
	expect(mayWriteLetter([{ role: 'officer', branchId: 3 }], committees)).toBe(false);
	expect(mayWriteLetter([{ role: 'officer', branchId: 3 }], [])).toBe(false);
});

test('an officer may write it whatever else they hold', () => {
	const roles = [
		{ role: 'secretary', branchId: 3 },
		{ role: 'officer', branchId: 7 },
	] as const;
	expect(mayWriteLetter(roles, [7])).toBe(true);
});

describe('a letter that is over', () => {
	const over = at('letter', '2027-01-19');

	test('is written anew or sent back', () => {
		expect(decide(over, 'letter', TODAY)).toEqual({ kind: 'to', stage: 'letter' });
		expect(decide(over, 'send-back', TODAY)).toEqual({ kind: 'to', stage: 'back' });
		const possible = ['letter', 'send-back'];
		expect(decide(over, 'receive', TODAY)).toEqual({ kind: 'letter-over', possible });
		expect(decide(over, 'finish', TODAY)).toEqual({ kind: 'not-now', possible });
	});

	test('leaves something to begin; one that is good or was never dated does not', () => {
		expect(isSettled(over, TODAY)).toBe(false);
		expect(isSettled(at('letter', TODAY), TODAY)).toBe(true);
	});
});

test('what was put off for a time that is over is begun, or put off once more', () => {
	const over = at('exempt', null, '2027-01-19');
	expect(decide(over, 'restart', TODAY)).toEqual({ kind: 'to', stage: 'started' });
	expect(decide(over, 'exempt', TODAY)).toEqual({ kind: 'to', stage: 'exempt' });
	expect(stepsFrom(over, TODAY)).toEqual(['restart', 'exempt']);
});

// The letter that was received, and the time that was put off before it began anew, lie behind.
test.each<[Stage, string, Step]>([
	['started', 'home-committee', 'receive'],
	['received', 'home-branch', 'receive'],
	['back', 'home-branch', 'receive'],
	['done', 'nobody', 'receive'],
])('%s: an old date of its letter or its delay changes nothing', (stage, actor, step) => {
	const old = at(stage, '2026-12-01', '2026-12-01');
	expect(letterOver(old, TODAY)).toBe(false);
	expect(actorNow(old, TODAY)).toBe(actor);
	expect(stepsFrom(old, TODAY)).toEqual(stepsFrom(at(stage), TODAY));
	expect(decide(old, step, TODAY).kind).toBe('not-now');
	expect(isSettled(old, TODAY)).toBe(isSettled(at(stage), TODAY));
	expect(waitedDays({ ...old, stageOn: '2027-01-10' }, TODAY)).toBe(10);
});

test.each<[Stage, readonly Step[]]>([
	['started', ['letter', 'exempt']],
	['letter', ['receive', 'send-back']],
	['received', ['finish']],
	['back', ['restart', 'exempt']],
	['exempt', ['restart']],
	['done', []],
])('from %s the likeliest step comes first', (stage, steps) => {
	expect(stepsFrom(at(stage), TODAY)).toEqual(steps);
});
