import { type KnownTicket, ticketFor, ticketsAskedBy, ticketsAtWork } from '../../db/tickets.ts';
import { pick, Refusal } from '../../src/bot/refusal.ts';
import { opening } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { sentence } from '../../src/locales/index.ts';
import { after, type Step, stepsOpen, type TicketState } from '../../src/rules/tickets.ts';

/** The speaker's own request that is not over. */
export const askedForHelp = opening('requested', ({ db, me }) =>
	ticketsAskedBy(db, me.id, 20).some(({ part, state }) => stepsOpen(part, state).length > 0),
);

/** A request that the speaker may take on or works on. */
export const askedToHelp = opening(
	'assigned',
	({ db, vault, scope }) => ticketsAtWork(db, vault, scope, ['open', 'taken', 'done']).length > 0,
);

/** Help is a private matter: in a group nothing of it is done. */
export function mustBePrivate(turn: Turn): void {
	if (!turn.isPrivate) throw new Refusal('ticket.not-here');
}

/** The ticket of this number, when this person may know of it; to others it does not exist. */
export function numberedTicket(turn: Turn, id: number): KnownTicket {
	const found = ticketFor(turn.db, turn.vault, turn.scope, id);
	if (!found) throw new Refusal('ticket.unknown', { id });
	return found;
}

/**
 * The ticket that is meant, for which this step is possible: the one numbered, or the only one; several are asked about
 * with buttons. An impossible step is refused with what is possible.
 */
export function theTicket(
	turn: Turn,
	step: Step,
	id: number | undefined,
): KnownTicket & { readonly next: TicketState } {
	mustBePrivate(turn);
	const found = id === undefined ? onlyOne(turn, step) : numberedTicket(turn, id);
	const next = after(step, found.part, found.state);
	if (!next) throw notPossible(turn, found);
	return { ...found, next };
}

function onlyOne(turn: Turn, step: Step): KnownTicket {
	const fitting = knownTickets(turn).filter(({ part, state }) => after(step, part, state) !== undefined);
	return pick(turn, fitting, {
		arg: 'ticket',
		none: () => new Refusal('ticket.none-fits'),
		question: sentence('ticket.choose-ticket'),
		tooMany: sentence('ticket.choose-number', { id: fitting[0]?.id ?? 1 }),
		value: ({ id }) => String(id),
		label: ({ id, state }) => turn.t('ticket.ticket-button', { id, state: turn.t(`ticket.state.${state}`) }),
	});
}

/** Everything this person knows of that is not over, own requests first. */
export function knownTickets(turn: Turn): KnownTicket[] {
	const own = ticketsAskedBy(turn.db, turn.me.id, 20);
	return [...own, ...ticketsAtWork(turn.db, turn.vault, turn.scope, ['open', 'taken', 'done'])];
}

function notPossible({ t }: Turn, { id, part, state }: KnownTicket): Refusal {
	const steps = stepsOpen(part, state).map((step) => t(`ticket.step.${step}`, { id }));
	const said = { id, state: t(`ticket.state.${state}`), steps: steps.join(t('list.comma')) };
	return new Refusal(steps.length === 0 ? 'ticket.nothing-possible' : 'ticket.not-possible', said);
}
