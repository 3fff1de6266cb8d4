import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../sandbox/platform/contract.ts';
import { buttonsOf } from '../town/plain.ts';
import { forge, MINUTE, openStage, type Stage } from './stage.ts';

/** The button of a card, as the client tells of it. */
function button(card: Message, label: string) {
	const found = buttonsOf(card).find((each) => each.label === label);
	return { tag: 'button' as const, name: found?.name, value: found?.value };
}

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

test('a typed plan is shown to its author first, and nothing is in the group before the tap', async () => {
	const { 李建国, 张三, group } = stage;
	const before = 张三.heard(group).length;
	const shown = await 李建国.says('主题党日 12月5日下午3点 二楼会议室 学习讨论');
	expect(shown).toContain('发之前请您看一眼');
	expect(shown).toContain('群，通知4人');
	expect(shown).toContain('12月5日（周六）下午3点');
	expect(shown).toContain('这天是休息日');
	expect(张三.heard(group)).toHaveLength(before);
	expect(await 李建国.taps('发到群里')).toContain('会议已安排（#1）');
	expect(张三.reads(group)).toContain('主题党日');
});

test('said in the group it is shown in private', async () => {
	const { 李建国, 张三, group } = stage;
	const before = 张三.heard(group).length;
	await 李建国.says('主题党日 周五下午3点 二楼', group);
	expect(张三.heard(group)).toHaveLength(before);
	expect(李建国.reads()).toContain('发之前请您看一眼');
	await 李建国.taps('发到群里');
	expect(张三.heard(group)).toHaveLength(before + 1);
});

describe('words change what is shown', () => {
	test.each([
		['四点吧', '11月27日（周五）下午4点'],
		['改成周四下午3点', '11月26日（周四）下午3点'],
		['时间改到12月3日', '12月3日（周四）下午3点'],
		['地点改三楼大厅', '三楼大厅'],
		['换到社区活动室', '社区活动室'],
		['主题是选举', '选举'],
	])('«%s» → %s', async (words, wanted) => {
		const { 李建国, 张三, group } = stage;
		await 李建国.says('主题党日 周五下午3点 二楼会议室');
		const first = 李建国.newest().messageId;
		expect(await 李建国.says(words)).toContain(wanted);
		expect(stage.town.feishu.message(first)?.content).not.toContain('发到群里');
		await 李建国.taps('发到群里');
		expect(张三.reads(group)).toContain(wanted);
	});
});

test('a form changes it in place, filled with what is known', async () => {
	const { 李建国, 张三, group } = stage;
	await 李建国.says('主题党日 周五下午3点 二楼会议室');
	const card = 李建国.newest().messageId;
	await 李建国.taps('改一改');
	expect(stage.town.feishu.message(card)?.content).toContain('二楼会议室');
	await 李建国.taps('看一眼再发', 李建国.desk, {
		when: '2026-12-01 15:00',
		kinds: ['lecture'],
		place: '',
		topic: '',
	});
	expect(李建国.newest().messageId).toBe(card);
	expect(李建国.reads()).not.toContain('二楼会议室');
	await 李建国.taps('发到群里');
	expect(张三.reads(group)).toContain('12月1日（周二）下午3点');
});

test('several wait at once, each for a day; something else said meanwhile ends none of them', async () => {
	const { town, 李建国, 张三, group } = stage;
	await 李建国.says('主题党日 周五下午3点 二楼');
	const first = 李建国.newest();
	await 李建国.says('党课 下周五下午3点 三楼');
	await 李建国.says('名册');
	await town.pass(60 * MINUTE);
	await 李建国.taps('发到群里');
	expect(张三.reads(group)).toContain('党课');
	const tapped = await town.feishu.tap(李建国.openId, first.messageId, button(first, '发到群里'));
	await town.settle();
	expect(tapped.failed).toBeUndefined();
	expect(张三.reads(group)).toContain('主题党日');
});

/** The newest draft. */
async function draftId(): Promise<string> {
	const [kept] = await stage.town.look((db) => db.all<{ id: string }>('select id from draft order by expires_at desc limit 1'));
	if (!kept) throw new Error('nothing waits');
	return kept.id;
}

test('a plan that was dropped is not sent by an old button, and none is kept longer than a day', async () => {
	const { town, 李建国, 张三, group } = stage;
	await 李建国.says('主题党日 12月4日下午3点 二楼');
	await 李建国.taps('先不发');
	const heard = 张三.heard(group).length;
	await forge(town, 李建国, 'meeting', { sure: 'yes' }, 李建国.desk, await draftId());
	expect(town.refused.at(-1)).toBe('draft.dropped');
	await 李建国.says('主题党日 12月4日下午3点 二楼');
	await town.pass(25 * 60 * MINUTE);
	expect(await 李建国.taps('发到群里')).toContain('一天以上');
	expect(张三.heard(group)).toHaveLength(heard);
});

test('sent twice by two taps it is posted once', async () => {
	const { town, 李建国, 张三, group } = stage;
	await 李建国.says('主题党日 12月4日下午3点 二楼');
	const [id, heard] = [await draftId(), 张三.heard(group).length];
	for (const _ of [1, 2]) await forge(town, 李建国, 'meeting', { sure: 'yes' }, 李建国.desk, id);
	await town.settle();
	expect(town.refused.at(-1)).toBe('draft.done');
	expect(张三.heard(group)).toHaveLength(heard + 1);
});

test('what was meant by 明天 stays that day, also when it is sent after midnight', async () => {
	const { town, 李建国, 张三, group } = stage;
	await 李建国.says('主题党日 明天下午3点 二楼');
	await town.pass(15 * 60 * MINUTE);
	await 李建国.taps('发到群里');
	expect(张三.reads(group)).toContain('11月22日（周日）下午3点');
});

test('another’s draft is nobody’s to send or drop', async () => {
	const { town, 李建国, 陈敏, 张三, group } = stage;
	await 李建国.says('主题党日 周五下午3点 二楼');
	const [id, heard] = [await draftId(), 张三.heard(group).length];
	await forge(town, 陈敏, 'meeting', { sure: 'yes' }, 陈敏.desk, id);
	await forge(town, 陈敏, 'draft.drop', { draft: id });
	expect(town.refused.slice(-2)).toEqual(['draft.gone', 'draft.gone']);
	expect(张三.heard(group)).toHaveLength(heard);
	expect(await 李建国.taps('发到群里')).toContain('会议已安排');
});

test('another place is shown first, and told once to all', async () => {
	const { 李建国, 张三, group } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await 张三.taps('参加', group);
	const before = { group: 张三.heard(group).length, own: 张三.heard().length };
	expect(await 李建国.says('会议 改地点 #1 三楼大厅')).toContain('地点改到三楼大厅');
	expect(张三.heard(group)).toHaveLength(before.group);
	await 李建国.taps('发到群里');
	expect(张三.reads(group)).toContain('会议换地方了');
	expect(张三.heard(group)).toHaveLength(before.group + 1);
	expect(张三.heard()).toHaveLength(before.own);
});

test('an hour alone moves a meeting within its day, a new place goes along', async () => {
	const { 李建国, 张三, group } = stage;
	await 李建国.announces('主题党日 12月10日下午3点 二楼');
	await 李建国.announces('会议 改期 #1 下午四点 地点改到三楼');
	expect(张三.reads(group)).toContain('现在是12月10日（周四）下午4点');
	expect(张三.reads(group)).toContain('地点改到三楼');
});

test('a day that was given survives the question for its hour', async () => {
	const { 李建国 } = stage;
	expect(await 李建国.says('会议 12月3日 二楼会议室 支部党员大会')).toContain('几点开');
	expect(await 李建国.says('下午四点')).toContain('12月3日（周四）下午4点');
});
