import type { PlainDate } from './calendar.ts';

/** 本, 上上个, 下下下: how many weeks or months away, by how often it is said. */
export const AWAY = '上{1,4}一?个?|本|这一?个?|当|下{1,4}一?个?|次';

export function away(said: string): number {
	const times = said.replace(/[一个]/gu, '').length;
	if (said.startsWith('上')) return -times;
	return said.startsWith('下') ? times : Number(said.startsWith('次'));
}

/** The first of the month that is so far away. */
export function monthSaid(said: string | undefined, today: PlainDate): PlainDate {
	return today.with({ day: 1 }).add({ months: away(said ?? '') });
}
