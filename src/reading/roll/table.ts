import { wordAt } from './tokens.ts';

const NAME = /^(?:姓名|名字|党员姓名|name)$/iu;
const REMARK = /备注|说明|情况|原因|状态/u;
const TICK = /^(?:√|✓|✔|✅|☑|是|1|○|o|y|yes)$/iu;
const NO = /^(?:×|✗|❌|否|无|没有|0|-|—|n|no|\/)$/iu;

/**
 * The lines of a table that has a row of titles, each as one would say it: a tick below 请假 is 请假, an empty cell nothing; columns
 * that neither name nor mark anybody fall away. Lines before the titles, and texts without any, stay as they are.
 */
export function tableSaid(lines: readonly string[]): {
	readonly lines: readonly string[];
	readonly titled: boolean;
} {
	let titles: readonly string[] | undefined;
	const said: string[] = [];
	for (const line of lines) {
		const cells = line.split('\t').map((cell) => cell.trim());
		if (cells.length > 1 && cells.some((cell) => NAME.test(cell))) titles = cells;
		else if (titles && (cells.length > 1 || line.trim().length < 20)) said.push(rowSaid(cells, titles));
		else said.push(line);
	}
	return { lines: said, titled: titles !== undefined };
}

function rowSaid(cells: readonly string[], titles: readonly string[]): string {
	return cells
		.map((cell, column) => {
			const title = titles[column] ?? '备注';
			if (NAME.test(title) || REMARK.test(title)) return cell;
			const mark = markOf(title);
			if (mark === undefined || cell === '') return '';
			if (mark === 'present') return TICK.test(cell) ? '到' : cell;
			return NO.test(cell) ? '' : title;
		})
		.filter((cell) => cell !== '')
		.join(' ');
}

function markOf(title: string): string | undefined {
	const found = wordAt(title, 0);
	return found?.word.kind === 'mark' && found.length === title.length ? found.word.mark : undefined;
}
