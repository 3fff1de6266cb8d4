import { afterEach, expect, test } from 'vitest';
import { openTown, type Town } from '../town/town.ts';
import { BRANCH, openStage } from './stage.ts';

let town: Town;
afterEach(() => town.close());

const NOTICE = '先跟您说清楚';

test('before 报到 goes to the secretary the notice is read, once; left alone it goes nowhere', async () => {
	const stage = await openStage();
	town = stage.town;
	const { 路人, 李建国 } = stage;
	const told = await 路人.says('报到 陆仁');
	expect(told).toContain(NOTICE);
	expect(told).toContain('请假原因只有书记看得到');
	expect(told).not.toMatch(/使用|电话|服务器|我的数据/);
	expect(await 路人.taps('先不报到')).toContain('什么也没有转给别人');
	expect(李建国.heard().join()).not.toContain('陆仁');
	expect(await 路人.says('报到 陆仁')).toContain(NOTICE);
	expect(await 路人.taps('知道了，报到')).toContain('已转给书记确认');
	expect(李建国.reads()).toContain('陆仁');
	await 李建国.taps('不是');
	expect(await 路人.says('报到 陆仁')).toContain('已转给书记确认');
});

test('whoever a secretary enters with an account is told once, who has none is not missed', async () => {
	const stage = await openStage();
	town = stage.town;
	const { 李建国, 张三, 路人, group } = stage;
	expect(张三.heard().filter((said) => said.includes(NOTICE))).toHaveLength(1);
	expect(张三.heard(group).join()).not.toContain(NOTICE);
	await 李建国.says('调出 张三 误加');
	await 李建国.says('名册 添加 @张三', group);
	expect(张三.heard().filter((said) => said.includes(NOTICE))).toHaveLength(1);
	await 李建国.says('名册 添加 @路人', group);
	expect(路人.reads()).toContain(NOTICE);
});

test('the first officer is asked who uses it; it is told once confirmed, and changed later', async () => {
	town = await openTown();
	const [陈敏, 李建国, 张三] = [town.person('陈敏'), town.person('李建国'), town.person('张三')];
	const asked = await 陈敏.says(`管理码 ${town.running.officerCode}`);
	expect(asked).toContain('我由哪个党委使用？');
	const shown = await 陈敏.says('东湖镇两新党委，电话 0755-12345678');
	expect(shown).toContain('我由东湖镇两新党委使用，电话0755-12345678。');
	const group = town.group('星光电子', [陈敏, 李建国, 张三]);
	await 陈敏.says(`支部 绑定 ${BRANCH}`, group);
	expect(await 张三.says('报到 张三')).not.toContain('东湖镇');
	expect(await 陈敏.taps('对，就这样告知')).toContain('记下了');
	expect(await 张三.says('报到 张三')).toContain('我由东湖镇两新党委使用，电话0755-12345678。');
	expect(await 陈敏.says('告知信息')).toContain('现在写的是：东湖镇两新党委，0755-12345678');
	await 陈敏.says('告知信息 东湖镇两新党委');
	await 陈敏.taps('对，就这样告知');
	expect(await 张三.says('报到 张三')).toContain('我由东湖镇两新党委使用。');
	expect(await 陈敏.says('撤回')).toContain('已撤回');
	expect(await 张三.says('报到 张三')).toContain('电话0755-12345678');
});

test('the question can be left, and nothing is said of who it is', async () => {
	town = await openTown();
	const [陈敏, 张三] = [town.person('陈敏'), town.person('张三')];
	await 陈敏.says(`管理码 ${town.running.officerCode}`);
	expect(await 陈敏.taps('先不填')).toContain('以后要写，发“告知信息”');
	await 陈敏.says(`支部 绑定 ${BRANCH}`, town.group('星光电子', [陈敏, 张三]));
	expect(await 张三.says('报到 张三')).not.toMatch(/使用|电话/);
	expect(await 张三.says('告知信息 坏人党委')).toContain('由组织员来办');
});
