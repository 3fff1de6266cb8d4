import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	await stage.李建国.says('主题党日 周五下午3点 二楼');
	await stage.town.pass(7 * DAY);
});
afterEach(() => stage.town.close());

test('partly, then the rest, then corrected; each can be taken back', async () => {
	const { 李建国, 张三, group } = stage;
	expect(await 李建国.says('登记到会 到 张三 假 王小梅')).toContain('还有2人没登记');
	expect(await 李建国.says('登记到会 其余都到了')).toContain('应到4 · 实到3 · 请假1 · 缺席0');
	expect(张三.reads(group)).toContain('已开完');
	expect(await 李建国.says('登记到会 缺 张三')).toContain('要改登记过的，请写上编号');
	expect(await 李建国.says('登记到会 #1 缺 张三')).toContain('实到2 · 请假1 · 缺席1');
	expect(await 张三.says('我的参会')).toContain('缺席');
	expect(await 李建国.taps('不对，撤回')).toContain('已撤回');
	expect(await 李建国.says('会议 #1')).toContain('实到3 · 请假1 · 缺席0');
});

test('by its buttons', async () => {
	const { 李建国 } = stage;
	await 李建国.says('还差什么');
	expect(await 李建国.taps('登记到会')).toContain('[全到]');
	expect(await 李建国.taps('按答复登记')).toContain('还有4人没登记');
	expect(await 李建国.taps('其余缺席')).toContain('实到0 · 请假0 · 缺席4');
	expect(await 李建国.taps('不对，撤回')).toContain('已撤回');
	await 李建国.says('会议 #1');
	expect(await 李建国.taps('全到')).toContain('实到4');
});

test('a pasted 接龙, with names nobody knows and names said twice', async () => {
	const { 李建国 } = stage;
	const pasted = await 李建国.says('登记到会\n#接龙\n1. 张三\n2. 王小梅\n3. 王小二');
	expect(pasted).toContain('王小二');
	expect(pasted).toContain('什么也没有记');
	expect(await 李建国.taps('这几位先不记')).toContain('还有2人没登记');
	expect(李建国.reads()).toContain('还没登记：李建国、周德福');
	expect(await 李建国.says('登记到会 到 张三 缺 张三')).toContain('什么也没有记');
	expect(await 李建国.says('除周德福请假都到了')).toContain('实到3 · 请假1');
});

test('mentions keep their person also by way of the button', async () => {
	const { 李建国, group } = stage;
	expect(await 李建国.says('登记到会 到 @张三 @王小梅 王小二', group)).toContain('王小二');
	expect(await 李建国.taps('这几位先不记')).toContain('还没登记：李建国、周德福');
});

test('a name several bear is never guessed', async () => {
	const { 李建国, town } = stage;
	await town.person('张三甲').says('报到 张三');
	await 李建国.taps('是本支部党员');
	await 李建国.says('会议 今天下午5点');
	await town.pass(DAY);
	expect(await 李建国.says('登记到会 #2 到 张三 李建国')).toContain('张三');
	expect(await 李建国.taps('这几位先不记')).toContain('还有4人没登记');
	expect(await 李建国.says('登记到会 #2 全到')).toContain('实到5');
});

test('not before it begins, not by a member', async () => {
	const { 李建国, 张三 } = stage;
	await 李建国.says('会议 下周三下午3点');
	expect(await 李建国.says('登记到会 #2 全到')).toContain('还没有开始');
	expect(await 张三.says('全到')).toContain('由支部书记或组织员来办');
});
