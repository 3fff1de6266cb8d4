import { Converter } from 'opencc-js/t2cn';
import { trimmed } from './span.ts';

/** A tab stays a tab: in a pasted table it is the border of a column, and a space may belong to a name. */
const noise = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const oddSpaces = /[\p{Zs}\u115f\u1160\u2800\u3164\uffa0]+/gu;
/** Full-width and small forms, and look-alikes of Han characters; `，` is left out on purpose. */
const wideForms =
	/[\u2e80-\u2fd5\uf900-\ufaff\ufe50-\ufe6b\uff01-\uff0b\uff0d-\uff64\uffe0-\uffe2\uffe4-\uffe6]/gu;
/**
 * Traditional characters that the standard list of 2013 (通用规范汉字表) also allows in simplified writing,
 * most of them in names: 李乾, 陈昇, surname 於. Alone they don't make a text traditional.
 */
const alsoSimplified = new Set('乾徵於昇濛夥麴榘吒拚');

let converter: ((text: string) => string) | undefined;

/**
 * Text as the readers want it: simplified characters, half-width letters, digits and signs, single spaces,
 * `\n` as the only line break, no invisible characters, lines trimmed, no empty line first or last.
 *
 * What stays: `。` `，` `、` (they separate, and an ASCII comma may belong to a number), tabs, circled
 * numbers such as `①` (they number a list), upper and lower case, place-holders such as `@_user_1`.
 * Applying it twice changes nothing.
 */
export function normalise(text: string): string {
	const plain = text
		.replace(lineBreaks, '\n')
		.replace(oddSpaces, ' ')
		.replace(noise, '')
		.replace(wideForms, (sign) => sign.normalize('NFKC'))
		.normalize('NFC');
	return simplified(plain)
		.replace(/ +/g, ' ')
		.replace(/ ?([\t\n]) ?/g, '$1')
		.split('\n')
		.map((line) => trimmed(line, '\t'))
		.join('\n')
		.trim();
}

function simplified(text: string): string {
	if (!/\p{Script=Han}/u.test(text)) return text;
	// The dictionaries cost about 15 ms, so they wait for the first Chinese text.
	const convert = converter ?? Converter({ from: 't', to: 'cn' });
	converter = convert;
	let before = text;
	// A simplified character may itself be another one's traditional form (薴 → 苧 → 苎).
	for (let round = 0; round < 3; round++) {
		const after = convert(before);
		if (after === before || !isTraditional(before, after)) return before;
		before = after;
	}
	return before;
}

function isTraditional(before: string, after: string): boolean {
	const changed = [...after];
	const original = [...before];
	if (changed.length !== original.length) return true;
	return original.some((character, at) => character !== changed[at] && !alsoSimplified.has(character));
}
