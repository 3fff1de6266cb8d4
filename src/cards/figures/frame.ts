import type { Block, Button } from '../../bot/vocabulary/index.ts';
import type { Words } from '../../locales/index.ts';
import { before, type Quarter, type Span } from '../../rules/dates.ts';
import { percent } from '../../rules/figures.ts';
import { sayDate } from '../when.ts';

export type Part = 'overview' | 'attendance' | 'floats' | 'transfers' | 'tickets';

export const COMMANDS: Readonly<Record<Part, string>> = {
	overview: 'stats',
	attendance: 'stats.attendance',
	floats: 'stats.floats',
	transfers: 'stats.transfers',
	tickets: 'stats.tickets',
};

/** What a card of figures is about. */
export interface Frame {
	readonly part: Part;
	readonly span: Span;
	/** The one branch (with what hangs below it) that was asked for. */
	readonly named?: { readonly id: number; readonly name: string };
	/** Which page of the branches, from 0. */
	readonly page: number;
}

/** What is counted, of which quarter, and of which branch when one was named. */
export function titleOf(t: Words, { part, span: { year, quarter }, named }: Frame): string {
	const title = t(`figures.title.${part}`, { year, quarter });
	return named ? t('figures.named', { name: named.name, title }) : title;
}

/** Until which day it is counted: every figure says so. */
export function asOf(t: Words, { span }: Frame): Block {
	const day = sayDate(t, span.asOf, span.asOf);
	return { kind: 'text', text: t(span.state === 'over' ? 'figures.until' : 'figures.so-far', { day }) };
}

/** 「92%（46÷50）」, or that there is nothing to divide by. */
export function ratio(t: Words, part: number, whole: number): string {
	const share = percent(part, whole);
	return share === undefined ? t('figures.no-base') : t('figures.ratio', { share: `${share}%`, part, whole });
}

export const quarterArg = ({ year, quarter }: Quarter): string => `${year}Q${quarter}`;

/** A button to another card of the same branch; the quarter is the frame's unless told. */
export function goTo(t: Words, frame: Frame, part: Part, style: Button['style'] = 'plain'): Button {
	return { label: t(`figures.button.${part}`), action: opening(frame, part), style };
}

/** Below a card of one job: the quarter before, and all four jobs. */
export function around(t: Words, frame: Frame): Block {
	const earlier = opening(frame, frame.part, before(frame.span));
	return {
		kind: 'buttons',
		buttons: [
			{ label: t('figures.button.earlier'), action: earlier, style: 'primary' },
			goTo(t, frame, 'overview'),
		],
	};
}

function opening({ named, span }: Frame, part: Part, quarter: Quarter = span, page = 0) {
	const args = {
		quarter: quarterArg(quarter),
		...(named && { branch: String(named.id) }),
		...(page > 0 && { page: String(page) }),
	};
	return { command: COMMANDS[part], args, opens: true };
}

/** More rows than this would not fit into the platform's 30 KB beside the rest. */
const ROWS = 60;

/** Rows by branch, the page asked for; with more than one page it says which one this is and leads on. */
export function byBranch(
	t: Words,
	frame: Frame,
	columns: readonly string[],
	rows: readonly (readonly string[])[],
): Block[] {
	if (rows.length < 2) return [];
	const pages = Math.ceil(rows.length / ROWS);
	const page = Math.min(frame.page, pages - 1);
	const shown = rows.slice(page * ROWS, (page + 1) * ROWS);
	const table: Block = { kind: 'table', columns: [t('figures.branch'), ...columns], rows: shown };
	if (pages === 1) return [table];
	const from = page * ROWS + 1;
	const next = (page + 1) % pages;
	const label = t(next === 0 ? 'figures.button.first-branches' : 'figures.button.more-branches');
	return [
		{ kind: 'text', text: t('figures.cut', { from, to: from + shown.length - 1, count: rows.length }) },
		table,
		{ kind: 'buttons', buttons: [{ label, action: opening(frame, frame.part, frame.span, next) }] },
	];
}

/** The sum of one column. */
export function total<K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number {
	return rows.reduce((sum, row) => sum + row[key], 0);
}
