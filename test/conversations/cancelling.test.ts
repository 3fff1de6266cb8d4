import { afterEach, beforeEach, expect, test } from 'vitest';
import { buttonsOf } from '../town/plain.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	const { 李建国, 张三 } = stage;
	await 李建国.says('主题党日 周五下午3点 二楼');
	await 李建国.says('参加');
	await 张三.says('参加');
});
afterEach(() => stage.town.close());

test('the button asks before anything is cancelled', async () => {
	const { 李建国, 张三, group } = stage;
	await 李建国.says('会议 #1');
	const button = buttonsOf(李建国.newest()).find(({ label }) => label === '取消这次会议');
	expect(button?.asksFirst).toContain('真的取消吗');
	expect(张三.reads(group)).not.toContain('已取消');
	expect(await 李建国.taps('取消这次会议')).toContain('会议已取消');
	expect(张三.reads(group)).toContain('已取消');
});

test('who cancels, moves or takes back hears once that it is done, and is not told like the others', async () => {
	const { 李建国, 张三 } = stage;
	for (const said of ['会议 改期 11月30日上午9点半', '会议 取消', '撤回', '会议 取消']) {
		const before = { secretary: 李建国.heard().length, member: 张三.heard().length };
		await 李建国.says(said);
		expect(李建国.heard().length - before.secretary, said).toBe(1);
		expect(张三.heard().length - before.member, said).toBe(1);
	}
	expect(李建国.heard().join()).not.toContain('您不用来了');
	expect(张三.reads()).toContain('您不用来了');
});
