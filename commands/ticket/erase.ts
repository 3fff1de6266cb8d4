import { forgetDraftsSaidIn } from '../../db/drafts.ts';
import { forgetUndelivered } from '../../db/outbox/index.ts';
import { forgetSaidIn } from '../../db/questions.ts';
import { erase, ticketById, ticketFor, ticketOfMessage } from '../../db/tickets.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import { button } from '../../src/bot/command.ts';
import { undeliveredKey } from '../../src/bot/courier/end.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { listen } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/frames.ts';
import { ticketButton } from '../../src/cards/ticket.ts';
import { mustBePrivate } from './find.ts';
import { keyOf, redrawAll, tellCorrection, wordKeyOf } from './notify.ts';

/** Whoever takes the message back with which they asked for help may want no trace of it; what only waited is gone. */
export const recalled = listen('recalled', (turn, { messageId }) => {
	forgetSaidIn(turn.db, turn.vault, messageId);
	forgetDraftsSaidIn(turn.db, turn.vault, messageId);
	const found = ticketOfMessage(turn.db, messageId);
	if (!found) return;
	const { t } = turn;
	const { id } = found;
	turn.notify(
		found.requesterId,
		doneCard({
			title: t('ticket.recalled-title', { id }),
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
export const eraseTicket = button({
	name: 'ticket.erase',
	who: 'anyone',
	writes: true,
	undo: 'never',
	args,
	run(turn, { ticket }) {
		const { id, assigneeId, state } = myOwn(turn, ticket);
		erase(turn.db, turn.act(), id);
		redrawAll(turn, id);
		for (const about of [keyOf(id), wordKeyOf(id)])
			for (const said of forgetUndelivered(turn.db, about, turn.now)) turn.redraw(undeliveredKey(said));
		const atWork = state === 'taken' || state === 'done';
		if (atWork && assigneeId !== null) tellCorrection(turn, id, assigneeId);
		const { t } = turn;
		turn.say(
			doneCard({
				title: t('ticket.erased', { id }),
				text: t('ticket.erased-text'),
			}),
		);
	},
});

export const keepTicket = button({
	name: 'ticket.keep',
	who: 'anyone',
	writes: false,
	args,
	run(turn, { ticket }) {
		const { id } = myOwn(turn, ticket);
		turn.say(
			doneCard({
				title: turn.t('ticket.kept-title'),
				text: turn.t('ticket.kept', { id }),
			}),
		);
	},
});

/** Only the requester decides this; to others there is no such ticket. */
function myOwn(turn: Turn, id = 0) {
	mustBePrivate(turn);
	const found = ticketFor(turn.db, turn.vault, turn.scope, id);
	const own = found?.part === 'requester' ? ticketById(turn.db, id) : undefined;
	if (!own) throw new Refusal('ticket.unknown', { id });
	return own;
}
