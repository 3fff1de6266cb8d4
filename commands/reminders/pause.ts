import { takeDayUntil } from '../../src/bot/arguments/index.ts';
import type { Said } from '../../src/bot/said.ts';
import { numeral } from '../../src/reading/when/index.ts';
import { addMonths, daysBetween } from '../../src/rules/dates.ts';

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
