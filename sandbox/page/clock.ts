import chineseDays from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const ZONE = 'Asia/Shanghai';
/** Off by law in every year, also in those whose holiday plan is not published yet. */
const ALWAYS_OFF = new Set(['01-01', '05-01', '10-01', '10-02', '10-03']);
const MORNING = { hour: 8, minute: 30 };

/** Where the clock shall go: by name, or to an instant in ms. */
export const whither = z.union([
	z.object({ to: z.enum(['hour', 'day', 'workday', 'quarter']) }),
	z.object({ at: z.number().int().positive() }),
]);

/**
 * The instant asked for, in ms. `workday` is the next Chinese working day at 08:30, `quarter` the first
 * working day of the next quarter at 08:30, both in Asia/Shanghai; `hour` and `day` are added to now.
 */
export function destination(now: number, asked: z.infer<typeof whither>): number {
	if ('at' in asked) return asked.at;
	const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE);
	switch (asked.to) {
		case 'hour':
			return here.add({ hours: 1 }).epochMilliseconds;
		case 'day':
			return here.add({ days: 1 }).epochMilliseconds;
		case 'workday': {
			const today = here.toPlainDate();
			const thisMorning = morning(today);
			return isWorkday(today) && thisMorning > now
				? thisMorning
				: morning(workdayFrom(today.add({ days: 1 })));
		}
		case 'quarter': {
			const first = here.toPlainDate().with({ day: 1, month: 3 * Math.floor((here.month - 1) / 3) + 1 });
			return morning(workdayFrom(first.add({ months: 3 })));
		}
	}
}

function workdayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
	return isWorkday(date) ? date : workdayFrom(date.add({ days: 1 }));
}

function isWorkday(date: Temporal.PlainDate): boolean {
	const text = date.toString();
	return !ALWAYS_OFF.has(text.slice(5)) && chineseDays.isWorkday(text);
}

function morning(date: Temporal.PlainDate): number {
	return date.toZonedDateTime({ timeZone: ZONE, plainTime: MORNING }).epochMilliseconds;
}
