import { afterEach, expect, test } from 'vitest';
import { callsIn, countCalls, newsStanding } from '../../db/operator.ts';
import { enqueue } from '../../db/outbox/index.ts';
import { Courier } from '../../src/bot/courier/index.ts';
import { PLATFORM_LIMITS } from '../../src/bot/courier/limits.ts';
import { nextMonth, sparedUntil } from '../../src/bot/quota.ts';
import { larkPlatform } from '../../src/lark/index.ts';
import { buttonsOf, plain } from '../town/plain.ts';
import { APP, openTown, type Town } from '../town/town.ts';
import { foundBranch } from './branch.ts';
import { behind, type Gateway, openGateway } from './gateway.ts';
import { rows, tell } from './row.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** The month in which the town begins. */
const MONTH = '2026-11';
const OFFICER = `ou_${Buffer.from('王芳').toString('hex')}`;

const towns: Town[] = [];
const gateways: Gateway[] = [];
afterEach(async () => {
	for (const town of towns.splice(0)) await town.close();
	for (const gateway of gateways.splice(0)) await gateway.close();
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
			.map(plain);
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

test('the news of the quota says where the calls went, and how to get more', async () => {
	const { town, say, spendUpTo } = await withQuota();
	await say('digest:1:2026-11-21', '提醒');
	await say('event', '通知');
	await say('event', '通知');
	await town.settle();
	await spendUpTo(75);
	await town.pass(MINUTE);
	const 王芳 = town.person('王芳');
	expect(王芳.reads()).toContain('已用75%（75/100）');
	const spent = await 王芳.taps('用在哪里');
	// The news itself is one more.
	expect(spent).toMatch(/通知和答复\s*3次/);
	expect(spent).toMatch(/提醒\s*1次/);
	expect(spent).toMatch(/更新卡片\s*0次/);
	expect(await 王芳.taps('怎么增加')).toContain('BOT_MONTHLY_CALLS');
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

/** A town whose platform says, from a call on, that the month is used up. */
async function usedUp(overrides: Parameters<typeof openTown>[0] = {}) {
	const gateway = await openGateway();
	gateways.push(gateway);
	const { town } = await withQuota({
		...overrides,
		between: behind(gateway),
	});
	const { clock, courier } = town.running;
	const gone = { code: 99991403, status: 429 };
	return {
		town,
		platform: larkPlatform({ ...APP, domain: gateway.url, timeoutMs: 2_000 }),
		refuse: () => gateway.refuse(({ what }) => (what.includes('/im/v1/messages') ? gone : undefined)),
		bought: () => gateway.refuse(() => undefined),
		calls: () => gateway.calls.filter(({ what }) => what.includes('/im/v1/messages')).length,
		/** Moves the clock on and lets what is due be tried, without waiting for what is kept. */
		later: async (ms: number) => {
			clock.moveTo(clock.now() + ms);
			await courier.caughtUp();
		},
		standing: () => newsStanding(town.running.bot.db).map(({ code }) => code),
	};
}

const WORDS = ['第一句', '第二句', '第三句'];

test('the shorter the month gets, the fewer patches a storm of answers makes', async () => {
	const patchesOf = async (used: number) => {
		const { town, spendUpTo } = await withQuota({ overrides: { admins: [], monthlyCalls: 10_000 } });
		const { officer, members, group } = await foundBranch(town, 12);
		await officer.announces('会议 12月10日下午3点 二楼会议室');
		const card = officer.newest(group);
		const button = buttonsOf(card).find(({ label }) => label === '参加');
		await spendUpTo(used);
		const before = town.feishu.message(card.messageId)?.edits ?? 0;
		const { clock, courier } = town.running;
		for (const { openId } of members) {
			await town.feishu.tap(openId, card.messageId, {
				tag: 'button',
				name: button?.name,
				value: button?.value,
			});
			clock.moveTo(clock.now() + 2_000);
			await courier.caughtUp();
		}
		await town.settle();
		expect(officer.reads(group)).toContain('12');
		return (town.feishu.message(card.messageId)?.edits ?? 0) - before;
	};
	// Twelve answers in 24 seconds.
	expect(await patchesOf(0)).toBeGreaterThan(8);
	expect(await patchesOf(7_000)).toBeLessThanOrEqual(2);
	expect(await patchesOf(9_000)).toBe(1);
}, 60_000);

test('used up: kept until the 1st, then all of it goes out, in order and once', async () => {
	const { town, refuse, bought, calls, later, standing } = await usedUp();
	const people = ['张三', '李四', '王五'].map((name) => town.person(name));
	refuse();
	for (const word of WORDS) for (const person of people) await tell(town, person, word);
	await later(0);
	// One row on each lane was on its way when the first refusal came; none of the others has to ask for itself.
	const first = calls();
	expect(first).toBeLessThanOrEqual(people.length);
	expect(standing()).toEqual(['quota-gone']);
	const first1 = nextMonth(town.running.bot);
	expect(rows(town).every(({ state }) => state === 'waiting')).toBe(true);
	// Those that were refused themselves find out within the hour whether more was bought.
	expect(rows(town).filter(({ notBefore }) => notBefore < first1)).toHaveLength(first);
	// However long nothing is said or much is said: one call a time.
	await later(3 * DAY);
	expect(calls()).toBe(first + 1);
	expect(rows(town).filter(({ notBefore }) => notBefore < first1)).toHaveLength(1);
	for (const person of people) await tell(town, person, '第四句');
	await later(0);
	expect(calls()).toBe(first + 1);
	await later(first1 - town.running.clock.now() - MINUTE);
	for (const person of people) await tell(town, person, '第五句');
	await later(0);
	expect(calls()).toBe(first + 2);
	expect(people.flatMap((person) => person.heard())).toEqual([]);

	bought();
	await later(MINUTE);
	await town.settle();
	for (const person of people) expect(person.heard()).toEqual([...WORDS, '第四句', '第五句']);
	expect(standing()).toEqual([]);
	expect(
		rows(town)
			.filter(({ work }) => work === 'send')
			.every(({ state }) => state !== 'failed'),
	).toBe(true);
	const used = callsIn(town.running.bot.db, '2026-12');
	expect(used).toBe(rows(town).filter(({ state }) => state === 'sent').length);
});

test('the officers read on the 1st, once, that there was a time without words, not that it still stands', async () => {
	const { town, refuse, bought, later, standing } = await usedUp();
	refuse();
	await tell(town, town.person('张三'), '第一句');
	await later(0);
	await town.running.knock();
	await later(0);
	bought();
	const first1 = nextMonth(town.running.bot);
	await later(first1 - town.running.clock.now() + 1);
	await town.running.knock();
	await town.settle();
	expect(standing()).toEqual([]);
	expect(town.person('王芳').heard()).toEqual([expect.stringContaining('现在又能发了')]);
	expect(town.person('张三').heard()).toEqual(['第一句']);
});

test('a platform whose month begins later than ours keeps nothing for another month', async () => {
	const { town, refuse, bought, later } = await usedUp();
	const 张三 = town.person('张三');
	refuse();
	await tell(town, 张三, '第一句');
	await later(0);
	await later(nextMonth(town.running.bot) - town.running.clock.now() + 1);
	bought();
	await later(10 * MINUTE);
	expect(张三.heard()).toEqual(['第一句']);
});

test('more was bought: the next word lets all go that was kept, in its order', async () => {
	const { town, refuse, bought, later, standing } = await usedUp();
	const 张三 = town.person('张三');
	refuse();
	for (const word of WORDS) await tell(town, 张三, word);
	await later(0);
	bought();
	await later(11 * MINUTE);
	expect(张三.heard()).toEqual([]);
	await tell(town, 张三, '第四句');
	await later(0);
	await later(0);
	expect(张三.heard()).toEqual([...WORDS, '第四句']);
	expect(standing()).toEqual([]);
});

test('more was bought: noticed within the hour though nobody says a word, by one call an hour until then', async () => {
	const { town, refuse, bought, calls, later, standing } = await usedUp();
	const 张三 = town.person('张三');
	refuse();
	for (const word of WORDS) await tell(town, 张三, word);
	await later(0);
	const before = calls();
	for (let hour = 0; hour < 3; hour++) await later(60 * MINUTE);
	expect(calls() - before).toBe(3);
	bought();
	await later(60 * MINUTE);
	await later(0);
	expect(张三.heard()).toEqual(WORDS);
	expect(standing()).toEqual([]);
});

test('a restart while it is used up asks once, not for each row', async () => {
	const { town, platform, refuse, later, calls } = await usedUp();
	const people = ['张三', '李四', '王五'].map((name) => town.person(name));
	refuse();
	for (const person of people) await tell(town, person, '第一句');
	await later(0);
	const first = calls();
	const { bot } = town.running;
	const again = new Courier(bot, platform, PLATFORM_LIMITS);
	await town.running.courier.stop(1_000);
	await bot.store.commit(() => again.resume());
	for (const person of people) await tell(town, person, '第二句');
	await again.caughtUp();
	await again.stop(1_000);
	expect(calls()).toBe(first + 1);
});
