import { afterEach, beforeEach, expect, test } from 'vitest';
import { Limiter, PLATFORM_LIMITS } from '../../src/bot/courier/limits.ts';
import { Order } from '../../src/bot/courier/order.ts';
import { record } from '../../src/bot/courier/record.ts';
import { faultOfAnswer } from '../../src/lark/faults.ts';
import { DAY, openStage, type Stage } from '../conversations/stage.ts';
import { rows } from './row.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

/** The group's post of the meeting, answered with this code by the platform. */
async function refused(code: number): Promise<void> {
	const { town, group } = stage;
	const { bot } = town.running;
	const post = rows(town).findLast(({ lane, work }) => work === 'send' && lane === `chat:${group}`);
	if (!post) throw new Error('nothing was posted');
	const fault = faultOfAnswer(400, { code, msg: 'refused' });
	if (fault.kind === 'token') throw new Error('no fault of a message');
	const row = { ...post, attempts: 9, createdAt: bot.clock.now() - DAY };
	const rules = { limiter: new Limiter(PLATFORM_LIMITS), order: new Order() };
	const job = { row, call: async () => ({ ok: false, fault }) as const };
	await bot.store.commit(() => record(bot, rules, job, { ok: false, fault }));
	await town.settle();
}

test.each([
	[230002, '我不在这个群里了'],
	[232009, '这个群已经解散'],
	[232006, '这个群已经解散'],
	[230018, '不让我发言'],
	[230035, '不让我发言'],
	[230099, '飞书没有收下'],
	[230022, '不让发的字眼'],
	[2200, '试了多次'],
])(
	'a post refused with %i: told in plain words, members told singly, kept in 还差什么',
	async (code, why) => {
		const { 李建国, 张三, 王小梅 } = stage;
		await 李建国.announces('主题党日 周五下午3点 二楼');
		const before = [张三, 王小梅].map((each) => each.heard().length);
		await refused(code);
		expect(李建国.heard().join('\n')).toContain(why);
		expect(李建国.heard().join('\n')).toContain('没能发到群里，改为分别私聊通知');
		expect(李建国.heard().join('\n')).not.toContain('通知发好了');
		expect(李建国.heard().join('\n')).not.toContain(String(code));
		expect([张三, 王小梅].map((each) => each.heard().length)).toEqual(before.map((count) => count + 1));
		expect(张三.reads()).toContain('[参加]');
		expect(await 李建国.says('还差什么')).toContain(why);
	},
);

test('who was told singly hears of a move and of its end, though they have not answered', async () => {
	const { 李建国, 王小梅 } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await refused(230002);
	await 李建国.announces('会议 改期 #1 周六下午3点');
	expect(王小梅.reads()).toContain('会议改期了');
	await 李建国.says('会议 取消 #1');
	await 李建国.taps('取消，通知大家');
	expect(王小梅.reads()).toContain('取消了');
	expect(await 李建国.says('还差什么')).not.toContain('没能发到');
});

test('what is open stays for as long as it takes; what was settled is forgotten', async () => {
	const { town, 李建国 } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await refused(232009);
	await town.pass(60 * DAY);
	expect(await 李建国.says('还差什么')).toContain('这个群已经解散');
	await 李建国.taps('已转告');
	expect(await 李建国.says('还差什么')).not.toContain('这个群已经解散');
});
