import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNeighbour, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('a missing time is asked for, and only the answer to it counts', async () => {
	const { 李建国 } = stage;
	expect(await 李建国.says('会议 二楼会议室 学习讨论')).toContain('什么时候开');
	expect(await 李建国.says('好的')).not.toContain('发之前请您看一眼');
	expect(await 李建国.says('周五下午三点')).toContain('11月27日（周五）下午3点');
	expect(李建国.reads()).toContain('二楼会议室');
	expect(李建国.reads()).toContain('学习讨论');
	expect(await 李建国.taps('发到群里')).toContain('会议已安排');
	expect(await 李建国.says('周六下午三点')).toContain('我怕听错');
	expect(await 李建国.says('撤回')).toContain('已撤回');
});

test('what can’t be meant is not planned', async () => {
	const { 李建国, 张三, group } = stage;
	const before = 张三.heard(group).length;
	expect(await 李建国.says('会议 昨天下午3点')).toContain('已经过去了');
	expect(await 李建国.says('会议 12月10日周一下午3点')).toContain('对不上');
	expect(await 李建国.says('会议 12月10日或者12月11日下午3点')).toContain('不止一个日子');
	expect(await 李建国.says('会议 周五下午3点 二楼 和 12月1日')).toContain('不止一个日子');
	expect(await 李建国.says('会议 下周三')).toContain('几点开');
	expect(await 李建国.says('会议 周五下午3点不开了')).toContain('没有安排新的会议');
	expect(await 李建国.says('会议 周五下午3点吗？')).toContain('近期会议');
	expect(await 李建国.says('会议 什么时候')).toContain('近期会议');
	expect(await 李建国.says('近期会议')).toContain('近期没有安排会议');
	expect(await 李建国.says('会议取消了吗')).not.toContain('会议已取消');
	expect(await 张三.says('会议 下周三下午3点')).toContain('由支部书记或组织员来办');
	expect(张三.heard(group)).toHaveLength(before);
});

test('a form for those who don’t like to type', async () => {
	const { 李建国, 张三, group } = stage;
	expect(await 李建国.says('安排会议')).toContain('星光电子党支部：安排会议');
	const before = 张三.heard(group).length;
	await 李建国.taps('看一眼再发', 李建国.desk, {
		when: '2026-12-01 15:00',
		kinds: ['theme-day', 'lecture'],
		place: '三楼 大厅',
		topic: '',
	});
	expect(张三.heard(group)).toHaveLength(before);
	const planned = await 李建国.taps('发到群里');
	expect(planned).toContain('主题党日、党课');
	expect(planned).toContain('12月1日（周二）下午3点');
	expect(planned).toContain('三楼 大厅');
	expect(张三.reads(group)).toContain('主题党日、党课');
	expect(await 李建国.taps('不对，撤回')).toContain('已撤回');
	expect(张三.heard(group).at(-2)).toContain('已取消');
	expect(张三.reads(group)).toContain('取消了，不用来了');
});

test('moving and cancelling tell everybody once in the group, and can be taken back', async () => {
	const { 李建国, 张三, 王小梅, group } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await 张三.taps('参加', group);
	await 王小梅.taps('请假', group);
	expect(await 李建国.says('会议 改期 周五下午3点')).toContain('本来就是这样');
	expect(await 李建国.says('会议改到今天上午9点')).toContain('已经过去了');
	expect(await 李建国.says('改期')).toContain('改到什么时候');
	expect(await 李建国.says('11月30日上午9点半')).toContain('11月30日（周一）上午9点半');
	const quiet = 张三.heard().length;
	await 李建国.taps('发到群里');
	expect(张三.reads(group)).toContain('会议改期了：原定11月27日（周五）下午3点');
	expect(张三.heard(group).at(-2)).toContain('11月30日（周一）上午9点半');
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(张三.reads(group)).toContain('现在是11月27日（周五）下午3点');
	await 李建国.says('会议 取消 场地检修');
	expect(await 李建国.taps('取消，通知大家')).toContain('会议已取消');
	expect(张三.reads(group)).toContain('取消了，不用来了。原因：场地检修');
	expect(张三.heard()).toHaveLength(quiet);
	expect(await 张三.says('参加 #3')).toContain('已经取消了，不用答复');
	expect(await 李建国.taps('不对，撤回')).toContain('已撤回');
	expect(张三.reads(group)).toContain('照常举行');
	expect(张三.heard(group).join()).toContain('参加1');
	await 李建国.says('会议 取消 #3');
	await 李建国.taps('取消，通知大家');
});

test('several branches are asked about; without a group everybody gets an invitation of their own', async () => {
	const { town, 陈敏, group } = stage;
	const { 赵强, 孙丽 } = await openNeighbour(stage);
	expect(await 陈敏.says('会议 周五上午10点 学习')).toContain('是哪个支部');
	expect(await 陈敏.taps('月亮电子党支部')).toContain('通知2人');
	expect(await 陈敏.taps('发到群里')).toContain('会议已安排');
	await 陈敏.taps('不对，撤回');
	await town.feishu.removeBot(group, 陈敏.openId);
	const workers = town.group('党委群', [陈敏]);
	await 陈敏.says('支部 绑定 高新区两新党委', workers);
	for (const branch of ['星光电子党支部', '月亮电子党支部']) {
		await 陈敏.says(`支部 隶属 ${branch} 高新区两新党委`);
	}
	const planned = await 陈敏.announces('例会 12月10日下午3点 高新区两新党委');
	expect(planned).toContain('党务工作者例会');
	expect(planned).toContain('应到2人');
	expect(赵强.reads()).toContain('党务工作者例会');
	expect(await 赵强.taps('参加')).toContain('已记：参加');
	expect(孙丽.reads()).not.toContain('党务工作者例会');
	const number = /#(\d+)/.exec(planned)?.[1];
	expect(await 孙丽.says(`会议 #${number}`)).toContain('没有找到');
});
