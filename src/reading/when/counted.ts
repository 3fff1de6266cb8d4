import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { AWAY, monthSaid } from './away.ts';
import { day, dayOfYear, type Lean, NUMERAL, numeral, type PlainDate, yearNumeral } from './calendar.ts';
import { FEAST, feastDay } from './feasts.ts';
import type { DayForm } from './form.ts';
import type { Day } from './piece.ts';

const holidays: Readonly<Record<string, string>> = calendar.holidays;
const shifted: Readonly<Record<string, string>> = calendar.workdays;

/** Days off as they were announced; undefined for a year of which none are. */
function isWorkday(date: PlainDate): boolean | undefined {
	const said = date.toString();
	if (!Object.keys(holidays).some((known) => known.startsWith(said.slice(0, 4)))) return undefined;
	return said in shifted || (!(said in holidays) && date.dayOfWeek < 6);
}

const MONTH = String.raw`(?:(?:(?<y>\d{4})年|(?<ry>今年|明年)的?)?(?<m>${NUMERAL})\s*月份?|(?<rel>${AWAY})月份?)的?\s*`;

type Groups = Readonly<Record<string, string | undefined>>;

/** The first of the month that is named: the one that is running or the next of its name, where no year is said. */
function monthOf(g: Groups, today: PlainDate, lean: Lean): PlainDate | undefined {
	if (g.rel !== undefined) return monthSaid(g.rel, today);
	const month = numeral(g.m);
	if (month === undefined || month < 1 || month > 12) return undefined;
	const year = g.y ? yearNumeral(g.y) : g.ry ? today.year + Number(g.ry === '明年') : undefined;
	if (year !== undefined) return day(year, month, 1);
	return month === today.month ? today.with({ day: 1 }) : dayOfYear(today, month, 1, lean);
}

/** Of the days of a month that fit, the one counted from its beginning, or from its end. */
function counted(first: PlainDate, fits: (date: PlainDate) => boolean | undefined, nth: number) {
	const days = Array.from({ length: first.daysInMonth }, (_, at) => first.add({ days: at }));
	if (days.some((each) => fits(each) === undefined)) return undefined;
	return days.filter(fits).at(nth > 0 ? nth - 1 : nth);
}

const WEEKDAYS = '一二三四五六日';

/** Days counted within a month or from a feast. */
export const countedDays: readonly DayForm[] = [
	{
		// 下个月第一个周一, 本月最后一个周五, 12月倒数第二个星期三, 1月第二个工作日
		pattern: new RegExp(
			`${MONTH}(?:第(?<n>[一二三四五六1-6])|(?<last>最后[一1]?)|倒数第(?<back>[一二三四1-4]))个?(?:(?:周|星期|礼拜)(?<w>[一二三四五六日天])|(?<work>工作日))`,
		),
		notAfter: /[每\d一二三四五六七八九十上下]$/,
		read(g, today, lean): Day | undefined {
			const first = monthOf(g, today, lean);
			const weekday = g.w && WEEKDAYS.indexOf(g.w === '天' ? '日' : g.w) + 1;
			const nth = g.last ? -1 : g.back ? -(numeral(g.back) ?? 1) : (numeral(g.n) ?? 1);
			const date =
				first && counted(first, (each) => (weekday ? each.dayOfWeek === weekday : isWorkday(each)), nth);
			return date && { date, kind: 'exact' };
		},
	},
	{
		// 12月最后一天, 本月最后一天
		pattern: new RegExp(`${MONTH}最后[一1]天`),
		notAfter: /[每\d一二三四五六七八九十上下]$/,
		read(g, today, lean): Day | undefined {
			const first = monthOf(g, today, lean);
			return first && { date: first.with({ day: first.daysInMonth }), kind: 'exact' };
		},
	},
	{
		// 元旦前一天, 五一前两天, 国庆后第一个工作日, 元旦第二天
		pattern: new RegExp(
			`${FEAST}的?(?:(?:之|以)?前的?(?:(?<before>${NUMERAL})天|(?<work>最后[一1]个工作日))|(?:之|以)?后的?(?<after>第[一1]个工作日)|(?<second>第[二2]天))`,
		),
		notAfter: /[零〇一二两三四五六七八九十百千万每\d]$/,
		read(g, today, lean): Day | undefined {
			let feast = feastDay(g, today, lean);
			const step = g.before || g.work ? -1 : 1;
			const far = g.before ? (numeral(g.before) ?? 0) : 1;
			// The day before this year's feast may be over while the feast itself is not.
			if (
				feast &&
				lean === 'ahead' &&
				!g.y &&
				!g.ry &&
				step < 0 &&
				feast.add({ days: -far }).until(today).sign > 0
			)
				feast = feast.add({ years: 1 });
			if (!feast) return undefined;
			if (!g.work && !g.after) return { date: feast.add({ days: step * far }), kind: 'exact' };
			let date = feast.add({ days: step });
			while (isWorkday(date) === false) date = date.add({ days: step });
			return isWorkday(date) ? { date, kind: 'exact' } : undefined;
		},
	},
];
