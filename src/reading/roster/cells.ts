import { surnameLength } from './surnames.ts';

/** How many things were taken out of a paste and not kept. */
export interface Dropped {
	readonly phones: number;
	readonly idNumbers: number;
	readonly others: number;
}

const ID_NUMBER = /(?<![\dA-Za-z])(?:\d{6}\s?\d{8}\s?\d{3}[\dXx]|\d{14,19}[\dXx]?)(?![\dA-Za-z])/g;
const PHONE = /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8})(?!\d)/g;
const NUMBERING =
	/^\s*(?:[(（]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)）]|(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[.、．:：)）](?!\d)|\d{1,3}(?=\s|(?!周?岁|[人名个年月日])\p{Script=Han}|@)|[①-⑳㉑-㉟㊱-㊿⑴-⒇]|[-*•●])\s*/u;
const SINGLE_SIGNS =
	/(?<![^\s,，、;；|()（）\t])\p{Script=Han}(?:[ \u3000]+\p{Script=Han})+(?![^\s,，、;；|()（）\t])/gu;
/** Single signs that are columns of their own, never a given name set apart by a blank. */
const COLUMN_SIGN = /[男女汉满回蒙藏苗壮侗瑶彝土白畲无有是否]/u;

export interface Cells {
	readonly cells: readonly string[];
	readonly phones: number;
	readonly idNumbers: number;
}

/** 「张 三」 is one name, 「张 三 男」 a name and a column, 「张 三 李 四」 two names. */
function closedUp(signs: string): string {
	const words: string[] = [];
	let open = false;
	for (const sign of signs.split(/[ \u3000]+/)) {
		const last = words.at(-1) ?? '';
		const column = COLUMN_SIGN.test(sign);
		const given = open && !column && (last.length === 1 || (last.length === 2 && !surnameLength(sign)));
		if (given) words[words.length - 1] = last + sign;
		else {
			words.push(sign);
			open = !column && surnameLength(sign) > 0;
		}
	}
	return words.join(' ');
}

export function withoutNumbering(text: string): string {
	return text.replace(NUMBERING, '').trim();
}

/** Takes a line apart. Phone and ID numbers go first, before anything could keep a part of them. */
export function cellsOf(line: string): Cells {
	let phones = 0;
	let idNumbers = 0;
	const rest = line
		.replace(ID_NUMBER, () => {
			idNumbers++;
			return '\t';
		})
		.replace(PHONE, () => {
			phones++;
			return '\t';
		});
	const cells = withoutNumbering(rest)
		.replace(/(@_user_\d+)/g, '\t$1\t')
		.replace(SINGLE_SIGNS, closedUp)
		.replace(/(?<=[A-Za-z]) +(?=[A-Za-z])/g, '\u00a0')
		.split(/[\t,，、;；|/()（）:：。]+|[ \u3000]+/)
		.map((cell) => withoutNumbering(cell.replaceAll('\u00a0', ' ')))
		.filter((cell) => cell !== '');
	return { cells, phones, idNumbers };
}
