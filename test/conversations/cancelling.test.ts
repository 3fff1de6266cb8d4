import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	const { 李建国, 张三 } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await 李建国.says('参加');
	await 张三.says('参加');
});
afterEach(() => stage.town.close());

test('typed words ask before anything is cancelled, and keep why', async () => {
	const { 李建国, 张三, group } = stage;
	const before = 张三.heard().length;
	expect(await 李建国.says('会议 取消 #1 场地检修')).toContain('取消了，不用来了');
	expect(张三.heard().length).toBe(before);
	await 李建国.taps('取消，通知大家');
	expect(张三.reads(group)).toContain('场地检修');
	expect(张三.heard(group).at(-2)).toContain('已取消');
});

test('the button asks before anything is cancelled', async () => {
	const { 李建国, 张三, group } = stage;
	await 李建国.says('会议 #1');
	expect(await 李建国.taps('取消这次会议')).toContain('取消了，不用来了');
	expect(张三.heard(group).join()).not.toContain('已取消');
	expect(await 李建国.taps('取消，通知大家')).toContain('会议已取消');
	expect(张三.heard(group).join()).toContain('已取消');
});

test('who cancels, moves or takes back hears once that it is done, and is not told like the others', async () => {
	const { 李建国, 张三, group } = stage;
	for (const said of ['会议 改期 11月30日上午9点半', '会议 取消', '撤回', '会议 取消']) {
		const before = {
			secretary: 李建国.heard().length,
			member: 张三.heard().length,
			all: 张三.heard(group).length,
		};
		if (said === '撤回') await 李建国.says(said);
		else await 李建国.announces(said);
		expect(李建国.heard().length - before.secretary, said).toBe(1);
		expect(张三.heard(group).length - before.all, said).toBe(1);
		expect(张三.heard(), said).toHaveLength(before.member);
	}
	expect(张三.reads(group)).toContain('不用来了');
});

test('what hurts can be let be: the question closes where it was asked, and its yes is gone', async () => {
	const { 陈敏, 李建国, 张三 } = stage;
	const asked: [by: typeof 李建国, says: string, yes: string, no: string][] = [
		[李建国, '会议 取消 #1', '取消，通知大家', '不取消'],
		[陈敏, '卸任 李建国', '登记卸任', '先不动'],
	];
	for (const [by, says, yes, no] of asked) {
		await by.says(says);
		const told = 张三.heard().length;
		expect(await by.taps(no), says).toContain('没有动');
		expect(by.reads(), says).not.toContain(`[${yes}]`);
		expect(张三.heard().length).toBe(told);
	}
	expect(await 李建国.says('会议 #1')).not.toContain('已取消');
	expect(await 李建国.says('名册')).toContain('周德福');
});

test('the example of an answer for somebody without Feishu works as it stands', async () => {
	const { 李建国 } = stage;
	const planned = await 李建国.announces('党课 周六下午3点 二楼');
	const example = /比如：(代 .*)/.exec(planned)?.[1] ?? '';
	expect(example).toBe('代 周德福 参加');
	expect(await 李建国.says(`${example} #2`)).toContain('周德福');
});
