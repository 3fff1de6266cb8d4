import { moveOn, ticketsAskedBy } from '../../db/tickets.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { keyOf, sayOwn, tellRequester } from './told.ts';
import { takeBackStep } from './undo.ts';
import { theTicket } from './which.ts';

const args = { ticket: numbered('ticket') };

/** 办结: the assignee says it is done; whether it is, the requester says. */
export const finishTicket = command({
	name: 'ticket.finish',
	words: ['办结', 'resolve'],
	who: 'secretary',
	page: 'help',
	answer: true,
	undo: takeBackStep,
	purpose: 'ticket.finish-purpose',
	examples: ['办结 #12'],
	args,
	run(turn, { ticket }) {
		const found = theTicket(turn, 'finish', ticket, 'ticket.finish');
		moveOn(turn.db, turn.act(), found, found.next);
		turn.redraw(keyOf(found.id));
		tellRequester(turn, found);
		const { t } = turn;
		turn.say(
			doneCard({
				title: t('ticket.finished', { id: found.id }),
				summary: t('ticket.summary'),
				text: t('ticket.finished-text'),
				buttons: [undoButton(t, turn.update.id)],
			}),
			{ about: keyOf(found.id) },
		);
	},
});

/** 满意: the confirmed end. */
export const confirmTicket = command({
	name: 'ticket.confirm',
	words: ['满意', 'satisfied'],
	who: 'anyone',
	page: 'help',
	answer: true,
	undo: takeBackStep,
	purpose: 'ticket.confirm-purpose',
	examples: ['满意 #12'],
	args,
	run(turn, { ticket }) {
		const found = theTicket(turn, 'confirm', ticket, 'ticket.confirm');
		moveOn(turn.db, turn.act(), found, found.next);
		turn.redraw(keyOf(found.id));
		const text = turn.t('ticket.confirmed', { id: found.id });
		if (found.assigneeId !== null)
			turn.notify(found.assigneeId, doneCard({ title: turn.t('ticket.summary'), text }));
		sayOwn(turn, found.id);
	},
});

/** 不太满意, 还没解决, 解决了: not one of the words, but about what waits for one; false when nothing does. */
export function hearsVerdict(turn: Turn, text: string): boolean {
	if (!turn.isPrivate || text.length > 20 || !/满意|解决|\b(?:satisfied|solved)\b/iu.test(text)) return false;
	const done = waitingForMe(turn);
	for (const { id } of done) sayOwn(turn, id);
	return done.length > 0;
}

function waitingForMe(turn: Turn) {
	return ticketsAskedBy(turn.db, turn.me.id, 20).filter(({ state }) => state === 'done');
}

/** 不满意, 满意吗: nothing is written; what waits for the word is shown again with its buttons. */
export function askIfSolved(turn: Turn): void {
	const done = waitingForMe(turn);
	if (!turn.isPrivate || done.length === 0) turn.whisper(turn.t('ticket.none-fits'));
	else for (const { id } of done) sayOwn(turn, id);
}
