import { ticketById } from '../../db/tickets.ts';
import { touchedBy } from '../../db/undo.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/done.ts';
import { putBack } from '../help/undo.ts';
import { keyOf, redrawAll } from './told.ts';

/** 撤回 of a step: the ticket is as it was, and the other side, who was told, hears that. */
export function takeBackStep(turn: Turn, undone: string): void {
	const touched = touchedBy(turn.db, undone).find(({ table }) => table === 'ticket');
	const before = touched && ticketById(turn.db, Number(touched.key.id));
	putBack(turn, undone);
	const found = before && ticketById(turn.db, before.id);
	if (!found) return;
	redrawAll(turn, found.id);
	const { id, state, requesterId } = found;
	const others = [requesterId, before.assigneeId, found.assigneeId];
	for (const other of new Set(others)) {
		if (other === null || other === turn.me.id) continue;
		const text = turn.t('ticket.step-undone', { id, state: turn.t(`ticket.state.${state}`) });
		turn.notify(other, doneCard({ title: turn.t('ticket.summary'), text, tone: 'plain' }), {
			about: keyOf(id),
		});
	}
}
