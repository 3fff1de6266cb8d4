import { dutyFor } from '../../db/duty.ts';
import { moveOn, write } from '../../db/tickets.ts';
import { isCallingOff, numbered, rest, withoutIdNumbers } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { keyOf, sayOwn, tellAssignee, tellDuty, tellWord } from './told.ts';
import { takeBackStep } from './undo.ts';
import { theTicket } from './which.ts';

/** 重开: it is not solved; whoever had it goes on, with the requester's word for why. */
export const reopenTicket = command({
	name: 'ticket.reopen',
	words: ['重开', 'reopen'],
	who: 'anyone',
	page: 'help',
	undo: takeBackStep,
	purpose: 'ticket.reopen-purpose',
	examples: ['重开 #12 钱还没到账'],
	args: { ticket: numbered('ticket'), why: rest(500) },
	run(turn, { ticket, why }) {
		const found = theTicket(turn, 'reopen', ticket, 'ticket.reopen', why ? { why } : {});
		if (why && isCallingOff(why)) throw new Refusal('spine.called-off');
		moveOn(turn.db, turn.act(), found, found.next);
		const text = withoutIdNumbers(why);
		if (text) {
			const wordId = write(turn.db, turn.act(), turn.tenant.vault, found, text);
			if (found.assigneeId !== null) tellWord(turn, found.id, wordId, found.assigneeId);
		}
		turn.redraw(keyOf(found.id));
		if (found.assigneeId === null) tellDuty(turn, found.id, dutyFor(turn.db, found).people);
		else tellAssignee(turn, found.id, found.assigneeId);
		sayOwn(turn, found.id);
	},
});
