import { day, dayOfMonth, dayOfYear } from './calendar.ts';
import { DAY_ENDS, type DayForm, exact, FIGURE_GOES_ON, HAO, RI } from './day-forms.ts';
import { NUMERAL, numeral, yearNumeral } from './numeral.ts';

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
export const absoluteDays: readonly DayForm[] = [
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
