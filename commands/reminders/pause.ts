import { takeDayUntil } from '../../src/bot/arguments/index.ts';
import type { Said } from '../../src/bot/said.ts';
import { numeral } from '../../src/reading/when/index.ts';
import { addMonths, daysBetween } from '../../src/rules/dates.ts';
import type { Hours } from '../../src/rules/quiet.ts';

const CLOCK =
	/(凌晨|早上|早|上午|中午|下午|晚上|晚|夜里)?\s*(\d{1,2})(?:\s*[:：点时]\s*(\d{1,2}|半)?)?\s*分?\s*(am|pm)?/gi;

/** 「18:00-21:00」「晚上6点到9点」 as minutes after midnight; undefined when it is not two times of the day. */
export function readHours(words: string): Hours | undefined {
	const [from, until, ...more] = [...words.matchAll(CLOCK)];
	if (!from || !until || more.length > 0) return undefined;
	const part = partOf(from);
	const begins = minutesOf(from, part);
	// 晚上6点到9点: what is said of the first time holds for the second, unless it says its own or goes over midnight.
	const ends = minutesOf(
		until,
		partOf(until) ?? (Number(until[2]) > Number(from[2]) || part === 'noon' ? part : undefined),
	);
	if (begins === undefined || ends === undefined || begins === ends) return undefined;
	return { from: begins, until: ends };
}

type Part = 'morning' | 'noon' | 'afternoon' | 'evening';

/** The hour of the day that is meant by a number up to 12: 中午11点 is 11, 中午1点 13, 晚上12点 midnight. */
const PARTS: Readonly<Record<Part, (said: number) => number>> = {
	morning: (said) => said,
	noon: (said) => (said < 6 ? said + 12 : said),
	afternoon: (said) => (said < 12 ? said + 12 : said),
	evening: (said) => (said <= 12 ? said + 12 : said),
};

function partOf(match: RegExpExecArray): Part | undefined {
	const said = match[1] ?? match[4]?.toLowerCase();
	if (said === undefined) return undefined;
	if (said === '夜里' && Number(match[2]) < 6) return 'morning';
	if (said === '中午') return 'noon';
	if (/晚|夜/.test(said)) return 'evening';
	return said === '下午' || said === 'pm' ? 'afternoon' : 'morning';
}

function minutesOf(match: RegExpExecArray, part: Part | undefined): number | undefined {
	const said = Number(match[2]);
	const hour = part ? PARTS[part](said) : said;
	const minute = match[3] === '半' ? 30 : Number(match[3] ?? 0);
	if (hour > 24 || minute > 59) return undefined;
	return (hour % 24) * 60 + minute;
}

const FOR =
	/(?<count>\d{1,4}|[一二两三四五六七八九十]{1,3})\s*(?:(?<week>个?(?:周|星期|礼拜)|weeks?)|(?<month>个?月|months?)|天|日|days?|$)/i;

/**
 * How long a pause is to last, as days: 「暂停 7天」「暂停两周」「暂停到12月1日」. `unclear` when it is not said how long;
 * undefined when no pause is meant.
 */
export function readPause(said: Said, today: string): string | undefined {
	if (!said.take(/暂停|停|pause/i)) return undefined;
	const until = takeDayUntil(said, today);
	if (until !== undefined) return String(daysBetween(today, until));
	const { count, week, month } = said.take(FOR)?.groups ?? {};
	const number = /^\d/.test(count ?? '') ? Number(count) : numeral(count);
	if (number === undefined) return 'unclear';
	if (month) return String(daysBetween(today, addMonths(today, number)));
	return String(week ? number * 7 : number);
}
