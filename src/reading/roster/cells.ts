import { identityNumbers, landlines, telephones } from '../numbers.ts';
import type { Span } from '../span.ts';
import { readName, surnameLength } from './name.ts';

/** How many things were taken out of a paste and not kept. */
export interface Dropped {
	readonly phones: number;
	readonly idNumbers: number;
	readonly others: number;
}

/** Any other number as long as one of an identity card or an account: nobody's business either. */
const LONG_NUMBER = /(?<![\dA-Za-z])\d{14,19}[\dXx]?(?![\dA-Za-z])/g;
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

/** The line with the border of a column in place of these stretches. */
function cut(line: string, spans: readonly Span[]): string {
	let rest = '';
	let at = 0;
	for (const { from, to } of spans) {
		rest += `${line.slice(at, from)}\t`;
		at = to;
	}
	return rest + line.slice(at);
}

/** No telephone or identity number is shorter; most lines of a list of names are. */
const SHORTEST_NUMBER = 10;

/** Takes a line apart. Phone and ID numbers go first, before anything could keep a part of them. */
export function cellsOf(line: string): Cells {
	const long = line.length >= SHORTEST_NUMBER;
	const identities = long ? identityNumbers(line) : [];
	const plain = cut(line, identities);
	const numbers = long ? [...telephones(plain), ...landlines(plain)].sort((a, b) => a.from - b.from) : [];
	const phones = numbers.length;
	let idNumbers = identities.length;
	const rest = cut(plain, numbers).replace(LONG_NUMBER, () => {
		idNumbers++;
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

export type Standing = 'full' | 'probationary' | 'activist';

export type Cell =
	| { readonly kind: 'mention'; readonly key: string }
	| { readonly kind: 'standing'; readonly standing: Standing }
	| { readonly kind: 'duty'; readonly duty: string }
	/** A column that is not kept and shows that the line is a row about one person. */
	| { readonly kind: 'column' }
	| { readonly kind: 'title' }
	| {
			readonly kind: 'name';
			readonly name: string;
			readonly doubt?: 'not-a-name' | 'two-names' | 'long';
			readonly standing?: Standing;
			readonly duty?: string;
	  }
	| { readonly kind: 'other' };

const STANDINGS: readonly (readonly [RegExp, Standing])[] = [
	[/^(?:中共)?预备(?:党员|期)?$/u, 'probationary'],
	[/^(?:入党)?积极分子$/u, 'activist'],
	[/^(?:中共)?正式(?:党员)?$/u, 'full'],
];
const STANDING_WORD = '(?:中共)?预备党员|预备期|预备|入党积极分子|积极分子|(?:中共)?正式党员|正式';
const DUTY_WORD =
	'(?:党)?(?:支部|总支|党委)?(?:第一)?(?:副)?书记|(?:组织|宣传|纪检|纪律检查|群众|青年|统战|生产|文体|学习|保密|女工|妇女|支部)?委员|(?:党)?小组长|组长|组织员|指导员|联络员';
const DUTY = new RegExp(`^(?:${DUTY_WORD})$`, 'u');
const BESIDE_NAME = new RegExp(
	`^(?<before>${STANDING_WORD}|${DUTY_WORD})?(?<name>.{2,}?)(?<after>${STANDING_WORD}|${DUTY_WORD}|同志)?$`,
	'u',
);
const TITLES =
	/^(?:序号|编号|姓名|名字|性别|民族|籍贯|学历|学位|职务|职称|岗位|电话|手机|手机号码?|联系电话|联系方式|身份证|身份证号码?|证件号码?|出生|出生年月|出生日期|年龄|入党|入党时间|入党日期|转正时间|政治面貌|党员类别|类别|身份|类型|单位|工作单位|部门|地址|家庭住址|备注|党内职务|name|phone|gender|no\.?)$/iu;
const COLUMN =
	/^(?:男|女|\p{Script=Han}{1,4}族|汉|本科|大学本科|大专|专科|中专|高中|初中|小学|硕士|博士|研究生|大学|群众|团员|党员|中共党员|未婚|已婚|无|是|否|\d{1,4}(?:[-./年]\d{1,2})?(?:[-./月]\d{1,2}日?|月)?|\d{1,2}岁|\d{6,8}|[\w.+-]+@[\w-]+\.[\w.]+)$/u;

export const isTitle = (cell: string) => TITLES.test(cell);

export function standing(text: string): Standing | undefined {
	return STANDINGS.find(([pattern]) => pattern.test(text))?.[1];
}

function extras(words: readonly (string | undefined)[]): { standing?: Standing; duty?: string } {
	const of = words.map((word) => word && standing(word)).find((found) => found);
	const duty = words.find((word) => word && DUTY.test(word));
	return { ...(of && { standing: of }), ...(duty && { duty }) };
}

/** What a cell of a line is. */
export function cellKind(text: string): Cell {
	if (/^@_user_\d+$/.test(text)) return { kind: 'mention', key: text };
	const of = standing(text);
	if (of) return { kind: 'standing', standing: of };
	if (DUTY.test(text)) return { kind: 'duty', duty: text };
	if (isTitle(text)) return { kind: 'title' };
	if (COLUMN.test(text)) return { kind: 'column' };
	const beside = BESIDE_NAME.exec(text)?.groups;
	const inner = beside && (beside.before || beside.after) ? readName(beside.name ?? '') : undefined;
	if (inner && !inner.doubt) return { kind: 'name', ...inner, ...extras([beside?.before, beside?.after]) };
	const name = readName(text);
	return name ? { kind: 'name', ...name } : { kind: 'other' };
}
