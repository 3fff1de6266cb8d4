import { z } from 'zod';
import { dutyFor } from '../../db/duty.ts';
import { dropTurn } from '../../db/outbox/index.ts';
import { homeOf } from '../../db/roster.ts';
import {
	askedFrom,
	erase,
	storyOf,
	ticketById,
	ticketsAskedBy,
	openTicket as write,
} from '../../db/tickets.ts';
import { touchedBy } from '../../db/undo.ts';
import { button } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { type Category, ROUTES } from '../../src/rules/tickets.ts';
import { askOn, routesOpen, waitingFor } from './asking.ts';
import { mustBePrivate, numberedTicket } from './find.ts';
import { keyOf, sayOwn, tellCorrection, tellDuty } from './notify.ts';

/** Whom to ask is chosen: only now the request is written down, and those on duty are told. */
export const sendTicket = button({
	name: 'ticket.send',
	who: 'anyone',
	writes: true,
	undo: takeBackOpening,
	args: { route: { schema: z.enum(ROUTES) } },
	run(turn, { route }) {
		mustBePrivate(turn);
		const told = waitingFor(turn);
		const { category, story, firm, message = null } = told;
		if (!category || !story) {
			sayAgain(turn);
			return;
		}
		const branchId = homeOf(turn.db, turn.me.id)?.id ?? null;
		const duty = routesOpen(turn, firm).find((way) => way.route === route);
		// Whoever was offered may be gone by now, and who is on no roster is asked for the firm first.
		if (!duty || (branchId === null && firm === undefined)) {
			askOn(turn, told);
			return;
		}
		const before = askedAlready(turn, category, story);
		if (before !== undefined) {
			turn.settle();
			sayOwn(turn, before);
			return;
		}
		const asked = { requesterId: turn.me.id, branchId, route, dutyBranchId: duty.node };
		const opening = { ...asked, category, story, firm: firm || null, messageId: message };
		const { id } = write(turn.db, turn.act(), turn.vault, opening);
		turn.settle();
		tellDuty(turn, id, duty.people);
		sayOwn(turn, id);
	},
});

/** The same words said again while they are open are the same request: its receipt is shown, and nobody is told twice. */
function askedAlready({ db, vault, me }: Turn, category: Category, story: string): number | undefined {
	const same = ticketsAskedBy(db, me.id, 20).find(
		(each) =>
			(each.state === 'open' || each.state === 'taken') &&
			each.category === category &&
			storyOf(vault, each).trim() === story.trim(),
	);
	return same?.id;
}

/** A second tap on a card that has become the receipt shows it again; else the words did not wait so long. */
function sayAgain(turn: Turn): void {
	const { shown } = turn;
	if (shown?.kind !== 'ticket') throw new Refusal('ticket.expired');
	sayOwn(turn, numberedTicket(turn, shown.id).id);
}

/** 撤回 of a request that nobody has taken: its words are gone, what was not sent yet is not said, and those who were told hear of it. */
function takeBackOpening(turn: Turn, undone: string): void {
	const touched = touchedBy(turn.db, undone).find(({ table }) => table === 'ticket');
	const found = touched && ticketById(turn.db, Number(touched.key.id));
	if (found?.state !== 'open') throw new Refusal('undo.changed-since');
	erase(turn.db, turn.act(), found.id);
	const heard = dropTurn(turn.db, undone, turn.now) > 0;
	turn.redraw(keyOf(found.id));
	if (!heard) return;
	for (const { id } of dutyFor(turn.db, askedFrom(turn.vault, found)).people)
		tellCorrection(turn, found.id, id);
}
