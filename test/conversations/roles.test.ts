import { afterAll, beforeAll, expect, test } from 'vitest';
import { BRANCH, openNeighbour, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('in any order, asked for what is missing, told to whom it concerns', async () => {
	const { 陈敏, 张三, 王小梅, group } = stage;
	expect(await 陈敏.says('设为 书记', group)).toContain('是哪一位');
	expect(await 陈敏.says('@张三', group)).toContain(`张三：“${BRANCH}”书记`);
	expect(张三.reads()).toContain('您已登记为');
	expect(await 陈敏.says('设为 @张三', group)).toContain('请写明职务');
	expect(await 陈敏.says('设为 书记 @张三', group)).toContain('已经是');
	expect(await 陈敏.says(`任命 ${BRANCH} 委员 王小梅`)).toContain(`王小梅：“${BRANCH}”委员`);
	expect(王小梅.reads()).toContain(`您已登记为“${BRANCH}”的委员`);
	expect(await 陈敏.says('设为 书记 @张三 太阳电子党支部', group)).toContain('没有叫“太阳电子党支部”的支部');
	expect(await 陈敏.says('设为 书记 钱多多')).toContain('名册里没有找到“钱多多”');
	expect(await 陈敏.says('设为 书记 @路人', group)).toContain('路人：');
});

test('ending roles: all of them, or the one that is named; and back again', async () => {
	const { 陈敏, 张三, 路人, group } = stage;
	await 陈敏.says('设为 委员 @张三', group);
	await 陈敏.says('卸任 委员 @张三', group);
	expect(await 陈敏.taps('登记卸任')).toContain(`张三不再担任：“${BRANCH}”委员`);
	await 陈敏.says('免去 @张三', group);
	expect(张三.heard().join()).not.toContain('不再担任');
	expect(await 陈敏.taps('登记卸任')).toContain(`“${BRANCH}”书记`);
	expect(await 张三.says('名册')).toContain('由支部书记或组织员来办');
	expect(await 陈敏.says('撤回', group)).toContain('已撤回');
	expect(await 张三.says('名册')).toContain('正式党员4人');
	await 陈敏.says('卸任 @张三', group);
	await 陈敏.taps('登记卸任');
	expect(await 陈敏.says('卸任 @张三', group)).toContain('没有可以卸任的职务');
	await 陈敏.says('卸任 @路人', group);
	await 陈敏.taps('登记卸任');
	expect(await 路人.says('名册')).toContain('由支部书记或组织员来办');
});

test('a secretary gives no roles; the members of one name are told apart in private', async () => {
	const { town, 陈敏, 李建国, group } = stage;
	expect(await 李建国.says('设为 委员 @张三', group)).toContain('由组织员来办');
	await openNeighbour(stage);
	await town.person('赵强').says('名册 添加\n张三\n郭靖');
	await town.person('赵强').taps('对，记入2人');
	const asked = await 陈敏.says('设为 委员 张三', group);
	expect(asked).toContain('有几位叫“张三”');
	expect(asked).toContain('张三 · 月亮电子党支部 · 没有飞书');
	expect(陈敏.heard(group).join()).not.toContain('有几位');
	expect(await 陈敏.taps(`张三 · ${BRANCH}`)).toContain(`张三：“${BRANCH}”委员`);
	expect(await 陈敏.says('设为 委员 张三丰')).toContain('名册里没有找到“张三丰”');
});
