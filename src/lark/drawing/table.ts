import type { Block } from '../../bot/vocabulary/index.ts';
import { FIXED_SPACE, inOneLine } from './text.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Rows a page; the platform's own most. */
const PAGE = 10;

/** A line ends behind a dot, not before it. */
const DOT = `${FIXED_SPACE}· `;

/**
 * Two columns, for a phone shows no more of them whole: what else a row tells stands in the second, each number behind
 * the name of its column. A long name goes on in the next line (clients ≥ 7.33; older ones show its beginning).
 */
export function drawTable({ columns, rows }: Table): object {
	const [first = '', ...others] = columns;
	const heads = others.length > 0 ? [first, others.map(inOneLine).join(DOT)] : [first];
	const widths = heads.length === 1 ? [100] : others.length === 1 ? [50, 50] : [45, 55];
	return {
		tag: 'table',
		page_size: Math.min(PAGE, Math.max(1, rows.length)),
		row_height: 'auto',
		columns: heads.map((title, index) => ({
			name: `c${index}`,
			display_name: title,
			data_type: 'text',
			width: `${widths[index]}%`,
		})),
		rows: rows.map(([name = '', ...values]) => ({
			c0: name,
			...(others.length > 0 && { c1: told(others, values) }),
		})),
	};
}

function told(names: readonly string[], values: readonly string[]): string {
	if (names.length === 1) return values[0] ?? '';
	return names.map((name, index) => inOneLine(name) + FIXED_SPACE + (values[index] ?? '')).join(DOT);
}
