import { afterEach, expect, test } from 'vitest';
import { rewrapState } from '../../db/rewrap/index.ts';
import { poison } from '../../db/schema/index.ts';
import { openVault } from '../../db/vault.ts';
import { DATA_KEY } from '../town/home.ts';
import { keysFound } from '../town/sealed-values.ts';
import { openTown, type Town } from '../town/town.ts';
import { plans } from './main.ts';
import { type HeldObject, hold } from './object.ts';

const NEW = 'the key that is to take its place from now on';
const [oldId] = openVault([DATA_KEY]).keys;
const [newId] = openVault([NEW]).keys;

let town: Town;
afterEach(() => town.close());

async function startWith(object: HeldObject, ...keys: string[]): Promise<void> {
	const plan = plans.get(town.dataDir);
	if (!plan?.settings) throw new Error('a town has settings');
	plans.set(town.dataDir, { ...plan, settings: { ...plan.settings, BOT_DATA_KEY: keys } });
	await object.evict();
}

/** The body is read to its end: an answer that stays open keeps the object from being put away. */
async function health(object: HeldObject) {
	const answer = await object.fetch(new Request('http://zhibu.test/healthz'));
	return { status: answer.status, said: await answer.text() };
}

test('without its key it lets nothing in, says why, and tells no id; with it everything is as before', async () => {
	const log: string[] = [];
	town = await openTown({ log: (line) => log.push(line) });
	const object = hold(town.dataDir);
	await town.person('张三').says('你好');
	await startWith(object, NEW);
	const { status, said } = await health(object);
	expect(status).toBe(503);
	expect(JSON.parse(said)).toEqual({
		code: 'not-configured',
		lines: [
			expect.stringMatching(/^BOT_DATA_KEY: .+ was sealed with another key .+ add that one at the end/),
		],
	});
	expect(said).not.toContain(oldId);
	expect(log.join('\n')).toContain(oldId);
	await startWith(object, DATA_KEY);
	expect(await health(object)).toMatchObject({ status: 200 });
	expect(await object.within(({ bot }) => rewrapState(bot.db))).toMatchObject({ seals: oldId, others: [] });
});

test('the alarm carries a new first key through everything, and the object may be put away in between', async () => {
	town = await openTown();
	const object = hold(town.dataDir);
	await town.person('张三').says('你好');
	await town.look((db) => {
		const vault = openVault([DATA_KEY]);
		for (let n = 0; n < 500; n++) {
			const row = `poison ${n}`;
			const sealed = vault.seal('words', { table: 'poison', column: 'update', row });
			db.insert(poison).values({ reference: row, eventId: row, at: 9e15, update: sealed, error: '' }).run();
		}
	});
	await startWith(object, NEW, DATA_KEY);
	await object.within(({ bot }) => {
		expect(rewrapState(bot.db)).toEqual({ seals: newId, others: [oldId], rewrap: 'under-way' });
	});
	await object.evict();
	await object.ring();
	expect(await object.within(({ bot }) => rewrapState(bot.db))).toMatchObject({ rewrap: 'finished' });
	expect((await object.within(({ bot }) => keysFound(bot.db)))[oldId]).toBeUndefined();
	await startWith(object, NEW);
	expect(await health(object)).toMatchObject({ status: 200 });
});
