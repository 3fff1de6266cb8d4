import { Temporal } from 'temporal-polyfill';
import { yearNumeral } from './numeral.ts';
import { READ_AT_MOST } from './read-when.ts';

export interface QuarterRead {
	readonly year: number;
	readonly quarter: 1 | 2 | 3 | 4;
	/** The span in the text, end excluded. */
	readonly from: number;
	readonly to: number;
}

const YEAR = String.raw`(?:(?<y>20\d\d|(?<!\d)\d\d(?=年)|二[〇零][一二三四五六七八九〇零]{2})\s*[年-]?|(?<ry>去年|今年|明年|前年|本年|上年)(?:度)?)的?\s*`;
const QUARTER = new RegExp(
	String.raw`(?<![\w.])(?:${YEAR})?(?:第?\s*(?<n>[1-4一二三四])\s*季度|(?<![a-z])q\s?(?<q>[1-4])(?![\w.])(?:\s*(?<after>20\d\d)(?!\d))?|(?<rel>上上个?|上一?个?|本|这个?|当|下一?个?)季度?(?=度|$|[\s,，。的]|(?<=度)))`,
	'iu',
);
const YEARS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 上年: -1, 今年: 0, 本年: 0, 明年: 1 };

const QUARTERS = [1, 2, 3, 4] as const;

/** The quarters as one row, so that steps cross years. */
const index = (year: number, quarter: number) => year * 4 + quarter - 1;

function at(position: number, from: number, to: number): QuarterRead {
	const quarter = QUARTERS[position % 4] ?? 1;
	return { year: Math.floor(position / 4), quarter, from, to };
}

/**
 * The quarter a text names: `2026Q4`, `四季度`, `上季度`. Without a year it is the latest one that has begun,
 * since figures are asked of the past. `today` is `YYYY-MM-DD` (RangeError otherwise).
 */
export function readQuarter(text: string, today: string): QuarterRead | undefined {
	const match = QUARTER.exec(text.slice(0, READ_AT_MOST));
	if (!match?.groups) return undefined;
	const { y, ry, n, q, after, rel } = match.groups;
	const { year: thisYear, month } = Temporal.PlainDate.from(today);
	const current = index(thisYear, Math.ceil(month / 3));
	const from = match.index;
	const to = from + match[0].length;
	if (rel) {
		const step = rel.startsWith('上上') ? -2 : rel.startsWith('上') ? -1 : rel.startsWith('下') ? 1 : 0;
		return at(current + step, from, to);
	}
	const quarter = n ? '一二三四'.indexOf(n) + 1 || Number(n) : Number(q);
	const written = y ?? after;
	const year = written ? yearNumeral(written) : ry ? thisYear + (YEARS[ry] ?? 0) : undefined;
	if (year !== undefined) return at(index(year, quarter), from, to);
	const ofThisYear = index(thisYear, quarter);
	return at(ofThisYear > current ? ofThisYear - 4 : ofThisYear, from, to);
}
