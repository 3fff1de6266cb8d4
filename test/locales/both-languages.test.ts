import { describe, expect, test } from 'vitest';
import { en } from '../../src/locales/en/index.ts';
import { zhCN } from '../../src/locales/zh-CN/index.ts';
import { placeholders, sentences, withoutPlural } from './dictionary.ts';

const chinese = sentences(zhCN);
const english = sentences(en);

/** Languages write dates with different parts; these are the ones a card offers. */
const dateParts: Readonly<Record<string, readonly string[]>> = {
	'when.day': ['month', 'monthName', 'day', 'weekday'],
	'when.date': ['year', 'month', 'monthName', 'day'],
	'when.short': ['month', 'monthName', 'day', 'weekday', 'time'],
	'when.full-hour': ['part', 'hour', 'hourOfPart', 'hour24', 'minute', 'minutes'],
	'when.half-hour': ['part', 'hour', 'hourOfPart', 'hour24', 'minute', 'minutes'],
	'when.minutes': ['part', 'hour', 'hourOfPart', 'hour24', 'minute', 'minutes'],
};

describe('the two dictionaries say the same things', () => {
	test('every Chinese key has an English text, or both its plural forms', () => {
		const missing = [...chinese.keys()].filter(
			(key) => !english.has(key) && !(english.has(`${key}_one`) && english.has(`${key}_other`)),
		);
		expect(missing).toEqual([]);
	});

	test('no English key is without a Chinese one', () => {
		expect([...english.keys()].filter((key) => !chinese.has(withoutPlural(key)))).toEqual([]);
	});

	test('a key is either one text or two plural forms, and plurals have a count', () => {
		const plurals = [...english].filter(([key]) => withoutPlural(key) !== key);
		expect(plurals.filter(([key]) => english.has(withoutPlural(key)))).toEqual([]);
		expect(plurals.filter(([key]) => !/\{count\}/.test(chinese.get(withoutPlural(key)) ?? ''))).toEqual([]);
	});

	test('both sides ask for the same values', () => {
		const different = [...english].flatMap(([key, text]) => {
			if (withoutPlural(key) in dateParts) return [];
			const theirs = placeholders(chinese.get(withoutPlural(key)) ?? '');
			const mine = placeholders(text);
			// The form for one may leave the number out: «I am unsure of one line».
			const ours = key.endsWith('_one') ? [...new Set([...mine, 'count'])].sort() : mine;
			return `${ours}` === `${theirs}` ? [] : [{ key, ours, theirs }];
		});
		expect(different).toEqual([]);
	});

	test.each(Object.entries(dateParts))('%s uses only what a card offers', (key, offered) => {
		for (const text of [chinese.get(key), english.get(key)])
			expect(offered).toEqual(expect.arrayContaining(placeholders(text ?? '')));
	});
});
