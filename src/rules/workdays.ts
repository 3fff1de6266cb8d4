import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { Temporal } from 'temporal-polyfill';
import { addDays } from './dates.ts';

/** Days off and shifted workdays as the State Council announced them, year by year (chinese-days). */
const holidays: Readonly<Record<string, string>> = calendar.holidays;
const shifted: Readonly<Record<string, string>> = calendar.workdays;
const announced = new Set(Object.keys(holidays).map((date) => date.slice(0, 4)));

/** Off by law in every year, whatever is announced: new year, labour day, the national days. */
const ALWAYS_OFF = new Set(['01-01', '05-01', '10-01', '10-02', '10-03']);

/** Whether the days off of a year are known; for any other only weekends and five holidays are off. */
export function knowsHolidays(year: number): boolean {
	return announced.has(String(year));
}

/** Whether people work on this local date (`YYYY-MM-DD`): weekends, holidays and shifted workdays counted. */
export function isWorkday(date: string): boolean {
	if (announced.has(date.slice(0, 4))) {
		if (date in shifted) return true;
		return !(date in holidays) && !isWeekend(date);
	}
	return !ALWAYS_OFF.has(date.slice(5)) && !isWeekend(date);
}

function isWeekend(date: string): boolean {
	return Temporal.PlainDate.from(date).dayOfWeek > 5;
}

/** This date if it is a workday, else the next one. */
export function workdayFrom(date: string): string {
	return isWorkday(date) ? date : workdayFrom(addDays(date, 1));
}

/** The last workday up to and including this date. */
export function workdayUntil(date: string): string {
	return isWorkday(date) ? date : workdayUntil(addDays(date, -1));
}

/** So many workdays later: a Friday and one is Monday, a Saturday and one is Monday too. */
export function addWorkdays(date: string, count: number): string {
	return count === 0 ? date : addWorkdays(workdayFrom(addDays(date, 1)), count - 1);
}
