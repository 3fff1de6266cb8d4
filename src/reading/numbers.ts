import { type Span, without } from './span.ts';

/**
 * The numbers that point at a person: telephones and identity cards, in whatever spelling. Texts may be raw:
 * full-width figures count. Nothing here asks whether a check digit is right, since a mistyped number is as private.
 */

const FIGURE = '[0-9０-９]';
/** What people put between the figures of one number. */
const BETWEEN = '[\\p{Zs}\\p{Pd}\\p{Cf}.·．・_]';

/** Groups of figures with at most three signs between them; what belongs together is found out afterwards. */
const FIGURES = new RegExp(`${FIGURE}+[XxＸｘ]?(?:${BETWEEN}{1,3}(?:${FIGURE}+[XxＸｘ]?|[XxＸｘ]))*`, 'gu');
const GROUP = /\d+X?|X/g;
const WIDE = /[０-９Ｘｘ]/g;

interface Group extends Span {
	readonly figures: string;
}

/** The lengths of the groups in which an identity number is dictated: place, birthday, number of the day. */
const DICTATED: ReadonlySet<string> = new Set(['6-8-4', '6-4-4-4', '6-4-2-2-4', '6-6-3', '6-2-2-2-3']);
/** The most groups that one of these has. */
const MOST_DICTATED = 5;
const BIRTHDAY = /^[1-9]\d{5}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
/** The old ones, in whatever groups. */
const OLD_BIRTHDAY = /^[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
const MOBILE = /^1[3-9]\d{9}$/;
const SHORTEST = 15;
const LONGEST = 18;

/** Where identity-card numbers stand, old ones (15 figures) and new ones (18), in their order. */
export function identityNumbers(text: string): Span[] {
	const found: Span[] = [];
	for (const { index, 0: run } of text.matchAll(FIGURES)) {
		if (run.length < SHORTEST) continue;
		const groups = groupsOf(run, index);
		for (let first = 0; first < groups.length; ) {
			const last = endOfIdentity(text, groups, first);
			const [from, to] = [groups[first]?.from, last === undefined ? undefined : groups[last]?.to];
			if (from !== undefined && to !== undefined) found.push({ from, to });
			first = last === undefined ? first + 1 : last + 1;
		}
	}
	return found;
}

function groupsOf(run: string, at: number): Group[] {
	const plain = run.replace(WIDE, (sign) => sign.normalize('NFKC')).replaceAll('x', 'X');
	const groups: Group[] = [];
	for (const { index, 0: figures } of plain.matchAll(GROUP))
		groups.push({ from: at + index, to: at + index + figures.length, figures });
	return groups;
}

/** The last of the groups that make one identity number with this first one. */
function endOfIdentity(text: string, groups: readonly Group[], first: number): number | undefined {
	let figures = '';
	for (let last = first; last < groups.length; last++) {
		const group = groups[last];
		if (!group) return undefined;
		figures += group.figures;
		if (figures.length > LONGEST) return undefined;
		if (figures.length !== SHORTEST && figures.length !== LONGEST) continue;
		if (!/^\d+[\dX]$/.test(figures)) continue;
		if (last === first && !lettersAround(text, group)) return last;
		const used = last - first < MOST_DICTATED ? groups.slice(first, last + 1) : undefined;
		if (used && DICTATED.has(used.map((each) => each.figures.length).join('-'))) return last;
		const old = last > first && OLD_BIRTHDAY.test(figures);
		if (!old && !BIRTHDAY.test(figures)) continue;
		if (!holdsMobile(groups.slice(first, last + 1))) return last;
	}
	return undefined;
}

/** Whether some groups in a row make a telephone number: 138 0011 0112 and a year are no identity. */
function holdsMobile(groups: readonly Group[]): boolean {
	return groups.some((_, from) => {
		const joined = groups.slice(from, from + 3).map(({ figures }) => figures);
		return joined.some((_figures, to) => MOBILE.test(joined.slice(0, to + 1).join('')));
	});
}

function lettersAround(text: string, { from, to }: Span): boolean {
	return /[A-Za-z]/.test(text.charAt(from - 1)) || /[A-Za-z]/.test(text.charAt(to));
}

/** What people write before the number, with nothing left to say once it is gone. */
const IDENTITY_LABEL = /(?:居民)?身份证(?:号码?|件号码?)?(?:[是为:：]|\p{Zs}){0,3}$/u;
const LONGEST_IDENTITY_LABEL = 14;

/** The text without identity-card numbers and the words that only announced one, and how many there were. */
export function dropIdentityNumbers(text: string): { readonly rest: string; readonly count: number } {
	const found = identityNumbers(text);
	const spans = found.map(({ from, to }) => {
		const label = IDENTITY_LABEL.exec(text.slice(Math.max(0, from - LONGEST_IDENTITY_LABEL), from))?.[0];
		return { from: from - (label?.length ?? 0), to };
	});
	return { rest: found.length === 0 ? text : without(text, spans), count: found.length };
}

const SEPARATOR = '[ \\u3000.·\\-－]?';
const TELEPHONE = new RegExp(
	`(?<![0-9０-９+＋])(?:(?:[+＋]|00|００)?(?:86|８６)[ \\-－]?)?([1１][3-9３-９]${FIGURE}${SEPARATOR}${FIGURE}{4}${SEPARATOR}${FIGURE}{4})(?![0-9０-９])`,
	'g',
);
const LANDLINE = /(?<![0-9+])0\d{2,3}[- ]?\d{7,8}(?!\d)/g;
const LABEL = /(?:(?:联系)?(?:电话|手机|方式)(?:号码?)?|\b(?:phone|tel|mobile))[:：.\s]{0,3}$/iu;
const LONGEST_LABEL = 16;

export interface Telephone extends Span {
	/** Eleven figures, without the country's code. */
	readonly number: string;
}

/** Mobile numbers as people write them: 13800000000, 138 0000 0000, +86 138-0000-0000. */
export function telephones(text: string): Telephone[] {
	return [...text.matchAll(TELEPHONE)].map(({ index, 0: whole, 1: written = '' }) => ({
		from: index,
		to: index + whole.length,
		number: written.normalize('NFKC').replace(/\D/g, ''),
	}));
}

/** Numbers of the fixed net, with the code of their place. */
export function landlines(text: string): Span[] {
	return [...text.matchAll(LANDLINE)].map(({ index, 0: whole }) => ({
		from: index,
		to: index + whole.length,
	}));
}

const OTHER_CONTACT =
	/(?:微信|QQ|邮箱|电话|座机|\b(?:wechat|weixin|vx|e-?mail)\b)[号码]{0,2}[:：]?\s?[\w@.+-]{4,40}/iu;

/** How somebody can be reached, with the word before it: a telephone's eleven figures, or 「微信 abc123」 as written. */
export function readContact(text: string): (Span & { readonly contact: string }) | undefined {
	const [phone] = telephones(text);
	if (phone) {
		const before = text.slice(Math.max(0, phone.from - LONGEST_LABEL), phone.from);
		const label = LABEL.exec(before)?.[0].length ?? 0;
		return { contact: phone.number, from: phone.from - label, to: phone.to };
	}
	const other = OTHER_CONTACT.exec(text);
	return other ? { contact: other[0], from: other.index, to: other.index + other[0].length } : undefined;
}

/** A list that has to be kept for a while: telephone numbers stay where they are and lose their figures. */
export function masked(list: string): string {
	let done = '';
	let at = 0;
	for (const { from, to } of telephones(list)) {
		done += `${list.slice(at, from)}13000000000`;
		at = to;
	}
	return done + list.slice(at);
}

/** The number of a thing: #12. */
export function readNumber(text: string): (Span & { readonly number: number }) | undefined {
	const found = /#\s?(\d{1,9})(?!\d)/.exec(text);
	return found?.[1] === undefined
		? undefined
		: { number: Number(found[1]), from: found.index, to: found.index + found[0].length };
}

/** Whether nothing but six figures follow 管理码 without a space. */
export function isSixFigures(text: string): boolean {
	return /^[\s:：]{0,4}\d{6}$/.test(text);
}

/** A number of six figures, as the one-time code is: `管理码 482913`. */
export function readSixFigures(text: string): (Span & { readonly figures: string }) | undefined {
	const found = /(?<!\d)\d{6}(?!\d)/.exec(text);
	return found ? { figures: found[0], from: found.index, to: found.index + 6 } : undefined;
}
