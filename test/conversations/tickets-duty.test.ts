import { afterEach, beforeEach, expect, test } from 'vitest';
import { ticket } from '../../db/schema/index.ts';
import type { Actor } from '../town/actor.ts';
import { DAY, forge, openStage, type Stage } from './stage.ts';

let stage: Stage;
let 何洁: Actor;
let 马军: Actor;
/** Two officers of the committee above the branch, beside 陈敏 who looks after the whole tree. */
beforeEach(async () => {
	stage = await openStage();
	const { town, 陈敏, group } = stage;
	何洁 = town.person('何洁');
	马军 = town.person('马军');
	const office = town.group('两新党委', [陈敏, 何洁, 马军]);
	await 陈敏.says('支部 绑定 高新区两新党委', office);
	await 陈敏.says('支部 隶属 高新区两新党委', group);
	await 陈敏.says('设为 组织员 @何洁 高新区两新党委', office);
	await 陈敏.says('设为 组织员 @马军 高新区两新党委', office);
});
afterEach(() => stage.town.close());

async function asks(who: Actor, words: string, route: string): Promise<void> {
	await who.says(`求助 ${words}`);
	await who.taps(route);
}

test('what goes past the branch is nowhere for its secretary', async () => {
	const { 张三, 李建国, 王小梅, town } = stage;
	await asks(张三, '加班费不给', '上级党委');
	expect(何洁.reads()).toContain('编号1');
	expect(马军.reads()).toContain('编号1');
	const before = 李建国.heard().length;
	for (const who of [李建国, 王小梅]) {
		expect(await who.says('求助单')).toContain('没有求助');
		for (const words of [
			'求助单 #1',
			'我来办 #1',
			'回复 #1 在吗',
			'转办 #1 @马军',
			'办结 #1',
			'满意 #1',
			'重开 #1',
			'撤回求助 #1',
		])
			expect(await who.says(words)).toMatch(
				who === 李建国 ? /没有找到编号1/ : /没有找到编号1|由支部书记或组织员来办/,
			);
		expect(await who.says('还差什么')).not.toContain('求助');
	}
	expect(await 李建国.says('我来办')).toContain('没有可以这样办的求助');
	for (const command of [
		'ticket.take',
		'ticket.list',
		'ticket.write',
		'ticket.pass',
		'ticket.erase',
		'ticket.keep',
	])
		expect(await forge(town, 李建国, command, { ticket: '1' })).not.toMatch(/加班|张三|劳动/);
	expect(李建国.heard().slice(before).join()).not.toMatch(/加班|张三|劳动/);
	await 何洁.taps('我来办');
	expect(马军.reads()).toContain('有人接办了');
	expect(马军.reads()).not.toContain('我来办');
});

test('a secretary who is an officer above as well is passed by, too', async () => {
	const { 张三, 李建国, 陈敏 } = stage;
	await 陈敏.says('设为 组织员 @李建国 高新区两新党委', stage.group);
	const before = 李建国.heard().length;
	await asks(张三, '被公司辞退', '上级党委');
	expect(李建国.heard().slice(before).join()).toBe('');
	expect(await 李建国.says('求助单 #1')).toContain('没有找到');
	expect(await 李建国.says('求助单')).not.toContain('编号1');
});

test('an officer above who is on the same roster is passed by, and nothing is passed on to them', async () => {
	const { 张三, 王小梅, 陈敏 } = stage;
	await 陈敏.says('设为 组织员 @王小梅 高新区两新党委', stage.group);
	const before = 王小梅.heard().length;
	await asks(张三, '被公司辞退', '上级党委');
	expect(王小梅.heard().slice(before).join()).toBe('');
	expect(await 王小梅.says('求助单 #1')).toContain('没有找到');
	await 何洁.taps('我来办');
	expect(await 何洁.says('转办 #1 @王小梅')).toContain('不能转给');
});

test('who holds any role in the branch is not reminded of what goes past it', async () => {
	const { town, 张三, 王小梅, 陈敏, group } = stage;
	await 陈敏.says('设为 委员 @王小梅', group);
	await 陈敏.says('设为 组织员 @王小梅 高新区两新党委', group);
	// The first look of the timetable: what comes later is found by it.
	await town.pass(0);
	await asks(张三, '加班费不给', '上级党委');
	await town.pass(5 * DAY);
	expect(何洁.heard().join()).toContain('还没有人接');
	expect(王小梅.heard().join()).not.toMatch(/劳动维权|还没有人接/);
});

test('before it is sent its author sees by name who will be told, and afterwards what is promised', async () => {
	const { 张三 } = stage;
	const asked = await 张三.says('求助 加班费不给');
	for (const seen of ['何洁、马军', '李建国', '还没有发出去', '谁接办，谁才看得到内容'])
		expect(asked).toContain(seen);
	const received = await 张三.taps('上级党委');
	for (const seen of ['编号1', '何洁、马军', '我会催，也会告诉您', '12333']) expect(received).toContain(seen);
	expect(received).not.toContain('李建国');
});

test('what is asked of the branch is its secretary’s alone', async () => {
	const { 张三, 李建国 } = stage;
	await asks(张三, '家里交不起房租', '本支部');
	expect(李建国.reads()).toContain('困难救助');
	expect(await 何洁.says('求助单 #1')).toContain('没有找到');
	expect(await 何洁.says('还差什么')).not.toContain('求助');
	expect(await 李建国.says('还差什么')).toContain('求助编号1 · 困难救助，已等不到一天，等人接办');
	await stage.town.pass(2 * DAY);
	expect(await 李建国.says('求助单')).toContain('已等2天');
});

test('the secretary’s own request goes to the officers', async () => {
	const { 李建国 } = stage;
	await asks(李建国, '家里交不起房租', '本支部');
	expect(何洁.reads()).toContain('困难救助');
	expect(await 李建国.says('我来办 #1')).toContain('这一步办不了');
});

test('passed on: only to those on duty, and the story goes with it', async () => {
	const { 张三, 李建国, 王小梅 } = stage;
	await asks(张三, '加班费不给', '上级党委');
	await 何洁.taps('我来办');
	for (const who of [李建国, 王小梅, 张三])
		expect(await 何洁.says(`转办 #1 @${who.name}`)).toMatch(/不能转给/);
	expect(await 何洁.says('转办 #1 周德福')).toContain('不能转给周德福');
	expect(await 何洁.taps('转办')).toContain('转给哪一位');
	expect(await 何洁.taps('马军')).toContain('编号1：已转给马军');
	expect(马军.reads()).toContain('加班费不给');
	expect(张三.reads()).toContain('马军');
	expect(何洁.heard().filter((said) => said.includes('加班费'))).toEqual([]);
	expect(await 何洁.says('办结 #1')).toContain('您这边不用再办什么');
	expect(await 何洁.says('撤回')).toContain('已撤回');
	expect(马军.heard().filter((said) => said.includes('加班费'))).toEqual([]);
	expect(何洁.heard().join()).toContain('加班费');
	expect(await 何洁.says('转办 #1 @马军')).toContain('已转给马军');
});

test('reopened with a word for why, and settled after all', async () => {
	const { 张三 } = stage;
	await asks(张三, '加班费不给', '上级党委');
	await 何洁.taps('我来办');
	await 何洁.says('办结');
	expect(await 张三.says('重开 钱还没到账')).toContain('有人接办了');
	expect(何洁.heard().slice(-2).join()).toContain('钱还没到账');
	await 何洁.says('办结 #1');
	expect(await 张三.says('满意')).toContain('已办结');
	expect(await 张三.says('重开 #1')).toContain('有人接办了');
	expect(await 何洁.says('办结 #1')).toContain('已办结');
	expect(await 张三.says('还差什么')).toContain('求助编号1办结了，等您确认');
});

test('steps that are not possible say what is', async () => {
	const { 张三 } = stage;
	await asks(张三, '加班费不给', '上级党委');
	expect(await 张三.says('满意 #1')).toContain('现在可以发：回复 #1 要说的话、撤回求助 #1');
	expect(await 何洁.says('办结 #1')).toContain('现在可以发：我来办 #1');
	expect(await 何洁.says('回复 #1 您好')).toContain('这一步办不了');
	await 何洁.says('我来办 #1');
	expect(await 马军.says('我来办 #1')).toContain('您这边不用再办什么');
	await 张三.says('撤回求助 #1');
	await 张三.taps('撤回，不办了');
	expect(何洁.reads()).toContain('本人已撤回');
	expect(await 何洁.says('回复 #1 您好')).toContain('您这边不用再办什么');
	expect(await 何洁.says('办结 #99')).toContain('没有找到编号99');
});

test('without anybody above outside the branch nothing is kept, and it is said', async () => {
	const { 陈敏 } = stage;
	await 陈敏.says('求助 想贷款办厂');
	const said = await 陈敏.taps('不说');
	expect(said).toContain('没有能接办的人');
	expect(said).toContain('12345');
	expect(said).not.toContain('上级党委');
	expect(await stage.town.look((db) => db.select().from(ticket).all())).toEqual([]);
});
