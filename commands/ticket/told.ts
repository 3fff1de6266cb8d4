import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/done.ts';

/** The key under which the cards of a ticket are remembered; a reply to one of them means that ticket. */
export function keyOf(id: number): string {
	return `ticket:${id}`;
}

/** Cards that bring one word each: they stay as they are until they are erased. */
export function wordKeyOf(id: number): string {
	return `ticket:${id}:word`;
}

/** The requester sees how far it is. */
export function tellRequester(
	turn: Turn,
	ticket: { readonly id: number; readonly requesterId: number },
): void {
	const about = keyOf(ticket.id);
	turn.notify(
		ticket.requesterId,
		{ view: 'ticket-own', subject: String(ticket.id) },
		{ about, urgent: true },
	);
}

/** The assignee gets the story and what can be done; drawn at sending, so that it lies in no outbox. */
export function tellAssignee(turn: Turn, id: number, assigneeId: number): void {
	const subject = `${id}:${assigneeId}`;
	turn.notify(assigneeId, { view: 'ticket-work', subject }, { about: keyOf(id), urgent: true });
}

/** Who is on duty gets number, category and age, as long as nobody has taken it. */
export function tellDuty(turn: Turn, id: number, people: readonly { readonly id: number }[]): void {
	for (const each of people) {
		const subject = `${id}:${each.id}`;
		turn.notify(
			each.id,
			{ view: 'ticket-duty', subject },
			{ about: keyOf(id), urgent: true, condition: ['ticket-open', String(id)] },
		);
	}
}

/** A word for the other side; like the story it is drawn at sending. False when their account is gone. */
export function tellWord(turn: Turn, id: number, wordId: number, personId: number): boolean {
	const view = { view: 'ticket-word', subject: `${id}:${wordId}:${personId}` };
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
		summary: turn.t('ticket.summary'),
		text: turn.t('ticket.correction-text'),
		tone: 'plain',
	});
	turn.notify(personId, card);
}

/** The requester's own card, to the requester who has just done something. */
export function sayOwn(turn: Turn, id: number): void {
	turn.say({ view: 'ticket-own', subject: String(id) }, { about: keyOf(id) });
}
