import type { Parser } from 'chrono-node/en';
import { CLOCK, FROM_NOW, PART_ALONE, SHORT_RANGE } from './clock-forms.ts';
import type { Groups } from './day-forms.ts';
import { numeral } from './numeral.ts';
import { part, settle } from './parts.ts';
import { type Clock, ClockPiece, type Context, DayPiece, local, preceding } from './piece.ts';

/** Before a figure: the rest of a longer one, a label, a range's start. */
const NO_FIGURE_AFTER = /(?:(?!(?<=\d)T)[\w./#＃¥￥$-]|\d:|比例?|比分)$/u;
/** Before a Chinese numeral: the rest of a longer one, unless that is a weekday (周三十点). */
const NO_NUMERAL_AFTER = /(?:周|星期|礼拜|(?<!周|星期|礼拜)[零〇一二两三四五六七八九十百])$/u;
/** Before either: what is counted here are points, not hours. */
const COUNTED = /(?:[第这那有几提讲说共等]|以下|如下)$/u;

function goesOn(match: string, before: string): boolean {
	if (/^[0-9]/.test(match)) return NO_FIGURE_AFTER.test(before) || COUNTED.test(before);
	if (/^[零〇一二两三四五六七八九十]/.test(match))
		return NO_NUMERAL_AFTER.test(before) || COUNTED.test(before);
	return false;
}

interface Said {
	readonly part: string | undefined;
	readonly hour: number;
	readonly minute: number;
	/** Written `03:00`: the hour of 24 as it stands. */
	readonly literal: boolean;
}

/** The first or second time of a match, as it was said. */
function said(g: Groups, n: 1 | 2): Said | undefined {
	const written = g[`h${n}`] ?? g[`H${n}`] ?? g[`E${n}`];
	const hour = numeral(written);
	const minute = minutes(g, n);
	if (written === undefined || hour === undefined || minute === undefined) return undefined;
	const meridiem = (g[`ap${n}`] ?? g[`eap${n}`])?.toLowerCase();
	if (meridiem && hour > 12) return undefined;
	const english = meridiem && (meridiem === 'p' ? '下午' : hour === 12 ? '凌晨' : '上午');
	return { part: g[`part${n}`] ?? english, hour, minute, literal: /^0\d/.test(written) };
}

function minutes(g: Groups, n: 1 | 2): number | undefined {
	if (g[`half${n}`]) return 30;
	const quarter = g[`quarter${n}`];
	if (quarter) return /[三3]/.test(quarter) ? 45 : 15;
	const written = (g[`M${n}`] ?? g[`min${n}`])?.replace('分', '');
	const minute = written === undefined ? 0 : numeral(written);
	return minute === undefined || minute > 59 ? undefined : minute;
}

export function hhmm(hour: number, minute: number): string {
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Start and end of a match. An end not after the start and before noon is meant twelve hours later. */
function clockOf(g: Groups): Clock | undefined {
	const first = said(g, 1);
	const start = first && settle(first.hour, part(first.part), first.literal);
	if (!first || !start) return undefined;
	const clock = { ...start, minute: first.minute, part: part(first.part) };
	const last = said(g, 2);
	const end = last && settle(last.hour, part(last.part ?? first.part), last.literal);
	if (!last || !end) return clock;
	const early = !end.nextDay && end.hour * 60 + last.minute <= start.hour * 60 + first.minute;
	const hour = early && end.hour < 12 ? end.hour + 12 : end.hour;
	return { ...clock, until: hhmm(hour, last.minute) };
}

/** 「快一点」, 「晚一点」: one o'clock only with a part of the day or a day before it. */
function comparative(match: RegExpMatchArray, before: string): boolean {
	if (!/^[早晚]?一点$/.test(match[0])) return false;
	return match[0].length > 2 || !/(?:[今明后昨]天|[日号)）]|周.|星期.|礼拜.)\s*$/u.test(before);
}

function read(context: Context, match: RegExpMatchArray): ClockPiece | null {
	const index = match.index ?? 0;
	const before = preceding(context, index);
	if (goesOn(match[0], before) || comparative(match, before)) return null;
	const clock = clockOf(match.groups ?? {});
	return clock ? new ClockPiece(context, index, match[0], clock) : null;
}

function fromNow(context: Context, match: RegExpMatchArray): DayPiece | null {
	const index = match.index ?? 0;
	const g = match.groups ?? {};
	if (/[第每近满\d始束]$/u.test(preceding(context, index))) return null;
	const count = g.n === '半' ? 0.5 : (numeral(g.n) ?? 0) + (g.half ? 0.5 : 0);
	const unit = g.u === '分钟' ? 1 : g.u === '刻钟' ? 15 : 60;
	const at = local(context).add({ minutes: Math.round(count * unit) });
	const clock = { hour: at.hour, minute: at.minute, nextDay: false, guessed: false };
	return new DayPiece(context, index, match[0], { date: at.toPlainDate(), kind: 'relative' }, clock);
}

export const clockParsers: readonly Parser[] = [
	{ pattern: () => CLOCK, extract: read },
	{ pattern: () => SHORT_RANGE, extract: read },
	{ pattern: () => FROM_NOW, extract: fromNow },
	{
		pattern: () => PART_ALONE,
		extract(context, match) {
			const named = part(match[0]);
			if (!named) return null;
			const clock = { minute: 0, part: named, nextDay: false, guessed: false };
			return new ClockPiece(context, match.index ?? 0, match[0], clock);
		},
	},
];
