import { rmSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { Feishu } from '../../sandbox/platform/contract.ts';
import { openFeishu } from '../../sandbox/platform/index.ts';
import { APP, openTown, START, type Town } from '../town/town.ts';
import { foundBranch, nameOf } from './branch.ts';
import { rows, tell, tellAll } from './row.ts';

const SEND = 'POST /open-apis/im/v1/messages';

let town: Town;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const end of ends.splice(0)) await end();
});

/** A platform that keeps real limits, and a bot that knows them; `perSecond` may be smaller than the real 50. */
async function strictTown(perSecond: number, perMinute = 1_000): Promise<Feishu> {
	let url = '';
	const feishu = await openFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => `${url}/lark/events`,
		now: () => START,
		limits: { perSecond, perMinute, perTargetPerSecond: 5, patchPerSecond: 5 },
		retryAfterMs: [],
	});
	town = await openTown({ feishu, overrides: { limits: { perSecond, perMinute, perLane: 5 } } });
	url = town.running.url;
	ends.push(
		() => town.close(),
		() => feishu.close(),
	);
	return feishu;
}

function refusals(feishu: Feishu): number {
	return feishu.wire().filter(({ direction, status }) => direction === 'from-bot' && status === 429).length;
}

test('a burst to one person and to many: no call too many, all arrive, in order', async () => {
	const feishu = await strictTown(50);
	const 张三 = town.person('张三');
	const many = Array.from({ length: 90 }, (_, number) => town.person(nameOf(number)));
	for (let number = 1; number <= 12; number++) await tell(town, 张三, `第${number}条`);
	for (const person of many) await tell(town, person, `给${person.name}`);
	await town.settle();
	expect(refusals(feishu)).toBe(0);
	expect(张三.heard()).toEqual(Array.from({ length: 12 }, (_, index) => `第${index + 1}条`));
	for (const person of many) expect(person.heard()).toEqual([`给${person.name}`]);
	expect(rows(town).every(({ attempts }) => attempts === 1)).toBe(true);
});

test('a restart in the middle of a burst does not make the platform count anew', async () => {
	const feishu = await strictTown(20);
	const 张三 = town.person('张三');
	const many = Array.from({ length: 45 }, (_, number) => town.person(nameOf(number)));
	for (let number = 1; number <= 8; number++) await tell(town, 张三, `第${number}条`);
	for (const person of many) await tell(town, person, `给${person.name}`);
	const arrived = () => feishu.arrived()[SEND] ?? 0;
	town.running.courier.wake();
	await expect.poll(arrived, { interval: 2 }).toBeGreaterThan(18);

	const { dataDir } = town;
	await town.running.stop();
	ends.push(async () => rmSync(dataDir, { recursive: true }));
	expect(arrived()).toBeLessThan(53);
	town = await openTown({
		feishu,
		dataDir,
		overrides: { limits: { perSecond: 20, perMinute: 1_000, perLane: 5 } },
	});
	await town.settle();
	expect(refusals(feishu)).toBe(0);
	expect(arrived()).toBe(53);
	for (const person of [张三, ...many]) {
		const chat = feishu.messages(feishu.privateChat(person.openId).chatId);
		expect(chat).toHaveLength(person === 张三 ? 8 : 1);
	}
});

test('a thousand messages that wait for their minute do not hold up a card', async () => {
	const feishu = await strictTown(50, 40);
	const { officer, members, group } = await foundBranch(town, 3);
	await officer.announces('会议 12月10日下午3点 二楼会议室');
	const crowd = Array.from({ length: 1_000 }, (_, number) => `ou_crowd${number}`);
	for (const openId of crowd) feishu.addAccount({ openId, name: openId });
	await tellAll(town, crowd, '通知');
	const [one] = members;
	await feishu.say(one?.openId ?? '', one?.desk ?? '', '参加');
	await expect.poll(() => officer.reads(group), { timeout: 3_000 }).toContain('应到4 · 参加1');
	expect(rows(town).filter(({ state }) => state === 'waiting').length).toBeGreaterThan(900);
	expect(refusals(feishu)).toBe(0);
});

test('the platform is busy: the next attempt waits as long as it said, and carries the same uuid', async () => {
	const feishu = await strictTown(50);
	const 张三 = town.person('张三');
	const 李四 = town.person('李四');
	feishu.setFaults({ busy: 1 });
	await tell(town, 张三, '您好');
	town.running.courier.wake();
	await expect.poll(() => refusals(feishu), { interval: 2 }).toBe(1);
	const refusedAt = performance.now();
	feishu.setFaults({ busy: 0 });
	town.running.clock.moveTo(town.running.clock.now() + 3_600_000);
	await tell(town, 李四, '不用等', { notBefore: town.running.clock.now() + 150 });
	town.running.courier.wake();
	await expect.poll(() => 李四.heard()).toEqual(['不用等']);
	expect(张三.heard()).toEqual([]);
	await town.settle();
	expect(performance.now() - refusedAt).toBeGreaterThan(950);
	expect(张三.heard()).toEqual(['您好']);
	const requests = feishu.wire().filter(({ what, request }) => what === SEND && request.includes('您好'));
	const uuids = requests.map(({ request }) => /"uuid": "([^"]+)"/.exec(request)?.[1]);
	expect(uuids).toHaveLength(2);
	expect(uuids[0]).toBe(uuids[1]);
});

test('while an answer is awaited the courier rests', async () => {
	const feishu = await strictTown(50);
	const 张三 = town.person('张三');
	feishu.setFaults({ delayMs: 400 });
	await tell(town, 张三, '一');
	await tell(town, 张三, '二');
	const commits = async () => {
		const text = await (await fetch(`${town.running.url}/metrics`)).text();
		return Number(/zhibu_commit_size_count (\d+)/.exec(text)?.[1]);
	};
	const before = await commits();
	await town.settle();
	expect(张三.heard()).toEqual(['一', '二']);
	expect((await commits()) - before).toBeLessThan(15);
});
