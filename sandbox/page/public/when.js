import { now, state } from './store.js';
import { t } from './words.js';

const ZONE = 'Asia/Shanghai';
const format = (options) => new Intl.DateTimeFormat(state.locale, { timeZone: ZONE, ...options });
const day = (at) => format({ dateStyle: 'short' }).format(at);

export const clockTime = (at) => format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
export const longDate = (at) =>
	format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }).format(at);

/** As in a chat list: the time today, 昨天, a date before that. */
export function shortly(at) {
	if (day(at) === day(now())) return clockTime(at);
	if (day(at) === day(now() - 86_400_000)) return t('yesterday');
	return format({ month: 'numeric', day: 'numeric' }).format(at);
}

/** As between messages: day and time. */
export function fully(at) {
	if (day(at) === day(now())) return clockTime(at);
	const date = format({ month: 'long', day: 'numeric', weekday: 'short' }).format(at);
	return `${date} ${clockTime(at)}`;
}

/** `YYYY-MM-DDTHH:mm` in the platform's zone, as a date-time field wants it. */
export function fieldTime(at) {
	return format({
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	})
		.formatToParts(at)
		.reduce((text, { type, value }) => text.replace(type, value), 'year-month-dayThour:minute');
}

/** The instant a date-time field means; China has kept +08:00 without summer time since 1991. */
export const fieldInstant = (text) => Date.parse(`${text}:00+08:00`);
