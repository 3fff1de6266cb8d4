import type { Span } from '../span.ts';
import { clockTime, part, settle, timeSaid } from './clock.ts';
import { READ_AT_MOST } from './read-when.ts';

/** The own hours of a day, as minutes after midnight; an end that is not after the beginning is on the next day. */
export interface HoursRead {
	readonly from: number;
	readonly until: number;
	readonly span: Span;
}

const UNTIL = String.raw`\s?(?:到|至|-|–|—|~|～|\b(?:to|until|till)\b)\s?`;
const FIGURE = (n: 1 | 2) => String.raw`(?<B${n}>\d{1,2})(?!\s?[\d:点时])`;
const HOURS = new RegExp(
	`(?<![\\d:])(?:${clockTime(1)}|${FIGURE(1)})${UNTIL}(?:${clockTime(2)}|${FIGURE(2)})`,
	'iu',
);
const ANOTHER = /\d|[一二两三四五六七八九十]点/u;

/**
 * From one time of the day to another: 18:00-21:00, 下午六点到九点, 22:00到6:00, 6-9pm. Hours without a part of the day are
 * taken as they stand, since somebody's own hours may lie at night; what is said of the first time holds for the
 * second, unless it says its own or goes over midnight. Undefined when it is not two times, or both are the same.
 */
export function readHours(text: string): HoursRead | undefined {
	const read = text.slice(0, READ_AT_MOST).replaceAll('：', ':');
	const match = HOURS.exec(read);
	if (!match?.groups) return undefined;
	const span = { from: match.index, to: match.index + match[0].length };
	if (ANOTHER.test(read.slice(0, span.from)) || ANOTHER.test(read.slice(span.to))) return undefined;
	const [first, last] = [hourOf(match.groups, 1), hourOf(match.groups, 2)];
	if (!first || !last) return undefined;
	const grows = last.hour > first.hour;
	// 6-9pm: the first borrows what is said of the second.
	const firstPart = first.part ?? (match.groups.B1 && grows ? last.part : undefined);
	const lastPart = last.part ?? (grows || firstPart === '中午' ? firstPart : undefined);
	const from = minuteOf(first, firstPart);
	const until = minuteOf(last, lastPart);
	return from === undefined || until === undefined || from === until ? undefined : { from, until, span };
}

interface Hour {
	readonly part: string | undefined;
	readonly hour: number;
	readonly minute: number;
}

function hourOf(groups: Readonly<Record<string, string | undefined>>, n: 1 | 2): Hour | undefined {
	const bare = groups[`B${n}`];
	return bare === undefined ? timeSaid(groups, n) : { part: undefined, hour: Number(bare), minute: 0 };
}

/** Own hours have a 中午 until six: 中午12点到下午2点 is said, and 中午5点 by nobody. */
function minuteOf({ hour, minute }: Hour, said: string | undefined): number | undefined {
	const settled = settle(hour, part(said), true);
	return settled && (settled.hour * 60 + minute) % (24 * 60);
}

/** What somebody's own hours are, behind 时段; the rest of the sentence. */
export function readHoursWords(text: string): (Span & { readonly words: string }) | undefined {
	const said = /时段|hours/iu.exec(text);
	return said ? { words: text.slice(said.index), from: said.index, to: text.length } : undefined;
}
