import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await stage.李建国.announces('主题党日 周五下午3点 二楼');
});
afterAll(() => stage.town.close());

test('only one’s own, and only for ten minutes', async () => {
	const { town, 张三, 王小梅 } = stage;
	expect(await 王小梅.says('撤回')).toContain('没有可以撤回的事');
	await 张三.says('参加');
	expect(await 王小梅.says('撤销')).toContain('没有可以撤回的事');
	await town.pass(9 * MINUTE);
	expect(await 张三.says('撤回')).toContain('已撤回');
	expect(await 张三.says('会议 #1')).toContain('您还没有答复');
	await 张三.says('参加');
	await town.pass(11 * MINUTE);
	expect(await 张三.taps('不对，撤回')).toContain('现在撤不回了');
	expect(await 张三.says('会议 #1')).toContain('已记：参加');
});

test('one after another, back to the beginning', async () => {
	const { 王小梅 } = stage;
	await 王小梅.says('参加');
	await 王小梅.says('请假 夜班');
	expect(await 王小梅.says('撤回')).toContain('已撤回');
	expect(await 王小梅.says('会议 #1')).toContain('您的答复：参加');
	expect(await 王小梅.says('撤回')).toContain('已撤回');
	expect(await 王小梅.says('会议 #1')).toContain('您还没有答复');
	expect(await 王小梅.says('撤回')).toContain('没有可以撤回的事');
});

test('not over what somebody else did since', async () => {
	const { 王小梅, 李建国 } = stage;
	await 王小梅.says('参加');
	await 李建国.says('代 王小梅 请假');
	expect(await 王小梅.says('撤回')).toContain('后来又有了新的变化');
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(await 王小梅.says('撤回')).toContain('已撤回');
});

test('a plan taken back is a meeting cancelled, and who had answered hears it', async () => {
	const { 张三, 李建国, group } = stage;
	await 李建国.announces('会议 12月1日下午3点');
	await 张三.says('参加 #2');
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(张三.reads(group)).toContain('取消了，不用来了');
	expect(张三.heard(group).at(-2)).toContain('已取消');
});

test('the counts in the group go back too', async () => {
	const { 王小梅, 李建国, group } = stage;
	await 李建国.announces('主题党日 12月8日下午3点 二楼');
	const before = 王小梅.reads(group);
	await 王小梅.taps('参加', group);
	expect(王小梅.reads(group)).not.toBe(before);
	expect(await 王小梅.says('撤回')).toContain('已撤回');
	expect(王小梅.reads(group)).toBe(before);
});

test('a contact noted by mistake is forgotten, its day too', async () => {
	const { 张三, 李建国 } = stage;
	await 张三.says('流动登记 深圳 6月1日');
	await 张三.taps('同意，登记');
	const before = await 李建国.says('流动');
	expect(await 李建国.says('已联系 张三')).toContain('已记');
	expect(await 李建国.says('流动')).not.toBe(before);
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(await 李建国.says('流动')).toBe(before);
});

test('what was done in office is no longer theirs to take back who left it; what is their own still is', async () => {
	const { town, 陈敏, 李建国, group } = stage;
	await 陈敏.says('设为 书记 @王小梅', group);
	await stage.王小梅.announces('会议 12月8日下午3点 三楼');
	await stage.王小梅.says('参加 #3');
	await 陈敏.says('卸任 @王小梅', group);
	await 陈敏.taps('登记卸任');
	const before = town.refused.length;
	await stage.王小梅.says('撤回');
	expect(town.refused.slice(before)).toEqual([]);
	await stage.王小梅.says('撤回');
	expect(town.refused.slice(before)).toEqual(['refuse.not-your-branch']);
	expect(await 李建国.says('会议')).toContain('三楼');
});

test('who gave up their own office by mistake takes that back, with the help they had taken on', async () => {
	const { town, 陈敏, 李建国, 张三, group } = stage;
	await 陈敏.says('设为 组织员 @李建国', group);
	await 张三.says('求助 困难 家里揭不开锅');
	await 张三.taps('本支部');
	await 李建国.says('我来办 #1');
	await 李建国.says('卸任 @李建国', group);
	expect(await 李建国.taps('登记卸任')).toContain('不再担任');
	const before = town.refused.length;
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(town.refused.slice(before)).toEqual([]);
	expect(await 李建国.says('求助单 #1')).toContain('揭不开锅');
});

test('what moved out of the part of the tree that somebody looks after is no longer theirs to take back', async () => {
	const { town, 陈敏, 李建国, 王小梅, group } = stage;
	const workers = town.group('党委群', [陈敏, 王小梅]);
	const others = town.group('街道群', [陈敏]);
	await 陈敏.says('支部 绑定 高新区两新党委', workers);
	await 陈敏.says('支部 绑定 滨江街道党工委', others);
	await 陈敏.says('支部 隶属 星光电子党支部 高新区两新党委');
	expect(await 陈敏.says('设为 组织员 @王小梅 高新区两新党委', workers)).toContain('“高新区两新党委”组织员');
	expect(await 王小梅.announces('会议 12月9日下午3点 五楼 星光电子党支部')).toContain('五楼');
	await 陈敏.says('支部 隶属 星光电子党支部 滨江街道党工委');
	const before = town.refused.length;
	await 王小梅.says('撤回');
	expect(town.refused.slice(before)).toEqual(['refuse.not-your-branch']);
	expect(await 李建国.says('会议', group)).toContain('五楼');
	await 陈敏.says('支部 隶属 星光电子党支部 高新区两新党委');
	expect(await 王小梅.says('撤回')).toContain('已撤回');
});
