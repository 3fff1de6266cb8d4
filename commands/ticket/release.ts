import { dutyFor, mayTakeOver } from '../../db/duty.ts';
import { release, ticketsTakenBy } from '../../db/tickets.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/done.ts';
import { keyOf, redrawAll, tellDuty } from './told.ts';

/**
 * What somebody took on and may not hold any more goes back to those on duty: the account is gone, the role ended, or a
 * new one stands where the request was promised not to be seen.
 */
export function releaseTickets(turn: Turn, personId: number): void {
	for (const held of ticketsTakenBy(turn.db, personId)) {
		const { id, requesterId, state } = held;
		if (mayTakeOver(turn.db, held).some((able) => able.id === personId)) continue;
		release(turn.db, turn.act(), held);
		redrawAll(turn, id);
		if (state !== 'taken') continue;
		tellDuty(turn, id, dutyFor(turn.db, held).people);
		const text = turn.t('ticket.released', { id });
		const card = doneCard({ title: turn.t('ticket.summary'), text, tone: 'plain' });
		turn.notify(requesterId, card, { about: keyOf(id) });
	}
}
