import { Temporal } from 'temporal-polyfill';
import type { Span } from '../span.ts';
import { numeral, yearNumeral } from './calendar.ts';
import { readDate, readDayUntil } from './read-date.ts';
import { READ_AT_MOST } from './read-when.ts';

export interface QuarterRead {
	readonly year: number;
	readonly quarter: 1 | 2 | 3 | 4;
	/** The span in the text, end excluded. */
	readonly from: number;
	readonly to: number;
}

const YEAR = String.raw`(?:(?<y>20\d\d|(?<!\d)\d\d(?=年)|二[〇零][一二三四五六七八九〇零]{2})\s*[年-]?|(?<ry>去年|今年|明年|前年|本年|上年)(?:度)?)的?\s*`;
const QUARTER = new RegExp(
	String.raw`(?<![\w.])(?:${YEAR})?(?:第?\s*(?<n>[1-4一二三四])\s*季度|(?<![a-z])q\s?(?<q>[1-4])(?![\w.])(?:\s*(?<after>20\d\d)(?!\d))?|(?<rel>上上个?|上一?个?|本|这个?|当|下一?个?)季度?(?=度|$|[\s,，。的]|(?<=度)))`,
	'iu',
);
const YEARS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 上年: -1, 今年: 0, 本年: 0, 明年: 1 };

const QUARTERS = [1, 2, 3, 4] as const;

/** The quarters as one row, so that steps cross years. */
const index = (year: number, quarter: number) => year * 4 + quarter - 1;

function at(position: number, from: number, to: number): QuarterRead {
	const quarter = QUARTERS[position % 4] ?? 1;
	return { year: Math.floor(position / 4), quarter, from, to };
}

/**
 * The quarter a text names: `2026Q4`, `四季度`, `上季度`. Without a year it is the latest one that has begun,
 * since figures are asked of the past. `today` is `YYYY-MM-DD` (RangeError otherwise).
 */
export function readQuarter(text: string, today: string): QuarterRead | undefined {
	const match = QUARTER.exec(text.slice(0, READ_AT_MOST));
	if (!match?.groups) return undefined;
	const { y, ry, n, q, after, rel } = match.groups;
	const { year: thisYear, month } = Temporal.PlainDate.from(today);
	const current = index(thisYear, Math.ceil(month / 3));
	const from = match.index;
	const to = from + match[0].length;
	if (rel) {
		const step = rel.startsWith('上上') ? -2 : rel.startsWith('上') ? -1 : rel.startsWith('下') ? 1 : 0;
		return at(current + step, from, to);
	}
	const quarter = n ? '一二三四'.indexOf(n) + 1 || Number(n) : Number(q);
	const written = y ?? after;
	const year = written ? yearNumeral(written) : ry ? thisYear + (YEARS[ry] ?? 0) : undefined;
	if (year !== undefined) return at(index(year, quarter), from, to);
	const ofThisYear = index(thisYear, quarter);
	return at(ofThisYear > current ? ofThisYear - 4 : ofThisYear, from, to);
}

export interface DurationRead extends Span {
	/** A month has no fixed length, so months are kept apart; half a one is fifteen days. */
	readonly months: number;
	readonly days: number;
	readonly minutes: number;
}

type Lengths = Omit<DurationRead, keyof Span>;

const UNITS: readonly (readonly [RegExp, Lengths])[] = [
	[/^(?:年|years?)$/i, { months: 12, days: 0, minutes: 0 }],
	[/^(?:个月|months?)$/i, { months: 1, days: 0, minutes: 0 }],
	[/^(?:个?(?:周|星期|礼拜)|weeks?)$/i, { months: 0, days: 7, minutes: 0 }],
	[/^(?:天|日|days?)$/i, { months: 0, days: 1, minutes: 0 }],
	[/^(?:个?(?:小时|钟头)|hours?)$/i, { months: 0, days: 0, minutes: 60 }],
	[/^(?:刻钟)$/, { months: 0, days: 0, minutes: 15 }],
	[/^(?:分钟?|min(?:ute)?s?)$/i, { months: 0, days: 0, minutes: 1 }],
];
const HALVES: readonly (readonly [RegExp, Lengths])[] = [
	[/^(?:年|year)$/i, { months: 6, days: 0, minutes: 0 }],
	[/^(?:个月|month)$/i, { months: 0, days: 15, minutes: 0 }],
	[/^(?:天|日|day)$/i, { months: 0, days: 0, minutes: 720 }],
	[/^(?:个?(?:小时|钟头)|hour)$/i, { months: 0, days: 0, minutes: 30 }],
];
const ENGLISH: Readonly<Record<string, number>> = {
	a: 1,
	an: 1,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	ten: 10,
};

const COUNT = String.raw`(?<!\d[月/.-])(?<![\d第每零〇一二两三四五六七八九十百.])(?<n>\d{1,4}|[一二两三四五六七八九十]{1,3})`;
const CHINESE_UNIT = '个月|年|个?(?:周|星期|礼拜)|天|日|个?(?:小时|钟头)|刻钟|分钟?';
const ENGLISH_UNIT = 'years?|months?|weeks?|days?|hours?|min(?:ute)?s?';
/** 7天, 一周, 3个月, 两个半小时, 一年半; then 半个月; then two weeks, half a year. 3月 is March, and 2026年 a year. */
const DURATION = new RegExp(
	`${COUNT}\\s?(?:(?<mid>个半)(?<midunit>月|小时|钟头|年)|(?<unit>${CHINESE_UNIT}|(?:${ENGLISH_UNIT})\\b)(?<half>半(?![天日年月个小]))?)` +
		`|(?<![一两\\d])半(?<halfunit>年|个月|天|日|个?小时|个?钟头)` +
		`|\\bhalf\\s(?:an?\\s)?(?<enhalf>year|month|day|hour)\\b` +
		`|\\b(?<word>${Object.keys(ENGLISH).join('|')})\\s(?<enunit>${ENGLISH_UNIT})\\b`,
	'iu',
);
/** A year by its name: 2026年. */
const LONGEST_YEARS = 99;

/** How long something lasts, as people write it: 7天, 半个月, 3个月, 两小时, half a year. The first that is named. */
export function readDuration(text: string): DurationRead | undefined {
	const match = DURATION.exec(text.slice(0, READ_AT_MOST));
	if (!match?.groups) return undefined;
	const g = match.groups;
	const span = { from: match.index, to: match.index + match[0].length };
	const halved = g.halfunit ?? g.enhalf;
	if (halved) return added(span, undefined, half(halved));
	const count = g.word ? ENGLISH[g.word.toLowerCase()] : /^\d/.test(g.n ?? '') ? Number(g.n) : numeral(g.n);
	const unit = g.mid ? (g.midunit === '月' ? '个月' : g.midunit) : (g.unit ?? g.enunit);
	const one = UNITS.find(([pattern]) => pattern.test(unit ?? ''))?.[1];
	if (!one || count === undefined || (one.months === 12 && count > LONGEST_YEARS)) return undefined;
	const whole = { months: one.months * count, days: one.days * count, minutes: one.minutes * count };
	return added(span, whole, g.mid || g.half ? half(unit) : undefined);
}

function half(unit: string | undefined): Lengths | undefined {
	return HALVES.find(([pattern]) => pattern.test(unit ?? ''))?.[1];
}

function added(span: Span, whole: Lengths | undefined, more: Lengths | undefined): DurationRead | undefined {
	if (!whole && !more) return undefined;
	return {
		...span,
		months: (whole?.months ?? 0) + (more?.months ?? 0),
		days: (whole?.days ?? 0) + (more?.days ?? 0),
		minutes: (whole?.minutes ?? 0) + (more?.minutes ?? 0),
	};
}

/** The day so long after `today`; both `YYYY-MM-DD`. Less than a day counts for nothing. */
export function dayAfter(today: string, { months, days }: Lengths): string {
	return Temporal.PlainDate.from(today).add({ months, days }).toString();
}

/** Whether it begins with a quarter or a year: what may follow 统计 without a space; 统计学 and questions are none. */
export function beginsWithPeriod(text: string): boolean {
	return /^(?:本|这|上|下|一|二|三|四|第|去年|今年|\d{4}|q[1-4])/iu.test(text) && !/[?？吗]/u.test(text);
}

/** How long a pause is to last: `暂停 7天`, `暂停两周`, `暂停到12月1日`, `暂停 7`; in days from `today` (`YYYY-MM-DD`). */
export type PauseRead = { readonly days: number } | 'unclear';

/** `unclear` when a pause is meant and it is not said how long; undefined when none is. */
export function readPause(text: string, today: string): PauseRead | undefined {
	if (!/暂停|停|pause/iu.test(text)) return undefined;
	const until = readDayUntil(text, today);
	if (until) return { days: daysUntil(today, until.date) };
	const alone = /(?<![\d.])(\d{1,4})\s*$/u.exec(text)?.[1];
	if (alone !== undefined) return { days: Number(alone) };
	const lasts = readDuration(text);
	return lasts && lasts.minutes === 0 ? { days: daysUntil(today, dayAfter(today, lasts)) } : 'unclear';
}

function daysUntil(today: string, day: string): number {
	return Temporal.PlainDate.from(today).until(day, { largestUnit: 'days' }).days;
}

/** Whether it asks to be reminded again: 恢复. */
export function saysResume(text: string): boolean {
	return /恢复|继续|resume/iu.test(text);
}

/** Whether what follows 提醒 without a space is one of its own words: 提醒暂停7天; 提醒大家开会 is none. */
export function beginsReminding(text: string): boolean {
	return /^(?:暂停|恢复|时段)/u.test(text);
}

/** Until when a letter is good, as a day: behind 有效期至, or as a length: 60天, 3个月. */
export function readValidity(text: string, today: string): string | undefined {
	const lasts = readDuration(text);
	if (lasts && lasts.minutes === 0) return dayAfter(today, lasts);
	return readDate(text, today)?.date;
}
