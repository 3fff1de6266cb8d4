import { describe, expect, test } from 'vitest';
import { en } from '../../src/locales/en/index.ts';
import { zhCN } from '../../src/locales/zh-CN/index.ts';
import { sentences, withoutPlural } from './dictionary.ts';

/** What fits on a phone without scrolling past it. */
const LONGEST = 220;

const chinese = sentences(zhCN);
const english = sentences(en);

function keysWhere(texts: ReadonlyMap<string, string>, wrong: (text: string, key: string) => boolean) {
	return [...texts].filter(([key, text]) => wrong(text, key)).map(([key]) => key);
}

describe.each([
	['Chinese', chinese],
	['English', english],
])('%s texts', (_, texts) => {
	test('none is empty', () => {
		expect(keysWhere(texts, (text) => text.trim() === '')).toEqual([]);
	});

	test('none is too long to read', () => {
		expect(keysWhere(texts, (text) => text.length > LONGEST)).toEqual([]);
	});

	test('only separators begin or end with a space', () => {
		const padded = keysWhere(texts, (text) => text !== text.trim());
		expect(padded.filter((key) => !key.startsWith('list.'))).toEqual([]);
	});

	test('every brace belongs to a placeholder', () => {
		expect(keysWhere(texts, (text) => /[{}]/.test(text.replace(/\{\w+\}/g, '')))).toEqual([]);
	});
});

describe('Chinese texts', () => {
	test('have no ASCII punctuation between Han characters', () => {
		expect(keysWhere(chinese, (text) => /\p{Script=Han}[,?!:;]\p{Script=Han}/u.test(text))).toEqual([]);
	});

	test('say 您, never 你', () => {
		expect(keysWhere(chinese, (text) => text.includes('你'))).toEqual([]);
	});
});

describe('English texts', () => {
	test('have Han characters only in what one types, names and the words taken over as they are', () => {
		const taken = new Set(['role.which', 'roll.ask', 'roll.nothing-read']);
		const bare = (text: string) => text.replace(/“[^”]*”/g, '');
		const odd = keysWhere(english, (text, key) => /\p{Script=Han}/u.test(bare(text)) && !taken.has(key));
		expect(odd).toEqual([]);
	});

	test('have English punctuation', () => {
		const odd = keysWhere(english, (text) => /[，。？！：；、]/.test(text.replace(/“[^”]*”/g, '')));
		expect(odd).toEqual([]);
	});

	test('differ from the Chinese', () => {
		const same = keysWhere(english, (text, key) => text === chinese.get(withoutPlural(key)));
		const signsOnly = ['list.dot', 'meeting.title', 'meeting.ahead-line'];
		expect(same.filter((key) => !signsOnly.includes(key))).toEqual([]);
	});
});
