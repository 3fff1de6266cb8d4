import { z } from 'zod';
import { dutyFor } from '../../db/duty.ts';
import { cardOf, dropTurn } from '../../db/outbox/index.ts';
import { homeOf } from '../../db/roster.ts';
import { moveOn, ticketById, openTicket as write } from '../../db/tickets.ts';
import { touchedBy } from '../../db/undo.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { ROUTES } from '../../src/rules/tickets.ts';
import { waitingFor } from './open.ts';
import { keyOf, sayOwn, tellCorrection, tellDuty } from './told.ts';
import { mustBePrivate, numberedTicket } from './which.ts';

/** Whom to ask is chosen: only now the request is written down, and those on duty are told. */
export const sendTicket = command({
	name: 'ticket.send',
	words: [],
	who: 'anyone',
	undo: takeBackOpening,
	purpose: 'ticket.send-purpose',
	examples: [],
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
		const { id } = write(turn.db, turn.act(), turn.tenant.vault, opening);
		turn.settle();
		tellDuty(turn, id, duty.people);
		sayOwn(turn, id);
	},
});

/** A second tap on a card that has become the receipt shows it again; else the words did not wait so long. */
function sayAgain(turn: Turn): void {
	const shown = turn.update.kind === 'tap' ? cardOf(turn.db, turn.update.messageId) : undefined;
	const [kind, id] = shown?.key.split(':') ?? [];
	if (kind !== 'ticket') throw new Refusal('ticket.expired');
	sayOwn(turn, numberedTicket(turn, Number(id)).id);
}

/** 撤回 of a request that nobody has taken: what was not sent yet is not said, and those who were told hear of it. */
function takeBackOpening(turn: Turn, undone: string): void {
	const touched = touchedBy(turn.db, undone).find(({ table }) => table === 'ticket');
	const found = touched && ticketById(turn.db, Number(touched.key.id));
	if (found?.state !== 'open') throw new Refusal('undo.changed-since');
	moveOn(turn.db, turn.act(), found, 'withdrawn');
	const heard = dropTurn(turn.db, undone, turn.now) > 0;
	turn.redraw(keyOf(found.id));
	if (!heard) return;
	for (const { id } of dutyFor(turn.db, found).people) tellCorrection(turn, found.id, id);
}
