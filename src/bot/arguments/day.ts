import { z } from 'zod';
import type { PlainKey } from '../../locales/index.ts';
import { type DateRead, readDate } from '../../reading/when/index.ts';
import { addDays, addMonths, daysBetween } from '../../rules/dates.ts';
import type { Arg } from '../command.ts';
import type { Said } from '../said.ts';

/** A local day (`YYYY-MM-DD`), also as a form's picker writes it: `2026-07-01 +0800`. */
const day = z
	.string()
	.transform((text) => text.slice(0, 10))
	.refine(isDay);

function isDay(text: string): boolean {
	try {
		return addDays(text, 0) === text;
	} catch {
		return false;
	}
}

/** A day on which something has happened, or begins soon; what stands behind it (起, 开始) goes with it. */
export function dayBehind(question?: PlainKey): Arg<string | undefined> {
	return {
		schema: day.optional(),
		question,
		read: (said, turn) => takeDayBehind(said, turn.today),
	};
}

/** A day until which something holds: only behind 到 or 至. */
export function dayUntil(): Arg<string | undefined> {
	return {
		schema: day.optional(),
		read: (said, turn) => takeDayUntil(said, turn.today),
	};
}

/** Takes the day on which something began: 7月1日起, 7月起, 昨天; with the words around it. */
export function takeDayBehind(said: Said, today: string): string | undefined {
	// As long as it was, so that positions stay: 以来 keeps the day before it from being read.
	// A from would make 1 July the beginning of a span whose end is not said.
	const text = said.text.replaceAll('以来', '起 ').replace(/\bfrom\b/giu, '    ');
	const found = monthAlone(text, today) ?? soonOrBehind(text, today);
	if (!found || found.contradiction) return undefined;
	takeWith(said, found.from, found.to, /^\s*(起|开始|以来|出发|去的|走的|来的|到的)?/);
	return found.date;
}

/** Takes the day until which something holds: 到12月31日回来; 到深圳 is none. */
export function takeDayUntil(said: Said, today: string): string | undefined {
	for (const { index, 0: word } of said.text.matchAll(/[到至]\s*|until\s+/gi)) {
		const from = index + word.length;
		const found = readDate(said.text.slice(from), today);
		if (!found || found.from > 0 || found.contradiction) continue;
		takeWith(said, index, from + found.to, /^\s*(回来|返回|为止|止|前)?/);
		return found.date;
	}
	return undefined;
}

/** Ours: a day without a year within the next two months is meant ahead, any other behind. */
const SOON = 60;

function soonOrBehind(text: string, today: string): DateRead | undefined {
	const ahead = readDate(text, today);
	const days = ahead && daysBetween(today, ahead.date);
	if (days !== undefined && days >= 0 && days <= SOON) return ahead;
	const read = readDate(text, today, 'behind');
	if (!read || read.date <= addDays(today, SOON)) return read;
	const yearSaid = /\d{4}|[明后]年|next/i.test(text.slice(read.from, read.to));
	return yearSaid ? read : { ...read, date: addMonths(read.date, -12) };
}

/** 7月起, 去年10月: from the first of that month. */
function monthAlone(text: string, today: string): DateRead | undefined {
	const match = /((?:[去今前]年|\d{4}年)?\d{1,2}月)份?(?=\s|$|起|开始|以来|[去到在来，,。])/.exec(text);
	const read = match ? readDate(`${match[1]}1日`, today, 'behind') : undefined;
	return match && read ? { ...read, from: match.index, to: match.index + match[0].length } : undefined;
}

function takeWith(said: Said, from: number, to: number, ending: RegExp): void {
	const ahead = /(自从?|从|since|from)\s*$/i.exec(said.text.slice(0, from))?.[0].length ?? 0;
	const behind = ending.exec(said.text.slice(to))?.[0].length ?? 0;
	said.takeSpan(from - ahead, to + behind);
}
