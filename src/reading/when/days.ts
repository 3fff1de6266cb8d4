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
import type { Day } from './piece.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** One way of naming a day. Patterns see the text from where they stand; what came before is `notAfter`'s. */
export interface DayForm {
	readonly pattern: RegExp;
	/** Refuses a match when the signs before it end like this. */
	readonly notAfter?: RegExp;
	read(groups: Groups, today: PlainDate, lean: Lean): Day | undefined;
}

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

const YEARS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, 后年: 2 };
const MONTHS: Readonly<Record<string, number>> = {
	上上个: -2,
	上上: -2,
	上个: -1,
	上: -1,
	本: 0,
	这个: 0,
	这: 0,
	当: 0,
	下个: 1,
	下: 1,
	次: 1,
	下下个: 2,
	下下: 2,
};
const MONTH_WORD = '上上个?|上个?|本|这个?|当|下下个?|下个?|次';
const YEAR = String.raw`(?:(?<y>\d{4}|\d{2}|[〇零一二三四五六七八九]{4})年|(?<ry>前年|去年|今年|明年|后年)的?)`;
const NUMERAL_GOES_ON =
	/(?:[\w./#第每¥￥$%~-]|\d:|(?<!周|星期|礼拜)[零〇一二两三四五六七八九十百千万]|周|星期|礼拜|年的?\s*)$/u;

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
		read: (g) => exact(day(Number(g.y), Number(g.m), Number(g.d))),
	},
	{
		// 2026年12月10日, 明年3月1号, 十二月十日, 12月10 下午
		pattern: new RegExp(
			`(?:${YEAR}\\s*)?(?<m>${NUMERAL})\\s*月\\s*(?<d>${NUMERAL})\\s*(?:${HAO}|${RI}|${DAY_ENDS})`,
		),
		notAfter: NUMERAL_GOES_ON,
		read(g, today, lean) {
			const month = numeral(g.m);
			const number = numeral(g.d);
			if (month === undefined || number === undefined) return undefined;
			const named = year(g, today.year);
			return exact(named === undefined ? dayOfYear(today, month, number, lean) : day(named, month, number));
		},
	},
	{
		// 12.10, 12/10 15:00; 25/12 can only be meant the other way round
		pattern: new RegExp(String.raw`(?<m>\d{1,2})[./](?<d>\d{1,2})(?:日|号)?${DAY_ENDS}`),
		notAfter: FIGURE_GOES_ON,
		read(g, today, lean) {
			const [first, second] = [Number(g.m), Number(g.d)];
			return exact(
				first > 12 ? dayOfYear(today, second, first, lean) : dayOfYear(today, first, second, lean),
			);
		},
	},
	{
		// 12-10, with both figures in full, since 3-5 is a range of anything
		pattern: new RegExp(String.raw`(?<m>\d\d)-(?<d>\d\d)${DAY_ENDS}`),
		notAfter: FIGURE_GOES_ON,
		read: (g, today, lean) => exact(dayOfYear(today, Number(g.m), Number(g.d), lean)),
	},
	{
		// 下个月5号, 本月15日
		pattern: new RegExp(
			`(?<rel>${MONTH_WORD})月(?:份)?的?\\s*(?<d>${NUMERAL})\\s*(?:${HAO}|${RI}|${DAY_ENDS})`,
		),
		notAfter: /[每上下]$/,
		read(g, today) {
			const month = today.with({ day: 1 }).add({ months: MONTHS[g.rel ?? ''] ?? 0 });
			return exact(day(month.year, month.month, numeral(g.d) ?? 0));
		},
	},
	{
		// 15号, 二十日
		pattern: new RegExp(`(?<d>${NUMERAL})\\s*${HAO}|(?<ri>\\d{1,2}|[二三]?十[一二三四五六七八九]?)\\s*${RI}`),
		notAfter:
			/(?:[\w./#第每¥￥$%~-]|\d:|[零〇一二两三四五六七八九十百千万]|月的?\s*|[路街道巷弄村里区园栋]\s*)$/u,
		read: (g, today, lean) => exact(dayOfMonth(today, numeral(g.d ?? g.ri) ?? 0, lean)),
	},
	{
		// 月底, 12月底, 下月初
		pattern: new RegExp(
			`(?:(?<rel>${MONTH_WORD})|(?<m>${NUMERAL}))?月(?<edge>底|末|初(?![一二三四五六七八九十期]))`,
		),
		notAfter: /[每个腊正冬]$/,
		read(g, today, lean) {
			let month = today.with({ day: 1 });
			const named = numeral(g.m);
			if (named !== undefined) {
				const date = dayOfYear(month, named, 1, lean);
				if (!date) return undefined;
				month = date;
			} else if (g.rel) month = month.add({ months: MONTHS[g.rel] ?? 0 });
			else if (g.edge === '初' && lean === 'ahead' && today.day > 1) month = month.add({ months: 1 });
			else if (g.edge !== '初' && lean === 'behind' && today.day < today.daysInMonth)
				month = month.subtract({ months: 1 });
			return { date: g.edge === '初' ? month : month.with({ day: month.daysInMonth }), kind: 'about' };
		},
	},
];

const DAYS: Readonly<Record<string, number>> = {
	大前: -3,
	前: -2,
	昨: -1,
	今: 0,
	明: 1,
	后: 2,
	大后: 3,
};
const WEEKS: Readonly<Record<string, number>> = {
	上上个: -2,
	上上: -2,
	上个: -1,
	上: -1,
	本: 0,
	这个: 0,
	这: 0,
	下个: 1,
	下: 1,
	下下个: 2,
	下下: 2,
};
const FEASTS: Readonly<Record<string, readonly [month: number, day: number]>> = {
	元旦: [1, 1],
	五一: [5, 1],
	劳动节: [5, 1],
	七一: [7, 1],
	建党节: [7, 1],
	八一: [8, 1],
	建军节: [8, 1],
	国庆: [10, 1],
};

/** Days named by their distance, by weekday or by feast. */
const relativeDays: readonly DayForm[] = [
	{
		// 今天, 大后天, 明日
		pattern: /(?<n>大前|大后|[前昨今明后])天|(?<s>[昨今明])[日儿](?!头条)/,
		notAfter: /[提先]$/,
		read: (g, today) => ({ date: today.add({ days: DAYS[g.n ?? g.s ?? ''] ?? 0 }), kind: 'relative' }),
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
			/(?:(?<rel>上上个?|上个?|本|这个?|下下个?|下个?)(?:周|星期|礼拜)?的?\s*)?(?:周|星期|礼拜)(?<n>[一二三四五六日天末1-7])(?![次篇轮]|天(?!津)|节课|个|小时|[一二三四五六七八九十]?[分刻])/,
		notAfter: /(?:每个?|[上下]个?)(?:周|星期|礼拜)?的?$/,
		read(g, today, lean) {
			const about = g.n === '末';
			const weekday = about
				? 6
				: /\d/.test(g.n ?? '')
					? Number(g.n)
					: '一二三四五六日'.indexOf(g.n === '天' ? '日' : (g.n ?? '')) + 1;
			const weeks = g.rel === undefined ? undefined : WEEKS[g.rel];
			if (weeks !== undefined)
				return { date: weekdayOfWeek(today, weekday, weeks), kind: about ? 'about' : 'week' };
			if (about && today.dayOfWeek === 7) return { date: today, kind: 'about' };
			return { date: nearestWeekday(today, weekday, lean), kind: about ? 'about' : 'weekday' };
		},
	},
	{
		// 元旦, 国庆节下午, 2027年五一; a feast with anything else behind it is a topic
		pattern:
			/(?:(?<y>\d{4})年|(?<ry>今年|明年|去年)的?)?(?<f>元旦|五一|劳动节|七一|建党节|八一|建军节|国庆)节?(?:劳动节)?(?:当天|那天|当日)?(?=$|[\s,，。;；!！?？]|上午|下午|早上|晚上|中午|凌晨|傍晚)/,
		notAfter: /[零〇一二两三四五六七八九十百千万每\d]$/,
		read(g, today, lean) {
			const feast = FEASTS[g.f ?? ''];
			if (!feast) return undefined;
			const [month, number] = feast;
			const years = { 去年: -1, 今年: 0, 明年: 1 }[g.ry ?? ''];
			const year = g.y ? Number(g.y) : years === undefined ? undefined : today.year + years;
			const date = year === undefined ? dayOfYear(today, month, number, lean) : day(year, month, number);
			return date && { date, kind: 'feast' };
		},
	},
];

/** Every way of naming a day. */
export const dayForms: readonly DayForm[] = [...absoluteDays, ...relativeDays];
