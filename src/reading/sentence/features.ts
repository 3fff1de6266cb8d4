import { asks, isUnsure, negates, undoes } from '../hear/index.ts';
import { without } from '../span.ts';
import type { Found, FoundKind, Sentence } from './found.ts';
import { notionsIn } from './notions.ts';
import { LONGEST_SENTENCE } from './read-sentence.ts';

/** One thing a sentence is made of, and how much it says. */
export type Feature = readonly [name: string, weight: number];

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

/** A sign, a word of Latin letters, or any other character by itself. */
const TOKEN = /〈.〉|[a-z]+(?:['’][a-z]+)?|\S/gu;

const ABOUT: readonly (readonly [string, RegExp])[] = [
	['self', /我(?!们)|本人|\b(?:i|my|me)\b/iu],
	['we', /我们|咱|大家|\bwe\b/iu],
	['other', /[他她]|你|您|\b(?:he|she|his|her|him|you|your)\b/iu],
	['bid', /帮|请(?!假)|麻烦|给我|把|\bplease\b/iu],
	['look', /看|查|列|发我|\b(?:show|list|see)\b/iu],
	['done', /[了过]\s*$|已经?|\bdone\b/iu],
];

/**
 * What a sentence is made of, for finding the wish: the characters of its text alone and in pairs, with signs for what
 * was read; what was read, as flags; the notions it touches, alone and in pairs. The weights were tuned by
 * cross-validation over the examples.
 */
export function featuresOf(sentence: Sentence): Feature[] {
	const { text, found, long } = sentence;
	const read = text.slice(0, LONGEST_SENTENCE);
	const notions = notionsIn(read);
	const both = notions.flatMap((one, at) => notions.slice(at + 1).map((other) => `${one}&${other}`));
	const flags = [...flagsOf(read, found), ...(long ? ['long'] : [])];
	return [
		...weighed(runs(masked(read, found)), '', 1),
		...weighed(flags, '+', 1.5),
		...weighed(notions, '=', 2),
		...weighed(both, '=', 0.5),
	];
}

function weighed(names: readonly string[], ahead: string, weight: number): Feature[] {
	return [...new Set(names)].map((name) => [ahead + name, weight]);
}

function runs(tokens: readonly string[]): string[] {
	const all = ['^', ...tokens, '$'];
	const pairs = tokens.length === 0 ? [] : all.slice(1).map((token, at) => joined(all[at] ?? '', token));
	return [...tokens, ...pairs];
}

function joined(a: string, b: string): string {
	return /[a-z]$/u.test(a) && /^[a-z]/u.test(b) ? `${a} ${b}` : a + b;
}

function masked(text: string, found: readonly Found[]): readonly string[] {
	let plain = '';
	let at = 0;
	for (const { kind, from, to } of found) {
		const sign = SIGNS[kind];
		if (!sign) continue;
		plain += text.slice(at, from) + sign;
		at = to;
	}
	return (plain + text.slice(at)).toLowerCase().match(TOKEN) ?? [];
}

function flagsOf(text: string, found: readonly Found[]): string[] {
	const answers = found.filter((one) => one.kind === 'answer');
	const doubted = answers.some((one) => one.negated || one.questioned || one.conditional || one.undone);
	return [
		...found.map((one) => one.kind),
		...answers.flatMap(({ answer }) => [
			`answer ${answer}`,
			`answer ${answer} ${doubted ? 'doubted' : 'plain'}`,
		]),
		...found.flatMap((one) => (one.kind === 'meeting' ? [`which ${one.which}`] : [])),
		...found.flatMap((one) => (one.kind === 'paper' ? [`paper ${one.paper}`] : [])),
		...(asks(text) ? ['asks'] : []),
		...(negates(without(text, answers)) ? ['negates'] : []),
		...(undoes(text) ? ['undoes'] : []),
		...(isUnsure(text) ? ['unsure'] : []),
		...ABOUT.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
		`length ${Math.min(5, Math.ceil(text.length / 6))}`,
	];
}
