import { afterEach, expect, test } from 'vitest';
import { callsIn, countCalls, newsStanding } from '../../db/operator.ts';
import { tell as news } from '../../src/bot/operator.ts';
import { nextMonth } from '../../src/bot/quota.ts';
import type { Outcome } from '../../src/bot/vocabulary/index.ts';
import { tell } from '../durability/row.ts';
import { openTown, type Town } from '../town/town.ts';
import { type HeldObject, hold } from './object.ts';

const MINUTE = 60_000;
/** The month in which the town begins. */
const MONTH = '2026-11';
const OFFICER = `ou_${Buffer.from('王芳').toString('hex')}`;

let town: Town;
afterEach(() => town.close());

/** While `gone` the platform says that the month is used up. */
async function open(month: { gone: boolean } = { gone: false }): Promise<HeldObject> {
	const unlessGone = async <T>(call: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		month.gone
			? { ok: false, fault: { kind: 'operator', code: '99991403', whole: true, until: 'next-month' } }
			: call();
	town = await openTown({
		overrides: { admins: [OFFICER], monthlyCalls: 100 },
		between: (platform) => ({ ...platform, send: (...args) => unlessGone(() => platform.send(...args)) }),
	});
	return hold(town.dataDir);
}

const standing = () => town.look((db) => newsStanding(db).map(({ code }) => code));
const ask = (object: HeldObject, path: string) =>
	object.within(async ({ app }) => {
		const response = await app.fetch(new Request(`http://zhibu.test${path}`));
		return `${response.status} ${await response.text()}`;
	});

test('the operator’s channel: gauge, readyz where it blocks, one private message, over an eviction', async () => {
	const object = await open();
	const 王芳 = town.person('王芳');
	await object.within(({ bot }) =>
		bot.store.commit(() => {
			news(bot, 'names-withheld', { code: 'name-withheld', errand: 'name-account' });
			news(bot, 'line-refused', { code: '514' });
		}),
	);
	await town.pass(MINUTE);
	expect(王芳.heard()).toHaveLength(1);
	expect(王芳.heard()[0]).toContain('contact:user.base:readonly');
	expect(await ask(object, '/readyz')).toContain('503 {"status":"not ready","reason":"line-refused"');
	expect(await ask(object, '/metrics')).toContain('zhibu_operator_news{code="names-withheld"} 1');
	await object.evict();
	expect((await standing()).toSorted()).toEqual(['line-refused', 'names-withheld']);
	await town.pass(MINUTE);
	expect(王芳.heard()).toHaveLength(1);

	// Whichever test comes first loads the isolate.
}, 60_000);

test('the month’s calls are counted and told, and the tap says where they went', async () => {
	const object = await open();
	const 王芳 = town.person('王芳');
	await object.within(() => tell(town, 王芳, '一句'));
	await town.settle();
	expect(await town.look((db) => callsIn(db, MONTH))).toBe(1);
	await object.within(({ bot }) => bot.store.commit(() => countCalls(bot.db, MONTH, 71)));
	await town.pass(MINUTE);
	expect(王芳.reads()).toContain('已用72%（72/100）');
	expect(await 王芳.taps('用在哪里')).toContain('更新卡片');
});

test('used up: kept until the 1st, over evictions, then in order and once', async () => {
	const month = { gone: true };
	const object = await open(month);
	const 张三 = town.person('张三');
	const later = (ms: number) =>
		object.within(async ({ clock, courier }) => {
			clock.moveTo(clock.now() + ms);
			await courier.caughtUp();
		});
	for (const words of ['一', '二', '三']) await object.within(() => tell(town, 张三, words));
	await later(0);
	expect(await standing()).toEqual(['quota-gone']);
	await object.evict();
	await town.look(() => tell(town, 张三, '四'));
	await later(20 * MINUTE);
	expect(张三.heard()).toEqual([]);
	month.gone = false;
	await object.within(({ bot, clock }) => clock.moveTo(nextMonth(bot) + 1));
	await town.settle();
	expect(张三.heard()).toEqual(['一', '二', '三', '四']);
	expect(await standing()).toEqual([]);
});
