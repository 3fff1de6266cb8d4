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
	['没换 > 3个月以内 > 开会', '不用办手续'],
	['没换 > 3个月以内 > 别的', '开一张党员证明信'],
	['没换 > 超过3个月 > 地方固定', '开一张党员证明信'],
	['没换 > 超过3个月 > 经常换地方', '请支部问一下流动党员活动证'],
	['没换 > 说不准', '请支部问一下流动党员活动证'],
	['没换 > 6个月以上 > 经常换地方', '请支部问一下流动党员活动证'],
	['没换 > 6个月以上 > 地方固定 > 没有', '街道、园区、社区'],
	['没换 > 6个月以上 > 地方固定 > 有 > 能', '要转组织关系，网上办'],
	['没换 > 6个月以上 > 地方固定 > 有 > 不能', '要转组织关系，开介绍信'],
	['换了 > 没有', '现在就要转，不用等满几个月'],
	['换了 > 没有', '人才服务机构'],
	['换了 > 有 > 能', '现在就要转，不用等满几个月'],
	['换了 > 有 > 不能', '由有权审批预备党员的基层党委开，支部开不了'],
];

test.each(WAYS)('by mouse alone: %s leads to «%s», and nothing is kept', async (answers, title) => {
	const { 张三, town } = stage;
	const before = await rowCounts(town);
	expect(await 张三.says('要不要转关系')).toContain('常住的地方换了吗');
	let seen = '';
	for (const answer of answers.split(' > ')) seen = await 张三.taps(answer);
	expect(seen).toContain(title);
	expect(seen).not.toMatch(/先不转|活动证.*\d+(?:个月|年)/);
	expect(seen).toMatch(/条例|〔2004〕10号|意见/);
	expect(await rowCounts(town)).toEqual(before);
});

test.each(['关系好不好', '介绍信怎么写', '开介绍信要多久啊，急', '哪张证件照好看'])(
	'«%s» is not answered with a paper',
	async (words) => {
		expect(await stage.路人.says(words)).not.toContain('常住的地方换了吗');
	},
);

describe('each answer that is still open is asked for, and only those', () => {
	test.each([
		[{}, 'moved'],
		[{ moved: true }, 'host'],
		[{ moved: false }, 'stay'],
		[{ moved: false, stay: 'short' }, 'visit'],
		[{ moved: false, stay: 'long' }, 'fixed'],
		[{ moved: false, stay: 'long', fixed: true }, 'host'],
		[{ moved: false, stay: 'long', fixed: true, host: true }, 'online'],
	] as const)('%o asks %s', (known, ask) => expect(whichPaper(known)).toEqual({ ask }));
});
