import type { Parser } from 'chrono-node/en';
import { NUMERAL, numeral } from './calendar.ts';
import { type Clock, ClockPiece, type Context, DayPiece, local, type Part, preceding } from './piece.ts';

type Groups = Readonly<Record<string, string | undefined>>;

const NAMES: Readonly<Record<string, Part>> = {
	凌晨: 'dawn',
	清晨: 'morning',
	清早: 'morning',
	一大早: 'morning',
	早上: 'morning',
	早晨: 'morning',
	上午: 'morning',
	早: 'morning',
	中午: 'noon',
	正午: 'noon',
	午间: 'noon',
	下午: 'afternoon',
	午后: 'afternoon',
	傍晚: 'evening',
	晚上: 'evening',
	晚间: 'evening',
	晚: 'evening',
	深夜: 'night',
	夜里: 'night',
	夜间: 'night',
	半夜: 'night',
	午夜: 'night',
};

/** The source of a pattern for the parts of the day, longest first, without a group. */
const PART = `(?:${Object.keys(NAMES)
	.sort((a, b) => b.length - a.length)
	.join('|')})`;

/** Parts that stand for themselves, without an hour behind them. */
const LONE_PART = `(?:${Object.keys(NAMES)
	.filter((name) => name.length > 1)
	.join('|')})`;

export function part(name: string | undefined): Part | undefined {
	return name === undefined ? undefined : NAMES[name];
}

interface Settled {
	readonly hour: number;
	readonly nextDay: boolean;
	readonly guessed: boolean;
}

/**
 * The hour of 24 that a said hour means. Without a part of the day 1–7 is taken for the afternoon and marked
 * as a guess, since meetings are; `literal` (a leading zero, as in `03:00`) forbids that. Twelve at night and
 * the small hours said with 晚上 or 半夜 belong to the next calendar day; undefined when the hour cannot be.
 */
export function settle(hour: number, of: Part | undefined, literal: boolean): Settled | undefined {
	if (hour > 24) return undefined;
	if (hour === 24) return { hour: 0, nextDay: true, guessed: false };
	const as = (value: number, nextDay = false, guessed = false) => ({ hour: value, nextDay, guessed });
	if (hour > 12) return as(hour);
	switch (of) {
		case undefined:
			return hour >= 1 && hour <= 7 && !literal ? as(hour + 12, false, true) : as(hour);
		case 'dawn':
			return as(hour % 12);
		case 'morning':
			return as(hour);
		case 'noon':
			return as(hour <= 3 ? hour + 12 : hour);
		case 'afternoon':
			return as(hour === 12 || hour === 0 ? 12 : hour + 12);
		case 'evening':
		case 'night':
			if (hour % 12 === 0) return as(0, true);
			return hour < (of === 'night' ? 6 : 5) ? as(hour, true, true) : as(hour + 12);
	}
}

/** What 点 counts when it is no hour: 三点要求, 两点意见. */
const POINTS =
	'要求|意见|建议|希望|说明|注意|体会|感想|感受|问题|思考|想法|看法|原因|经验|做法|共识|声明|提示|补充|收获|不足|措施|事项|几|如下|赞|评|心得|内容|都|也';

/** Two figures, or one with 分; 20人 and 2号楼 behind an hour are no minutes. */
const MINUTE = String.raw`(?:(?:\d\d|[一二三四五]十[一二三四五六七八九]?|十[一二三四五六七八九]|[零〇][一二三四五六七八九])(?!\d)分?(?![人个名位元号楼层次天月日年室、.])|(?:\d|[一二三四五六七八九十])分(?![钟享组之]))`;

const TO = String.raw`\s*(?:到|至|-|–|—+|~|～)\s*`;

/** One clock time; the number ends the names of its groups, since a range holds two. */
export function clockTime(n: 1 | 2): string {
	const words = `(?<h${n}>${NUMERAL})\\s?(?:点(?!${POINTS})|时(?![间候期代常段]))(?:\\s?(?<half${n}>半)|(?<quarter${n}>[一三123])刻钟?|整|钟|(?<less${n}>差(?:[一1]刻钟?|${NUMERAL}分))|(?:\\s(?=\\d{1,2}\\s?分))?过?(?<min${n}>${MINUTE})(?:\\s分(?![钟享组之]))?)?`;
	const figures = String.raw`(?<H${n}>\d{1,2}):(?<M${n}>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s*(?<ap${n}>[ap])\.?m\b\.?)?`;
	const english = String.raw`(?<E${n}>\d{1,2})\s*(?<eap${n}>[ap])\.?m\b\.?`;
	return String.raw`(?:(?<part${n}>${PART})的?\s*)?(?<short${n}>差(?:[一1]刻|${NUMERAL}分)钟?到?)?(?:${words}|${figures}|${english})`;
}

/** 15:00, 下午3点半, 3pm, and from one to another. */
const CLOCK = new RegExp(`${clockTime(1)}(?:${TO}${clockTime(2)})?`, 'i');

/** 下午3-5点: the first hour borrows the second's 点. */
const SHORT_RANGE = new RegExp(
	String.raw`(?:(?<part1>${PART})的?\s*)?(?<h1>${NUMERAL})${TO}(?<h2>${NUMERAL})点(?!${POINTS})(?:钟|(?<half2>半))?`,
);

/** A part of the day without an hour; 早 and 晚 only right behind a day. */
const PART_ALONE = new RegExp(`${LONE_PART}|(?<=[今明后昨一二三四五六日天号])[早晚](?![点到于些来会上])`);

/** 「两小时后」, 「半小时后」, 「一个半小时以后」, 「20分钟后」 */
const FROM_NOW = new RegExp(
	`(?<n>${NUMERAL}|半)(?:个(?<half>半)?)?(?<u>小时|钟头|分钟|刻钟)(?:之后|以后|后)(?!到)`,
);

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

interface TimeSaid {
	readonly part: string | undefined;
	readonly hour: number;
	readonly minute: number;
	/** Written `03:00`: the hour of 24 as it stands. */
	readonly literal: boolean;
}

/** The first or second time of a match, as it was said. */
export function timeSaid(g: Groups, n: 1 | 2): TimeSaid | undefined {
	const written = g[`h${n}`] ?? g[`H${n}`] ?? g[`E${n}`];
	const hour = numeral(written);
	const minute = minutes(g, n);
	const short = shortOf(g[`short${n}`] ?? g[`less${n}`]);
	if (short !== undefined && hour && minute === 0 && short > 0 && short < 60)
		return { part: g[`part${n}`], hour: hour - 1 || 12, minute: 60 - short, literal: hour === 1 };
	if (short !== undefined) return undefined;
	if (written === undefined || hour === undefined || minute === undefined) return undefined;
	const meridiem = (g[`ap${n}`] ?? g[`eap${n}`])?.toLowerCase();
	if (meridiem && hour > 12) return undefined;
	const english = meridiem && (meridiem === 'p' ? '下午' : hour === 12 ? '凌晨' : '上午');
	return { part: g[`part${n}`] ?? english, hour, minute, literal: /^0\d/.test(written) };
}

/** 差一刻, 差五分: how many minutes short of the hour. */
function shortOf(said: string | undefined): number | undefined {
	if (said === undefined) return undefined;
	if (said.includes('刻')) return 15;
	return numeral(/差(.+?)分/u.exec(said)?.[1]) ?? 0;
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
	const first = timeSaid(g, 1);
	const start = first && settle(first.hour, part(first.part), first.literal);
	if (!first || !start) return undefined;
	const clock = { ...start, minute: first.minute, part: part(first.part) };
	const last = timeSaid(g, 2);
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
