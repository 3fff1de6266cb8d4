import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { selfOf } from '../../db/app.ts';
import { MOST_CALLS } from '../../src/runtime/worker/alarm.ts';
import { tell, tellAll } from '../durability/row.ts';
import { openTown, type Town } from '../town/town.ts';
import { plans } from './main.ts';
import { type HeldObject, hold } from './object.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

let town: Town;
let object: HeldObject;
beforeEach(async () => {
	town = await openTown();
	object = hold(town.dataDir);
});
afterEach(() => town.close());

/** When it will ring; while it is ringing there is a moment without. */
const setFor = (of = object) => vi.waitUntil(() => of.bare((_, { storage }) => storage.getAlarm()));

/** Asks it, and reads the answer to its end: an object with half an answer cannot be put away. */
async function health(of: HeldObject): Promise<number> {
	const response = await of.fetch(new Request('http://zhibu.test/healthz'));
	await response.text();
	return response.status;
}

/** Calls to the platform that sent something. */
const sends = () => town.feishu.arrived()['POST /open-apis/im/v1/messages'] ?? 0;

test('every event leaves an alarm behind, within the next minute', async () => {
	for (let events = 0; events < 3; events++) {
		await town.person('张三').says('你好');
		expect(await setFor()).toBeLessThanOrEqual(Date.now() + MINUTE);
		await object.ring();
	}
});

test('with nothing to carry it rings once a minute', async () => {
	await town.person('张三').says('你好');
	await object.ring();
	await object.within(({ courier }) => courier.caughtUp());
	expect((await setFor()) % MINUTE).toBe(0);
});

test('an object that starts knocks, and is set again', async () => {
	await town.person('张三').says('你好');
	const later = town.running.clock.now() + 10 * MINUTE;
	town.running.clock.moveTo(later);
	await object.ring();
	const floor = () => town.look((db) => selfOf(db).clockFloor);
	const before = await floor();
	await object.evict();
	expect(await health(object)).toBe(200);
	await expect.poll(floor).toBeGreaterThan(before);
	expect(await setFor()).toBeGreaterThan(0);
});

test('a row due before the next minute is what it rings for', async () => {
	const 张三 = town.person('张三');
	await 张三.says('你好');
	const at = town.running.clock.now() + 5 * SECOND;
	await object.within(() => tell(town, 张三, '过五秒', { notBefore: at }));
	await object.within(({ courier }) => courier.caughtUp());
	expect(await setFor()).toBeLessThanOrEqual(Date.now() + 5 * SECOND);
});

test('an object that cannot be opened answers 503, and its alarm neither throws nor stops', async () => {
	const stranger = hold(`stranger-${crypto.randomUUID()}`);
	const { name } = await stranger.bare((_, { id }) => id);
	await stranger.within(() => undefined);
	await stranger.evict();
	const settings = await hold(town.dataDir).bare((zhibu) => zhibu.settings());
	plans.set(name ?? '', { settings: { ...settings, LARK_APP_ID: 'cli_0000000000000000' } });

	expect(await health(stranger)).toBe(503);
	const before = Date.now();
	await stranger.bare((zhibu) => zhibu.alarm());
	expect(await setFor(stranger)).toBeGreaterThan(before);

	plans.delete(name ?? '');
	expect(await health(stranger)).toBe(200);
});

test(`a township of messages goes out in portions of ${MOST_CALLS}, and all of it once`, async () => {
	const openIds = Array.from({ length: 1_200 }, (_, number) => `ou_${number}`);
	for (const openId of openIds) town.feishu.addAccount({ openId, name: openId });
	const atAlarm: number[] = [];
	plans.set(town.dataDir, { ...plans.get(town.dataDir), onAlarm: () => void atAlarm.push(sends()) });

	await object.within(async ({ courier }) => {
		await tellAll(town, openIds, '例行通知');
		courier.wake();
	});
	await expect.poll(sends, { timeout: 45_000 }).toBe(openIds.length);

	const portions = [...atAlarm, sends()].map((until, index) => until - (atAlarm[index - 1] ?? 0));
	expect(atAlarm.length).toBeGreaterThanOrEqual(2);
	for (const portion of portions) expect(portion).toBeLessThanOrEqual(MOST_CALLS);
	expect(
		openIds.every((openId) => town.feishu.messages(town.feishu.privateChat(openId).chatId).length === 1),
	).toBe(true);
}, 60_000);
