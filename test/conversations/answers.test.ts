import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, HOUR, openStage, START, type Stage, wroteAt } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await stage.李建国.announces('主题党日 周五下午3点 二楼');
});
afterAll(() => stage.town.close());

test('changed as often as one likes; the reason is for the secretary alone', async () => {
	const { 张三, 李建国, group } = stage;
	expect(await 张三.says('请假 家里老人住院')).toContain('原因：家里老人住院（只有书记看得到）');
	expect(await 李建国.says('会议 #1')).toContain('张三（家里老人住院）');
	expect(张三.heard(group).join()).not.toContain('住院');
	expect(await 张三.taps('参加')).toContain('已记：参加');
	expect(await 李建国.says('会议 #1')).not.toContain('住院');
	expect(await 张三.says('晚点到 10分钟')).toContain('已记：晚点到');
	expect(await 张三.says('线上')).toContain('已记：线上参加');
	expect(await 张三.taps('不对，撤回')).toContain('已撤回');
	expect(await 李建国.says('会议 #1')).toContain('晚点到（1）：张三');
});

test('in the group only the answer is kept', async () => {
	const { 王小梅, 李建国, group } = stage;
	expect(await 王小梅.says('请假 要去医院复查', group)).toContain('已记：请假');
	expect(await 李建国.says('会议 #1')).not.toContain('医院');
	await 王小梅.says('清假 要去医院复查', group);
	await 王小梅.taps('答复：请假');
	expect(await 李建国.says('会议 #1')).not.toContain('医院');
	expect(await 王小梅.taps('请假', group)).toContain('[已记：请假]');
	expect(await 王小梅.taps('请假', group)).toContain('[已记：请假]');
});

test('a reply to the card means that meeting; with two open ones it is asked which, in private', async () => {
	const { 李建国, 张三, group } = stage;
	await 李建国.announces('党员大会 12月4日下午2点 三楼');
	const second = 张三.newest(group).messageId;
	expect(await 张三.says('参加', group)).toContain('您说的是哪一次');
	expect(张三.reads()).toContain('[11月27日周五15:00 主题党日]');
	expect(张三.heard(group).join()).not.toContain('您说的是哪一次');
	expect(await 张三.taps('12月4日周五14:00')).toContain('已记：参加');
	expect(await 张三.says('请假 出差', group, second)).toContain('支部党员大会');
	expect(await 张三.says('参加 #1')).toContain('主题党日');
	expect(await 张三.says('参加 #77')).toContain('没有找到 #77');
	expect(await 张三.says('请假，其他都到了')).toContain('像是在登记到会');
});

test('an older answer that comes late changes nothing', async () => {
	const { town, 张三, 李建国 } = stage;
	await town.pass(HOUR);
	await 张三.says('请假 #1');
	await wroteAt(town, 张三, START, '参加 #1');
	expect(张三.reads()).toContain('以后来的为准');
	expect(await 李建国.says('会议 #1')).toMatch(/请假（2）/);
});

test('a slip of the pen is offered as a button that then works', async () => {
	const { 张三 } = stage;
	expect(await 张三.says('清假 #1 出差')).toContain('我怕听错');
	expect(await 张三.taps('答复：请假')).toContain('原因：出差');
	expect(await 张三.says('能不能参加')).toContain('没有记');
	expect(await 张三.taps('晚点到')).toContain('您说的是哪一次');
});

test('for somebody else: exactly that person, clearly said, and only by who runs the branch', async () => {
	const { 李建国, 张三, group } = stage;
	expect(await 李建国.says('代 周德福 请假 #1 夜班')).toContain('周德福：请假');
	expect(await 李建国.says('代周德福参加 #1')).toContain('周德福：参加');
	expect(await 李建国.says('代 @张三 线上 #1', group)).toContain('张三：线上参加');
	expect(await 李建国.says('代 周德福生 请假 #1')).toContain('名册里没有找到“周德福生”');
	expect(await 李建国.says('代 周德福 不参加 #1')).toContain('我怕听错，还没有记');
	expect(await 李建国.says('代 周德福 #1')).toContain('答复什么');
	expect(await 李建国.says('代 @路人 请假 #1', group)).toContain('名册里没有找到“路人”');
	expect(await 李建国.says('会议 #1')).toContain('参加（1）：周德福');
	expect(await 张三.says('代 周德福 请假 #1')).toContain('由支部书记或组织员来办');
	await 李建国.says('代 周德福 请假 #1');
	expect(await 李建国.taps('不对，撤回')).toContain('已撤回');
	expect(await 李建国.says('会议 #1')).toContain('参加（1）：周德福');
});

test('who joins later is invited too; who is not invited is told what to do; closed is closed', async () => {
	const { town, 李建国, 路人, 张三, group } = stage;
	expect(await 路人.taps('参加', group)).toContain('不在名单里');
	expect(await 路人.says('参加')).toContain('请先报到');
	await 李建国.says('名册 添加 @路人', group);
	expect(await 路人.says('参加 #1')).toContain('已记：参加');
	await town.pass(7 * DAY);
	expect(await 李建国.says('登记到会 #1 全到')).toContain('到会登记好了');
	expect(await 张三.says('请假 #1')).toContain('已经登记完了，不能再改答复');
});
