import { z } from 'zod';
import { dutyFor } from '../../db/duty.ts';
import { dropTurn } from '../../db/outbox/index.ts';
import { homeOf } from '../../db/roster.ts';
import { erase, ticketById, openTicket as write } from '../../db/tickets.ts';
import { touchedBy } from '../../db/undo.ts';
import { button } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { ROUTES } from '../../src/rules/tickets.ts';
import { mustBePrivate, numberedTicket } from './find.ts';
import { keyOf, sayOwn, tellCorrection, tellDuty } from './notify.ts';
import { waitingFor } from './open.ts';

/** Whom to ask is chosen: only now the request is written down, and those on duty are told. */
export const sendTicket = button({
	name: 'ticket.send',
	who: 'anyone',
	writes: true,
	undo: takeBackOpening,
	args: { route: { schema: z.enum(ROUTES) } },
	run(turn, { route }) {
		mustBePrivate(turn);
		const { category, story, message = null } = waitingFor(turn);
		if (!category || !story) {
			sayAgain(turn);
			return;
		}
		const branchId = homeOf(turn.db, turn.me.id)?.id ?? null;
		const asked = { requesterId: turn.me.id, branchId, route };
		const duty = dutyFor(turn.db, asked);
		if (duty.people.length === 0) throw new Refusal(`ticket.nobody-${route}`);
		const opening = { ...asked, category, story, dutyBranchId: duty.node, messageId: message };
		const { id } = write(turn.db, turn.act(), turn.vault, opening);
		turn.settle();
		tellDuty(turn, id, duty.people);
		sayOwn(turn, id);
	},
});

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
	for (const { id } of dutyFor(turn.db, found).people) tellCorrection(turn, found.id, id);
}
