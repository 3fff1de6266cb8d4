import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whichPaper } from '../../src/rules/papers.ts';
import { openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

/** The answers one after another, and the title they lead to. */
const WAYS: readonly (readonly [string, string])[] = [
	['不到3个月', '不用办手续'],
	['3到6个月', '开一张党员证明信'],
	['说不准', '领一本流动党员活动证'],
	['6个月以上 > 经常换地方', '领一本流动党员活动证'],
	['6个月以上 > 地方固定 > 没有', '先不转，登记为流动党员'],
	['6个月以上 > 地方固定 > 有 > 能', '要转组织关系，网上办'],
	['6个月以上 > 地方固定 > 有 > 不能', '要转组织关系，开介绍信'],
];

test.each(WAYS)('by mouse alone: %s leads to «%s», and nothing is kept', async (answers, title) => {
	const { 张三, town } = stage;
	const before = await rowCounts(town);
	expect(await 张三.says('要不要转关系')).toContain('要外出多久');
	let seen = '';
	for (const answer of answers.split(' > ')) seen = await 张三.taps(answer);
	expect(seen).toContain(title);
	expect(seen).toMatch(/条例|〔2004〕10号|意见/);
	expect(await rowCounts(town)).toEqual(before);
});

test.each(['关系好不好', '介绍信怎么写', '开介绍信要多久啊，急', '哪张证件照好看'])(
	'«%s» is not answered with a paper',
	async (words) => {
		expect(await stage.路人.says(words)).not.toContain('要外出多久');
	},
);

describe('each answer that is still open is asked for, and only those', () => {
	test.each([
		[{}, 'stay'],
		[{ stay: 'long' }, 'fixed'],
		[{ stay: 'long', fixed: true }, 'host'],
		[{ stay: 'long', fixed: true, host: true }, 'online'],
	] as const)('%o asks %s', (known, ask) => expect(whichPaper(known)).toEqual({ ask }));
});
