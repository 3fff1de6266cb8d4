import { eq, sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { enqueue } from '../../db/outbox/index.ts';
import { inbox, poison, question } from '../../db/schema/index.ts';
import type { Delivery, FeishuOptions } from '../../sandbox/platform/contract.ts';
import { openFeishu } from '../../sandbox/platform/index.ts';
import { takeIn } from '../../src/bot/inbox.ts';
import { BatchVoid } from '../../src/bot/ports.ts';
import type { Update } from '../../src/bot/vocabulary/index.ts';
import { patience, sized, survived } from '../torture/size.ts';
import { APP, openTown, START, type Town } from '../town/town.ts';
import { nameOf } from './branch.ts';
import { capPages, everything, pages, withBroken } from './broken.ts';

let town: Town;
let log: string[];
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const end of ends.splice(0)) await end();
});

/** A town whose platform tries again soon. */
async function patientTown(): Promise<void> {
	log = [];
	let url = '';
	const options: FeishuOptions = {
		...APP,
		botName: '支部助手',
		eventUrl: () => `${url}/lark/events`,
		now: () => START,
		retryAfterMs: Array.from({ length: 100 }, () => 50),
	};
	const feishu = await openFeishu(options);
	town = await openTown({
		feishu,
		overrides: { repertoire: withBroken },
		log: (line) => log.push(line),
	});
	url = town.running.url;
	ends.push(
		() => town.close(),
		() => feishu.close(),
	);
}

/** Each asks with a list too long to be forgotten on a small disk; all at the same time. */
function askAll(words: (number: number) => string, count = 12): Promise<Delivery[]> {
	return Promise.all(
		Array.from({ length: count }, async (_, number) => {
			const person = town.person(nameOf(number));
			const delivery = await town.feishu.say(person.openId, person.desk, words(number));
			if (!delivery) throw new Error('not delivered');
			return delivery;
		}),
	);
}

function isKept({ eventId }: Delivery): boolean {
	const { db } = town.running.bot;
	return db.select().from(inbox).where(eq(inbox.eventId, eventId)).get() !== undefined;
}

function hello(id: string): Update {
	const from = `ou_${id}`;
	const said = { kind: 'message', chatType: 'private', form: 'text', text: '你好', mentions: [] } as const;
	return { ...said, id, at: START, from, fromApp: false, messageId: `om_${id}`, chatId: `oc_${id}` };
}

const FULL = Array.from({ length: sized(1, 20) }, (_, time) => time + 1);

test.each(FULL)(
	'a full disk (%i): nothing half-done, 503, the process stays up, and all is caught up with',
	async () => {
		await patientTown();
		await askAll(() => '你好');
		await town.settle();
		const before = pages(town);
		capPages(town, before);
		const long = (number: number) => `报到 ${nameOf(number)} ${'很长的一句话'.repeat(2_000)}`;
		// SQLite has free pages of its own left: fill them until the first one is turned away.
		const deliveries: Delivery[] = [];
		const refused = () => deliveries.filter(({ tries, status }) => status === 503 || tries > 1);
		for (let round = 0; refused().length === 0 && round < 50; round++)
			deliveries.push(...(await askAll(() => `坏掉 ${long(round)}`)));
		expect(refused().length).toBeGreaterThan(0);
		for (const delivery of deliveries) expect(isKept(delivery)).toBe(delivery.status === 200);
		const { db } = town.running.bot;
		const poisoned = new Set(
			db
				.select()
				.from(poison)
				.all()
				.map(({ eventId }) => eventId),
		);
		for (const { eventId, status } of deliveries) expect(poisoned.has(eventId)).toBe(status === 200);
		for (const path of ['/healthz', '/metrics'])
			expect((await fetch(`${town.running.url}${path}`)).status).toBe(200);

		capPages(town);
		await town.feishu.quiet();
		for (const delivery of deliveries) expect(delivery.status).toBe(200);
		expect(deliveries.every(isKept)).toBe(true);
		expect(db.select().from(poison).all()).toHaveLength(deliveries.length);
		expect(log.join('\n')).toContain('batch-void');
		survived('event on a disk that was full', deliveries.length);
	},
	patience(20_000),
);

test('an error of our own stays with its Turn: sealed, a sentence with a reference, 200', async () => {
	await patientTown();
	const 张三 = town.person('张三');
	const [bad, ...good] = await Promise.all([
		town.feishu.say(张三.openId, 张三.desk, '坏掉 我家的难处'),
		...[1, 2, 3, 4, 5].map((number) => {
			const { openId, desk } = town.person(nameOf(number));
			return town.feishu.say(openId, desk, '你好');
		}),
	]);
	await town.settle();
	expect([bad, ...good].map((delivery) => delivery?.status)).toEqual([200, 200, 200, 200, 200, 200]);
	for (const number of [1, 2, 3, 4, 5]) expect(town.person(nameOf(number)).heard()).toHaveLength(1);

	const { db } = town.running.bot;
	const [kept, ...more] = db.select().from(poison).all();
	expect(more).toEqual([]);
	expect(张三.heard()).toHaveLength(1);
	expect(张三.reads()).toContain(kept?.reference);
	expect(db.select().from(question).all()).toEqual([]);
	expect(JSON.stringify(everything(town))).not.toContain('难处');
	expect(log.filter((line) => line.includes(kept?.reference ?? '?'))).toHaveLength(1);
	expect(log.join('\n')).not.toContain('难处');
});

test('a transaction that ends under the batch voids all of it', async () => {
	await patientTown();
	await askAll(() => '你好', 3);
	const { bot } = town.running;
	bot.db.run(
		sql.raw(`create trigger trap before insert on inbox when new.event_id = 'together-2'
			begin select raise(rollback, 'trapped'); end`),
	);
	const together = [0, 1, 2, 3].map((number) => takeIn(bot, hello(`together-${number}`)));
	const [first, second, trapped, next] = await Promise.allSettled(together);
	for (const each of [first, second, trapped])
		expect(each).toMatchObject({ status: 'rejected', reason: expect.any(BatchVoid) });
	// What had not begun yet belongs to the batch that follows.
	expect(next).toMatchObject({ status: 'fulfilled', value: { kind: 'done' } });
	expect(idsOf('inbox', 'event_id', 'together')).toEqual(['together-3']);
	expect(idsOf('person', 'open_id', 'ou_together')).toEqual(['ou_together-3']);

	bot.db.run(sql.raw('drop trigger trap'));
	for (const number of [0, 1, 2, 3])
		expect(await takeIn(bot, hello(`together-${number}`))).toEqual({ kind: 'done', answer: {} });
	expect(idsOf('inbox', 'event_id', 'together')).toHaveLength(4);
});

function idsOf(table: string, column: string, beginning: string): string[] {
	return town.running.bot.db
		.all<{ id: string }>(sql.raw(`select ${column} as id from ${table} order by 1`))
		.flatMap(({ id }) => (id?.startsWith(beginning) ? [id] : []));
}

test('a trap in the database: every event that was turned away is done when it comes again', async () => {
	await patientTown();
	const { db } = town.running.bot;
	db.run(
		sql.raw(`create trigger trap before insert on inbox when (select count(*) from inbox) >= 4
			begin select raise(rollback, 'trapped'); end`),
	);
	const deliveries = await askAll(() => '你好');
	expect(deliveries.filter(({ status, tries }) => status === 503 || tries > 1).length).toBeGreaterThan(7);
	for (const delivery of deliveries) expect(isKept(delivery)).toBe(delivery.status === 200);

	db.run(sql.raw('drop trigger trap'));
	await town.feishu.quiet();
	await town.settle();
	expect(deliveries.map(({ status }) => status)).toEqual(deliveries.map(() => 200));
	for (let number = 0; number < 12; number++) expect(town.person(nameOf(number)).heard()).toHaveLength(1);
});

test('a message that cannot be drawn ends alone, and does not take the process along', async () => {
	await patientTown();
	const 张三 = town.person('张三');
	const { store, clock, vault } = town.running.bot;
	await store.commit(() => {
		const say = (content: unknown) =>
			enqueue(town.running.bot.db, vault, {
				turn: 'test',
				target: { kind: 'account', openId: 张三.openId },
				content: JSON.stringify(content),
				now: clock.now(),
			});
		say({ kind: 'card', card: { title: '坏', tone: 'plain', body: [{ kind: 'buttons', buttons: [null] }] } });
		say({ kind: 'text', text: '好' });
	});
	await town.settle();
	expect(张三.heard()).toEqual(['好']);
	expect(everything(town).outbox?.map((row) => JSON.stringify(row))).toEqual([
		expect.stringContaining('content:our-error'),
		expect.stringContaining('"sent"'),
	]);
});
