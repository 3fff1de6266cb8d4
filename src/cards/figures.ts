import type { Block, Card } from '../bot/vocabulary/index.ts';
import type { Words } from '../locales/index.ts';

interface FigureRow {
	readonly branch: string;
	readonly held: number;
	readonly recorded: number;
	readonly expected: number;
	readonly present: number;
	readonly excused: number;
	readonly absent: number;
	readonly invited: number;
	readonly answered: number;
}

export interface Report {
	readonly year: number;
	readonly quarter: number;
	readonly rows: readonly FigureRow[];
	/** How many branches the asker looks after. */
	readonly branches: number;
	/** The one branch that was asked for. */
	readonly named?: string;
}

/** Attendance of a quarter by DOMAIN's definitions: every rate with its parts beside it; branches by name, never by score. */
export function attendanceReport(t: Words, { year, quarter, rows, branches, named }: Report): Card {
	const title = t(named ? 'stats.title-branch' : 'stats.title', { year, quarter, name: named ?? '' });
	const sum = (key: Exclude<keyof FigureRow, 'branch'>) => rows.reduce((total, row) => total + row[key], 0);
	const held = sum('held');
	if (held === 0) return { title, tone: 'plain', body: [{ kind: 'text', text: t('stats.none') }] };
	const [expected, present, excused, absent] = [
		sum('expected'),
		sum('present'),
		sum('excused'),
		sum('absent'),
	];
	const body: Block[] = [
		{
			kind: 'facts',
			rows: [
				[t('stats.held'), t('stats.held-value', { held, recorded: sum('recorded') })],
				[t('stats.rate'), ratio(t, present, expected)],
				[t('stats.parts'), t('stats.parts-value', { expected, present, excused, absent })],
				[t('stats.response'), ratio(t, sum('answered'), sum('invited'))],
			],
		},
	];
	if (rows.length > 1) body.push(branchTable(t, rows));
	body.push({ kind: 'text', text: t('stats.definition') });
	const silent = branches - rows.length;
	if (silent > 0 && !named) body.push({ kind: 'text', text: t('stats.silent', { count: silent }) });
	return { title, tone: 'plain', summary: title, body };
}

function branchTable(t: Words, rows: readonly FigureRow[]): Block {
	return {
		kind: 'table',
		columns: [
			t('stats.branch'),
			t('stats.meetings'),
			t('stats.present'),
			t('stats.expected'),
			t('stats.rate-short'),
		],
		rows: rows.map((row) => [
			row.branch,
			`${row.recorded}/${row.held}`,
			String(row.present),
			String(row.expected),
			percent(row.present, row.expected) ?? '—',
		]),
	};
}

/** 「92%（46÷50）」, or that there is nothing to divide by. */
function ratio(t: Words, part: number, whole: number): string {
	const share = percent(part, whole);
	return share === undefined ? t('stats.no-base') : t('stats.ratio', { share, part, whole });
}

/** Rounded, but neither 0 % nor 100 % unless it is. */
function percent(part: number, whole: number): string | undefined {
	if (whole === 0) return undefined;
	const rounded = Math.round((part / whole) * 100);
	if (rounded === 100 && part < whole) return '99%';
	return rounded === 0 && part > 0 ? '1%' : `${rounded}%`;
}
