import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	beginsReminding,
	beginsWithPeriod,
	dayAfter,
	readDuration,
	readHours,
	readHoursWords,
	readPause,
	readValidity,
	saysResume,
} from '../../src/reading/when/index.ts';

const TODAY = '2026-11-21';

describe('a length of time', () => {
	test.each([
		['7天', [0, 7, 0]],
		['60天', [0, 60, 0]],
		['7日', [0, 7, 0]],
		['十天', [0, 10, 0]],
		['一周', [0, 7, 0]],
		['两周', [0, 14, 0]],
		['2个星期', [0, 14, 0]],
		['一个礼拜', [0, 7, 0]],
		['半个月', [0, 15, 0]],
		['3个月', [3, 0, 0]],
		['三个月', [3, 0, 0]],
		['一个半月', [1, 15, 0]],
		['半年', [6, 0, 0]],
		['两年', [24, 0, 0]],
		['一年半', [18, 0, 0]],
		['半天', [0, 0, 720]],
		['两小时', [0, 0, 120]],
		['一个小时', [0, 0, 60]],
		['两个半小时', [0, 0, 150]],
		['半小时', [0, 0, 30]],
		['半个钟头', [0, 0, 30]],
		['一刻钟', [0, 0, 15]],
		['10分钟', [0, 0, 10]],
		['10 分钟', [0, 0, 10]],
		['half a year', [6, 0, 0]],
		['half an hour', [0, 0, 30]],
		['a week', [0, 7, 0]],
		['two weeks', [0, 14, 0]],
		['2 weeks', [0, 14, 0]],
		['10 minutes', [0, 0, 10]],
		['30 days', [0, 30, 0]],
		['转接 介绍信 #1 60天', [0, 60, 0]],
		['暂停两周吧', [0, 14, 0]],
	])('%s', (text, [months, days, minutes]) => {
		expect(readDuration(text)).toMatchObject({ months, days, minutes });
	});

	test.each(['12月1日', '3月', '2026年', '第三天', '今天', '周三', '12月10日', '1.5天', '', '天', '#7'])(
		'«%s» is none',
		(text) => expect(readDuration(text)).toBeUndefined(),
	);

	test('its span is its words', () => {
		const found = readDuration('暂停 两个半小时 再说');
		expect(found).toMatchObject({ from: 3, to: 8 });
	});

	test.each([
		['2026-11-30', '3个月', '2027-02-28'],
		['2026-11-21', '半个月', '2026-12-06'],
		['2026-11-21', '一年半', '2028-05-21'],
	])('%s and %s is %s', (today, text, day) => {
		const lasts = readDuration(text);
		expect(lasts && dayAfter(today, lasts)).toBe(day);
	});
});

describe('own hours', () => {
	test.each([
		['18:00-21:00', 18 * 60, 21 * 60],
		['时段 18：30 到 21点', 18 * 60 + 30, 21 * 60],
		['晚上6点到9点', 18 * 60, 21 * 60],
		['下午六点到九点', 18 * 60, 21 * 60],
		['晚上8点到10点', 20 * 60, 22 * 60],
		['晚上10点到早上6点', 22 * 60, 6 * 60],
		['22:00到6:00', 22 * 60, 6 * 60],
		['晚上十点到六点', 22 * 60, 6 * 60],
		['下午2点半至5点', 14 * 60 + 30, 17 * 60],
		['中午12点到下午2点', 12 * 60, 14 * 60],
		['中午11点半到1点', 11 * 60 + 30, 13 * 60],
		['夜里11点到凌晨2点', 23 * 60, 2 * 60],
		['晚上8点到12点', 20 * 60, 0],
		['6点到9点', 6 * 60, 9 * 60],
		['6pm-9pm', 18 * 60, 21 * 60],
		['6-9pm', 18 * 60, 21 * 60],
		['9-5pm', 9 * 60, 17 * 60],
		['6 pm to 9 pm', 18 * 60, 21 * 60],
		['12 pm to 2 pm', 12 * 60, 14 * 60],
		['18-21', 18 * 60, 21 * 60],
		['十八点三十分～二十一点', 18 * 60 + 30, 21 * 60],
		['上午九点一刻到十一点三刻', 9 * 60 + 15, 11 * 60 + 45],
	])('«%s»', (text, from, until) => expect(readHours(text)).toMatchObject({ from, until }));

	test.each(['晚上', '18点', '18:00-18:00', '25:00-26:00', '1到2到3', '6点到9点 10点到11点', '', '到'])(
		'«%s» is not two times of the day',
		(text) => expect(readHours(text)).toBeUndefined(),
	);

	test('their span, and the words behind 时段', () => {
		expect(readHours('时段 晚上6点到9点')?.span).toEqual({ from: 3, to: 10 });
		expect(readHoursWords('时段 18:00-21:00')).toEqual({ words: '时段 18:00-21:00', from: 0, to: 14 });
		expect(readHoursWords('暂停')).toBeUndefined();
	});
});

describe('a pause', () => {
	test.each([
		['暂停 7天', 7],
		['暂停 2周', 14],
		['暂停 一周', 7],
		['暂停十天', 10],
		['暂停 1个月', 30],
		['暂停半个月', 15],
		['暂停到12月1日', 10],
		['暂停 7', 7],
		['pause 7 days', 7],
	])('%s: %s days', (text, days) => expect(readPause(text, TODAY)).toEqual({ days }));
	test.each(['暂停', '暂停一下', '暂停 两小时'])('%s does not say how long', (text) =>
		expect(readPause(text, TODAY)).toBe('unclear'),
	);
	test.each(['恢复', '时段 18:00-21:00', ''])('«%s» is none', (text) =>
		expect(readPause(text, TODAY)).toBeUndefined(),
	);
	test('and its end', () => {
		expect(saysResume('提醒 恢复')).toBe(true);
		expect(saysResume('暂停 7天')).toBe(false);
	});
});

test.each([
	['60天', '2027-01-20'],
	['3个月', '2027-02-21'],
	['有效期至12月31日', '2026-12-31'],
	['到2027年1月10日', '2027-01-10'],
	['张三', undefined],
])('a letter good %s ends on %s', (text, day) => expect(readValidity(text, TODAY)).toBe(day));

describe('what may follow without a space', () => {
	test.each(['暂停7天', '恢复', '时段18:00'])('提醒%s', (text) => expect(beginsReminding(text)).toBe(true));
	test.each(['大家开会', ''])('not 提醒%s', (text) => expect(beginsReminding(text)).toBe(false));
	test.each(['上季度', '2026Q4', '去年'])('统计%s', (text) => expect(beginsWithPeriod(text)).toBe(true));
	test.each(['学', '局', '上季度有吗'])('not 统计%s', (text) => expect(beginsWithPeriod(text)).toBe(false));
});

test('whatever is written, spans lie in the text and minutes in a day', () => {
	const signs = fc.constantFrom(
		...'晚上 下午 六 点 半 到 - : 3 18 个 月 天 年 周 小时 分钟 pm half a'.split(' '),
		' ',
	);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.array(signs, { maxLength: 15 }).map((all) => all.join('')),
			),
			(text) => {
				const lasts = readDuration(text);
				const hours = readHours(text);
				for (const span of [lasts, hours?.span])
					if (span) expect(0 <= span.from && span.from < span.to && span.to <= text.length).toBe(true);
				for (const minute of hours ? [hours.from, hours.until] : [])
					expect(minute >= 0 && minute < 24 * 60 && Number.isInteger(minute)).toBe(true);
				readPause(text, TODAY);
			},
		),
		{ numRuns: 500 },
	);
});
