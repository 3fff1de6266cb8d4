import type { KnownTicket } from '../../db/tickets.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import { command, todo } from '../../src/bot/command.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { listCard } from '../../src/cards/frames.ts';
import { ticketButton } from '../../src/cards/ticket.ts';
import { knownTickets, mustBePrivate, numberedTicket } from './find.ts';
import { keyOf } from './notify.ts';
import { ageOf, dutyView, ownView, workView } from './views.ts';

/** 求助单: one's own requests, those taken on, and those that wait on one's duty; never a story. */
export const listTickets = command({
	name: 'ticket.list',
	words: ['求助单', '工单', 'tickets'],
	who: 'anyone',
	page: 'help',
	writes: false,
	purpose: 'ticket.list-purpose',
	examples: ['求助单'],
	args: { ticket: numbered('ticket') },
	run(turn, { ticket }) {
		mustBePrivate(turn);
		if (ticket !== undefined) {
			show(turn, numberedTicket(turn, ticket));
			return;
		}
		const { t } = turn;
		const known = knownTickets(turn);
		const buttons = known
			.filter(({ state }) => state !== 'withdrawn')
			.slice(0, 6)
			.map(({ id }) => ticketButton(t('ticket.list-show', { id }), 'ticket.list', id, { opens: true }));
		const items = known.map((each) => lineOf(turn, each));
		turn.say({
			...listCard(t, { title: t('ticket.list-title'), items, empty: t('ticket.list-empty'), buttons }),
		});
	},
});

function lineOf({ t, now, zone }: Turn, ticket: KnownTicket): string {
	const { id, part, state } = ticket;
	const said = { id, category: t(`ticket.${ticket.category}`), state: t(`ticket.state.${state}`) };
	if (part === 'requester') return t('ticket.list-own', said);
	if (part === 'assignee') return t('ticket.list-work', said);
	return t('ticket.list-duty', { ...said, age: ageOf(t, ticket, now, zone) });
}

/** One ticket, as this person may see it. */
function show(turn: Turn, { id, part }: KnownTicket): void {
	const about = keyOf(id);
	const { me } = turn;
	// A new message rather than the tapped card: the story must not lie in the answer that is kept with the event.
	if (part === 'requester') turn.whisper(ownView.of({ ticket: id }), { about });
	else if (part === 'assignee') turn.whisper(workView.of({ ticket: id, person: me.id }), { about });
	else turn.whisper(dutyView.of({ ticket: id, person: me.id }), { about });
}

/** Of the requests for help: those on one's duty, those taken on, and one's own that wait for a word. */
export const ticketsWaiting = todo((turn) => {
	const waiting = knownTickets(turn).filter(
		({ part, state }) =>
			(part === 'duty' && state === 'open') ||
			(part === 'assignee' && state === 'taken') ||
			(part === 'requester' && state === 'done'),
	);
	return {
		items: waiting.map((each) => waitingLine(turn, each)),
		buttons: waiting
			.slice(0, 1)
			.map(({ id }) =>
				ticketButton(turn.t('ticket.todo-button', { id }), 'ticket.list', id, { opens: true }),
			),
	};
});

function waitingLine({ t, now, zone }: Turn, ticket: KnownTicket): string {
	const { id, part } = ticket;
	const category = t(`ticket.${ticket.category}`);
	if (part === 'requester') return t('ticket.todo-own', { id });
	if (part === 'assignee') return t('ticket.todo-work', { id, category });
	return t('ticket.todo-duty', { id, category, age: ageOf(t, ticket, now, zone) });
}
