import { day as dayOf, dayOfYear, nearestWeekday, weekdayOfWeek } from './calendar.ts';
import type { DayForm } from './day-forms.ts';
import { NUMERAL, numeral } from './numeral.ts';

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
export const relativeDays: readonly DayForm[] = [
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
			const date = year === undefined ? dayOfYear(today, month, number, lean) : dayOf(year, month, number);
			return date && { date, kind: 'feast' };
		},
	},
];
