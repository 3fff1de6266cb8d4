import { afterEach, expect, test } from 'vitest';
import { callsIn, countCalls, newsStanding } from '../../db/operator.ts';
import { enqueue, outboxStates } from '../../db/outbox/index.ts';
import { nextMonth, sparedUntil } from '../../src/bot/quota.ts';
import type { Outcome } from '../../src/bot/vocabulary/index.ts';
import { larkPlatform } from '../../src/lark/index.ts';
import { APP, openTown, type Town } from '../town/town.ts';

const MINUTE = 60_000;
/** The month in which the town begins. */
const MONTH = '2026-11';
const OFFICER = `ou_${Buffer.from('王芳').toString('hex')}`;

const towns: Town[] = [];
afterEach(async () => {
	for (const town of towns.splice(0)) await town.close();
});

async function withQuota(overrides: Parameters<typeof openTown>[0] = {}) {
	const town = await openTown({
		...overrides,
		overrides: { admins: [OFFICER], monthlyCalls: 100, ...overrides.overrides },
	});
	towns.push(town);
	const { openId } = town.person('王芳');
	const { chatId } = town.feishu.privateChat(openId);
	const { bot } = town.running;
	const say = (turn: string, text: string) =>
		bot.store.commit(() => {
			const content = JSON.stringify({ kind: 'text', text });
			enqueue(bot.db, bot.vault, {
				turn,
				target: { kind: 'account', openId },
				content,
				now: bot.clock.now(),
			});
		});
	const heard = () =>
		town.feishu
			.messages(chatId)
			.filter(({ from }) => from === 'bot')
			.map(({ content }) => content);
	const used = () => callsIn(bot.db, MONTH);
	const spendUpTo = (calls: number) => bot.store.commit(() => countCalls(bot.db, MONTH, calls - used()));
	return { town, bot, say, heard, used, spendUpTo };
}

test('every send and patch counts in its month', async () => {
	const { town, say, used } = await withQuota();
	await say('a', '一');
	await say('b', '二');
	await town.settle();
	expect(used()).toBe(2);
});

test('the operator hears at 70 and at 90 percent, once each, with the day on which it ends', async () => {
	const { town, heard, spendUpTo } = await withQuota();
	await spendUpTo(69);
	await town.pass(MINUTE);
	expect(heard()).toEqual([]);
	await spendUpTo(70);
	await town.pass(MINUTE);
	await town.pass(MINUTE);
	expect(heard()).toHaveLength(1);
	// 20.4 days of November have gone: at 70 of 100 they end after 29.2.
	expect(heard()[0]).toContain('70%（70/100），照这样约30日用完');
	await spendUpTo(90);
	await town.pass(24 * 60 * MINUTE);
	expect(heard()).toHaveLength(2);
	expect(heard()[1]).toContain('90%（9');
	await town.pass(10 * 24 * 60 * MINUTE);
	expect(heard()).toHaveLength(2);
	expect(await town.look(newsStanding)).toEqual([]);
});

test('short of calls, patches gather and reminders wait while help and notices go', async () => {
	const { town, bot, say, heard, spendUpTo } = await withQuota();
	const now = bot.clock.now();
	const row = { work: 'patch', turn: 'x', urgent: false, createdAt: now };
	expect(sparedUntil(bot, 0.69, row)).toBeUndefined();
	expect(sparedUntil(bot, 0.7, row)).toBe(now + 30_000);
	expect(sparedUntil(bot, 0.9, row)).toBe(now + 5 * MINUTE);
	const reminder = { ...row, work: 'send', turn: 'reminder:7' };
	expect(sparedUntil(bot, 0.94, reminder)).toBeUndefined();
	expect(sparedUntil(bot, 0.95, { ...reminder, urgent: true })).toBeUndefined();
	await spendUpTo(95);
	await say('digest:1:2026-11-21', '提醒');
	await say('event', '求助');
	await town.running.courier.caughtUp();
	expect(heard()).toEqual([expect.stringContaining('求助')]);
	await town.pass(nextMonth(bot) - bot.clock.now() + 1);
	expect(heard()).toContainEqual(expect.stringContaining('提醒'));
});

test('used up: kept until the 1st, the operator’s news, and sent at once when more was bought', async () => {
	let gone = true;
	const refusing = async <T>(call: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		gone ? { ok: false, fault: { kind: 'operator', code: '99991403', until: 'next-month' } } : call();
	const { town, heard } = await withQuota();
	const lark = larkPlatform({ ...APP, domain: town.feishu.url });
	await town.running.stop();
	const again = await openTown({
		feishu: town.feishu,
		dataDir: town.dataDir,
		overrides: {
			monthlyCalls: 100,
			platform: { ...lark, send: (...args) => refusing(() => lark.send(...args)) },
		},
	});
	towns.splice(0, 1, again);
	const second = again.running.bot;
	const sayNow = (text: string) =>
		second.store.commit(() => {
			const content = JSON.stringify({ kind: 'text', text });
			const target = { kind: 'account', openId: OFFICER } as const;
			enqueue(second.db, second.vault, { turn: text, target, content, now: second.clock.now() });
		});
	await sayNow('第一句');
	await again.running.courier.caughtUp();
	expect(heard()).toEqual([]);
	expect(newsStanding(second.db).map(({ code }) => code)).toEqual(['quota-gone']);
	expect(outboxStates(second.db)).toEqual([{ state: 'waiting', count: 1 }]);
	gone = false;
	await again.running.courier.caughtUp();
	expect(heard()).toEqual([]);
	await sayNow('第二句');
	await again.running.courier.caughtUp();
	await again.running.courier.caughtUp();
	expect(heard()).toHaveLength(2);
	expect(newsStanding(second.db)).toEqual([]);
	await town.feishu.close();
});
