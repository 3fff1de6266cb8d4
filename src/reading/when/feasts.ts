import { day, dayOfYear, type Lean, type PlainDate } from './calendar.ts';

const FEASTS: Readonly<Record<string, readonly [month: number, day: number]>> = {
	元旦: [1, 1],
	五一: [5, 1],
	劳动节: [5, 1],
	七一: [7, 1],
	建党节: [7, 1],
	八一: [8, 1],
	建军节: [8, 1],
	国庆: [10, 1],
};

/** The source of a pattern for a feast with its year. */
export const FEAST = String.raw`(?:(?<y>\d{4})年|(?<ry>今年|明年|去年)的?)?(?<f>${Object.keys(FEASTS).join('|')})节?(?:劳动节)?`;

/** The day of the feast that matched, with the year that was said, else the nearest. */
export function feastDay(
	g: Readonly<Record<string, string | undefined>>,
	today: PlainDate,
	lean: Lean,
): PlainDate | undefined {
	const feast = FEASTS[g.f ?? ''];
	if (!feast) return undefined;
	const [month, number] = feast;
	const years = { 去年: -1, 今年: 0, 明年: 1 }[g.ry ?? ''];
	const year = g.y ? Number(g.y) : years === undefined ? undefined : today.year + years;
	return year === undefined ? dayOfYear(today, month, number, lean) : day(year, month, number);
}
