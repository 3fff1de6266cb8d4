import { forgetSaidIn } from '../../db/questions.ts';
import { erase, ticketById, ticketFor, ticketOfMessage } from '../../db/tickets.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { listen } from '../../src/bot/registry.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/done.ts';
import { ticketButton } from '../../src/cards/ticket.ts';
import { keyOf, redrawAll, tellCorrection } from './told.ts';
import { mustBePrivate, myPosts } from './which.ts';

/** Whoever takes the message back with which they asked for help may want no trace of it; what only waited is gone. */
export const recalled = listen('recalled', (turn, { messageId }) => {
	forgetSaidIn(turn.db, turn.tenant.vault, messageId);
	const found = ticketOfMessage(turn.db, messageId);
	if (!found) return;
	const { t } = turn;
	const { id } = found;
	turn.notify(
		found.requesterId,
		doneCard({
			title: t('ticket.recalled-title', { id }),
			summary: t('ticket.summary'),
			text: t('ticket.recalled-text'),
			tone: 'careful',
			buttons: [
				ticketButton(t('ticket.erase'), 'ticket.erase', id, { style: 'danger' }),
				ticketButton(t('ticket.keep'), 'ticket.keep', id),
			],
		}),
		{ about: keyOf(id) },
	);
});

const args = { ticket: numbered('ticket') };

/** The story and all words are gone, from the books behind them too; the number stays as withdrawn. */
export const eraseTicket = command({
	name: 'ticket.erase',
	words: [],
	who: 'anyone',
	undo: 'none',
	purpose: 'ticket.button-purpose',
	examples: [],
	args,
	run(turn, { ticket }) {
		const { id, assigneeId, state } = myOwn(turn, ticket);
		erase(turn.db, turn.act(), id);
		redrawAll(turn, id);
		const atWork = state === 'taken' || state === 'done';
		if (atWork && assigneeId !== null) tellCorrection(turn, id, assigneeId);
		const { t } = turn;
		turn.say(
			doneCard({
				title: t('ticket.erased', { id }),
				summary: t('ticket.summary'),
				text: t('ticket.erased-text'),
			}),
		);
	},
});

export const keepTicket = command({
	name: 'ticket.keep',
	words: [],
	who: 'anyone',
	undo: 'none',
	purpose: 'ticket.button-purpose',
	examples: [],
	args,
	run(turn, { ticket }) {
		const { id } = myOwn(turn, ticket);
		turn.say(doneCard({ title: turn.t('ticket.kept', { id }), summary: turn.t('ticket.summary') }));
	},
});

/** Only the requester decides this; to others there is no such ticket. */
function myOwn(turn: Turn, id = 0) {
	mustBePrivate(turn);
	const found = ticketFor(turn.db, myPosts(turn), id);
	const own = found?.part === 'requester' ? ticketById(turn.db, id) : undefined;
	if (!own) throw new Refusal('ticket.unknown', { id });
	return own;
}
