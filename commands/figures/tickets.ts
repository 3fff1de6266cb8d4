import { command } from '../../src/bot/command.ts';
import { ticketsCard } from '../../src/cards/figures/tickets.ts';
import { asked, askedBy } from './asked.ts';
import { ticketsOf } from './counted.ts';

/** 统计 求助: how many asked for help and how far it went. */
export const ticketStats = command({
	name: 'stats.tickets',
	words: ['统计 求助', '求助 统计', '统计 帮扶', 'stats help'],
	who: 'secretary',
	page: 'figures',
	undo: 'none',
	purpose: 'figures.tickets-purpose',
	examples: ['统计 求助', '统计 求助 上季度'],
	english: ['stats help'],
	args: askedBy,
	run(turn, args) {
		turn.say(ticketsCard(turn.t, ticketsOf(turn, asked(turn, 'tickets', args))));
	},
});
