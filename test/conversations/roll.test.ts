import { isNotNull } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { attendance } from '../../db/schema/index.ts';
import { DAY, forge, MINUTE, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	await stage.李建国.announces('主题党日 周五下午3点 二楼');
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

test('a closed roll is corrected by name alone, and its old buttons say that it is closed', async () => {
	const { town, 李建国, 张三 } = stage;
	await 李建国.says('会议 #1');
	expect(await 李建国.says('登记到会 到 李建国 张三')).toContain('其余都到了');
	const partly = 李建国.reads();
	await 李建国.says('登记到会 其余缺席');
	const before = town.refused.length;
	await 李建国.taps('其余都到了');
	for (const button of ['roll.all', 'roll.by-answers']) await forge(town, 李建国, button, { meeting: '1' });
	await 李建国.says('登记到会 #1 全到');
	await 李建国.says('登记到会 #1 除张三请假都到了');
	expect(town.refused.slice(before)).toEqual(Array(5).fill('roll.closed'));
	expect(partly).toContain('其余缺席');
	expect(await 李建国.says('会议 #1')).toContain('实到2 · 请假0 · 缺席2');
	expect(await 李建国.says('登记到会 #1 到 王小梅')).toContain('王小梅：缺席 → 到会');
	expect(await 李建国.says('登记到会 #1 到 王小梅')).toContain('登记的就是这样');
	expect(await 张三.says('登记到会 #1 到 张三')).toContain('由支部书记或组织员来办');
});

test('within seven days a reason is optional, after them it is asked for; it lies sealed', async () => {
	const { town, 李建国 } = stage;
	await 李建国.says('全到');
	const corrected = await 李建国.says('登记到会 #1 缺 张三 事由：签到表上没有他');
	expect(corrected).toContain('张三：到会 → 缺席');
	expect(corrected).toContain('事由：签到表上没有他');
	const [line] = await town.look((db) =>
		db.select().from(attendance).where(isNotNull(attendance.correctedWhy)).all(),
	);
	expect(line?.correctedWhy).not.toContain('签到表');
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(await 李建国.says('会议 #1')).toContain('实到4');
	await town.pass(7 * DAY - MINUTE);
	expect(await 李建国.says('登记到会 #1 缺 张三')).toContain('张三：到会 → 缺席');
	await town.pass(2 * MINUTE);
	expect(await 李建国.says('登记到会 #1 缺 王小梅')).toContain('要写明事由');
	expect(await 李建国.says('会议 #1')).toContain('缺席1');
	await 李建国.says('登记到会 #1 缺 王小梅');
	expect(await 李建国.says('核对签到表')).toContain('事由：核对签到表');
	expect(await 李建国.says('登记到会 #1 到 王小梅 事由 又核对了')).toContain('王小梅：缺席 → 到会');
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
	await town.person('张三甲').taps('知道了，报到');
	await 李建国.taps('另一位，正式党员');
	await 李建国.announces('会议 今天下午5点');
	await town.pass(DAY);
	expect(await 李建国.says('登记到会 #2 到 张三 李建国')).toContain('张三');
	expect(await 李建国.taps('这几位先不记')).toContain('还有4人没登记');
	expect(await 李建国.says('登记到会 #2 全到')).toContain('实到5');
});

test('not before it begins, not by a member', async () => {
	const { 李建国, 张三 } = stage;
	await 李建国.announces('会议 下周三下午3点');
	expect(await 李建国.says('登记到会 #2 全到')).toContain('还没有开始');
	expect(await 张三.says('全到')).toContain('由支部书记或组织员来办');
});
