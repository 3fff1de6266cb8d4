import { afterAll, beforeAll, expect, test } from 'vitest';
import { township } from '../../sandbox/township/index.ts';
import { seed } from '../../src/runtime/node/sandbox/seed.ts';
import { openTown, type Town } from '../town/town.ts';

let town: Town;
beforeAll(async () => {
	town = await openTown();
	const { bot } = town.running;
	await bot.store.commit(() => seed(bot, township()));
});
afterAll(() => town.close());

test('the demo has people away and transfers under way, and the officer sees both', async () => {
	const 陈敏 = town.person('陈敏');
	await 陈敏.says(`管理码 ${town.running.officerCode}`);
	await 陈敏.says('流动');
	expect(await 陈敏.taps('核对名册')).toMatch(/外出6人[\s\S]*流动党员[\s\S]*上次联系/);
	const listed = await 陈敏.says('转接');
	expect(listed).toMatch(/#1[\s\S]*接收 · 已等6天/);
	expect(listed).toMatch(/#2[\s\S]*锦江科技园党支部[\s\S]*介绍信 · 已等4天/);
	expect(await 陈敏.says('还差什么')).toContain('满6个月，还没有发起转接');
});
