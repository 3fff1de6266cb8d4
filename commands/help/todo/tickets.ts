import type { KnownTicket } from '../../../db/tickets.ts';
import type { Turn } from '../../../src/bot/turn.ts';
import { ticketButton } from '../../../src/cards/ticket.ts';
import { ageOf } from '../../ticket/views.ts';
import { knownTickets } from '../../ticket/which.ts';
import type { Waiting } from './waiting.ts';

/** Of the requests for help: those on one's duty, those taken on, and one's own that wait for a word. */
export function ticketsWaiting(turn: Turn): Waiting {
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
}

function lineOf({ t, now, tenant }: Turn, ticket: KnownTicket): string {
	const { id, part } = ticket;
	const category = t(`ticket.${ticket.category}`);
	if (part === 'requester') return t('ticket.todo-own', { id });
	if (part === 'assignee') return t('ticket.todo-work', { id, category });
	return t('ticket.todo-duty', { id, category, age: ageOf(t, ticket, now, tenant.zone) });
}
