import { Temporal } from 'temporal-polyfill';
import type { Span } from '../span.ts';
import { day, NUMERAL, nearestWeekday, numeral, type PlainDate } from './calendar.ts';
import { pieces } from './engine.ts';
import { type Phrase, phrases, READ_AT_MOST, readWhen, type WhenRead, whenOf } from './read-when.ts';
import { grownOver } from './unread.ts';

/** Ours: more meetings than this are not planned at once. */
export const MOST_SESSIONS = 12;
/** Ours: as many are meant where no end is said, a month's of every week, a quarter's of every month. */
const UNSAID = { week: 4, month: 3 } as const;

/** Several meetings in one line. */
export interface Sessions {
	/** Milliseconds since 1970, in their order. */
	readonly at: readonly number[];
	/** A rule without an end: only the next few are listed. */
	readonly open?: true;
	readonly spans: readonly Span[];
}

const WEEK = '(?:周|星期|礼拜)';
const W = '[一二三四五六日天]';
const EVERY = new RegExp(
	`每(?:个|逢)?(?:(?:${WEEK}的?)?${WEEK}(?<days>${W}(?:[、和及]?${WEEK}?${W}(?![点楼]))*)|月的?(?:(?<number>${NUMERAL})[号日]|第(?<nth>[一二三四1-4])个?${WEEK}(?<on>${W})|最后[一1]个?${WEEK}(?<last>${W})|(?<end>月?[底末](?:最后一天)?|最后一天)))`,
	'u',
);
const COUNT = new RegExp(`(?:一?共|连续?开?|[,，]?开)(?<n>${NUMERAL})(?:次|场|期|周|个星期|个月)`, 'u');
const UNTIL = /(?:一直|持续)?[到至](?<day>[^\s，,。]{2,10}?)(?:为止|结束|止)/u;

/**
 * The meetings of a rule (每周三下午2点, 每月15号) or of a list (周三下午3点、周四上午9点; 12月3日、10日下午3点), all ahead of
 * `now` (ms); undefined when it is neither, or not all of it is clear.
 */
export function readSessions(text: string, now: number, zone: string): Sessions | undefined {
	const read = text.slice(0, READ_AT_MOST);
	return byRule(read, now, zone) ?? listed(read, now, zone);
}

function byRule(text: string, now: number, zone: string): Sessions | undefined {
	const every = EVERY.exec(text);
	if (!every?.groups) return undefined;
	const { index, groups } = every;
	const rule = { from: index, to: index + every[0].length };
	const [count, until] = [COUNT.exec(text), UNTIL.exec(text)];
	const ends = [count, until].filter((each) => each !== null).map(spanOf);
	const blank = (rest: string, { from, to }: Span) =>
		rest.slice(0, from) + '。'.repeat(to - from) + rest.slice(to);
	const hour = readWhen(`${' '.repeat(rule.to)}${ends.reduce(blank, text).slice(rule.to)}`, now, zone);
	if (hour?.time === undefined || !hour.dayless || hour.unread) return undefined;
	const last = until?.groups?.day ? readWhen(until.groups.day, now, zone) : undefined;
	if (until && (!last || last.dayless)) return undefined;
	const most =
		numeral(count?.groups?.n) ?? (until ? MOST_SESSIONS : groups.days ? UNSAID.week : UNSAID.month);
	const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
	const at: number[] = [];
	for (const date of daysBy(groups, today)) {
		if (at.length >= Math.min(most, MOST_SESSIONS) || (last && date.toString() > last.date)) break;
		const start = date.toPlainDateTime(hour.time).toZonedDateTime(zone).epochMilliseconds;
		if (start > now) at.push(start);
	}
	const spans = [rule, { from: hour.from, to: hour.to }, ...ends].sort((a, b) => a.from - b.from);
	return at.length < 2 ? undefined : { at, spans, ...(!count && !until && { open: true }) };
}

function spanOf({ index, 0: words }: RegExpExecArray): Span {
	return { from: index, to: index + words.length };
}

/** The days of a rule from today on, for two years. */
function* daysBy(g: Readonly<Record<string, string | undefined>>, today: PlainDate): Generator<PlainDate> {
	if (g.days) {
		const wanted = new Set([...g.days.matchAll(/[一二三四五六日天]/gu)].map(([sign]) => weekdayOf(sign)));
		for (let far = 0; far < 730; far++) {
			const date = today.add({ days: far });
			if (wanted.has(date.dayOfWeek)) yield date;
		}
		return;
	}
	for (let far = 0; far < 24; far++) {
		const date = dayIn(g, today.with({ day: 1 }).add({ months: far }));
		if (date && Temporal.PlainDate.compare(date, today) >= 0) yield date;
	}
}

/** A month without that day (the 31st) has no meeting. */
function dayIn(g: Readonly<Record<string, string | undefined>>, first: PlainDate): PlainDate | undefined {
	if (g.number) return day(first.year, first.month, numeral(g.number) ?? 0);
	const end = first.with({ day: first.daysInMonth });
	if (g.end) return end;
	if (g.last) return nearestWeekday(end, weekdayOf(g.last), 'behind');
	return nearestWeekday(first, weekdayOf(g.on ?? ''), 'ahead').add({ weeks: (numeral(g.nth) ?? 1) - 1 });
}

function weekdayOf(sign: string): number {
	return '一二三四五六日'.indexOf(sign === '天' ? '日' : sign) + 1;
}

const BETWEEN = /^(?:[（(][^（）()\n]{1,8}[)）])?\s*(?:[、，,；;]|和|及|与|以及)?\s*$/u;
const SEPARATES = /[、，,；;和及与]/u;
const EITHER = /或|还是|要么|都行|都可以|哪|备选/u;
const HEADED = /(?:共|分)?[两二三四五六\d][场次](?:[:：]|举行)?\s*$/u;

function listed(text: string, now: number, zone: string): Sessions | undefined {
	const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
	const offset = Math.round(here.offsetNanoseconds / 60_000_000_000);
	const said = phrases(text, pieces(text, now, offset, true));
	if (said.length < 2 || said.length > MOST_SESSIONS || EITHER.test(text)) return undefined;
	const gaps = said.slice(1).map(({ from }, at) => text.slice(said[at]?.to, from));
	if (!gaps.every((gap) => BETWEEN.test(gap) && SEPARATES.test(gap))) return undefined;
	const span = { from: said[0]?.from ?? 0, to: said.at(-1)?.to ?? 0 };
	if (said.some(({ contradiction, day }) => contradiction || day?.none) || grownOver(text, span))
		return undefined;
	const found = together(text, said).map((phrase) => phrase && whenOf(phrase, here));
	const at = found.map((each: WhenRead | undefined) => each?.at ?? 0);
	if (at.some((start, nth) => start <= Math.max(now, at[nth - 1] ?? 0))) return undefined;
	const head = HEADED.exec(text.slice(0, span.from))?.[0].length ?? 0;
	return { at, spans: [{ from: span.from - head, to: span.to }] };
}

/** Each with a day and an hour: the day of the one before, the hour of the one behind. */
function together(text: string, said: readonly Phrase[]): (Phrase | undefined)[] {
	const days: (Phrase['day'] | undefined)[] = [];
	for (const phrase of said) {
		const before = days.at(-1);
		const bare = /^(?:[（(])?(\d{1,2}|[一二三十廿卅]{1,3})\s?[号日]/u.exec(
			text.slice(phrase.from, phrase.to),
		);
		const number = bare ? numeral(bare[1]) : undefined;
		if (!phrase.day) days.push(before);
		else if (before && number !== undefined) {
			const date = day(before.date.year, before.date.month, number);
			days.push(date && { date, kind: 'exact' });
		} else if (before?.kind === 'week' && phrase.day.kind === 'weekday') {
			const date = before.date.add({ days: phrase.day.date.dayOfWeek - before.date.dayOfWeek });
			days.push({ date, kind: 'week' });
		} else days.push(phrase.day);
	}
	return said.map((phrase, at) => {
		const clock = said.slice(at).find(({ clock }) => clock?.hour !== undefined)?.clock;
		const day = days[at];
		return day && clock ? { ...phrase, day, clock } : undefined;
	});
}
