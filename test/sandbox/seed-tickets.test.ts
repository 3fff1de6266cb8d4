import { afterAll, beforeAll, expect, test } from 'vitest';
import { ticket } from '../../db/schema/index.ts';
import { storyOf, ticketsNotTaken, ticketsSilent } from '../../db/tickets.ts';
import { township } from '../../sandbox/township/index.ts';
import { seed } from '../../src/runtime/node/sandbox/seed.ts';
import { openTown, type Town } from '../town/town.ts';

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
	expect(ticketsNotTaken(db, town.running.bot.clock.now())).toHaveLength(1);
	expect(ticketsSilent(db, town.running.bot.clock.now())).toHaveLength(1);
	expect(ticketsSilent(db, town.running.bot.clock.now() - 7 * 86_400_000)).toEqual([]);
	expect(ticketsNotTaken(db, town.running.bot.clock.now() - 2 * 86_400_000)).toEqual([]);
});
