import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWhen } from '../../src/reading/when/index.ts';

const ZONE = 'Asia/Shanghai';
/** A Monday. */
const NOW = Date.parse('2026-11-23T10:00:00+08:00');
/** No word below names it, whole or cut. */
const SATURDAY = Date.parse('2026-11-21T10:00:00+08:00');
const TODAY = '2026-11-23';

function line(text: string): string {
	const read = readWhen(text, NOW, ZONE);
	if (!read) return 'none';
	const hour = read.time ? ` ${read.time}${read.until ? `-${read.until}` : ''}` : '';
	if (read.unread) return `ask${read.unread.none ? ` no ${read.unread.none}` : ''}${hour}`;
	const marks = [read.several && 'several', read.contradiction && `or ${read.contradiction}`].filter(Boolean);
	return [`${read.date}${hour}`, ...marks].join(' ');
}

describe('days that don’t exist are known by name', () => {
	test.each([
		['会议 2月30号下午3点 二楼', 'ask no 2月30日 15:00'],
		['11月31日上午9点', 'ask no 11月31日 09:00'],
		['四月三十一号下午两点', 'ask no 4月31日 14:00'],
		['6月31日 学习', 'ask no 6月31日'],
		['13月5日下午3点', 'ask no 13月5日 15:00'],
		['下午3点 9月31号', 'ask no 9月31日 15:00'],
		['2027年2月29日上午9点', 'ask no 2027年2月29日 09:00'],
		['会议 12月1日下午3点 二楼 还有2月30日', 'ask no 2月30日'],
	])('%s → %s', (text, means) => expect(line(text)).toBe(means));
});

describe('counted days', () => {
	test.each([
		['下个月第一个周一上午9点', '2026-12-07 09:00'],
		['本月最后一个周五', '2026-11-27'],
		['12月第二个星期三下午3点', '2026-12-09 15:00'],
		['下月倒数第二个周四', '2026-12-24'],
		['下个月第一个工作日上午10点', '2026-12-01 10:00'],
		['12月底下午3点', '2026-12-31 15:00'],
		['12月月底下午3点', '2026-12-31 15:00'],
		['月底最后一天下午3点', '2026-11-30 15:00'],
		['本月最后一天', '2026-11-30'],
		['下个月最后一天上午9点', '2026-12-31 09:00'],
		['下下下周一上午9点', '2026-12-14 09:00'],
		['下下个月5号', '2027-01-05'],
		['大后天', '2026-11-26'],
		['大大后天下午3点', '2026-11-27 15:00'],
		['元旦前一天下午3点', '2026-12-31 15:00'],
		['元旦前两天', '2026-12-30'],
		['元旦第二天', '2027-01-02'],
		['廿五号下午3点', '2026-11-25 15:00'],
		['廿五下午3点', '2026-11-25 15:00'],
		['卅号上午9点', '2026-11-30 09:00'],
		['线上周三下午3点', '2026-11-25 15:00'],
	])('%s → %s', (text, means) => expect(line(text)).toBe(means));
});

describe('hours', () => {
	test.each([
		['明天差一刻三点', '2026-11-24 14:45'],
		['明天下午差五分4点', '2026-11-24 15:55'],
		['明天下午三点差五分', '2026-11-24 14:55'],
		['明天下午 3 点 二楼', '2026-11-24 15:00'],
		['12 月 10 日下午 3 点半', '2026-12-10 15:30'],
		['12月10日 下午 3 点 30 分', '2026-12-10 15:30'],
		['周五 15:00 - 17:00', '2026-11-27 15:00-17:00'],
		['周五3点到5点', '2026-11-27 15:00-17:00'],
		['周五晚上 八点', '2026-11-27 20:00'],
		['周五下午 三点半', '2026-11-27 15:30'],
	])('%s → %s', (text, means) => expect(line(text)).toBe(means));
});

describe('what is only half understood is asked for', () => {
	test.each([
		['12月10日后下午3点', 'ask 15:00'],
		['12月10日之前下午3点', 'ask 15:00'],
		['推迟到元旦后下午3点', 'ask 15:00'],
		['春节前一天下午3点', 'ask 15:00'],
		['国庆后第一天上午9点', 'ask 09:00'],
		// nobody has announced the days off of 2027 yet
		['元旦后第一个工作日上午9点', 'ask 09:00'],
		['下周下午3点', 'ask 15:00'],
		['下个月上午9点', 'ask 09:00'],
		['会议 每周三下午2点', 'ask 14:00'],
		['每月15号下午3点 主题党日', 'ask 15:00'],
		['隔周周三下午3点', 'ask 15:00'],
		['后后天下午3点', 'ask 15:00'],
		['大明天下午3点', 'ask 15:00'],
		['月10日下午3点', 'ask 15:00'],
		['腊月廿五下午3点', 'ask 15:00'],
		['周下午3点', 'ask 15:00'],
		['后下午3点', 'ask 15:00'],
		['周三下午3点以后', 'ask 15:00'],
		['周三、五下午3点', 'ask 15:00'],
		['3、10、17日下午3点', 'ask 15:00'],
		['12月10日-12日 上午9点', 'ask 09:00'],
	])('%s → %s', (text, means) => expect(line(text)).toBe(means));
	test.each([
		'周三周四下午3点',
		'明天后天下午3点',
		'12月10日至12日上午9点',
		'下周三周四下午3点',
		'周三或周四下午3点',
	])('%s: several', (text) => expect(line(text)).toContain('several'));
});

test.each([
	['12月5日（周五）下午3点', '2026-12-05 15:00 or 2026-12-04'],
	['周一（12月8日）上午9点', '2026-12-08 09:00 or 2026-12-07'],
	['明天（周五）下午3点', '2026-11-24 15:00 or 2026-11-27'],
	['下周三（12月10日）', '2026-12-10 or 2026-12-02'],
])('%s: the date, or the weekday', (text, means) => expect(line(text)).toBe(means));

test.each([
	['11月22日下午3点', true],
	['2月29日上午9点', true],
	['12月10日下午3点', undefined],
	['明年11月22日下午3点', undefined],
])('%s lies in a later year unsaid: %s', (text, over) =>
	expect(readWhen(text, NOW, ZONE)?.nextYear).toBe(over),
);

test.each(['会议 下午3点 二楼', '主题党日下午3点', '下午3点 学习七一讲话', '下午3点 生日座谈'])(
	'%s: an hour alone is the next such hour',
	(text) => expect(line(text)).toBe(`${TODAY} 15:00`),
);

const DAY_WORDS = [
	'明天',
	'后天',
	'大后天',
	'昨天',
	'下周三',
	'周五',
	'星期天',
	'下下周一',
	'12月10日',
	'12月10号',
	'2026年12月10日',
	'十二月十日',
	'15号',
	'廿五号',
	'月底',
	'12月底',
	'下个月5号',
	'下个月第一个周一',
	'本月最后一个周五',
	'元旦',
	'元旦前一天',
	'国庆节',
	'每周三',
	'每月15号',
	'2月30日',
	'11月31日',
	'下下下周一',
	'大大后天',
	'三天后',
];
const AROUND = [
	'大',
	'下',
	'上',
	'每',
	'前',
	'后',
	'第',
	'倒数',
	'月',
	'周',
	'隔',
	'腊月',
	'3',
	'十',
	'之后',
	'前一天',
];

test('a day word doubled, cut or with more around it never gives today', () => {
	const word = fc.constantFrom(...DAY_WORDS);
	const bent = fc.oneof(
		word.map((each) => each + each),
		fc.tuple(word, fc.constantFrom(...AROUND)).map(([each, more]) => more + each),
		fc.tuple(word, fc.constantFrom(...AROUND)).map(([each, more]) => each + more),
		fc.tuple(word, fc.nat({ max: 9 })).map(([each, at]) => each.slice(at % each.length)),
		fc.tuple(word, fc.nat({ max: 9 })).map(([each, at]) => each.slice(0, each.length - (at % each.length))),
	);
	fc.assert(
		fc.property(bent, (text) => {
			// one sign is a day no more, 明 and 后 apart
			fc.pre(!/^\d+$/u.test(text));
			fc.pre(text.length > 1 || /[明后昨]/u.test(text));
			const read = readWhen(`${text}下午3点`, SATURDAY, ZONE);
			expect(`${text}: ${read?.unread ? 'asked' : read?.date}`).not.toBe(`${text}: 2026-11-21`);
		}),
		{ numRuns: 1500 },
	);
});

test('a date in any spelling is read back, or asked for, and never another', () => {
	const days = fc.integer({ min: 1, max: 300 });
	const han = (n: number): string =>
		n <= 10
			? '零一二三四五六七八九十'.charAt(n)
			: `${n < 20 ? '' : han(Math.floor(n / 10))}十${n % 10 ? han(n % 10) : ''}`;
	const spellings: readonly ((y: number, m: number, d: number, w: string) => string)[] = [
		(_, m, d) => `${m}月${d}日`,
		(_, m, d) => `${m} 月 ${d} 日`,
		(y, m, d) => `${y}年${m}月${d}日`,
		(_, m, d) => `${han(m)}月${han(d)}号`,
		(_, m, d) => `${m}.${d} `,
		(_, m, d) => `${m}/${d} `,
		(y, m, d) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')} `,
		(_, m, d, w) => `${m}月${d}日（周${w}）`,
		(_, m, d, w) => `周${w}（${m}月${d}日）`,
		(_, m, d, w) => `${m}月${d}号星期${w}`,
	];
	const around = fc.constantFrom('', '会议 ', '定于', '时间：', '改到', '请大家');
	fc.assert(
		fc.property(days, fc.constantFrom(...spellings), around, (ahead, spell, before) => {
			const at = new Date(Date.parse(`${TODAY}T00:00:00Z`) + ahead * 86_400_000);
			const weekday = '日一二三四五六'.charAt(at.getUTCDay());
			const words = spell(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), weekday);
			const read = readWhen(`${before}${words}下午3点`, NOW, ZONE);
			expect(`${words} ${read?.date} ${read?.time}`).toBe(`${words} ${at.toISOString().slice(0, 10)} 15:00`);
		}),
		{ numRuns: 600 },
	);
});
