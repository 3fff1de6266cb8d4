import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY, forge, openNeighbour, openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
let neighbour: Awaited<ReturnType<typeof openNeighbour>>;
let office: string;
beforeEach(async () => {
	stage = await openStage({ clockStart: Date.parse('2026-07-01T10:00:00+08:00') });
	neighbour = await openNeighbour(stage);
	office = stage.town.group('两新党委', [stage.陈敏]);
	await stage.陈敏.says('支部 绑定 高新区两新党委', office);
	await stage.陈敏.says('支部 隶属 高新区两新党委', stage.group);
	await stage.陈敏.says('支部 隶属 高新区两新党委', neighbour.group);
});
afterEach(() => stage.town.close());

const stages = async () => {
	const rows = await stage.town.look((db) =>
		db.all<{ stage: string }>(sql`select stage from transfer order by id`),
	);
	return rows.map((row) => row.stage);
};
const homes = (name: string) =>
	stage.town.look((db) =>
		db.all<{ branch: string; until: number | null; why: string | null; standing: string }>(
			sql`select b.name as branch, m.until, m.until_why as why, m.standing from membership m
				join person p on p.id = m.person_id join branch b on b.id = m.branch_id where p.name = ${name} order by m.id`,
		),
	);

test('where place or time are uncertain no transfer is waited for', async () => {
	const { town, 张三, 李建国 } = stage;
	await 张三.says('流动登记 月亮湾 今天 地点不固定 13800000000');
	await 张三.taps('同意，登记');
	await town.pass(184 * DAY);
	const todo = await 李建国.says('还差什么');
	expect(todo).toContain('张三');
	expect(todo).not.toContain('还没有发起转接');
});

test('a member who moved in July is followed until the letter is accepted', async () => {
	const { town, 张三, 李建国, 陈敏, group } = stage;
	const { 赵强 } = neighbour;
	await 张三.says('流动登记 月亮湾 今天 固定 13800000000');
	await 张三.taps('同意，登记');
	await town.pass(184 * DAY);
	expect(await 李建国.says('流动')).toMatch(/张三　流动党员[\s\S]*1月1日（周五）满6个月/);
	expect(await 李建国.says('还差什么')).toContain('张三');
	await 李建国.taps('发起转接');
	expect(李建国.reads()).toContain('转到哪个党组织');
	expect(await 李建国.says('月亮电子党支部')).toMatch(
		/转接已发起[\s\S]*“星光电子党支部”的上级党委开介绍信\n/,
	);
	for (const who of [张三, 陈敏, 赵强]) {
		expect(who.heard().filter((said) => said.includes('组织关系转接 #1'))).toHaveLength(1);
		expect(who.reads()).toContain('上级党委开介绍信');
	}
	expect(张三.reads()).not.toContain('[介绍信已开]');
	await town.pass(6 * DAY);
	expect(await 陈敏.says('转接')).toContain('已等6天');
	expect(await 李建国.says('转接 介绍信 #1')).toContain('支部书记不能开');
	expect(await 陈敏.taps('介绍信已开')).toMatch(/介绍信已开 #1[\s\S]*2月6日（周六）/);
	expect(赵强.reads()).toMatch(
		/“月亮电子党支部”接收[\s\S]*对方接收以前，仍由“星光电子党支部”负责[\s\S]*\[接收\]/,
	);
	expect(李建国.heard().join()).toContain('介绍信已开');
	expect(await 赵强.taps('接收')).toContain('已接收 #1');
	expect(李建国.reads()).toContain('对方已接收，由“月亮电子党支部”负责');
	await 李建国.taps('收到回执');
	expect(await 李建国.taps('收到了，办完')).toContain('转接完成 #1');
	expect(张三.reads()).toContain('已完成');
	expect(await homes('张三')).toMatchObject([
		{ branch: '星光电子党支部', why: '转出' },
		{ branch: '月亮电子党支部', until: null, standing: 'full' },
	]);
	expect(await 李建国.says('流动')).toContain('没有人登记外出');
	expect(await 李建国.says('撤回')).not.toContain('已撤回');
	expect(await 赵强.says('名册')).toContain('张三');
	expect(张三.heard(group).join()).not.toMatch(/转接|月亮湾/);
});

test('begun in one line, sent back with a reason, begun again, and taken back a step', async () => {
	const { 李建国, 陈敏, 张三 } = stage;
	const { 赵强 } = neighbour;
	expect(await 李建国.says('转接 发起 张三 到 月亮电子党支部')).toContain('转接已发起 #1');
	expect(await 陈敏.says('转接 介绍信 #1 60天')).toContain('8月30日');
	await 陈敏.says('撤回');
	expect(await 陈敏.says('转接 介绍信 #1 有效期至9月15日')).toContain('9月15日');
	expect(await 赵强.says('转接 退回 #1 抬头写错了')).toMatch(/已退回 #1[\s\S]*抬头写错了/);
	expect(李建国.reads()).toContain('重新发起，或登记暂不转');
	expect(await 李建国.says('转接 #1')).toContain('抬头写错了');
	expect(await 张三.says('转接')).toContain('抬头写错了');
	expect(await 李建国.taps('重新发起')).toContain('已重新发起');
	expect(await 李建国.says('转接 #1')).not.toContain('抬头写错了');
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(await stages()).toEqual(['back']);
	await 李建国.says('转接 发起 张三 到 南山科技党支部');
	expect(await 李建国.says('转接 #1')).toContain('南山科技党支部');
	expect(await 赵强.says('转接 #1')).toContain('没有找到');
});

test('a taken-back beginning leaves a card that says so', async () => {
	const { 李建国, 张三 } = stage;
	await 李建国.says('转接 发起 张三 到 月亮电子党支部');
	expect(await 李建国.taps('不对，撤回')).toContain('已撤回');
	expect(张三.reads()).toContain('已经撤回');
	expect(await stages()).toEqual([]);
});

test('put off: what is written after the number is the reason, never a person', async () => {
	const { 李建国, 张三 } = stage;
	await 李建国.says('转接 发起 张三 到 月亮电子党支部');
	expect(await 李建国.says('转接 暂不转 #1 年底再说')).toMatch(/暂不转 #1[\s\S]*原因\n年底再说/);
	expect(await neighbour.赵强.says('转接 #1')).not.toContain('年底再说');
	expect(await 张三.says('转接')).toContain('年底再说');
	await 李建国.says('转接 发起 张三');
	expect(await stages()).toEqual(['started']);
	expect(await 李建国.says('转接 暂不转 张三 到12月31日 母亲住院')).toMatch(
		/12月31日（周四）[\s\S]*母亲住院/,
	);
	await 李建国.says('流动登记 王小梅 深圳 6月1日');
	await 李建国.taps('本人已同意');
	expect(await 李建国.says('转接 暂不转 王小梅 地点不固定')).toMatch(
		/暂不转 #2[\s\S]*王小梅[\s\S]*地点不固定/,
	);
	expect(await 李建国.says('转接 暂不转 王小梅 又一个')).toContain('现在是“暂不转”');
});

test('by mouse: whom, a reason to tap, and nothing typed', async () => {
	const { 李建国, 陈敏, 张三, 王小梅 } = stage;
	for (const who of [张三, 王小梅]) {
		await who.says('流动登记 深圳 6月1日');
		await who.taps('同意，登记');
	}
	await 李建国.says('流动');
	expect(await 李建国.taps('转接关系')).toContain('给哪一位发起');
	expect(await 李建国.taps('王小梅 · 深圳')).toContain('转到哪个党组织');
	await 李建国.says('月亮电子党支部');
	await 李建国.says('转接');
	expect(await 李建国.taps('暂不转')).toContain('是什么原因');
	expect(await 李建国.taps('不久就回来')).toContain('暂不转 #1');
	await 李建国.says('转接');
	expect(await 李建国.taps('重新发起')).toContain('已重新发起');
	await 陈敏.taps('介绍信已开');
	await neighbour.赵强.taps('退回');
	expect(await neighbour.赵强.says('名字对不上')).toMatch(/已退回[\s\S]*名字对不上/);
});

test('steps out of turn are refused by name, with what is possible', async () => {
	const { 李建国, 陈敏, town } = stage;
	const { 赵强 } = neighbour;
	await 李建国.says('转接 发起 张三 到 月亮电子党支部');
	expect(await 李建国.says('转接 介绍信 30天')).toContain('支部书记不能开');
	expect(await 李建国.says('转接 发起 张三 到 别处党支部')).toContain('不能同时办两个');
	expect(await 赵强.says('转接 接收 #1')).toMatch(
		/现在是“已发起”，这一步办不了。现在可以：介绍信已开、暂不转/,
	);
	expect(await 李建国.says('转接 完成 #1')).toContain('现在是“已发起”');
	expect(await 赵强.says('转接 暂不转 #1 不想办')).toContain('由转出的支部来办');
	expect(await 陈敏.says('转接 介绍信 #1 4个月')).toContain('最长3个月');
	await 陈敏.says('转接 介绍信 #1');
	await town.pass(31 * DAY);
	expect(await 赵强.says('转接 接收 #1')).toContain('介绍信过期了');
	expect(await 陈敏.says('转接')).toContain('上级党委重开');
	expect(await 陈敏.says('转接 介绍信 #1')).toContain('介绍信已开 #1');
	expect(await 赵强.says('转接 接收')).toContain('已接收 #1');
	expect(await 赵强.says('转接 退回 #1 算错了')).toContain('现在可以：收到回执');
	expect(await stages()).toEqual(['received']);
});

test('a member begins the own one, and to outside the tree the home side records what the other did', async () => {
	const { 张三, 李建国, 陈敏 } = stage;
	expect(await 张三.says('转接 发起')).toContain('转到哪个党组织');
	expect(await 张三.says('南山科技党支部')).toContain('转接已发起 #1');
	expect(李建国.reads()).toContain('南山科技党支部');
	expect(await 张三.says('转接 介绍信 #1')).toContain('由支部书记或组织员来办');
	await 陈敏.says('转接 介绍信 #1');
	expect(await 张三.says('转接 接收 #1')).not.toContain('已记');
	expect(await 李建国.says('转接 接收 #1')).toContain('已接收 #1');
	expect(await 李建国.says('转接 完成 #1')).toContain('回执收到了吗');
	expect(await 李建国.taps('收到了，办完')).toContain('转接完成');
	expect(await homes('张三')).toMatchObject([{ branch: '星光电子党支部', why: '转出' }]);
	expect(await stage.路人.says('转接 发起 到 月亮电子党支部')).toContain('不能发起转接');
});

test('somebody who came in is taken on the roster when it is done', async () => {
	const { 李建国 } = stage;
	await 李建国.says('流动登记 流入 钱小燕 原属 光明社区党支部 东湖工业园 5月1日起');
	await 李建国.taps('本人已同意');
	expect(await 李建国.says('转接 发起 钱小燕')).toMatch(/光明社区党支部[\s\S]*星光电子党支部/);
	expect(await 李建国.says('转接 介绍信 #1')).toContain('介绍信已开');
	await 李建国.says('转接 接收 #1');
	await 李建国.says('转接 完成 #1');
	await 李建国.taps('收到了，办完');
	expect(await 李建国.says('名册')).toContain('钱小燕');
});

test('the neighbours and forged taps change nothing', async () => {
	const { 李建国, 张三, 路人, town } = stage;
	const { 孙丽, 赵强 } = neighbour;
	await 李建国.says('转接 发起 张三 到 南山科技党支部');
	const before = await rowCounts(town);
	for (const words of [
		'转接',
		'转接 #1',
		'转接 接收 #1',
		'转接 退回 #1 不对',
		'转接 暂不转 张三 不对',
		'转接 完成 #1',
	])
		for (const who of [赵强, 孙丽, 路人]) expect(await who.says(words)).not.toMatch(/张三|南山|已记/);
	for (const step of ['letter', 'receive', 'send-back', 'exempt', 'start', 'finish'])
		for (const who of [赵强, 孙丽, 张三])
			await forge(town, who, `transfer.${step}`, {
				transfer: '1',
				reason: '不对',
				sure: 'yes',
				until: '2026-08-01',
			});
	expect(await rowCounts(town)).toEqual(before);
	expect(await stages()).toEqual(['started']);
});

test('put off until a day: when that is over it waits for the branch again', async () => {
	const { 李建国, 张三, town } = stage;
	await 张三.says('流动登记 深圳 7月1日');
	await 张三.taps('同意，登记');
	await 李建国.says('转接 暂不转 张三 到9月30日 地点不固定');
	await town.pass(90 * DAY);
	expect(await 李建国.says('转接')).toContain('现在不用办');
	await town.pass(2 * DAY);
	expect(await 李建国.says('还差什么')).toContain('暂不转的时间到了');
	await 李建国.taps('去办转接');
	expect(await 李建国.taps('暂不转')).toContain('是什么原因');
	expect(await 李建国.taps('不久就回来')).toContain('暂不转 #1');
	expect(await 张三.says('我回来了')).toContain('转接 #1 还没有办完');
});

test('in a group no reason is kept', async () => {
	const { 李建国, group } = stage;
	await 李建国.says('转接 发起 张三 到 月亮电子党支部');
	expect(await 李建国.says('转接 暂不转 #1 母亲住院', group)).toContain('群里说的没有记');
	expect(await stages()).toEqual(['started']);
	expect(李建国.heard(group).join()).not.toMatch(/转接|母亲/);
});
