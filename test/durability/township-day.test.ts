import { afterEach, expect, test } from 'vitest';
import { newsStanding } from '../../db/operator.ts';
import { outbox } from '../../db/schema/index.ts';
import type { Feishu } from '../../sandbox/platform/contract.ts';
import { SCOPES } from '../../src/lark/index.ts';
import type { Actor } from '../town/actor.ts';
import { openTownship, type Simulated } from './township.ts';

let simulated: Simulated | undefined;
afterEach(() => simulated?.town.close());

const shanghai = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`);
const NAME = 'contact:user.base:readonly';

const LOCK = 'card action is lock';
const USED_UP = '99991403';

/** How often the platform refused with these words, and what it holds of the bot's. */
function watch(feishu: Feishu) {
	const refusals: string[] = [];
	feishu.subscribe((change) => {
		if (change.kind !== 'wire' || change.line.direction === 'to-bot') return;
		if (change.line.status !== 200) refusals.push(change.line.response);
	});
	const chats = () => new Set(feishu.accounts().flatMap(({ openId }) => feishu.chatsOf(openId)));
	return {
		refused: (words: string) => refusals.filter((answer) => answer.includes(words)).length,
		fromBot: () =>
			[...chats()]
				.flatMap(({ chatId }) => feishu.messages(chatId))
				.filter(({ from }) => from === 'bot')
				.map(({ messageId }) => messageId)
				.toSorted(),
	};
}

test('names withheld, cards locked, the quota gone at noon: nothing lost, nothing twice, the rest on the 1st', {
	timeout: 120_000,
}, async () => {
	simulated = await openTownship(shanghai('2026-11-29 19:00'));
	const { town, feishu, officer, branchesOf, stranger, goOnUntil } = simulated;
	const { refused, fromBot } = watch(feishu);
	feishu.setManifest({ scopes: SCOPES.filter((scope) => scope !== NAME) });
	feishu.setFaults({ cardLockMs: 1_000 });
	const troubles = () => officer.heard().filter((card) => card.startsWith('有些事要请您处理'));
	const branches = branchesOf(4).map(({ branch, actors: [secretary, first, second, third] }) => {
		if (!secretary || !first || !second || !third) throw new Error('four were asked for');
		return { group: branch.chatId, secretary, first, second, third };
	});
	const [late, ...early] = branches.slice(0, 7);
	if (!late) throw new Error('there is a branch of four');

	await late.secretary.announces('主题党日 12月1日下午3点 三楼');
	expect(await late.first.says('少提醒我 时段 13:00-21:00')).toContain('13:00');
	await goOnUntil(shanghai('2026-11-30 09:00'));
	for (const { group, secretary, first, second } of early) {
		expect(await secretary.announces('主题党日 12月2日下午3点 二楼')).toContain('会议已安排');
		expect(await first.taps('参加', group)).toContain('参加1');
		expect(await second.taps('请假', group)).toMatch(/参加1 · 请假1/);
	}
	expect(refused(LOCK)).toBeGreaterThanOrEqual(early.length);

	const strangers = ['路人甲', '路人乙'].map(stranger);
	for (const { openId } of strangers) await feishu.enterPrivateChat(openId);
	await goOnUntil(shanghai('2026-11-30 12:00'));
	expect(troubles()).toEqual([expect.stringContaining(NAME)]);

	// Other apps of the tenant have used up the rest.
	feishu.setFaults({ monthlyCalls: feishu.callsThisMonth() });
	const before = fromBot();
	const had = new Map(
		early.flatMap(({ secretary, first }) => [secretary, first]).map((each) => [each, each.heard().length]),
	);
	const since = (each: Actor) => each.heard().slice(had.get(each));
	for (const { group, secretary, first, third } of early) {
		expect(await third.taps('参加', group)).toContain('已记：参加');
		expect(await secretary.says('还差什么')).toBe('');
		expect(await first.says('我的参会')).toBe('');
	}
	const remindedBefore = late.first.heard().length;
	const comer = stranger('路人丙');
	await feishu.enterPrivateChat(comer.openId);
	await goOnUntil(shanghai('2026-11-30 23:59'));
	expect(fromBot()).toEqual(before);
	expect(await town.look(newsStanding)).toMatchObject([{ code: 'names-withheld' }, { code: 'quota-gone' }]);
	const keptBack = refused(USED_UP);
	expect(keptBack).toBeGreaterThan(0);

	await goOnUntil(shanghai('2026-12-01 00:00'));
	feishu.setFaults({ monthlyCalls: 0 });
	await goOnUntil(shanghai('2026-12-01 08:20'));
	expect(refused(USED_UP)).toBe(keptBack);
	for (const { group, secretary, first } of early) {
		expect(since(secretary)).toEqual([expect.stringContaining('还差')]);
		expect(since(first)).toEqual([expect.stringContaining('我的参会')]);
		expect(first.heard(group)).toEqual([expect.stringMatching(/参加2 · 请假1/)]);
	}
	expect(comer.heard()).toEqual([expect.stringContaining('支部助手')]);
	// What reminds keeps to its hours, though it had to wait.
	expect(late.first.heard()).toHaveLength(remindedBefore);
	await goOnUntil(shanghai('2026-12-01 13:00'));
	expect(late.first.heard().slice(remindedBefore)).toEqual([expect.stringContaining('三楼')]);

	expect(troubles()).toHaveLength(2);
	expect(troubles()[1]).toContain('额度用完');
	expect(troubles()[1]).not.toContain(NAME);
	expect(feishu.arrived()['GET /open-apis/contact/v3/users/:id']).toBe(3);
	expect(await town.look(newsStanding)).toMatchObject([{ code: 'names-withheld' }]);

	const rows = await town.look((db) => db.select().from(outbox).all());
	const isReminder = ({ turn }: { turn: string }) => /^(reminder|digest):/.test(turn);
	expect(rows.filter((row) => row.state === 'dropped' && !isReminder(row))).toEqual([]);
	const unsaid = rows.filter(({ state }) => state !== 'sent' && state !== 'dropped');
	expect(new Set(unsaid.map(({ cause }) => cause))).toEqual(new Set(['operator:name-withheld']));
	const said = rows.filter(({ work, state }) => work === 'send' && state === 'sent');
	expect(said.map(({ messageId }) => messageId).toSorted()).toEqual(fromBot());
});
