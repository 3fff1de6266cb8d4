import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { takeDayBehind, takeDayUntil } from '../../src/bot/arguments/index.ts';
import { Said } from '../../src/bot/said.ts';

/** A Saturday. */
const TODAY = '2026-11-21';

describe('the day something began', () => {
	test.each([
		['深圳 7月1日起', '2026-07-01', '深圳'],
		['7月1日去的深圳', '2026-07-01', '深圳'],
		['去年10月起 苏州', '2025-10-01', '苏州'],
		['7月份 苏州', '2026-07-01', '苏州'],
		['12月起 苏州', '2025-12-01', '苏州'],
		['昨天', '2026-11-20', ''],
		['11月20日', '2026-11-20', ''],
		['11月21日', '2026-11-21', ''],
		['11月22日', '2026-11-22', ''],
		['2027年1月20日', '2027-01-20', ''],
		['1月20日', '2027-01-20', ''],
		['1月21日', '2026-01-21', ''],
		['自2月28日以来', '2026-02-28', ''],
		['Shenzhen since 1 May', '2026-05-01', 'Shenzhen'],
		['2026-08-31 杭州', '2026-08-31', '杭州'],
	])('«%s» is %s', (text, day, left) => {
		const said = new Said(text);
		expect(takeDayBehind(said, TODAY)).toBe(day);
		expect(said.text).toBe(left);
	});

	test.each(['深圳', '年底再说', '十年树木', '南山'])('«%s» is none', (text) => {
		const said = new Said(text);
		expect(takeDayBehind(said, TODAY)).toBeUndefined();
		expect(said.text).toBe(text);
	});
});

describe('the day until which it holds', () => {
	test.each([
		['深圳 到12月31日回来', '2026-12-31', '深圳'],
		['至2027年2月28日 苏州', '2027-02-28', '苏州'],
		['到深圳 到6月30日', '2027-06-30', '到深圳'],
		['until 31 December', '2026-12-31', ''],
	])('«%s» is %s', (text, day, left) => {
		const said = new Said(text);
		expect(takeDayUntil(said, TODAY)).toBe(day);
		expect(said.text).toBe(left);
	});

	test.each(['到深圳 12月31日', '12月31日', '年底再说', '到'])('«%s» has none', (text) => {
		const said = new Said(text);
		expect(takeDayUntil(said, TODAY)).toBeUndefined();
		expect(said.text).toBe(text);
	});
});

test('whatever is written, a day is a day and nothing is added to the words', () => {
	const pieces = fc.constantFrom(
		'到',
		'至',
		'起',
		'7月',
		'12月31日',
		'2026年',
		'昨天',
		' ',
		'深圳',
		'13800000000',
		'#1',
	);
	const words = fc.oneof(
		fc.string(),
		fc.array(pieces).map((all) => all.join('')),
	);
	fc.assert(
		fc.property(words, (text) => {
			const said = new Said(text);
			for (const take of [takeDayUntil, takeDayBehind]) {
				const before = said.text.length;
				const day = take(said, TODAY);
				expect(said.text.length).toBeLessThanOrEqual(before);
				if (day !== undefined) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
			}
		}),
	);
});
