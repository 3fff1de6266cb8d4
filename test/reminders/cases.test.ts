import { afterEach, beforeEach, expect, test } from 'vitest';
import { BRANCH, openStage, type Stage } from '../conversations/stage.ts';
import { casesOf, reminders } from './cases.ts';
import { waitUntil } from './moments.ts';

let stage: Stage;
let cases: ReturnType<typeof casesOf>;
beforeEach(async () => {
	stage = await openStage();
	cases = casesOf(stage.town, BRANCH);
});
afterEach(() => stage.town.close());

const transfers = async () => (await reminders(stage.town)).filter(({ rule }) => rule === 'transfer.due');

test('who left in July: a heads-up in month 5, due in month 6, the officer from then on without a name', async () => {
	const { town, 李建国, 陈敏 } = stage;
	await cases.away('李建国', '张三', '2026-07-01');
	await waitUntil(town, '2026-12-01 08:31');
	expect(李建国.reads()).toContain('张三 7月1日（周三）外出，到2027年1月1日满6个月');
	expect(await 李建国.says('为什么')).toContain('您想问哪一件');
	expect(await 李建国.taps('张三 7月1日')).toContain('满5个月是12月1日（周二）');
	expect(陈敏.heard().join('\n')).not.toContain('外出');
	// New year's day is off and so is the weekend behind it.
	await waitUntil(town, '2027-01-03 20:00');
	expect(李建国.reads()).not.toContain('组织关系该转了');
	await waitUntil(town, '2027-01-04 08:31');
	expect(李建国.reads()).toContain('张三 2026年7月1日外出，1月1日（周五）满6个月，组织关系该转了');
	expect(陈敏.reads()).toContain(`${BRANCH}：有党员外出满6个月`);
	expect(陈敏.reads()).not.toContain('张三');
	expect(await 陈敏.says('为什么')).not.toContain('张三');
});

test('then weekly four times, then monthly, until a transfer is on its way', async () => {
	const { town } = stage;
	await cases.away('李建国', '张三', '2026-07-01');
	for (let day = 0; day < 103; day++) await town.pass(24 * 3_600_000);
	await waitUntil(town, '2027-03-05 09:00');
	const sent = (await transfers()).filter(({ name }) => name === '李建国');
	expect(sent.map(({ step, dueOn }) => `${step} ${dueOn}`)).toEqual([
		'heads-up 2026-12-01',
		'due 2027-01-01',
		'week-1 2027-01-08',
		'week-2 2027-01-15',
		'week-3 2027-01-22',
		'week-4 2027-01-29',
		'month-1 2027-02-28',
	]);
	expect(sent.filter(({ state }) => state !== 'sent')).toEqual([]);
	const moving = await cases.moving('李建国', '张三');
	await waitUntil(town, '2027-04-05 09:00');
	expect((await transfers()).filter(({ dueOn }) => dueOn > '2027-03-01')).toEqual([]);
	await cases.changeTransfer('李建国', moving.id, { stage: 'back' });
	await waitUntil(town, '2027-05-05 09:00');
	expect((await transfers()).filter(({ dueOn }) => dueOn > '2027-03-01').map(({ dueOn }) => dueOn)).toContain(
		'2027-04-29',
	);
});

test('registered long after leaving: the last step counts, once, with the next digest', async () => {
	const { town, 李建国 } = stage;
	await cases.away('李建国', '张三', '2026-01-31');
	await town.pass(60_000);
	expect(李建国.reads()).not.toContain('今天的提醒');
	await waitUntil(town, '2026-11-23 08:31');
	expect(李建国.reads()).toContain('组织关系该转了');
	expect((await transfers()).filter(({ name }) => name === '李建国')).toHaveLength(1);
});

test('back before the digest: nothing is said', async () => {
	const { town, 李建国 } = stage;
	const away = await cases.away('李建国', '张三', '2026-06-23');
	await waitUntil(town, '2026-11-23 00:05');
	expect(await transfers()).toMatchObject([{ state: 'waiting' }]);
	await cases.changeFloat('李建国', away.id, { state: 'back', endedOn: '2026-11-23' });
	await waitUntil(town, '2026-11-23 09:00');
	expect(await transfers()).toMatchObject([{ state: 'dropped', cause: 'settled' }]);
	expect(李建国.reads()).not.toContain('外出');
});

test('uncertain where, or back in time: no transfer is asked for', async () => {
	const { town } = stage;
	await cases.away('李建国', '张三', '2026-07-01', { fixed: false });
	await cases.away('李建国', '王小梅', '2026-07-01', { until: '2026-12-20' });
	await waitUntil(town, '2026-12-02 09:00');
	expect(await transfers()).toEqual([]);
	await waitUntil(town, '2027-01-05 09:00');
	// Not back on the day that was named: the clock runs.
	expect((await transfers()).map(({ subject, step }) => `${subject} ${step}`)).toEqual(
		expect.arrayContaining(['float:2 due']),
	);
});

test('a letter: 15 and 3 days before its end and on the day, to the member and to the sides', async () => {
	const { town, 李建国, 张三, 王小梅 } = stage;
	await cases.moving('李建国', '张三', {
		stage: 'letter',
		letterOn: '2026-11-10',
		letterUntil: '2026-12-10',
	});
	await waitUntil(town, '2026-11-25 08:31');
	expect(张三.reads()).toContain('您的介绍信12月10日（周四）到期，还有15天');
	expect(李建国.reads()).toContain('张三的介绍信12月10日（周四）到期');
	await waitUntil(town, '2026-12-07 08:31');
	expect(张三.reads()).toContain('还有3天');
	await waitUntil(town, '2026-12-10 08:31');
	expect(张三.reads()).toContain('您的介绍信今天到期');
	expect(await 张三.says('为什么')).toMatch(
		/12月10日（周四）为止，就是这一天[\s\S]*当天最后提醒一次[\s\S]*二手引用/,
	);
	expect(王小梅.heard().join('\n')).not.toContain('介绍信');
});

test('a letter that ends on a day off is reminded of on the workday before, while it still helps', async () => {
	const { town, 李建国, 张三 } = stage;
	await waitUntil(town, '2026-11-30 12:00');
	// New year's day is off, and so is the weekend behind it.
	await cases.moving('李建国', '张三', {
		stage: 'letter',
		letterOn: '2026-11-30',
		letterUntil: '2027-01-02',
	});
	await waitUntil(town, '2026-12-18 08:31');
	expect(张三.reads()).toContain('还有15天');
	await waitUntil(town, '2026-12-30 08:31');
	expect(张三.reads()).toContain('您的介绍信2027年1月2日到期，还有3天');
	await waitUntil(town, '2026-12-31 08:31');
	expect(张三.reads()).toContain('还有2天');
	expect(李建国.reads()).toContain('张三的介绍信2027年1月2日到期，还有2天');
	expect(await 张三.says('为什么')).toMatch(/提前2天就是12月31日（周四）。休息日不打扰/);
});

test('a letter that is over and not handed in: the transfer is asked for again', async () => {
	const { town, 李建国 } = stage;
	await cases.away('李建国', '张三', '2026-06-01');
	await cases.moving('李建国', '张三', {
		stage: 'letter',
		letterOn: '2026-11-21',
		letterUntil: '2026-12-21',
	});
	await waitUntil(town, '2026-12-21 09:00');
	expect(await transfers()).toEqual([]);
	await waitUntil(town, '2026-12-23 09:00');
	expect(李建国.reads()).toContain('组织关系该转了');
});

test('a ticket nobody takes: who is on duty, by number, category and age, and never the own branch', async () => {
	const { town, 李建国, 陈敏 } = stage;
	await waitUntil(town, '2026-11-27 16:00');
	const asked = await cases.asks('张三');
	await waitUntil(town, '2026-11-29 12:00');
	expect(陈敏.reads()).not.toContain('还没有人接');
	await waitUntil(town, '2026-11-30 08:31');
	expect(陈敏.reads()).toContain(`#${asked.id} 劳动维权：11月27日（周五）提出，还没有人接`);
	expect(陈敏.heard().join('\n')).not.toContain('工资');
	expect(陈敏.heard().join('\n')).not.toContain('张三');
	expect(李建国.heard().join('\n')).not.toContain('劳动维权');
	const told = (await reminders(town)).filter(({ rule }) => rule.startsWith('ticket'));
	expect(told.map(({ name, rule }) => `${name} ${rule}`).toSorted()).toEqual([
		'张三 ticket.not-taken-own',
		'陈敏 ticket.not-taken',
	]);
});

test('a ticket without a word for 7 days: who took it, even during a pause', async () => {
	const { town, 王小梅 } = stage;
	const asked = await cases.asks('张三');
	await cases.changeTicket('王小梅', asked.id, {
		state: 'taken',
		assigneeId: await cases.idOf('王小梅'),
		takenAt: town.running.clock.now(),
		lastWordAt: Date.parse('2026-11-24T15:00:00+08:00'),
	});
	await 王小梅.says('提醒 暂停 30天');
	await waitUntil(town, '2026-11-30 09:00');
	expect(王小梅.reads()).not.toContain('等您的消息。#');
	await waitUntil(town, '2026-12-01 08:31');
	expect(王小梅.reads()).toContain(`#${asked.id}：您上次回复是11月24日（周二），已经7天`);
	expect(await 王小梅.says('为什么')).toContain('过7天就是12月1日');
});

test('half a year without contact: the secretary', async () => {
	const { town, 李建国 } = stage;
	const away = await cases.away('李建国', '张三', '2026-03-01', { fixed: false, contactedOn: '2026-05-31' });
	await waitUntil(town, '2026-11-30 08:31');
	expect(李建国.reads()).toContain('张三：上次联系是5月31日（周日），已满6个月');
	await cases.changeFloat('李建国', away.id, { contactedOn: '2026-12-01' });
	await waitUntil(town, '2027-05-31 09:00');
	expect((await reminders(town)).filter(({ rule }) => rule === 'contact.due')).toHaveLength(1);
	await waitUntil(town, '2027-06-01 09:00');
	expect((await reminders(town)).filter(({ rule }) => rule === 'contact.due')).toHaveLength(2);
});

test('an unpaid wage from the first line to 满意: reminded after a workday, after 7 days, and its words nowhere', async () => {
	const { town, 张三, 李建国, 陈敏, 路人 } = stage;
	await 张三.says('求助 工资三个月没发，老板叫独角兽');
	expect(await 张三.taps('上级党委')).toContain('收到，编号1');
	await waitUntil(town, '2026-11-23 08:31');
	expect(陈敏.reads()).toContain('#1 劳动维权：11月21日（周六）提出，还没有人接');
	await waitUntil(town, '2026-11-24 09:00');
	await 陈敏.says('我来办 #1');
	await waitUntil(town, '2026-12-01 08:31');
	expect(陈敏.reads()).toContain('#1：您11月24日（周二）接手后还没有回复，已经7天');
	expect(await 陈敏.says('为什么')).toContain('#1是您11月24日（周二）接手的');
	await 陈敏.says('回复 #1 正在联系劳动监察');
	// 8 December is a Tuesday again.
	await waitUntil(town, '2026-12-08 08:31');
	expect(陈敏.reads()).toContain('#1：您上次回复是12月1日（周二），已经7天');
	await 陈敏.says('办结 #1');
	expect(await 张三.taps('满意')).toContain('谢谢您告诉我们结果');
	await waitUntil(town, '2026-12-31 09:00');
	expect(
		陈敏
			.heard()
			.filter((said) => said.startsWith('今天的提醒'))
			.join(),
	).not.toMatch(/独角兽|张三/);
	for (const who of [李建国, 路人]) expect(who.heard().join()).not.toMatch(/独角兽|劳动维权/);
});

test('from 流动登记 to the receipt, by the commands themselves: silent while somebody else has to act', async () => {
	const { town, 张三, 李建国, 陈敏 } = stage;
	await 张三.says('流动登记 月亮湾 7月1日起 固定 13800000000');
	await 张三.taps('同意，登记');
	await waitUntil(town, '2026-12-01 08:31');
	expect(李建国.reads()).toContain('张三 7月1日（周三）外出，到2027年1月1日满6个月，先有个准备');
	await waitUntil(town, '2027-01-08 08:31');
	expect(李建国.reads()).toContain('组织关系该转了');
	expect(陈敏.reads()).toContain('有党员外出满6个月');
	await 李建国.says('转接 发起 张三 到 外地某某支部');
	await waitUntil(town, '2027-01-15 09:00');
	expect(await 陈敏.says('转接 介绍信 30天')).toContain('2月14日（周日）');
	await waitUntil(town, '2027-02-12 08:31');
	expect(张三.reads()).toContain('您的介绍信2月14日（周日）到期，还有2天，请尽快交到外地某某支部');
	expect((await transfers()).filter(({ dueOn }) => dueOn > '2027-01-08')).toEqual([]);
	expect(await 李建国.says('转接 接收 #1')).toContain('已接收');
	await 李建国.says('转接 完成 #1');
	await 李建国.taps('收到了，办完');
	await waitUntil(town, '2027-07-02 09:00');
	expect((await transfers()).filter(({ dueOn }) => dueOn > '2027-01-08')).toEqual([]);
	expect(张三.heard().join()).not.toContain('还没有转');
});
