import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE, openNeighbour, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('a paste with every kind of doubt is asked line by line, and keeps nothing that is not a name', async () => {
	const { 李建国, town } = stage;
	const first = await 李建国.says(
		[
			'名册 添加',
			'1. 冯磊 男 汉族 13800000000',
			'2. 冯磊',
			'3. 张三李四',
			'4. 褚秀英（预备党员）',
			'备注：以上',
		].join('\n'),
	);
	expect(first).toContain('有3行拿不准');
	expect(first).toContain('“冯磊”前面已经有了');
	expect(await 李建国.taps('跳过这一行')).toContain('好像不止一个人');
	expect(await 李建国.taps('跳过这一行')).toContain('第5行：备注 以上');
	const preview = await 李建国.taps('跳过这一行');
	expect(preview).toContain('名单对不对？共2人');
	expect(preview).toContain('褚秀英 · 预备党员');
	expect(preview).toContain('1个手机号没有保存');
	const done = await 李建国.taps('对，记入2人');
	expect(done).toContain('新记入2人：冯磊、褚秀英');
	expect(await 李建国.taps('不对，撤回')).toContain('已撤回');
	expect(await 李建国.says('名册')).not.toContain('冯磊');
	const questions = await town.look((db) => db.all('select * from question'));
	expect(JSON.stringify(questions)).not.toContain('13800000000');
});

test('a preview waits a day, whatever else is asked meanwhile; it is done or dropped once', async () => {
	const { 李建国, town } = stage;
	await 李建国.says('名册 添加\n蒋涛');
	await town.pass(24 * 60 * MINUTE);
	expect(await 李建国.taps('对，记入1人')).toContain('已经不保留了');
	await 李建国.says('名册 添加\n蒋涛');
	await town.pass(16 * MINUTE);
	await 李建国.says('帮助');
	expect(await 李建国.taps('对，记入1人')).toContain('新记入1人：蒋涛');
	expect(await 李建国.taps('不对，撤回')).toContain('已撤回');
	await 李建国.says('名册 添加\n蒋涛');
	expect(await 李建国.taps('不记')).toContain('没有记');
});

test('a list that is asked for is the next message, also when it was asked for in the group', async () => {
	const { 李建国, group } = stage;
	expect(await 李建国.says('名册 添加', group)).toContain('请把名单发给我');
	expect(await 李建国.says('谢谢')).not.toContain('名单对不对');
	expect(await 李建国.says('沈洁\n韩梅')).toContain('名单对不对？共2人');
	await 李建国.taps('对，记入2人');
	expect(await 李建国.says('名册 添加\n沈洁\n尤勇', group)).toContain('名单对不对');
	expect(李建国.heard(group).join()).not.toContain('尤勇');
	expect(await 李建国.taps('对，记入2人')).toContain('原来就在名册上：沈洁');
});

test('whoever is mentioned is entered at once, with their account', async () => {
	const { town, 李建国, group, 路人 } = stage;
	const added = await 李建国.says('名册 添加 @路人', group);
	expect(added).toContain('新记入1人：路人');
	expect(await 路人.says('报到 路人')).toContain('已经在');
	await openNeighbour(stage);
	const 赵强 = town.person('赵强');
	await town.feishu.addMember(town.group('月亮访客', [赵强, 路人]), 赵强.openId);
	const visitors = town.group('月亮访客', [赵强, 路人, stage.陈敏]);
	const told = await 赵强.says('名册 添加 @路人', visitors);
	expect(told).toContain('路人现在不能记进来，没有记');
	expect(told).not.toContain('星光电子党支部');
	expect(await stage.陈敏.says('名册 添加 @路人 月亮电子党支部', visitors)).toContain(
		'路人在“星光电子党支部”的名册上，没有重复记',
	);
});

test('with several branches the list waits while one is chosen', async () => {
	const { 陈敏 } = stage;
	expect(await 陈敏.says('名册 添加\n杨帆\n朱琳')).toContain('[月亮电子党支部]');
	const preview = await 陈敏.taps('月亮电子党支部');
	expect(preview).toContain('名单对不对？共2人');
	expect(preview).toContain('月亮电子党支部');
	expect(await 陈敏.taps('对，记入2人')).toContain('杨帆、朱琳');
	await 陈敏.says('名册 月亮电子党支部');
	expect(await 陈敏.taps('核对名册')).toContain('杨帆');
	expect(await 陈敏.says('名册 太阳电子党支部')).toContain('没有叫“太阳电子党支部”的支部');
});

test('moving out: by name, for a reason, only from the own branch, and back again', async () => {
	const { 李建国, town } = stage;
	expect(await 李建国.says('调出')).toContain('是哪一位');
	expect(await 李建国.says('韩梅')).toContain('韩梅已移出“星光电子党支部”名册（其他）');
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(await 李建国.says('调出 韩梅 转出')).toContain('（转出）。这里只改名册，不影响组织关系');
	expect(await 李建国.says('调出 孙丽 转出')).toContain('名册里没有找到“孙丽”');
	expect(await 李建国.says('调出 沈洁芳 转出')).toContain('名册里没有找到“沈洁芳”');
	expect(await 李建国.says('调出 沈洁 转出吗？')).toContain('什么也没有办');
	expect(await 李建国.says('名册')).toContain('沈洁');
	expect(await town.person('赵强').says('名册 星光电子党支部')).toContain('不归您管理');
	expect(await stage.张三.says('名册')).toContain('由支部书记或组织员来办');
});
