import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate, readQuarter } from '../../src/reading/when/index.ts';

const TODAY = '2026-11-21';

describe('date', () => {
	it.each([
		['3月1日起在深圳', 'behind', '2026-03-01'],
		['3月1日起在深圳', 'ahead', '2027-03-01'],
		['12月10日', 'behind', '2025-12-10'],
		['11月21日', 'behind', '2026-11-21'],
		['周三', 'behind', '2026-11-18'],
		['周六', 'behind', '2026-11-21'],
		['15号', 'behind', '2026-11-15'],
		['25号', 'behind', '2026-10-25'],
		['31号', 'behind', '2026-10-31'],
		['月底', 'behind', '2026-10-31'],
		['2月29日', 'behind', '2024-02-29'],
		['昨天', 'ahead', '2026-11-20'],
		['2026-12-10 15:00', 'ahead', '2026-12-10'],
		['明年6月30日到期', 'ahead', '2027-06-30'],
		['下周三下午3点', 'ahead', '2026-11-25'],
		['下午3点', 'ahead', undefined],
		['外出打工', 'behind', undefined],
	] as const)('%s looking %s → %s', (text, lean, date) => {
		expect(readDate(text, TODAY, lean)?.date).toBe(date);
	});

	it('tells its span and whether it is past', () => {
		expect(readDate('开始于昨天上午', TODAY)).toEqual({ date: '2026-11-20', from: 3, to: 7, past: true });
		expect(readDate('明天(周一)', TODAY)).toMatchObject({ contradiction: true, past: false });
		expect(() => readDate('明天', 'today')).toThrow(RangeError);
	});
});

describe('quarter', () => {
	it.each([
		['2026Q4', '2026Q4'],
		['2026-Q1', '2026Q1'],
		['Q3', '2026Q3'],
		['q2', '2026Q2'],
		['Q4 2025', '2025Q4'],
		['四季度', '2026Q4'],
		['第四季度', '2026Q4'],
		['第 4 季度', '2026Q4'],
		['3季度', '2026Q3'],
		['上季度', '2026Q3'],
		['上个季度', '2026Q3'],
		['上一季度', '2026Q3'],
		['上季', '2026Q3'],
		['本季度', '2026Q4'],
		['这个季度', '2026Q4'],
		['下季度', '2027Q1'],
		['去年四季度', '2025Q4'],
		['今年二季度', '2026Q2'],
		['明年一季度', '2027Q1'],
		['2025年第1季度', '2025Q1'],
		['25年3季度', '2025Q3'],
		['二〇二五年二季度', '2025Q2'],
		['统计 出席 上季度 第一支部', '2026Q3'],
		['上半年', undefined],
		['每季度', undefined],
		['季度例会', undefined],
		['四季青街道', undefined],
		['第5季度', undefined],
		['FAQ3', undefined],
		['2026', undefined],
	])('%s → %s', (text, quarter) => {
		const read = readQuarter(text, TODAY);
		expect(read && `${read.year}Q${read.quarter}`).toBe(quarter);
	});

	it.each([
		['2027-01-01', '四季度', '2026Q4'],
		['2027-01-01', '上季度', '2026Q4'],
		['2027-01-01', '一季度', '2027Q1'],
		['2027-03-31', '二季度', '2026Q2'],
		['2027-04-01', '二季度', '2027Q2'],
		['2026-12-31', '下季度', '2027Q1'],
	])('on %s %s is %s', (today, text, quarter) => {
		const read = readQuarter(text, today);
		expect(read && `${read.year}Q${read.quarter}`).toBe(quarter);
	});

	it('tells its span', () => {
		expect(readQuarter('统计 去年四季度 出席', TODAY)).toEqual({ year: 2025, quarter: 4, from: 3, to: 8 });
	});

	it('survives anything', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const quarter = readQuarter(text, TODAY);
				const date = readDate(text, TODAY, 'behind');
				for (const span of [quarter, date])
					if (span) expect(0 <= span.from && span.from < span.to && span.to <= text.length).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});
});
