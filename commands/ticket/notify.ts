import { dutyFor, mayTakeOver } from '../../db/duty.ts';
import { askedFrom, release, ticketById, ticketsTakenBy } from '../../db/tickets.ts';
import { touchedBy } from '../../db/undo.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { putBack } from '../../src/bot/undo.ts';
import { doneCard } from '../../src/cards/frames.ts';
import { dutyView, ownView, ticketOpen, wordView, workView } from './views.ts';

/** The key under which the cards of a ticket are remembered; a reply to one of them means that ticket. */
export function keyOf(id: number): string {
	return `ticket:${id}`;
}

/** Cards that bring one word each: they stay as they are until they are erased. */
export function wordKeyOf(id: number): string {
	return `ticket:${id}:word`;
}

/** The requester sees how far it is; false when their account is gone. */
export function tellRequester(
	turn: Turn,
	ticket: { readonly id: number; readonly requesterId: number },
): boolean {
	const about = keyOf(ticket.id);
	return turn.notify(ticket.requesterId, ownView.of({ ticket: ticket.id }), { about, urgent: true });
}

/** The assignee gets the story and what can be done; drawn at sending, so that it lies in no outbox. */
export function tellAssignee(turn: Turn, id: number, assigneeId: number): void {
	const whose = { ticket: id, person: assigneeId };
	turn.notify(assigneeId, workView.of(whose), { about: keyOf(id), urgent: true });
}

/** Who is on duty gets number, category and age, as long as nobody has taken it. */
export function tellDuty(turn: Turn, id: number, people: readonly { readonly id: number }[]): void {
	for (const each of people) {
		const whose = { ticket: id, person: each.id };
		turn.notify(each.id, dutyView.of(whose), {
			about: keyOf(id),
			urgent: true,
			anyOne: true,
			condition: ticketOpen.of(whose),
		});
	}
}

/** A word for the other side; like the story it is drawn at sending. False when their account is gone. */
export function tellWord(turn: Turn, id: number, wordId: number, personId: number): boolean {
	const view = wordView.of({ ticket: id, word: wordId, person: personId });
	return turn.notify(personId, view, { about: wordKeyOf(id), urgent: true });
}

/** Every card of it is drawn anew: what somebody reads who has nothing to do with it any more is emptied. */
export function redrawAll(turn: Turn, id: number): void {
	turn.redraw(keyOf(id));
	turn.redraw(wordKeyOf(id));
}

/** Whoever was told of it need not do anything any more. */
export function tellCorrection(turn: Turn, id: number, personId: number): void {
	const card = doneCard({
		title: turn.t('ticket.correction-title', { id }),
		text: turn.t('ticket.correction-text'),
		tone: 'plain',
	});
	turn.notify(personId, card);
}

/** Whoever had it hears that it is somebody else's now, and nothing of what it is about. */
export function tellMoved(turn: Turn, id: number, personId: number): void {
	const { t } = turn;
	const text = t('ticket.moved-away');
	const title = t('ticket.work-passed', { id });
	turn.notify(personId, doneCard({ title, text, tone: 'plain' }));
}

/** The requester's own card, to the requester who has just done something. */
export function sayOwn(turn: Turn, id: number): void {
	turn.say(ownView.of({ ticket: id }), { about: keyOf(id) });
}

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
		turn.notify(other, doneCard({ title: turn.t('spine.private'), text, tone: 'plain' }), {
			about: keyOf(id),
		});
	}
}

/**
 * What somebody took on and may not hold any more goes back to those on duty: the account is gone, the role ended, or a
 * new one stands where the request was promised not to be seen.
 */
export function releaseTickets(turn: Turn, personId: number): void {
	for (const held of ticketsTakenBy(turn.db, personId)) {
		const { id, requesterId, state } = held;
		if (mayTakeOver(turn.db, askedFrom(turn.vault, held)).some((able) => able.id === personId)) continue;
		release(turn.db, turn.act(), held);
		redrawAll(turn, id);
		if (state !== 'taken') continue;
		tellDuty(turn, id, dutyFor(turn.db, askedFrom(turn.vault, held)).people);
		const text = turn.t('ticket.released', { id });
		const card = doneCard({ title: turn.t('spine.private'), text, tone: 'plain' });
		turn.notify(requesterId, card, { about: keyOf(id) });
	}
}
