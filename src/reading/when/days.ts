import { AWAY, away, monthSaid } from './away.ts';
import type { Lean, PlainDate } from './calendar.ts';
import {
	day,
	dayOfMonth,
	dayOfYear,
	NUMERAL,
	nearestWeekday,
	numeral,
	weekdayOfWeek,
	yearNumeral,
} from './calendar.ts';
import { countedDays } from './counted.ts';
import { FEAST, feastDay } from './feasts.ts';
import type { DayForm } from './form.ts';
import type { Day } from './piece.ts';

/** A figure that is the tail of something longer, a label, a version, a sum. */
const FIGURE_GOES_ON = /(?:[\w./#＃第每¥￥$%~-]|\d:)$/u;

/** What may stand after a day that has no 日 or 号. */
const DAY_ENDS = String.raw`(?![\w.:/%-])(?!\s*(?:元|亿|万|倍|小时|个(?!人)|人(?![员事才民])))(?=$|[\s,，。;；、()（）!！?？@#的]|上午|下午|早|晚|中午|凌晨|傍晚|周[一二三四五六日天末]|星期|礼拜)`;

const PLACE =
	'楼|栋|幢|座|会议室|会议厅|会场|活动室|教室|办公室|房|室|厅|馆|门|线|桌|院|车|厂|店|库|仓|台|柜|窗口|电梯|包间|码头|航站|路|街|弄|公寓|宿舍|地块|工位|机|文|员|选手|召|码|称|令|通知';

/** 号 of a date: 2号楼 and 一号召 are none. */
const HAO = String.raw`号(?!\s*(?:${PLACE}))`;

/** 日 of a date: 7日内 is none. */
const RI = '日(?![内间游制均志报程期常后以之])';

function exact(date: PlainDate | undefined): Day | undefined {
	return date && { date, kind: 'exact' };
}

/** A day by its month and number: one that does not exist is known as such, so that no part of its words is read alone. */
function named(
	{
		year,
		month,
		number,
	}: { year: number | undefined; month: number | undefined; number: number | undefined },
	today: PlainDate,
	lean: Lean,
): Day | undefined {
	if (month === undefined || number === undefined) return undefined;
	const found = year === undefined ? dayOfYear(today, month, number, lean) : day(year, month, number);
	if (!found) return { date: today, kind: 'exact', none: noDay(year, month, number, today) };
	const over = year === undefined && found.year > today.year;
	return { date: found, kind: 'exact', ...(over && { nextYear: true }) };
}

/** As its author is told of it: with the year only where another year has it. */
function noDay(year: number | undefined, month: number, number: number, today: PlainDate): string {
	const short = `${month}月${number}日`;
	return year !== undefined && dayOfYear(today, month, number, 'ahead') ? `${year}年${short}` : short;
}

const YEARS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, 后年: 2 };
const YEAR = String.raw`(?:(?<y>\d{4}|\d{2}|[〇零一二三四五六七八九]{4})年|(?<ry>前年|去年|今年|明年|后年)的?)`;
const NUMERAL_GOES_ON =
	/(?:[\w./#第每¥￥$%~-]|\d:|(?<!周|星期|礼拜)[零〇一二两三四五六七八九十廿卅百千万]|周|星期|礼拜|年的?\s*)$/u;

function year(groups: Readonly<Record<string, string | undefined>>, thisYear: number): number | undefined {
	if (groups.ry) return thisYear + (YEARS[groups.ry] ?? 0);
	return groups.y === undefined ? undefined : yearNumeral(groups.y);
}

/** Days named by month and number, with or without the year. */
const absoluteDays: readonly DayForm[] = [
	{
		// 2026-12-10, 2026/12/10, 2026.12.10
		pattern: /(?<y>(?:19|20)\d\d)(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})(?:日|号)?(?![\d.-])/,
		notAfter: FIGURE_GOES_ON,
		read: (g, today, lean) =>
			named({ year: Number(g.y), month: Number(g.m), number: Number(g.d) }, today, lean),
	},
	{
		// 2026年12月10日, 明年3月1号, 十二月十日, 12月10 下午
		pattern: new RegExp(
			`(?:${YEAR}\\s*)?(?<m>${NUMERAL})\\s*月\\s*(?<d>${NUMERAL})\\s*(?:${HAO}|${RI}|${DAY_ENDS})`,
		),
		notAfter: NUMERAL_GOES_ON,
		read(g, today, lean) {
			const said = { year: year(g, today.year), month: numeral(g.m), number: numeral(g.d) };
			return named(said, today, lean);
		},
	},
	{
		// 12.10, 12/10 15:00; 25/12 can only be meant the other way round
		pattern: new RegExp(String.raw`(?<m>\d{1,2})[./](?<d>\d{1,2})(?:日|号)?${DAY_ENDS}`),
		notAfter: FIGURE_GOES_ON,
		read(g, today, lean) {
			const [first, second] = [Number(g.m), Number(g.d)];
			const [month, number] = first > 12 ? [second, first] : [first, second];
			const found = named({ year: undefined, month, number }, today, lean);
			// 3.45 is a figure and no day
			return found?.none === undefined ? found : undefined;
		},
	},
	{
		// 12-10, with both figures in full, since 3-5 is a range of anything
		pattern: new RegExp(String.raw`(?<m>\d\d)-(?<d>\d\d)${DAY_ENDS}`),
		notAfter: FIGURE_GOES_ON,
		read(g, today, lean) {
			const found = named({ year: undefined, month: Number(g.m), number: Number(g.d) }, today, lean);
			return found?.none === undefined ? found : undefined;
		},
	},
	{
		// 下个月5号, 本月15日
		pattern: new RegExp(`(?<rel>${AWAY})月(?:份)?的?\\s*(?<d>${NUMERAL})\\s*(?:${HAO}|${RI}|${DAY_ENDS})`),
		notAfter: /[每上下]$/,
		read(g, today) {
			const { year, month } = monthSaid(g.rel, today);
			return named({ year, month, number: numeral(g.d) }, today, 'ahead');
		},
	},
	{
		// 15号, 二十日
		pattern: new RegExp(
			`(?<d>${NUMERAL})\\s*${HAO}|(?<nian>[廿卅][一二三四五六七八九]?)${DAY_ENDS}|(?<ri>\\d{1,2}|[二三]?十[一二三四五六七八九]?)\\s*${RI}`,
		),
		notAfter:
			/(?:[\w./#第每¥￥$%~-]|\d:|[零〇一二两三四五六七八九十廿卅百千万]|月的?\s*|[路街道巷弄村里区园栋]\s*)$/u,
		read: (g, today, lean) => exact(dayOfMonth(today, numeral(g.d ?? g.nian ?? g.ri) ?? 0, lean)),
	},
	{
		// 月底, 12月底, 12月月底, 下月初, 月底最后一天
		pattern: new RegExp(
			`(?:(?<rel>${AWAY})|(?<m>${NUMERAL}))?(?:月份?的?)?月(?<edge>[底末](?:的?最后一天)?|初(?![一二三四五六七八九十期]))`,
		),
		notAfter: /[每个腊正冬]$/,
		read(g, today, lean) {
			let month = today.with({ day: 1 });
			const named = numeral(g.m);
			if (named !== undefined) {
				const date = dayOfYear(month, named, 1, lean);
				if (!date) return undefined;
				month = date;
			} else if (g.rel) month = monthSaid(g.rel, today);
			else if (g.edge === '初' && lean === 'ahead' && today.day > 1) month = month.add({ months: 1 });
			else if (g.edge !== '初' && lean === 'behind' && today.day < today.daysInMonth)
				month = month.subtract({ months: 1 });
			return { date: g.edge === '初' ? month : month.with({ day: month.daysInMonth }), kind: 'about' };
		},
	},
];

const DAYS: Readonly<Record<string, number>> = { 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 };

/** 后天 is two days away, and every 大 before it one more. */
function daysAway(said: string): number {
	const days = DAYS[said.replaceAll('大', '')] ?? 0;
	return days + Math.sign(days) * (said.split('大').length - 1);
}

/** Days named by their distance, by weekday or by feast. */
const relativeDays: readonly DayForm[] = [
	{
		// 今天, 大后天, 大大后天, 明日
		pattern: /(?<n>大{0,5}[前后]|[昨今明])天|(?<s>[昨今明])[日儿](?!头条)/,
		notAfter: /[提先]$/,
		read: (g, today) => ({ date: today.add({ days: daysAway(g.n ?? g.s ?? '') }), kind: 'relative' }),
	},
	{
		// 明早九点, 今晚; not 今晚点名, 说明晚点发, 张明早上请假
		pattern: /(?<n>[昨今明后])(?=早(?![上点])|晚(?![点到于些来]|上|一点)|晨|今晚)/,
		notAfter: /[声说证表发透文聪英光精最以之]$/,
		read: (g, today) => ({ date: today.add({ days: DAYS[g.n ?? ''] ?? 0 }), kind: 'relative' }),
	},
	{
		// 今晚上, 明早上 after nothing that could be a name
		pattern: /(?<n>[今明])(?=早上|晚上)/,
		notAfter: /\p{Script=Han}$/u,
		read: (g, today) => ({ date: today.add({ days: DAYS[g.n ?? ''] ?? 0 }), kind: 'relative' }),
	},
	{
		// 三天后, 两周后, 半个月以后, 一个月前
		pattern: new RegExp(
			`(?<n>${NUMERAL}|半)(?<u>天|日|周|个星期|星期|个礼拜|个月)(?<dir>之后|以后|后|之前|以前|前)`,
		),
		notAfter: /[提至少于会开满近第每前.\d]$/,
		read(g, today) {
			const half = g.n === '半';
			if (half && g.u !== '个月') return undefined;
			// 「10日前」 sets a limit, it counts no days
			if (g.u === '日' && g.dir?.endsWith('前')) return undefined;
			const count = half ? 15 : (numeral(g.n) ?? 0);
			const signed = g.dir?.endsWith('前') ? -count : count;
			if (half || g.u === '天' || g.u === '日')
				return { date: today.add({ days: signed }), kind: 'relative' };
			const date = g.u === '个月' ? today.add({ months: signed }) : today.add({ days: 7 * signed });
			return { date, kind: 'relative' };
		},
	},
	{
		// 下周三, 这周五, 下下个星期一, 下周的周三, 礼拜天
		pattern:
			/(?:(?<rel>(?<![线网])上{1,4}一?个?|本|这一?个?|(?<!一)下{1,4}一?个?)(?:周|星期|礼拜)?的?\s*)?(?:周|星期|礼拜)(?<n>[一二三四五六日天末1-7])(?![次篇轮]|天(?!津)|节课|个|小时|[一二三四五六七八九十]?[分刻])/,
		notAfter: /(?:每个?|(?<![线网])[上下]个?)(?:周|星期|礼拜)?的?$/,
		read(g, today, lean) {
			const about = g.n === '末';
			const weekday = about
				? 6
				: /\d/.test(g.n ?? '')
					? Number(g.n)
					: '一二三四五六日'.indexOf(g.n === '天' ? '日' : (g.n ?? '')) + 1;
			const weeks = g.rel === undefined ? undefined : away(g.rel);
			if (weeks !== undefined)
				return { date: weekdayOfWeek(today, weekday, weeks), kind: about ? 'about' : 'week' };
			if (about && today.dayOfWeek === 7) return { date: today, kind: 'about' };
			return { date: nearestWeekday(today, weekday, lean), kind: about ? 'about' : 'weekday' };
		},
	},
	{
		// 元旦, 国庆节下午, 2027年五一; a feast with anything else behind it is a topic
		pattern: new RegExp(
			String.raw`${FEAST}(?:当天|那天|当日)?(?=$|[\s,，。;；!！?？]|上午|下午|早上|晚上|中午|凌晨|傍晚)`,
		),
		notAfter: /[零〇一二两三四五六七八九十百千万每\d]$/,
		read(g, today, lean) {
			const date = feastDay(g, today, lean);
			return date && { date, kind: 'feast' };
		},
	},
];

/** Every way of naming a day. */
export const dayForms: readonly DayForm[] = [...absoluteDays, ...relativeDays, ...countedDays];
