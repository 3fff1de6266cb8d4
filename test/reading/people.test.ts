import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	beginsWithName,
	beginsWithRole,
	isNameAlone,
	isOwnName,
	ROLE_WORDS,
	readFirstWord,
	readNameFirst,
	readOwnName,
	readPeople,
	readSomebody,
	readStranger,
} from '../../src/reading/people.ts';

const ROSTER = [
	{ id: 1, name: '张三', mention: '@_user_2' },
	{ id: 2, name: '李四' },
	{ id: 3, name: '王芳' },
	{ id: 4, name: '王芳' },
	{ id: 5, name: '张三丰' },
	{ id: 6, name: '阿卜杜拉·买买提' },
	{ id: 7, name: 'Tom Li' },
];

describe('people', () => {
	it.each([
		['张三', [1], ''],
		['代 张三 请假', [1], '代 请假'],
		['代张三请假', [1], '代 请假'],
		['@_user_2 请假', [1], '请假'],
		['张三丰 已联系', [5], '已联系'],
		['张三、李四 调出', [1, 2], '调出'],
		['张三 张三', [1], ''],
		['@_user_2 张三', [1], ''],
		['阿卜杜拉·买买提 来了', [6], '来了'],
		['Tom Li late', [7], 'late'],
		['Tom Lincoln', [], 'Tom Lincoln'],
		['没有人', [], '没有人'],
	])('%s', (text, ids, rest) => {
		const read = readPeople(text, ROSTER);
		expect(read.people.map(({ id }) => id)).toEqual(ids);
		expect(read.rest).toBe(rest);
	});

	it('never chooses between people of one name', () => {
		expect(readPeople('王芳 请假', ROSTER)).toEqual({
			people: [],
			ambiguous: [{ name: '王芳', ids: [3, 4] }],
			unknown: [],
			rest: '请假',
		});
	});

	it('tells accounts that are not on the roster', () => {
		expect(readPeople('@_user_22 @_user_2', ROSTER)).toMatchObject({
			people: [{ id: 1 }],
			unknown: ['@_user_22'],
		});
	});

	it('survives anything and invents nobody', () => {
		const signs = fc.constantFrom(
			'张三',
			'丰',
			'李四',
			'王芳',
			'@_user_',
			'2',
			' ',
			'、',
			'Tom Li',
			'\ud800',
		);
		const text = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(signs).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(text, (input) => {
				for (const { name, id } of readPeople(input, ROSTER).people)
					expect(input.includes(name) || (id === 1 && input.includes('@_user_2'))).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('a name, on a roster or not', () => {
	const answers = /^(?:请假|同志)/;
	it.each([
		['张三请假', '张三'],
		['张三 请假', '张三'],
		['12 张三丰 来', '张三丰'],
		['Tom Li late', 'Tom Li late'],
		['阿依古丽·买买提', '阿依古丽·买买提'],
		['1', undefined],
	])('%s names %s', (text, name) => {
		const found = readSomebody(text, answers);
		expect(found?.words).toBe(name);
		expect(found && text.slice(found.from, found.to)).toBe(name);
	});

	it.each([
		['张三', '张三', true],
		['我叫张三', '张三', true],
		['姓名：李四', '李四', true],
		['Tom Li', 'Tom Li', true],
		['党员', '党员', false],
		['新来的', '新来的', false],
		['谁', undefined, false],
	])('%s says of oneself: %s', (text, name, is) => {
		const found = readOwnName(text);
		expect(found?.words).toBe(name);
		expect(isOwnName(found?.words ?? '')).toBe(is);
	});

	it('the first word, and a name that is it', () => {
		expect(readNameFirst('张三 昨天')).toEqual({ words: '张三', from: 0, to: 2 });
		expect(readNameFirst('昨天张三已经回来')).toBeUndefined();
		expect(readFirstWord('年底再说 张三')?.words).toBe('年底再说');
		expect(readFirstWord('')).toBeUndefined();
		expect([readStranger('钱五 深圳'), readStranger('深圳 南山'), readStranger('钱五')]).toEqual([
			'钱五',
			undefined,
			undefined,
		]);
	});

	it('what may follow without a space', () => {
		expect([isNameAlone('张三'), isNameAlone('党员'), isNameAlone('张三 东湖')]).toEqual([
			true,
			false,
			false,
		]);
		expect([beginsWithName('张三 昨天'), beginsWithName('不上')]).toEqual([true, false]);
		expect([
			beginsWithRole('书记 张三'),
			beginsWithRole('书记是谁'),
			beginsWithRole('组织员@_user_1'),
		]).toEqual([true, false, true]);
		expect(ROLE_WORDS.支部书记).toBe('secretary');
	});
});
