import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, openNeighbour, openStage, type Stage } from './stage.ts';

let stage: Stage;
let neighbour: Awaited<ReturnType<typeof openNeighbour>>;
beforeAll(async () => {
	stage = await openStage();
	neighbour = await openNeighbour(stage);
	const { 李建国, 张三, 王小梅, group, town } = stage;
	const { 赵强 } = neighbour;
	await 李建国.announces('主题党日 今天下午3点');
	await 张三.taps('参加', group);
	await 王小梅.taps('请假', group);
	await 李建国.announces('会议 今天下午4点');
	await 李建国.announces('会议 今天下午5点');
	await 李建国.says('会议 取消 #3');
	await 李建国.taps('取消，通知大家');
	await 李建国.announces('会议 下周五下午3点');
	await 赵强.announces('主题党日 今天下午3点');
	await town.pass(DAY);
	await 李建国.says('登记到会 #1 到 李建国 迟到 张三 假 王小梅 缺 周德福');
	await 赵强.says('登记到会 全到');
});
afterAll(() => stage.town.close());

test('rates by the definitions: late counts as present, excused stands apart, an open roll counts for nothing', async () => {
	const own = await stage.李建国.says('统计 出席');
	expect(own).toContain('开了2次，登记到会1次');
	expect(own).toContain('50%（2÷4）');
	expect(own).toContain('应到4，实到2，请假1，缺席1');
	expect(own).toContain('25%（2÷8）');
	expect(own).not.toContain('月亮');
	expect(await stage.李建国.says('统计 出席 上季度')).toContain('2026年第3季度');
	expect(stage.李建国.reads()).toContain('还没有开过会');
});

test('each sees the own part of the tree only', async () => {
	const { 陈敏, 李建国, 张三, town } = stage;
	const whole = await 陈敏.says('统计 出席');
	expect(whole).toContain('星光电子党支部');
	expect(whole).toContain('月亮电子党支部');
	expect(whole).toContain('67%（4÷6）');
	expect(await 陈敏.says('统计 出席 月亮电子党支部')).toContain('100%（2÷2）');
	expect(await 李建国.says('统计 出席 月亮电子党支部')).toContain('不归您管理');
	expect(await 李建国.says('统计 出席 太阳党支部')).toContain('没有叫“太阳党支部”的支部');
	expect(await 张三.says('统计 出席')).toContain('由支部书记或组织员来办');
	const committee = town.group('园区总支群', [陈敏, 张三]);
	await 陈敏.says('支部 绑定 园区党总支', committee);
	await 陈敏.says('支部 隶属 月亮电子党支部 园区党总支');
	await 陈敏.says('设为 组织员 @张三 园区党总支', committee);
	const part = await 张三.says('统计 出席');
	expect(part).toContain('100%（2÷2）');
	expect(part).not.toContain('星光');
	expect(await 张三.says('统计 出席 星光电子党支部')).toContain('不归您管理');
});
