import { afterEach, expect, test } from 'vitest';
import { issueOfficerCode } from '../../src/bot/first-officer.ts';
import { openTown, type Town, type TownOptions } from '../town/town.ts';

let town: Town;
afterEach(() => town.close());
const open = async (options?: TownOptions) => {
	town = await openTown(options);
	return town;
};

const HOUR = 3_600_000;
const other = (code: string | undefined) => (code === '000000' ? '111111' : '000000');
/** As the operator’s command does it. */
const anotherCode = () => town.look((db) => issueOfficerCode(db));

test('five wrong codes lock who sent them out for an hour, and nobody else', async () => {
	const { running } = await open();
	const [陈敏, 张三] = [town.person('陈敏'), town.person('张三')];
	const wrong = other(running.officerCode);
	for (let tries = 0; tries < 4; tries++) expect(await 张三.says(`管理码 ${wrong}`)).toContain('管理码不对');
	expect(await 张三.says(`管理码${wrong}`)).toContain('请过1小时再试');
	expect(await 张三.says(`管理码 ${running.officerCode}`)).toContain('请过1小时再试');
	expect(await 张三.says('支部 列表')).toContain('由支部书记或组织员来办');
	expect(await 陈敏.says(`管理码 ${running.officerCode}`)).toContain('您现在是组织员了');
});

test('after the hour whoever was locked out may try again, and is not locked out by one more', async () => {
	const { running } = await open();
	const 陈敏 = town.person('陈敏');
	const wrong = other(running.officerCode);
	for (let tries = 0; tries < 5; tries++) await 陈敏.says(`管理码 ${wrong}`);
	await town.pass(HOUR - 60_000);
	expect(await 陈敏.says(`管理码 ${running.officerCode}`)).toContain('请过1小时再试');
	await town.pass(60_000);
	expect(await 陈敏.says(`管理码 ${wrong}`)).toContain('管理码不对');
	expect(await 陈敏.says(`管理码 ${running.officerCode}`)).toContain('您现在是组织员了');
});

test('a code is void once there is an officer, however they became one', async () => {
	const { running } = await open();
	const [陈敏, 刘洋, 张三] = [town.person('陈敏'), town.person('刘洋'), town.person('张三')];
	await 陈敏.says(`管理码 ${running.officerCode}`);
	const second = await anotherCode();
	const group = town.group('党委群', [陈敏, 刘洋]);
	await 陈敏.says('设为 组织员 @刘洋', group);
	expect(await 张三.says(`管理码 ${second}`)).toContain('已经失效');
	expect(await 张三.says(`管理码 ${await anotherCode()}`)).toContain('您现在是组织员了');
});

test('the code works once, asked for when it is missing', async () => {
	const { running } = await open();
	const 陈敏 = town.person('陈敏');
	expect(await 陈敏.says('管理码')).toContain('六位数字');
	expect(await 陈敏.says(`${running.officerCode}`)).toContain('您现在是组织员了');
	expect(陈敏.heard().join()).toContain('不要装在企业的飞书组织里');
	expect(await town.person('张三').says(`管理码 ${running.officerCode}`)).toContain('已经失效');
	expect(await 陈敏.says('撤回')).toContain('不能撤回');
});

test('the first officer appoints a second one for the whole tree, who can then act alone', async () => {
	const { running } = await open();
	const [陈敏, 刘洋] = [town.person('陈敏'), town.person('刘洋')];
	const group = town.group('党务群', [陈敏, 刘洋]);
	await 陈敏.says(`管理码 ${running.officerCode}`);
	expect(陈敏.heard().join()).toMatch(/先告诉县一级党委和网信部门/);
	expect(await 陈敏.says('设为 组织员 @刘洋', group)).toContain('刘洋：“全部支部”组织员');
	expect(刘洋.reads()).toContain('您已登记为“全部支部”的组织员');
	expect(await 刘洋.says('支部 绑定 星光电子党支部', group)).toContain('绑定好了');
	await 刘洋.says('卸任 @陈敏', group);
	expect(await 刘洋.taps('登记卸任')).toContain('陈敏不再担任');
	expect(await 陈敏.says('支部 列表')).toContain('由支部书记或组织员来办');
	expect(await 刘洋.says('卸任 @刘洋', group)).toContain('刘洋是唯一的组织员');
});

test('with a committee in the tree an officer is one of that committee', async () => {
	const { running } = await open();
	const [陈敏, 刘洋] = [town.person('陈敏'), town.person('刘洋')];
	const group = town.group('党委群', [陈敏, 刘洋]);
	await 陈敏.says(`管理码 ${running.officerCode}`);
	await 陈敏.says('支部 绑定 高新区两新党委', group);
	expect(await 陈敏.says('设为 组织员 @刘洋', group)).toContain('刘洋：“高新区两新党委”组织员');
	expect(await 刘洋.says('支部 列表')).toContain('高新区两新党委');
});

test('officers named in the settings need no code', async () => {
	const openId = `ou_${Buffer.from('陈敏').toString('hex')}`;
	const { running } = await open({ overrides: { admins: [openId] } });
	expect(running.officerCode).toBeUndefined();
	expect(await town.person('陈敏').says('支部 列表')).toContain('还没有支部');
});

test('one greeting for a private chat and one for a group', async () => {
	await open();
	const 张三 = town.person('张三');
	await town.feishu.enterPrivateChat(张三.openId);
	await town.settle();
	await town.feishu.enterPrivateChat(张三.openId);
	await town.settle();
	expect(张三.heard().filter((said) => said.includes('我是支部助手'))).toHaveLength(1);
	expect(张三.reads().match(/\[/g)).toHaveLength(4);
	const group = town.group('星光电子', [张三]);
	await town.feishu.removeBot(group, 张三.openId);
	for (let times = 0; times < 2; times++) {
		await town.feishu.addBot(group, 张三.openId);
		await town.settle();
		await town.feishu.removeBot(group, 张三.openId);
	}
	expect(张三.heard(group).filter((said) => said.includes('大家好'))).toHaveLength(1);
});
