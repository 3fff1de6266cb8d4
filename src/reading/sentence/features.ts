import { asks, isUnsure, negates, undoes } from '../hear/index.ts';
import { without } from '../span.ts';
import type { Found, FoundKind, Sentence } from './found.ts';
import { LONGEST_SENTENCE } from './read-sentence.ts';

/** What stands for a thing read, whichever it is: the wish doesn't depend on who or when. */
const SIGNS: Partial<Record<FoundKind, string>> = {
	person: '〈人〉',
	surname: '〈人〉',
	stranger: '〈人〉',
	branch: '〈支〉',
	number: '〈号〉',
	time: '〈时〉',
	duration: '〈久〉',
	period: '〈期〉',
	phone: '〈电〉',
	place: '〈处〉',
	figure: '〈数〉',
};

/** A sign, a word of Latin letters, or any other sign by itself. */
const TOKEN = /〈.〉|[a-z]+(?:['’][a-z]+)?|[^\s]/gu;

const ABOUT: readonly (readonly [string, RegExp])[] = [
	['self', /我(?!们)|本人|\b(?:i|my|me)\b/iu],
	['we', /我们|咱|大家|\bwe\b/iu],
	['other', /[他她]|你|您|\b(?:he|she|his|her|him|you|your)\b/iu],
	['bid', /帮|请(?!假)|麻烦|给我|把|\bplease\b/iu],
	['look', /看|查|列|发我|\b(?:show|list|see)\b/iu],
	['done', /[了过]\s*$|已经?|\bdone\b/iu],
];

/** What a sentence is made of, for finding the wish: the signs of its text alone and in pairs, and what was read in it. */
export function featuresOf({ text, found, long }: Sentence): string[] {
	const features = new Set<string>();
	const tokens = ['^', ...masked(text.slice(0, LONGEST_SENTENCE), found), '$'];
	for (const [at, token] of tokens.entries()) {
		features.add(token);
		const next = tokens[at + 1];
		if (next !== undefined) features.add(joined(token, next));
	}
	features.delete('^');
	features.delete('$');
	for (const flag of flagsOf(text, found)) features.add(`+${flag}`);
	if (long) features.add('+long');
	return [...features];
}

const joined = (a: string, b: string) => (/[a-z]$/u.test(a) && /^[a-z]/u.test(b) ? `${a} ${b}` : a + b);

function masked(text: string, found: readonly Found[]): readonly string[] {
	let plain = '';
	let at = 0;
	for (const one of found) {
		const sign = SIGNS[one.kind];
		if (!sign) continue;
		plain += text.slice(at, one.from) + sign;
		at = one.to;
	}
	return (plain + text.slice(at)).toLowerCase().match(TOKEN) ?? [];
}

function flagsOf(text: string, found: readonly Found[]): string[] {
	const answers = found.filter((one) => one.kind === 'answer');
	const doubted = answers.some((one) => one.negated || one.questioned || one.conditional || one.undone);
	const plain = without(text, answers);
	return [
		...found.map((one) => one.kind),
		...answers.flatMap((one) => [
			`answer ${one.answer}`,
			`answer ${one.answer} ${doubted ? 'doubted' : 'plain'}`,
		]),
		...found.flatMap((one) => (one.kind === 'meeting' ? [`which ${one.which}`] : [])),
		...found.flatMap((one) => (one.kind === 'paper' ? [`paper ${one.paper}`] : [])),
		...(asks(text) ? ['asks'] : []),
		...(negates(plain) ? ['negates'] : []),
		...(undoes(text) ? ['undoes'] : []),
		...(isUnsure(text) ? ['unsure'] : []),
		...ABOUT.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
		`length ${Math.min(5, Math.ceil(text.length / 6))}`,
	];
}
