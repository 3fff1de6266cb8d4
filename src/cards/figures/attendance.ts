import type { AttendanceFigures } from '../../../db/figures/attendance.ts';
import type { Block, Card } from '../../bot/vocabulary/index.ts';
import type { Words } from '../../locales/index.ts';
import type { Quarter } from '../../rules/dates.ts';
import { percent } from '../../rules/figures.ts';
import { around, asOf, byBranch, type Frame, ratio, titleOf, total } from './frame.ts';

export interface QuarterRate extends Quarter {
	readonly present: number;
	readonly expected: number;
}

export interface AttendanceReport {
	readonly frame: Frame;
	readonly rows: readonly AttendanceFigures[];
	/** The last quarters, the earliest first. */
	readonly quarters: readonly QuarterRate[];
	/** How many branches were asked about. */
	readonly branches: number;
}

/** Attendance of a quarter by DOMAIN's definitions: every rate with its parts beside it; branches by name, never by score. */
export function attendanceCard(t: Words, { frame, rows, quarters, branches }: AttendanceReport): Card {
	const title = titleOf(t, frame);
	const body: Block[] = [asOf(t, frame)];
	if (total(rows, 'held') === 0) {
		body.push({ kind: 'text', text: t('figures.attendance.none') }, around(t, frame));
		return { title, tone: 'plain', body };
	}
	body.push(
		{ kind: 'facts', rows: attendanceFacts(t, rows) },
		...chart(t, rows, quarters),
		...byBranch(
			t,
			frame,
			[t('figures.attendance.rate'), t('figures.attendance.meetings')],
			rows.map((row) => [
				row.branch,
				row.expected === 0 ? '—' : ratio(t, row.present, row.expected),
				`${row.recorded}/${row.held}`,
			]),
		),
		{ kind: 'text', text: t('figures.attendance.definition') },
	);
	const silent = branches - rows.length;
	if (silent > 0) body.push({ kind: 'text', text: t('figures.attendance.silent', { count: silent }) });
	body.push(around(t, frame));
	return { title, tone: 'plain', body };
}

/** The rows of the overview and of the card of its own. */
export function attendanceFacts(t: Words, rows: readonly AttendanceFigures[]): (readonly [string, string])[] {
	const sum = (key: Exclude<keyof AttendanceFigures, 'branch'>) => total(rows, key);
	const parts = {
		expected: sum('expected'),
		present: sum('present'),
		excused: sum('excused'),
		absent: sum('absent'),
	};
	return [
		[
			t('figures.attendance.held'),
			t('figures.attendance.held-value', { held: sum('held'), recorded: sum('recorded') }),
		],
		[t('figures.attendance.rate'), ratio(t, parts.present, parts.expected)],
		[t('figures.attendance.parts'), t('figures.attendance.parts-value', parts)],
		[t('figures.attendance.response'), ratio(t, sum('answered'), sum('invited'))],
	];
}

/** As many bars as a phone shows at once. */
const MOST_BARS = 12;

/** Beside each other the branches, when they are few; else the last quarters. */
function chart(t: Words, rows: readonly AttendanceFigures[], quarters: readonly QuarterRate[]): Block[] {
	const few = rows.length > 1 && rows.length <= MOST_BARS;
	const bars = few
		? rows.map((row) => ({ label: row.branch, value: share(row) }))
		: quarters.map((each) => ({ label: t('figures.quarter', { ...named(each) }), value: share(each) }));
	if (bars.filter(({ value }) => value !== undefined).length < 2) return [];
	return [{ kind: 'chart', title: t('figures.attendance.chart'), bars }];
}

const named = ({ year, quarter }: Quarter) => ({ year, quarter });

function share({ present, expected }: { present: number; expected: number }): number | undefined {
	return percent(present, expected);
}
