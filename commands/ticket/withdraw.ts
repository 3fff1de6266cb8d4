import { moveOn } from '../../db/tickets.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { keyOf, sayOwn, tellCorrection } from './told.ts';
import { takeBackStep } from './undo.ts';
import { theTicket } from './which.ts';

/** 撤回求助: the requester wants it no more. */
export const withdrawTicket = command({
	name: 'ticket.withdraw',
	words: ['撤回求助', '求助 撤回', 'withdraw'],
	who: 'anyone',
	page: 'help',
	answer: true,
	undo: takeBackStep,
	purpose: 'ticket.withdraw-purpose',
	examples: ['撤回求助 #12'],
	args: { ticket: numbered('ticket') },
	run(turn, { ticket }) {
		const found = theTicket(turn, 'withdraw', ticket, 'ticket.withdraw');
		moveOn(turn.db, turn.act(), found, found.next);
		turn.redraw(keyOf(found.id));
		if (found.assigneeId !== null) tellCorrection(turn, found.id, found.assigneeId);
		sayOwn(turn, found.id);
	},
});
