import { afterEach, expect, test } from 'vitest';
import { RefusedEvents } from '../../src/refused.ts';
import { openTown, START, type Town } from '../town/town.ts';
import { HandClock } from './hand-clock.ts';
import { messageEvent, routesOf, sealedRequest } from './posted.ts';

const HOUR = 3_600_000;

let town: Town | undefined;
afterEach(() => town?.close());

/** A machine that is so far (ms) off, and what its log says of refused events. */
async function off(ms: number) {
	const clock = new HandClock(START);
	clock.pass(ms);
	const lines: string[] = [];
	town = await openTown({ overrides: { clock }, log: (line) => lines.push(line) });
	const app = routesOf(town);
	const { openId } = town.person('张三');
	const event = () => messageEvent({ openId, chatId: 'oc_1', text: '你好', at: clock.now() });
	return {
		says: async (request = sealedRequest(event())) => (await app.request('/lark/events', request)).status,
		refused: () => lines.filter((line) => line.includes('events-refused')),
	};
}

test('a machine that is a day slow says so once, however many events it refuses', async () => {
	const { says, refused } = await off(-24 * HOUR);
	for (let event = 0; event < 5; event++) expect(await says()).toBe(401);
	expect(refused()).toHaveLength(1);
	expect(refused()[0]).toContain('本机时钟慢了24小时');
});

test('one that is ten minutes slow says minutes, one that is two days fast doubts the event', async () => {
	const slow = await off(-10 * 60_000);
	expect(await slow.says()).toBe(401);
	expect(slow.refused()[0]).toContain('本机时钟慢了10分钟');
	await town?.close();
	const fast = await off(48 * HOUR);
	expect(await fast.says()).toBe(401);
	expect(fast.refused()[0]).toContain('消息是48小时前的');
});

test('a wrong signature has its own line, and nothing of what was sent', async () => {
	const { says, refused } = await off(0);
	const forged = { ...sealedRequest({ secret: '张三' }), body: '{"encrypt":"张三"}' };
	for (let event = 0; event < 3; event++) expect(await says(forged)).toBe(401);
	expect(await says()).toBe(200);
	expect(refused()).toHaveLength(1);
	expect(refused()[0]).toContain('LARK_ENCRYPT_KEY');
	expect(refused()[0]).not.toContain('张三');
});

test('after a minute it is said again, with how many there were since', () => {
	let now = 0;
	const said: unknown[] = [];
	const log = {
		info: () => undefined,
		warn: (_: string, facts: unknown) => said.push(facts),
		error: () => undefined,
	};
	const events = new RefusedEvents(log, () => now);
	for (now = 0; now <= 60_000; now += 1_000) events.note({ because: 'signature' });
	expect(said).toMatchObject([{ since: 0 }, { since: 59 }]);
});
