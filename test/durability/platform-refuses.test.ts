import { afterEach, beforeEach, expect, test } from 'vitest';
import { Limiter, PLATFORM_LIMITS } from '../../src/bot/courier/limits.ts';
import { Order } from '../../src/bot/courier/order.ts';
import { record } from '../../src/bot/courier/record.ts';
import { nextMonth } from '../../src/bot/quota.ts';
import type { Fault } from '../../src/bot/vocabulary/index.ts';
import { openTown, type Town } from '../town/town.ts';
import { lastRow, post, rows, setRow } from './row.ts';

let town: Town;
beforeEach(async () => {
	town = await openTown();
});
afterEach(() => town.close());

const rules = () => ({
	limiter: new Limiter(PLATFORM_LIMITS),
	order: new Order(),
});

/** Writes down that the newest row failed so; answers the row as it is then. */
async function fails(fault: Fault, known = rules()) {
	const { bot } = town.running;
	const row = lastRow(town);
	const job = { row, call: async () => ({ ok: false, fault }) as const };
	await bot.store.commit(() => record(bot, known, job, { ok: false, fault }));
	return rows(town).find(({ id }) => id === row.id);
}

/** Far enough ahead that the courier leaves it alone. */
const LATER = 3_600_000;
async function waiting(): Promise<number> {
	const now = town.running.bot.clock.now();
	await post(town, 'oc_x', '通知', { notBefore: now + LATER });
	return now;
}

test('a row without quota asks after an hour whether more was bought, the 1st in Beijing being far', async () => {
	const now = await waiting();
	const row = await fails({ kind: 'operator', code: '99991403', until: 'next-month' });
	const first = nextMonth(town.running.bot);
	expect(new Date(first + 8 * 3_600_000).toISOString()).toMatch(/-01T00:00:00/);
	expect(first).toBeGreaterThan(now);
	expect(row?.state).toBe('waiting');
	const waits = (row?.notBefore ?? 0) - now;
	expect(waits).toBeGreaterThanOrEqual(3_600_000);
	expect(waits).toBeLessThan(first - now);
});

test('what waits for an operator is kept however long that takes; what is futile ends by name', async () => {
	await waiting();
	setRow(town, lastRow(town).id, { attempts: 500, createdAt: 0 });
	expect(await fails({ kind: 'operator', code: '230006' })).toMatchObject({ state: 'waiting' });
	expect(await fails({ kind: 'operator', code: 'name-withheld', futile: true })).toMatchObject({
		state: 'failed',
		cause: 'operator:name-withheld',
	});
});

test('a card that is being tapped is tried again after 0.3, 0.8 and 1.6 s', async () => {
	const now = await waiting();
	for (const [attempts, wait] of [300, 800, 1600].entries()) {
		setRow(town, lastRow(town).id, { attempts });
		const row = await fails({ kind: 'retry', code: '230099', waits: [300, 800, 1600] });
		expect((row?.notBefore ?? 0) - now).toBeGreaterThanOrEqual(wait);
		expect((row?.notBefore ?? 0) - now).toBeLessThan(wait + 250);
	}
});

test('what nobody knows is tried within reason, then failed by name', async () => {
	const now = await waiting();
	const fault: Fault = { kind: 'retry', code: '2200', patience: { forMs: 600_000, attempts: 5 } };
	setRow(town, lastRow(town).id, { attempts: 4 });
	expect(await fails(fault)).toMatchObject({ state: 'waiting' });
	setRow(town, lastRow(town).id, { attempts: 4, createdAt: now - 600_001 });
	expect(await fails(fault)).toMatchObject({ state: 'failed', cause: 'gave-up:2200' });
});

test('an answer whose question was taken back is said in private', async () => {
	await waiting();
	const target = { kind: 'reply', messageId: 'om_gone', chatId: 'oc_x', to: 'ou_asker' };
	setRow(town, lastRow(town).id, { target: JSON.stringify(target) });
	const failed = await fails({ kind: 'target', code: '230011', recalled: true });
	expect(failed).toMatchObject({ state: 'failed', cause: 'target:230011' });
	expect(lastRow(town)).toMatchObject({
		work: 'send',
		target: JSON.stringify({ kind: 'account', openId: 'ou_asker' }),
	});
});
