import { meOf, personById } from '../../db/people.ts';
import { type TransferSheet, transferById } from '../../db/transfers.ts';
import { touchedBy } from '../../db/undo.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { putBack, UNDO_WITHIN } from '../../src/bot/undo.ts';
import { condition, id, text, view } from '../../src/bot/view.ts';
import { undoButton } from '../../src/cards/frames.ts';
import { transferCard, transferGone } from '../../src/cards/transfer.ts';
import type { KeyFor } from '../../src/locales/index.ts';
import { localDate } from '../../src/rules/dates.ts';
import { actorsNow, concerned, ownSteps } from './rights.ts';

/** The card goes to these people, each their own, unless the transfer has moved on before it is sent. */
function send(turn: Turn, { id, stage }: TransferSheet, people: readonly number[]): void {
	for (const personId of new Set(people)) {
		if (personId === turn.me.id) continue;
		turn.notify(personId, transferView.of({ transfer: id, person: personId, turn: '' }), {
			about: `transfer:${id}`,
			condition: transferAt.of({ transfer: id, stage }),
		});
	}
}

/** A new transfer: everybody it concerns gets its one card. */
export function announce(turn: Turn, sheet: TransferSheet): void {
	send(turn, sheet, concerned(turn.db, sheet));
}

/** A step was taken: the cards out there change, and who must act next (at the end: the person) hears of it. */
export function passOn(turn: Turn, id: number): void {
	const sheet = transferById(turn.db, turn.vault, id);
	if (!sheet) return;
	turn.redraw(`transfer:${id}`);
	const next = actorsNow(turn.db, sheet, turn.today).map((person) => person.id);
	const tellPerson = sheet.stage === 'done' || sheet.stage === 'back' || sheet.stage === 'exempt';
	send(turn, sheet, tellPerson ? [...next, sheet.personId] : next);
}

/** Answers a step with the transfer as it stands now, and the way back. */
export function sayTaken(
	turn: Turn,
	id: number,
	title: KeyFor<'id'>,
	more: { reason?: string; final?: true } = {},
): void {
	const sheet = transferById(turn.db, turn.vault, id);
	if (!sheet) throw new Error('a transfer that was just written is there');
	const { t, today } = turn;
	const undo = more.final ? undefined : undoButton(t, turn.update.id);
	const card = transferCard(t, sheet, {
		today,
		steps: [],
		reason: more.reason,
		undo,
		title: t(title, { id }),
	});
	turn.say(card, { about: `transfer:${id}` });
}

/** 撤回 of a step: it stands where it stood; who was told of it hears so by their changed card. */
export function stepBack(turn: Turn, undone: string): void {
	const touched = touchedBy(turn.db, undone).find(({ table }) => table === 'transfer');
	putBack(turn, undone);
	if (touched) turn.redraw(`transfer:${Number(touched.key.id)}`);
}

/**
 * One transfer as one person sees it, with what they can do; for who has just begun it also the Turn in which they did:
 * while it can be taken back, the card says how.
 */
export const transferView = view({
	name: 'transfer',
	subject: { transfer: id, person: id, turn: text },
	draw({ db, vault, t, now, zone }, { transfer, person, turn }) {
		const sheet = transferById(db, vault, transfer);
		if (!sheet) return transferGone(t);
		const viewer = personById(db, person);
		const today = localDate(now, zone);
		const steps = viewer ? ownSteps(db, meOf(db, viewer), sheet, today) : [];
		const own = turn !== '' && sheet.stage === 'started' && now - sheet.startedAt < UNDO_WITHIN;
		if (!own) return transferCard(t, sheet, { today, steps });
		const title = t('transfer.started', { id: sheet.id });
		return transferCard(t, sheet, { today, steps: [], undo: undoButton(t, turn), title });
	},
});

/** Whether a transfer still stands where it stood. */
export const transferAt = condition({
	name: 'transfer-at',
	subject: { transfer: id, stage: text },
	holds: ({ db, vault }, { transfer, stage }) => transferById(db, vault, transfer)?.stage === stage,
});
