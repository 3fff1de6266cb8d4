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
