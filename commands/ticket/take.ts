import { assign } from '../../db/tickets.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { keyOf, tellAssignee, tellRequester } from './told.ts';
import { takeBackStep } from './undo.ts';
import { theTicket } from './which.ts';

/** 我来办: somebody on duty takes a request on; from here on the story is theirs alone to read. */
export const takeTicket = command({
	name: 'ticket.take',
	words: ['我来办', '认领', '接办', 'take on'],
	who: 'secretary',
	page: 'help',
	answer: true,
	undo: takeBackStep,
	purpose: 'ticket.take-purpose',
	examples: ['我来办 #12'],
	args: { ticket: numbered('ticket') },
	run(turn, { ticket }) {
		const found = theTicket(turn, 'take', ticket, 'ticket.take');
		assign(turn.db, turn.act(), found, turn.me.id);
		turn.redraw(keyOf(found.id));
		tellAssignee(turn, found.id, turn.me.id);
		tellRequester(turn, found);
	},
});
