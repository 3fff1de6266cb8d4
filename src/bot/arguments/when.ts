import { z } from 'zod';
import type { PlainKey } from '../../locales/index.ts';
import { readPlaceIn } from '../../reading/notice/index.ts';
import { completed, readDayBehind, readDayUntil, readSessions, readWhen } from '../../reading/when/index.ts';
import { addDays } from '../../rules/dates.ts';
import type { Arg } from '../command.ts';
import type { Said } from '../said.ts';

/** A day and time as people write it; kept in their words, read again where it is used. */
export function when(question: PlainKey): Arg<string> {
	return { ...whenIfSaid(), schema: z.string().min(1), question };
}

export function whenIfSaid(): Arg<string | undefined> {
	return {
		schema: z.string().optional(),
		longest: 300,
		shown: (value) => value,
		read(said, turn, before) {
			const { now, zone } = turn;
			const found = readWhen(said.text, now, zone);
			const spans =
				readSessions(said.text, now, zone)?.spans ??
				(found && [found, ...(found.also ? [found.also] : [])].toSorted((a, b) => a.from - b.from));
			if (!spans) return stillMissing(said, before);
			const words = spans.map(({ from, to }) => said.text.slice(from, to)).join(' ');
			said.takeSpans(spans);
			// What was given already, a day or an hour, survives the question for the other.
			return before === undefined ? words : completed(before, words, now, zone);
		},
	};
}

/** An answer that names no time leaves what was known; unless it names the place, nothing else is made of it. */
function stillMissing(said: Said, before: string | undefined): string | undefined {
	if (before !== undefined && !readPlaceIn(said.text)) said.takeRest();
	return before;
}

/** A local day (`YYYY-MM-DD`), also as a form's picker writes it: `2026-07-01 +0800`. */
export const day = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}(?: [+-]\d{4})?$/)
	.transform((text) => text.replace(/ .*$/, ''))
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
	return said.takeRead((text) => readDayBehind(text, today))?.date;
}

/** Takes the day until which something holds: 到12月31日回来; 到深圳 is none. */
export function takeDayUntil(said: Said, today: string): string | undefined {
	return said.takeRead((text) => readDayUntil(text, today))?.date;
}
