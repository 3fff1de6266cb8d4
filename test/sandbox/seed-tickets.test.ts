import { afterAll, beforeAll, expect, test } from 'vitest';
import { openedBetween, silentBetween } from '../../db/due/tickets.ts';
import { ticket } from '../../db/schema/index.ts';
import { storyOf } from '../../db/tickets.ts';
import { township } from '../../sandbox/township/index.ts';
import { seed } from '../../src/runtime/node/sandbox/seed.ts';
import { openTown, type Town } from '../town/town.ts';

const DAY = 86_400_000;

let town: Town;
beforeAll(async () => {
	town = await openTown();
	await town.running.bot.store.commit(() => seed(town.running.bot, township()));
});
afterAll(() => town.close());

test('the demo begins with a request for help in each state', async () => {
	const { db } = town.running.bot;
	const tickets = db.select().from(ticket).all();
	expect(tickets.map(({ state }) => state)).toEqual(['confirmed', 'done', 'taken', 'open']);
	const [confirmed] = tickets;
	if (!confirmed) throw new Error('there is a first one');
	expect(storyOf(town.running.bot.vault, confirmed)).toContain('学费');
	const now = town.running.bot.clock.now();
	expect(openedBetween(db, { from: now - 2 * DAY, until: now }, 0, 9)).toHaveLength(1);
	expect(openedBetween(db, { from: 0, until: now - 2 * DAY }, 0, 9)).toEqual([]);
	expect(silentBetween(db, { from: now - 7 * DAY, until: now }, 0, 9)).toHaveLength(1);
	expect(silentBetween(db, { from: 0, until: now - 7 * DAY }, 0, 9)).toEqual([]);
});
