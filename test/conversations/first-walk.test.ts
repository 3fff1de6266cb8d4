import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, type Town } from '../town/town.ts';

let town: Town;
beforeAll(async () => {
	town = await openTown();
});
afterAll(() => town.close());

test('a new branch, from the first code to the first figures', async () => {
	const 陈敏 = town.person('陈敏');
	const 李建国 = town.person('李建国');
	const 张三 = town.person('张三');
	const 王小梅 = town.person('王小梅');
	const group = town.group('星光电子', [陈敏, 李建国, 张三, 王小梅]);

	expect(await 陈敏.says('管理码 000000')).toContain('管理码不对');
	expect(await 陈敏.says(`管理码 ${town.running.officerCode}`)).toContain('您现在是组织员了');

	expect(await 陈敏.says('支部 绑定 星光电子党支部', group)).toContain('本群是“星光电子党支部”的群');
	expect(陈敏.reads()).toContain('群里有4人，其中4人不在任何名册上');

	expect(await 陈敏.says('设为 书记 @李建国', group)).toContain(
		'李建国：“星光电子党支部”书记。职务以组织批复为准。',
	);
	expect(李建国.reads()).toContain('您已登记为“星光电子党支部”的书记');

	const preview = await 李建国.says(
		'名册 添加\n1 李建国\n2 张三 13800000000\n3 王小梅 110101198001010011\n4 周德福',
	);
	expect(preview).toContain('名单对不对？共4人');
	expect(preview).toContain('1个身份证号，没有读取，也没有保存');
	expect(await 李建国.taps('对，记入4人')).toContain('新记入4人：李建国、张三、王小梅、周德福');
	expect(await 李建国.says('名册')).toContain('周德福 · 没有飞书');

	const planned = await 李建国.announces('主题党日 下周三下午3点 二楼会议室 学习讨论');
	expect(planned).toContain('会议已安排（#1）');
	expect(planned).toContain('11月25日（周三）下午3点');
	expect(planned).toContain('二楼会议室');
	expect(planned).toContain('其中1人没有飞书');
	expect(张三.reads(group)).toContain('应到4 · 参加0 · 请假0 · 未答4');

	expect(await 张三.taps('参加', group)).toContain('已记：参加');
	expect(await 王小梅.says('请假 夜班')).toContain('已记：请假');
	expect(await 李建国.says('代 周德福 参加')).toContain('周德福：参加');
	expect(张三.reads(group)).toContain('应到4 · 参加2 · 请假1 · 未答1');
	expect(张三.heard(group).join()).not.toContain('夜班');
	expect(await 李建国.says('会议 #1')).toContain('王小梅（夜班）');

	await town.pass(4 * 86_400_000 + 6 * 3_600_000);
	expect(await 张三.says('签到')).toContain('已签到');
	expect(await 李建国.says('除王小梅请假都到了')).toContain('应到4 · 实到3 · 请假1 · 缺席0');
	expect(张三.reads(group)).toContain('已开完');

	expect(await 李建国.says('统计 出席')).toContain('75%（3÷4）');
	expect(await 张三.says('我的参会')).toContain('到会');
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(张三.reads(group)).not.toContain('已开完');
	expect(await 李建国.says('还差什么')).toContain('还没登记到会');
});
