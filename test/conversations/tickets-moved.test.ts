import { afterEach, beforeEach, expect, test } from 'vitest';
import { ticketOpen } from '../../commands/ticket/views.ts';
import type { Scene } from '../../src/bot/view.ts';
import type { Actor } from '../town/actor.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let 何洁: Actor;
beforeEach(async () => {
	stage = await openStage();
	const { town, 陈敏, group } = stage;
	何洁 = town.person('何洁');
	const office = town.group('两新党委', [陈敏, 何洁]);
	await 陈敏.says('支部 绑定 高新区两新党委', office);
	await 陈敏.says('支部 隶属 高新区两新党委', group);
	await 陈敏.says('设为 组织员 @何洁 高新区两新党委', office);
});
afterEach(() => stage.town.close());

async function asks(route: string): Promise<void> {
	const { 张三 } = stage;
	await 张三.says('求助 家里交不起房租');
	await 张三.taps(route);
}

test('from the committee to the branch, before anybody has it', async () => {
	const { 张三, 李建国 } = stage;
	await asks('上级党委');
	expect(何洁.reads()).toContain('等人接办');
	const choice = await 张三.taps('换一位');
	expect(choice).toContain('换给谁');
	expect(choice).toContain('李建国');
	expect(choice).not.toContain('何洁');
	expect(李建国.heard().join()).not.toContain('编号1');
	await 张三.taps('本支部');
	expect(张三.reads()).toContain('李建国');
	expect(张三.reads()).not.toContain('何洁');
	expect(李建国.reads()).toContain('等人接办');
	expect(何洁.heard().join()).not.toMatch(/我来办|困难救助/);
	expect(await 何洁.says('求助单 #1')).toContain('没有找到');
	expect(await 何洁.says('我来办 #1')).toContain('没有找到');
	await 李建国.says('我来办 #1');
	expect(李建国.reads()).toContain('交不起房租');
});

test('from whoever has it: they see no more of it, and hear nothing of what it was', async () => {
	const { 张三, 李建国 } = stage;
	await asks('本支部');
	await 李建国.taps('我来办');
	await 张三.says('回复 #1 房东催了三次');
	expect(李建国.heard().join()).toContain('房东催了三次');
	await 张三.says('换一位 #1');
	await 张三.taps('上级党委');
	expect(李建国.heard().join()).not.toMatch(/交不起房租|房东催了三次/);
	expect(李建国.reads()).toContain('本人请了别的人来办');
	expect(await 李建国.says('求助单 #1')).toContain('没有找到');
	expect(await 李建国.says('回复 #1 在吗')).toContain('没有找到');
	expect(何洁.reads()).toContain('等人接办');
	await 何洁.taps('我来办');
	expect(何洁.reads()).toContain('交不起房租');
	expect(何洁.reads()).toContain('房东催了三次');
});

test('taken back, it is where it was', async () => {
	const { 张三, 李建国 } = stage;
	await asks('本支部');
	await 李建国.taps('我来办');
	await 张三.says('换一位 #1');
	await 张三.taps('上级党委');
	expect(await 张三.says('撤回')).toContain('已撤回');
	expect(await 李建国.says('求助单 #1')).toContain('交不起房租');
	expect(await 何洁.says('求助单 #1')).toContain('没有找到');
	expect(何洁.heard().join()).not.toContain('[我来办]');
});

test('with nobody else there is no such button, and it is said', async () => {
	const { 陈敏, 张三, group } = stage;
	await 陈敏.says('卸任 @李建国', group);
	await 陈敏.taps('登记卸任');
	await asks('上级党委');
	await stage.town.settle();
	const { 路人 } = stage;
	await 路人.says('求助 加班费不给');
	await 路人.taps('不说');
	await 路人.taps('上级党委');
	expect(路人.reads()).not.toContain('换一位');
	expect(await 路人.says('换一位 #2')).toContain('暂时没有别的人可以换');
	expect(await 路人.says('换一位 #1')).toContain('没有找到');
	expect(张三.reads()).toContain('编号1');
});

test('only who asked may; done, it is reopened first', async () => {
	const { 张三, 李建国 } = stage;
	await asks('上级党委');
	expect(await 李建国.says('换一位 #1')).toContain('没有找到');
	await 何洁.taps('我来办');
	expect(await 何洁.says('换一位 #1')).toContain('办不了');
	await 何洁.says('办结 #1');
	expect(await 张三.says('换一位 #1')).toContain('重开 #1');
});

test('a row that waits since the version before, which named nobody, is still sent', async () => {
	await asks('上级党委');
	const { town } = stage;
	const holds = (subject: string) => town.look((db) => ticketOpen.holds({ db } as Scene, subject));
	expect(await holds('1')).toBe(true);
	expect(await holds('2')).toBe(false);
	await 何洁.taps('我来办');
	expect(await holds('1')).toBe(false);
});
