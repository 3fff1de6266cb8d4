import { describe, expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { sayWhen, sayWhenShort } from '../../src/cards/when.ts';
import { en } from '../../src/locales/en/index.ts';
import { createWords } from '../../src/locales/index.ts';
import { hear } from '../../src/reading/hear/index.ts';
import { normalise } from '../../src/reading/normalise.ts';
import { readWhen } from '../../src/reading/when/index.ts';
import { sentences } from './dictionary.ts';

const ZONE = 'Asia/Shanghai';
const t = createWords('en');
const at = (local: string) => Date.parse(`${local}+08:00`);

describe('dates', () => {
	test.each([
		['2026-12-10T15:00', 'Thu 10 Dec, 3 pm'],
		['2026-12-10T15:30', 'Thu 10 Dec, 3:30 pm'],
		['2026-12-11T09:05', 'Fri 11 Dec, 9:05 am'],
		['2027-01-02T12:00', 'Sat 2 Jan, 12 pm'],
		['2027-05-31T20:00', 'Mon 31 May, 8 pm'],
		['2027-06-01T00:30', 'Tue 1 Jun, 12:30 am'],
	])('%s is said as «%s»', (local, said) => {
		expect(sayWhen(t, at(local), ZONE, at(local))).toBe(said);
	});

	test.each(['2026-12-10T15:00', '2026-12-11T09:05', '2027-01-02T12:00', '2027-06-01T00:30'])(
		'what is said of %s can be said back',
		(local) => {
			const now = at('2026-11-30T10:00');
			for (const say of [sayWhen, sayWhenShort])
				expect(readWhen(say(t, at(local), ZONE, now), now, ZONE)?.at).toBe(at(local));
		},
	);
});

describe('numbers', () => {
	test.each([
		[0, 'Added 0 people: '],
		[1, 'Added 1 person: '],
		[2, 'Added 2 people: '],
	])('%i', (count, said) => {
		expect(t('roster.added', { count, list: '' })).toBe(said);
	});
});

describe('commands in English sentences', () => {
	// Between curly quotes stand names, which are placeholders, and lines to type.
	const lines = [...sentences(en)].flatMap(([key, text]) =>
		[...text.matchAll(/“([^”]+)”/g)]
			.map(([, quoted = '']) => quoted)
			.filter((quoted) => !quoted.startsWith('{'))
			.map((quoted) => [quoted.replace(/^@me /, '').replace('{name}', '张三'), key] as const),
	);

	test('are there', () => expect(lines.length).toBeGreaterThan(20));

	test.each(lines)('«%s» (%s) is understood', (line) => {
		expect(hear(normalise(line), zhibu.vocabulary)).toMatchObject({ kind: 'command' });
	});
});
