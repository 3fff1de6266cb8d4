import { afterEach, beforeEach, expect, test } from 'vitest';
import { BRANCH, openStage, type Stage } from '../conversations/stage.ts';
import { casesOf, reminders } from './cases.ts';
import { waitUntil } from './moments.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

const ahead = async (name = '张三') =>
	(await reminders(stage.town))
		.filter((each) => each.rule === 'meeting.ahead' && each.name === name)
		.map(({ step, dueOn, state, cause }) => `${step} ${dueOn} ${state} ${cause ?? ''}`.trim());

test('a meeting planned for tomorrow: the notice is enough', async () => {
	const { town, 李建国, 张三 } = stage;
	await waitUntil(town, '2026-11-24 10:00');
	await 李建国.announces('主题党日 明天下午3点 二楼');
	const heard = 张三.heard().length;
	await town.pass(60_000);
	await waitUntil(town, '2026-11-25 12:00');
	expect(张三.heard()).toHaveLength(heard);
	expect(await ahead()).toEqual(['last 2026-11-24 dropped replaced']);
});

test('moved while the reminder waits for the morning: the notice replaces it, and the new day has its own', async () => {
	const { town, 李建国, 张三, group } = stage;
	await 李建国.announces('主题党日 11月26日下午3点 二楼');
	await 张三.taps('参加', group);
	await waitUntil(town, '2026-11-25 07:00');
	expect(await ahead()).toEqual(['last 2026-11-25 waiting']);
	await 李建国.announces('会议 改期 12月3日下午3点');
	await waitUntil(town, '2026-11-25 09:00');
	expect(张三.reads(group)).toContain('会议改期了');
	expect(await ahead()).toEqual(['last 2026-11-25 dropped replaced']);
	await waitUntil(town, '2026-12-02 09:00');
	expect(张三.reads()).toContain('12月3日（周四）下午3点');
	expect(await ahead()).toEqual(['last 2026-11-25 dropped replaced', 'last 2026-12-02 sent']);
});

test('moved forward to tomorrow: its last reminder is past, the notice of change has said it', async () => {
	const { town, 李建国, 张三, group } = stage;
	await 李建国.announces('主题党日 12月10日下午3点 二楼');
	await 张三.taps('参加', group);
	await waitUntil(town, '2026-11-24 10:00');
	await 李建国.announces('会议 改期 11月25日下午3点');
	const heard = 张三.heard().length;
	await waitUntil(town, '2026-11-25 14:00');
	expect(张三.heard()).toHaveLength(heard);
	expect(await ahead()).toEqual(['last 2026-11-24 dropped replaced']);
});

test('settled at the moment of sending: cancelled, or on leave since', async () => {
	const { town, 李建国, 张三, 王小梅, group } = stage;
	await 李建国.announces('主题党日 11月26日下午3点 二楼');
	await waitUntil(town, '2026-11-25 07:00');
	await 张三.taps('请假', group);
	const heard = 张三.heard().length;
	await waitUntil(town, '2026-11-25 08:31');
	expect(张三.heard()).toHaveLength(heard);
	expect(await ahead()).toEqual(['last 2026-11-25 dropped settled']);
	expect(await ahead('王小梅')).toEqual(['last 2026-11-25 sent']);
	expect(王小梅.reads()).toContain('快开会了');
	// 周德福 has no Feishu; nobody is told in his place.
	expect(await ahead('周德福')).toEqual(['last 2026-11-25 dropped no-account']);
});

test('a meeting on a Sunday is reminded of on the Saturday, one on a Monday on the Friday', async () => {
	const { town, 李建国, 张三 } = stage;
	await 李建国.announces('主题党日 11月29日上午10点 二楼');
	await 李建国.announces('党课 11月30日上午10点 二楼');
	await waitUntil(town, '2026-11-27 08:31');
	expect(张三.reads()).toContain('11月30日（周一）');
	await waitUntil(town, '2026-11-28 08:29');
	expect(张三.reads()).toContain('11月30日（周一）');
	await waitUntil(town, '2026-11-28 08:31');
	expect(张三.reads()).toContain('11月29日（周日）');
});

test('no more than two a week', async () => {
	const { town, 李建国, 张三 } = stage;
	for (const day of ['11月25日', '11月26日', '11月27日', '12月3日']) {
		await 李建国.announces(`党课 ${day}下午3点 二楼`);
	}
	const heard = 张三.heard().length;
	for (const day of ['24', '25', '26']) await waitUntil(town, `2026-11-${day} 09:00`);
	expect(张三.heard()).toHaveLength(heard + 2);
	expect(await ahead()).toEqual([
		'last 2026-11-24 sent',
		'last 2026-11-25 sent',
		'last 2026-11-26 dropped cap',
	]);
	await waitUntil(town, '2026-12-02 09:00');
	expect((await ahead()).at(-1)).toBe('last 2026-12-02 sent');
});

test('three weeks without power: what is of use still is said late, the rest is dropped as past', async () => {
	const { town, 李建国, 张三, 陈敏 } = stage;
	await 李建国.announces('党课 12月1日下午3点 二楼');
	await 李建国.announces('主题党日 12月15日下午3点 二楼');
	await waitUntil(town, '2026-11-23 09:00');
	const heard = { 张三: 张三.heard().length, 李建国: 李建国.heard().length, 陈敏: 陈敏.heard().length };
	// Nothing knocks in between: the machine was off from 23 November on.
	await waitUntil(town, '2026-12-14 10:00');
	expect(await ahead()).toEqual(['last 2026-11-30 dropped past', 'last 2026-12-14 sent']);
	expect(张三.heard()).toHaveLength(heard.张三 + 1);
	expect(李建国.heard()).toHaveLength(heard.李建国 + 1);
	expect(李建国.reads()).toContain('还没登记到会');
	expect(李建国.reads()).toContain('本季度还没有安排支部党员大会');
	expect(陈敏.heard()).toHaveLength(heard.陈敏);
});

test('the secretary changes before the morning: the new one is told, the old one is not', async () => {
	const { town, 陈敏, 李建国, 王小梅, group } = stage;
	await casesOf(town, BRANCH).away('李建国', '张三', '2026-06-23');
	await 李建国.says('提醒 暂停 30天');
	await waitUntil(town, '2026-11-23 00:05');
	const heard = 李建国.heard().length;
	await 陈敏.says('卸任 @李建国', group);
	await 陈敏.taps('登记卸任');
	await 陈敏.says('设为 书记 @王小梅', group);
	await waitUntil(town, '2026-11-23 09:00');
	await town.pass(60_000);
	expect(王小梅.reads()).toContain('张三 6月23日（周二）外出');
	expect(李建国.heard().slice(heard).join()).not.toContain('张三');
	const told = (await reminders(town)).filter(({ rule }) => rule === 'transfer.due');
	expect(told.map(({ name, state, cause }) => `${name} ${state} ${cause}`)).toEqual([
		'李建国 dropped handed-on',
		'王小梅 sent null',
	]);
});

test('reminded this morning and not answered: a change is told them all the same', async () => {
	const { town, 李建国, 王小梅, group } = stage;
	await 李建国.announces('主题党日 11月26日下午3点 二楼');
	await waitUntil(town, '2026-11-25 09:00');
	await 李建国.announces('会议 改期 #1 11月26日下午4点');
	expect(王小梅.reads(group)).toContain('会议改期了');
	await 李建国.says('会议 取消 #1 下雨');
	await 李建国.taps('取消，通知大家');
	expect(王小梅.reads(group)).toContain('下雨');
	expect(await 王小梅.says('为什么')).toContain('后来情况变了');
});

test('what has been done since is not explained with the dates of today', async () => {
	const { town, 李建国, 王小梅 } = stage;
	const cases = casesOf(town, BRANCH);
	await cases.away('李建国', '张三', '2026-03-01', { fixed: false, contactedOn: '2026-05-30' });
	await cases.away('李建国', '周德福', '2026-03-01', { fixed: false, contactedOn: '2026-05-30' });
	const asked = await cases.asks('张三');
	const taken = { state: 'taken', assigneeId: await cases.idOf('王小梅') } as const;
	const lastWordAt = Date.parse('2026-11-23T15:00:00+08:00');
	await cases.changeTicket('王小梅', asked.id, { ...taken, lastWordAt });
	await waitUntil(town, '2026-11-30 09:00');
	await 李建国.says('已联系 张三');
	expect(await 李建国.says('为什么')).toContain('张三：11月30日（周一）联系过了');
	await 李建国.taps('张三');
	expect(李建国.reads()).toMatch(/后来情况变了[\s\S]*和流动党员每6个月/);
	await cases.changeTicket('王小梅', asked.id, { lastWordAt: town.running.clock.now() });
	expect(await 王小梅.says('为什么')).toMatch(/您11月30日（周一）回复过了[\s\S]*后来情况变了/);
});
