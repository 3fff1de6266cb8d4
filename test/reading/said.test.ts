import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { later } from '../../commands/later/said.ts';
import { nothing } from '../../commands/nothing.ts';
import { commandOf } from '../../src/bot/repertoire.ts';
import { sentences } from '../../src/reading/sentence/said.ts';
import { bare, shapes } from './alike.ts';

/** Sentences with their right reading, kept to measure by: what is learnt from can't be measured with. */
const MEASURED = readFileSync(new URL('../cases/sentences.jsonl', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '')
	.map((line): string => JSON.parse(line).text);

const SPOKEN = [...zhibu.said];
const ALL = [...SPOKEN, ...Object.entries(later), ['nothing', nothing] as const];

describe('the sentences of every command', () => {
	it.each(zhibu.help.map(({ name }) => name))('%s has at least forty', (name) => {
		const own = SPOKEN.filter(([wish]) => commandOf(wish) === name);
		expect(own).not.toEqual([]);
		expect(own.filter(([, list]) => list.length < 40)).toEqual([]);
	});

	it('belong to a command that can be said', () => {
		const names = new Set(zhibu.help.map(({ name }) => name));
		expect(SPOKEN.filter(([wish]) => !names.has(commandOf(wish)))).toEqual([]);
	});

	it('keep planning a meeting apart from asking about it', () => {
		expect(zhibu.said.has('meeting')).toBe(true);
		expect(zhibu.said.has('meeting:ask')).toBe(true);
	});

	it('stand beside what wishes nothing and what cannot be done yet', () => {
		expect(nothing.length).toBeGreaterThanOrEqual(200);
		for (const [wish, list] of Object.entries(later)) {
			expect(list.length, wish).toBeGreaterThanOrEqual(20);
			expect(zhibu.commands.has(wish), wish).toBe(false);
		}
	});

	it('stand under one wish only, and once', () => {
		const wishes = new Map<string, string[]>();
		for (const [wish, list] of ALL)
			for (const sentence of list)
				wishes.set(bare(sentence), [...(wishes.get(bare(sentence)) ?? []), `${wish}: ${sentence}`]);
		expect([...wishes.values()].filter((found) => found.length > 1)).toEqual([]);
	});

	it('are none of those we measure by, not even with another name or number', () => {
		const measured = new Set(MEASURED.flatMap((text) => [bare(text), ...shapes(text)]));
		const copied = ALL.flatMap(([wish, list]) =>
			list
				.filter((sentence) => [bare(sentence), ...shapes(sentence)].some((shape) => measured.has(shape)))
				.map((sentence) => `${wish}: ${sentence}`),
		);
		expect(copied).toEqual([]);
	});
});

describe('texts that are alike', () => {
	it.each([
		['參加，準時到！', '参加 准时到'],
		['ＯＫ', 'ok'],
	])('%s and %s are the same', (one, other) => {
		expect(bare(one)).toBe(bare(other));
	});

	it.each([
		['替李大海请假，他在抢修', '替欧雪请假，他在抢修'],
		['12号转给罗秀英办', '9号转给曹军办'],
		['周三下午三点改到四点半', '周五下午两点改到六点半'],
	])('%s and %s have one shape', (one, other) => {
		const shape = new Set(shapes(one));
		expect(shapes(other).some((key) => shape.has(key))).toBe(true);
	});
});

describe('sentences', () => {
	const sentence = fc
		.string({ unit: 'binary', minLength: 1 })
		.map((text) => text.replace(/[\r\n｜]/gu, '').trim())
		.filter((text) => text !== '');

	it('reads what was written, whatever stands between', () => {
		const between = fc.constantFrom('\n', '｜', ' ｜ ', '\r\n', '\n\n\t\t', '｜\n', ' ｜\n｜ ');
		fc.assert(
			fc.property(fc.array(fc.tuple(sentence, between)), (parts) => {
				const block = parts.map(([text, border]) => text + border).join('');
				expect(sentences(block)).toEqual(parts.map(([text]) => text));
			}),
		);
	});

	it('gives no blank, no border, nothing empty', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('参', ' ', '\n', '｜', '\t', 'a') }), (block) => {
				for (const read of sentences(block)) expect(read).toMatch(/^[^\s｜](?:[^\r\n｜]*[^\s｜])?$/u);
			}),
		);
	});
});
