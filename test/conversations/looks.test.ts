import { afterAll, beforeAll, expect, test } from 'vitest';
import { looksAt } from '../../db/looks.ts';
import { accountKnown } from '../../db/people.ts';
import type { Actor } from '../town/actor.ts';
import { BRANCH, DAY, openNeighbour, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	const { 李建国, 张三 } = stage;
	await openNeighbour(stage);
	await stage.town.feishu.enterPrivateChat(stage.陈敏.openId);
	await stage.town.settle();
	await 李建国.announces('主题党日 下周三下午3点 二楼会议室');
	await 张三.says('请假 #1 髋关节置换');
});
afterAll(() => stage.town.close());

/** Who looked at somebody's name and why, latest first. */
function seenBy({ openId }: Actor) {
	const { vault } = stage.town.running.bot;
	return stage.town.look((db) => {
		const who = accountKnown(db, openId);
		if (!who) throw new Error('nobody has this account');
		return looksAt(db, vault, who.id).map(({ by, branch, what, why }) => ({ by, branch, what, why }));
	});
}

test('a secretary looks at the own branch without a word, and sees the reason that was given them', async () => {
	const { 李建国, 张三 } = stage;
	expect(await 李建国.says('名册')).toContain('张三');
	expect(await 李建国.says('会议 #1')).toContain('髋关节置换');
	expect(await seenBy(张三)).toEqual([]);
});

test('an officer says why, once a day and branch; the view follows by itself', async () => {
	const { 陈敏, 张三, 王小梅 } = stage;
	const asked = await 陈敏.says(`名册 ${BRANCH}`);
	expect(asked).toContain(`看“${BRANCH}”的名单，是为什么事？`);
	expect(asked).toContain('党员本人可以知道');
	expect(asked).not.toContain('张三');
	expect(await 陈敏.taps('核对名册')).toContain('张三');
	const sheet = await 陈敏.says('会议 #1');
	expect(sheet).toContain('请假（1）：张三');
	expect(sheet).not.toContain('髋关节置换');
	await 陈敏.says('会议 #1');
	const why = '核对名册和流动情况';
	expect(await seenBy(张三)).toEqual([
		{ by: '陈敏', branch: BRANCH, what: 'meeting', why },
		{ by: '陈敏', branch: BRANCH, what: 'roster', why },
	]);
	expect(await seenBy(王小梅)).toHaveLength(2);
});

test('own words are a reason too; another branch is asked about by itself, and its people alone are seen', async () => {
	const { 陈敏, 张三, town } = stage;
	const before = await seenBy(张三);
	expect(await 陈敏.says('名册 月亮电子党支部')).toContain('看“月亮电子党支部”的名单');
	expect(await 陈敏.says('半年小结要用')).toContain('孙丽');
	expect(await seenBy(town.person('孙丽'))).toEqual([
		{ by: '陈敏', branch: '月亮电子党支部', what: 'roster', why: '半年小结要用' },
	]);
	expect(await seenBy(张三)).toEqual(before);
});

test('who is away: the list asks for the branches in it, one entry shows the one alone', async () => {
	const { 陈敏, 李建国, 张三, 王小梅, town } = stage;
	await 李建国.says('流动登记 周德福 深圳 7月1日起');
	await 李建国.taps('同意，登记');
	await 张三.says('流动登记 苏州 8月1日起');
	await 张三.taps('同意，登记');
	await town.pass(DAY);
	expect(await 陈敏.says('流动 张三')).toContain('是为什么事');
	expect(await 陈敏.taps('支部或党员请我帮忙')).toContain('苏州');
	expect((await seenBy(张三))[0]).toMatchObject({ what: 'floats', why: '支部或党员请我帮忙' });
	expect(await 陈敏.says('流动')).toContain('周德福');
	expect((await seenBy(王小梅)).some(({ what }) => what === 'floats')).toBe(false);
});

test('whoever looks has changed nothing that 撤回 would take back', async () => {
	const { 陈敏, group } = stage;
	await 陈敏.says('设为 委员 @王小梅', group);
	await 陈敏.says(`名册 ${BRANCH}`);
	expect(await 陈敏.says('撤回')).toContain('已撤回');
});

test('an officer who acts for a branch without a secretary reads that they do, and no reason', async () => {
	const { 陈敏, 张三, group } = stage;
	await 陈敏.says('卸任 @李建国', group);
	await 陈敏.taps('登记卸任');
	const sheet = await 陈敏.says('会议 #1');
	expect(sheet).toContain(`“${BRANCH}”现在没有书记，由您代办。请假原因只给书记看`);
	expect(sheet).not.toContain('髋关节置换');
	expect(await 陈敏.says(`名册 ${BRANCH}`)).toContain('由您代办');
	expect(await 张三.says('请假 #1 复查')).toContain('只有书记看得到');
});
