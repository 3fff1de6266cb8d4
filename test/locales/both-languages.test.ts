import { expect, test } from 'vitest';
import { en } from '../../src/locales/en/index.ts';
import { zhCN } from '../../src/locales/zh-CN/index.ts';
import { placeholders, sentences } from './dictionary.ts';

// That both dictionaries say the same things is held by the compiler: typed.test.ts.

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

test.each(Object.entries(dateParts))('%s uses only what a card offers', (key, offered) => {
	for (const text of [chinese.get(key), english.get(key)])
		expect(offered).toEqual(expect.arrayContaining(placeholders(text ?? '')));
});
