import { Temporal } from 'temporal-polyfill';
import type { Span } from '../span.ts';
import { before, type Lean } from './calendar.ts';
import { pieces } from './engine.ts';
import { best, phrases, READ_AT_MOST } from './read-when.ts';

export interface DateRead {
	/** `YYYY-MM-DD` */
	readonly date: string;
	readonly from: number;
	readonly to: number;
	/** Before today. */
	readonly past: boolean;
	readonly contradiction?: true;
}

/**
 * The day a text names, without a time. `today` is `YYYY-MM-DD` (RangeError otherwise); `lean` says which way
 * a date without a year and a weekday alone look: `behind` for what has already happened.
 */
export function readDate(text: string, today: string, lean: Lean = 'ahead'): DateRead | undefined {
	const from = Temporal.PlainDate.from(today);
	const now = from.toZonedDateTime('UTC').epochMilliseconds;
	const read = text.slice(0, READ_AT_MOST);
	const found = best(phrases(read, pieces(read, now, 0, lean === 'ahead')).filter((phrase) => phrase.day));
	if (!found?.day || found.day.none !== undefined) return undefined;
	return {
		date: found.day.date.toString(),
		from: found.from,
		to: found.to,
		past: before(found.day.date, from),
		...(found.contradiction && { contradiction: true as const }),
	};
}

/** A day in a sentence, with the words that belong to it. */
export interface DayRead extends Span {
	/** `YYYY-MM-DD` */
	readonly date: string;
}

/** Ours: a day without a year within the next two months is meant ahead, any other behind. */
const SOON = 60;

/** The day on which something began: 7月1日起, 7月起, 昨天. */
export function readDayBehind(text: string, today: string): DayRead | undefined {
	// As long as it was, so that positions stay: 以来 keeps the day before it from being read.
	// A from would make 1 July the beginning of a span whose end is not said.
	const plain = text
		.slice(0, READ_AT_MOST)
		.replaceAll('以来', '起 ')
		.replace(/\bfrom\b/giu, '    ');
	const found = monthAlone(plain, today) ?? soonOrBehind(plain, today);
	if (!found || found.contradiction) return undefined;
	return withWords(text, found, /^\s{0,4}(?:起|开始|以来|出发|去的|走的|来的|到的)?/u);
}

/** How many places are tried; beyond these a text is no sentence. */
const TRIED = 12;

/** The day until which something holds, only behind 到 or 至: 到12月31日回来; 到深圳 is none. */
export function readDayUntil(text: string, today: string): DayRead | undefined {
	const places = text
		.slice(0, READ_AT_MOST)
		.matchAll(/(?:[到至]\s?|until\s)(?=[\w一二两三四五六七八九十今明后大本下周星礼年月元国])/giu);
	let tried = 0;
	for (const { index, 0: word } of places) {
		if (++tried > TRIED) break;
		const from = index + word.length;
		const found = readDate(text.slice(from), today);
		if (!found || found.from > 0 || found.contradiction) continue;
		const to = from + found.to;
		const behind = /^\s{0,4}(?:回来|返回|为止|止|前)?/u.exec(text.slice(to))?.[0].length ?? 0;
		return withWords(text, { ...found, from: index, to: to + behind }, /^/u);
	}
	return undefined;
}

function soonOrBehind(text: string, today: string): DateRead | undefined {
	const here = Temporal.PlainDate.from(today);
	const ahead = readDate(text, today);
	const days = ahead && here.until(ahead.date, { largestUnit: 'days' }).days;
	if (days !== undefined && days >= 0 && days <= SOON) return ahead;
	const read = readDate(text, today, 'behind');
	if (!read || read.date <= here.add({ days: SOON }).toString()) return read;
	const yearSaid = /\d{4}|[明后]年|next/iu.test(text.slice(read.from, read.to));
	if (yearSaid) return read;
	return { ...read, date: Temporal.PlainDate.from(read.date).subtract({ months: 12 }).toString() };
}

/** 7月起, 去年10月: from the first of that month. */
function monthAlone(text: string, today: string): DateRead | undefined {
	const match = /((?:[去今前]年|\d{4}年)?\d{1,2}月)份?(?=\s|$|起|开始|以来|[去到在来，,。])/u.exec(text);
	const read = match ? readDate(`${match[1]}1日`, today, 'behind') : undefined;
	return match && read ? { ...read, from: match.index, to: match.index + match[0].length } : undefined;
}

/** With the word before a day (自, since) and what ends it. */
function withWords(text: string, { date, from, to }: DayRead, ending: RegExp): DayRead {
	const before = text.slice(Math.max(0, from - 12), from);
	const ahead = /(?:自从?|从|since|from)\s{0,4}$/iu.exec(before)?.[0].length ?? 0;
	const behind = ending.exec(text.slice(to))?.[0].length ?? 0;
	return { date, from: from - ahead, to: to + behind };
}
