import type { KnownTicket } from '../../db/tickets.ts';
import { todo } from '../../src/bot/command.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { ticketButton } from '../../src/cards/ticket.ts';
import { knownTickets } from './find.ts';
import { ageOf } from './views.ts';

/** Of the requests for help: those on one's duty, those taken on, and one's own that wait for a word. */
export const ticketsWaiting = todo((turn) => {
	const waiting = knownTickets(turn).filter(
		({ part, state }) =>
			(part === 'duty' && state === 'open') ||
			(part === 'assignee' && state === 'taken') ||
			(part === 'requester' && state === 'done'),
	);
	return {
		items: waiting.map((each) => lineOf(turn, each)),
		buttons: waiting
			.slice(0, 1)
			.map(({ id }) =>
				ticketButton(turn.t('ticket.todo-button', { id }), 'ticket.list', id, { opens: true }),
			),
	};
});

function lineOf({ t, now, zone }: Turn, ticket: KnownTicket): string {
	const { id, part } = ticket;
	const category = t(`ticket.${ticket.category}`);
	if (part === 'requester') return t('ticket.todo-own', { id });
	if (part === 'assignee') return t('ticket.todo-work', { id, category });
	return t('ticket.todo-duty', { id, category, age: ageOf(t, ticket, now, zone) });
}
