import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../town/actor.ts';
import { openNeighbour, openStage, type Stage } from './stage.ts';

let stage: Stage;
/** On the roster as 张伟; the account shows 晴天. */
let 晴天: Actor;
beforeAll(async () => {
	stage = await openStage();
	const { town, 李建国, group } = stage;
	晴天 = town.person('晴天');
	await 晴天.says('报到 张伟');
	await 晴天.taps('知道了，报到');
	await 李建国.taps('正式党员');
	await town.feishu.addMember(group, 晴天.openId);
	await 李建国.announces('主题党日 下周三下午3点 二楼会议室');
});
afterAll(() => stage.town.close());

test('what is said of a mention in a group bears the name of the mention', async () => {
	const { 陈敏, group } = stage;
	const before = 晴天.heard(group).length;
	expect(await 陈敏.says('设为 委员 @晴天', group)).toContain('晴天：“星光电子党支部”委员');
	expect(await 陈敏.says('设为 委员 @晴天', group)).toContain('晴天已经是');
	await 陈敏.says('卸任 @晴天', group);
	await 陈敏.taps('登记卸任');
	expect(晴天.heard(group).slice(before).join()).not.toContain('张伟');
	expect(陈敏.heard().join()).not.toContain('张伟');
});

test('nor is who mentions told what the roster calls them', async () => {
	const { 李建国, group } = stage;
	expect(await 李建国.says('代 @晴天 请假', group)).toContain('晴天：请假');
	expect(await 李建国.says('已联系 @晴天', group)).toContain('没有找到“晴天”的外出或流入登记');
	expect(await 李建国.says('转接 接收 @晴天', group)).toContain('晴天现在没有正在办的转接');
	expect(await 李建国.says('代 张伟 参加')).toContain('张伟：参加');
});

test('somebody else’s people are nobody’s, whatever their account is called', async () => {
	const { town, 张三 } = stage;
	const { 赵强 } = await openNeighbour(stage);
	const visitors = town.group('访客', [赵强, 晴天, 张三]);
	for (const say of ['代 @晴天 请假', '调出 @晴天 转出', '流动登记 @晴天 深圳 7月1日起']) {
		const told = await 赵强.says(say, visitors);
		expect(told).not.toContain('张伟');
		expect(told).not.toContain('星光');
	}
});

test('an account that shows the name of somebody else on the roster is asked about', async () => {
	const { town, 李建国, group } = stage;
	const 假周德福 = town.person('周德福');
	await town.feishu.addMember(group, 假周德福.openId);
	expect(await 李建国.says('代 @周德福 请假', group)).toContain('这个账号还没有对上名册');
	expect(await 李建国.taps('名册上的周德福')).toContain('周德福：请假');
	await 假周德福.says('报到 吴双 星光电子党支部');
	await 假周德福.taps('知道了，报到');
	await 李建国.taps('正式党员');
	expect(await 李建国.says('代 @周德福 参加', group)).toContain('名册上另有一位也叫“周德福”');
	expect(await 李建国.taps('我@的这个账号')).toContain('周德福：参加');
	const sheet = await 李建国.says('会议 #1');
	expect(sheet).toMatch(/参加（\d）：[^\n]*吴双/);
	expect(sheet).toMatch(/请假（\d）：[^\n]*周德福/);
});
