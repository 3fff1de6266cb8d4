import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	dropIdentityNumbers,
	identityNumbers,
	isSixFigures,
	landlines,
	masked,
	readContact,
	readNumber,
	readSixFigures,
	telephones,
} from '../../src/reading/numbers.ts';

describe('identity numbers', () => {
	test.each([
		'990101199001011234',
		'99010119900101123X',
		'99010119900101123x',
		'990101 19900101 1234',
		'990101 1990 0101 123X',
		'990101-19900101-1234',
		'990101.19900101.1234',
		'990 101 1990 0101 1234',
		'9901 0119 9001 0112 34',
		'99010119900101 1234',
		'99010119900101123 X',
		'９９０１０１１９９００１０１１２３４',
		'９９０１０１　１９９００１０１　１２３Ｘ',
		'990101900101123',
		'990101 900101 123',
		'990101999999991234',
		'990101 - 19900101 - 123X',
		'9901\u200b0119900101\u200b1234',
		'990101‑19900101‒1234',
		'990 101 900 101 123',
		'9901-0190-0101-123',
	])('%s is one', (number) => {
		expect(dropIdentityNumbers(`出示 ${number} 张三`).rest.replace(/\s+/g, ' ')).toBe('出示 张三');
	});

	test.each(['身份证 ', '身份证号：', '居民身份证号码是', '身份证号为 '])('«%s» goes with it', (label) =>
		expect(dropIdentityNumbers(`张三 ${label}990101199001011234，男`).rest.trim()).toBe('张三  ，男'),
	);

	test.each([
		'13800138000 2026-12-10',
		'2026-12-10 13800138000',
		'2026年12月10日 15:00',
		'13800138000 12.10',
		'138 0013 8000 12 10',
		'138 0011 0112 2026',
		'13800110112 2026',
		'110 120 119 12345',
		'6222020200112233445',
		'A990101900101123',
	])('%s is none', (text) => expect(identityNumbers(text)).toEqual([]));

	test('letters around it do not hide one', () => {
		expect(dropIdentityNumbers('SFZ990101199001011234号').rest).toBe('SFZ 号');
	});

	test('two in one line, and a telephone beside them', () => {
		const text = '张三 990101199001011234 13800138000 李四 990101 19910202 123X';
		expect(dropIdentityNumbers(text).rest.replace(/\s+/g, ' ')).toBe('张三 13800138000 李四');
	});
});

describe('telephones', () => {
	test.each([
		'13800138000',
		'138 0013 8000',
		'138-0013-8000',
		'138.0013.8000',
		'+8613800138000',
		'+86 138-0013-8000',
		'8613800138000',
		'008613800138000',
		'１３８００１３８０００',
		'１３８　００１３　８０００',
	])('%s', (number) =>
		expect(telephones(`电话${number}起`).map((each) => each.number)).toEqual(['13800138000']),
	);

	test.each(['12800138000', '138001380001', '990101199001011234', '2138001380005', '#13'])(
		'%s is none',
		(text) => expect(telephones(text)).toEqual([]),
	);

	test('of the fixed net', () => {
		expect(landlines('010-65121210 0755 1234567 13800138000')).toHaveLength(2);
	});

	test.each([
		['深圳 联系电话：13800138000 7月1日', '13800138000', '深圳  7月1日'],
		['电话号码 138 0013 8000', '13800138000', ''],
		['phone: +86 138-0013-8000 Shenzhen', '13800138000', ' Shenzhen'],
		['微信 abc_123 苏州', '微信 abc_123', ' 苏州'],
		['邮箱：a.b@c.org', '邮箱：a.b@c.org', ''],
	])('«%s» can be reached at %s', (text, contact, left) => {
		const found = readContact(text);
		expect(found?.contact).toBe(contact);
		expect(found && text.slice(0, found.from) + text.slice(found.to)).toBe(left);
	});

	test.each(['微信', '深圳 7月1日', '电话打不通'])('«%s» names no contact', (text) =>
		expect(readContact(text)).toBeUndefined(),
	);
});

test('a list that waits keeps its shape and loses its figures', () => {
	expect(masked('张三 138 0013 8000\n李四 13900139000')).toBe('张三 13000000000\n李四 13000000000');
});

test.each([
	['会议 #12 下周', { number: 12, from: 3, to: 6 }],
	['# 3', { number: 3, from: 0, to: 3 }],
	['#1234567890', undefined],
	['12', undefined],
])('%s has a number', (text, number) => expect(readNumber(text)).toEqual(number));

test('six figures and no more', () => {
	expect([
		isSixFigures('482913'),
		isSixFigures(': 482913'),
		isSixFigures('48291'),
		isSixFigures('482913 号'),
	]).toEqual([true, true, false, false]);
	expect(readSixFigures('管理码 482913')).toEqual({ figures: '482913', from: 4, to: 10 });
	expect(readSixFigures('4829131')).toBeUndefined();
});

test('whatever is written, no number survives, and nothing but figures is taken', () => {
	const signs = fc.constantFrom(...'0 1 3 8 9 19900101 138 X x - . 张 a １'.split(' '), ' ', '\t', '\n');
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string({ unit: 'binary' }),
				fc.array(signs).map((all) => all.join('')),
			),
			(text) => {
				const left = dropIdentityNumbers(text).rest;
				expect(identityNumbers(left)).toEqual([]);
				expect(left.replace(/[^张a]/g, '')).toBe(text.replace(/[^张a]/g, ''));
				expect(left).not.toMatch(/(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/);
				expect(masked(text).replace(/[^张a]/g, '')).toBe(text.replace(/[^张a]/g, ''));
			},
		),
		{ numRuns: 500 },
	);
});
