import { describe, expect, test } from 'vitest';
import { rulesBlock } from '../../src/cards/why.ts';
import { createWords } from '../../src/locales/index.ts';
import { contactSteps, silentSteps, transferSteps } from '../../src/rules/alerts.ts';
import { defaultBook, openBook, type RuleKey } from '../../src/rules/book.ts';
import { checkInHours, checkInWindow } from '../../src/rules/meetings.ts';
import { shanghai } from '../reminders/moments.ts';
import { changedBook } from './changed.ts';

const book = defaultBook();
const today = book.at('2026-11-21');

describe('a number that was changed on a day', () => {
	const changed = changedBook('contact.every', 3, '2026-07-01');

	test.each([
		['2018-01-01', 6],
		['2026-06-30', 6],
		['2026-07-01', 3],
		['2030-01-01', 3],
	])('on %s it is %i', (day, value) => expect(changed.at(day).value('contact.every')).toBe(value));

	test('leaves all others as they were, and the book it came from', () => {
		expect(changed.at('2026-07-01').value('transfer.due')).toBe(6);
		expect(book.at('2026-07-01').value('contact.every')).toBe(6);
	});

	test('what follows from it is worked out for each time', () => {
		const [before, after] = ['2026-06-30', '2026-07-01'].map((day) => contactSteps(changed.at(day)));
		expect(before?.[0]?.on('2026-01-31')).toBe('2026-07-31');
		expect(after?.[0]?.on('2026-01-31')).toBe('2026-04-30');
		// Five years are counted after, however often.
		expect(after?.at(-1)?.on('2026-01-31')).toBe(before?.at(-1)?.on('2026-01-31'));
		expect(contactSteps(changed.at('2026-01-01'))).toBe(before);
	});

	test('twice in a book: the later version holds, in whatever order they stand', () => {
		const twice = openBook(
			[changedBook('ticket.silent', 5, '2026-09-01'), changedBook('ticket.silent', 3, '2026-03-01')].flatMap(
				({ rules }) => rules,
			),
		);
		expect(
			['2026-02-28', '2026-03-01', '2026-08-31', '2026-09-01'].map((day) =>
				silentSteps(twice.at(day))[0]?.on('2026-01-01'),
			),
		).toEqual(['2026-01-08', '2026-01-04', '2026-01-04', '2026-01-06']);
	});
});

test('a rule is as it first was on days before its first date', () => {
	expect(book.at('2010-01-01').value('members-meeting.every')).toBe(3);
	expect(book.at('2010-01-01').rule('float.from').since).toBe('2024-11-11');
});

test('attendance is reported by the hours of the meeting’s day', () => {
	const house = { book: changedBook('check-in.before', 60, '2026-11-22'), zone: 'Asia/Shanghai' };
	const [old, changed] = [shanghai('2026-11-21 15:00'), shanghai('2026-11-22 15:00')];
	expect(checkInHours(house, old).from).toBe(shanghai('2026-11-21 14:30'));
	expect(checkInWindow(house, old, shanghai('2026-11-21 14:29'))).toBe('early');
	expect(checkInWindow(house, old, shanghai('2026-11-21 14:30'))).toBe('open');
	expect(checkInWindow(house, changed, shanghai('2026-11-22 13:59'))).toBe('early');
	expect(checkInWindow(house, changed, shanghai('2026-11-22 14:00'))).toBe('open');
	expect(checkInWindow(house, changed, shanghai('2026-11-23 03:00'))).toBe('open');
	expect(checkInWindow(house, changed, shanghai('2026-11-23 03:01'))).toBe('late');
});

test('a rule that sets no number has none to give', () => {
	expect(today.rule('contact.inland')).toMatchObject({ value: null, standing: 'verified', articles: [32] });
	expect(() => openBook([]).at('2026-11-21').rule('contact.inland')).toThrow('no rule contact.inland');
	const worded = book.rules.filter(({ key }) => key === 'contact.inland');
	const wrong = openBook(worded.map((rule) => ({ ...rule, key: 'contact.every' })));
	expect(() => wrong.at('2026-11-21').value('contact.every')).toThrow(
		'the rule contact.every sets no number',
	);
});

describe('how it is said', () => {
	const t = createWords('zh-CN');
	const said = (key: RuleKey, rules = today) => JSON.stringify(rulesBlock(t, rules, [key]));

	test.each<[RuleKey, string]>([
		['members-meeting.every', '支部党员大会一般每季度召开一次（《中国共产党支部工作条例（试行）》第11条）'],
		['committee-meeting.every', '支委会一般每月召开一次'],
		['group-meeting.every', '党小组会一般每月召开一次'],
		['review.every', '民主评议党员一般每年一次'],
		['theme-day.every', '主题党日每月固定一天'],
	])('%s: no 至少 where the rule has none', (key, words) => {
		expect(said(key)).toContain(words);
		expect(said(key)).not.toContain('至少');
	});

	test.each<[RuleKey, string]>([
		['organisation-life.every', '组织生活会每年至少一次，一般安排在第四季度'],
		['contact.abroad', '每半年至少联系一次'],
	])('%s: at least, where the rule says so', (key, words) => expect(said(key)).toContain(words));

	test('what is second-hand, or no general rule, is marked and explained; what is verified or ours is not', () => {
		expect(said('letter.longest')).toMatch(/45号，二手引用）.*没有核对原文/);
		expect(said('expected.not-counted')).toContain('二手引用');
		expect(said('letter.valid')).toMatch(/一些地方的做法，不是统一规定）.*口径为准/);
		for (const key of ['transfer.due', 'contact.every'] as const)
			expect(said(key)).not.toMatch(/二手引用|不是统一规定/);
	});

	test('a changed number is said as it is', () => {
		const changed = changedBook('members-meeting.every', 2, '2027-01-01');
		expect(said('members-meeting.every', changed.at('2027-01-01'))).toContain('一般每2个月召开一次');
		expect(said('members-meeting.every', changed.at('2026-12-31'))).toContain('一般每季度召开一次');
	});

	test.each(['zh-CN', 'en'] as const)('every rule there is can be said in %s', (locale) => {
		const words = createWords(locale);
		for (const { key } of book.rules)
			expect(JSON.stringify(rulesBlock(words, today, [key]))).not.toMatch(/[{]\w+[}]|undefined|null/);
	});
});

test('the steps of a transfer follow the number of weeks', () => {
	const steps = transferSteps(changedBook('transfer.weekly', 1, '2026-01-01').at('2026-01-01'));
	expect(steps.slice(0, 4).map(({ step, on }) => `${step} ${on('2026-07-01')}`)).toEqual([
		'heads-up 2026-12-01',
		'due 2027-01-01',
		'week-1 2027-01-08',
		'month-1 2027-02-08',
	]);
});
