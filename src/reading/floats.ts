import { isCallingOff } from './courtesy.ts';
import { asks } from './hear/doubts.ts';
import { readOrganisation, type Words } from './organisations.ts';
import { isName } from './roster/index.ts';
import { type Span, trimmed } from './span.ts';

/**
 * What a sentence says of a return: the speaker's own, somebody's (who is named elsewhere, or nobody is), or none yet: still to
 * come, negated or asked.
 */
export type ReturnRead = 'own' | 'other' | 'not-yet';

const RETURN = /返回|回来|\bback\b/iu;
/** A wish or a negation right before the word (a name may hold the same signs), a negation behind it, a plan or a day ahead anywhere. */
const AHEAD =
	/(?:[要想会得快将能该]|[不没未别](?:有|能|会|想|打算|准备|再)?)(?:去|准备|在|再|就)?(?:返回|回来)|(?:返回|回来)[\s\S]{0,40}?[不没未别]|打算|准备|计划|可能|如果|等|[明后]天|[明后]年|下(?:个|下)?(?:周|月|星期|礼拜|半年)|月底|年底|年前|春节|过年|\b(?:going|coming|will|soon|not|tomorrow|next|when)\b|n['’]t\b/iu;
const OWN = /我(?!们)|本人|\bI(?:['’]m)?\b/u;

/**
 * Whether somebody who was away is back; `text` is the whole sentence, normalised, its first word included, since 我会返回 and
 * 返回 differ before the word. Undefined when no return is spoken of.
 */
export function readReturn(text: string): ReturnRead | undefined {
	const read = text.slice(0, 200);
	if (!RETURN.test(read)) return undefined;
	if (AHEAD.test(read) || asks(read)) return 'not-yet';
	return OWN.test(read) ? 'own' : 'other';
}

/** Whether it says that somebody came in from elsewhere: 流入. */
export function saysInward(text: string): boolean {
	return /流入|流进来/u.test(text);
}

/** Which way somebody moves. */
export const DIRECTION_WORDS: Readonly<Record<string, 'in' | 'out'>> = {
	流入: 'in',
	流进来: 'in',
	incoming: 'in',
	流出: 'out',
	外出: 'out',
};

const HOME = /(?:原属|组织关系(?:还|仍)?在|关系(?:还|仍)?在|来自)[:：]?\s{0,4}(\S+)/u;
/**
 * The organisation that somebody's relation still belongs to: behind 关系还在 or 原属; of somebody who came in, or where the text is
 * nothing else, whatever is called like one.
 */
export function readHome(text: string): Words | undefined {
	const said = HOME.exec(text);
	if (said?.[1]) return { words: said[1], from: said.index, to: said.index + said[0].length };
	const alone = text !== '' && !/\s/u.test(text);
	return alone || saysInward(text) ? readOrganisation(text) : undefined;
}

/** The name of somebody who came in: 流入 钱五. The span is the name's alone. */
export function readNewcomer(text: string): Words | undefined {
	const said = /(?:流入|流进来)\s{0,4}([\p{Script=Han}·]{2,6})(?=\s|$)/u.exec(text);
	const name = said?.[1];
	if (!said || name === undefined || !isName(name)) return undefined;
	const to = said.index + said[0].length;
	return { words: name, from: to - name.length, to };
}

/** Whether the place is a fixed one: 地点不固定. */
export function readFixed(text: string): (Span & { readonly fixed: boolean }) | undefined {
	const said = /(?:地点|单位|住处|住所)?(?:(不固定|不确定|经常换)|固定)/u.exec(text);
	return said
		? { fixed: said[1] === undefined, from: said.index, to: said.index + said[0].length }
		: undefined;
}

/** Where somebody is: up to what looks like a day or a telephone number. The span holds 去 and 在 too. */
export function readPlace(text: string): Words | undefined {
	const ahead = /^(?:去了?|在|到了?|人在|来)\s*/u.exec(text)?.[0].length ?? 0;
	const rest = text.slice(ahead);
	const end = /\d{1,2}\s?月|\d{4}[年-]|1[3-9]\d{9}/u.exec(rest)?.index ?? rest.length;
	const plain = trimmed(rest.slice(0, end), ' \t\n,，、。');
	const words = plain.endsWith('了') ? trimmed(plain.slice(0, -1), ' \t\n,，、。') : plain;
	return words === '' ? undefined : { words, from: 0, to: ahead + end };
}

/** 不去深圳了, 别登记: nothing that somebody agrees to. */
export function callsOffMove(text: string): boolean {
	return isCallingOff(text) || /[不没别](?:再|想|打算)?(?:去|走|登记|外出|出去)|取消/u.test(text);
}

/** Whether what follows 流动登记 without a space is about a move: a day, a telephone number. */
export function beginsMove(text: string): boolean {
	return /\d月|\d{4}[年-]|今天|昨天|明天|1[3-9]\d{9}/u.test(text) && !/[?？吗怎]/u.test(text);
}

/** Where a relation is to go: 到 南山科技党支部, to the end of the line. */
export function readDestination(text: string): Words | undefined {
	const said = /(?:转?到|转往|转入|\bto\s)\s*/iu.exec(text);
	if (!said) return undefined;
	const begin = said.index + said[0].length;
	const end = text.indexOf('\n', begin);
	const to = end < 0 ? text.length : end;
	const words = text.slice(begin, to).trim();
	return words === '' ? undefined : { words, from: said.index, to };
}

/** What stands behind the word of a return: 我回来了 昨天 → 昨天. */
export function withoutReturnWord(text: string): string {
	return text.replace(/^.{0,24}?(?:(?:已经?|我)?(?:回来|返回)了?|\bback\b)[\s,，:：]*/iu, '');
}
