import { openTransferOf, openTransfers, type TransferSheet, transferFor } from '../../db/transfers.ts';
import { ownPeople, thePerson } from '../../src/bot/arguments/index.ts';
import { pick, Refusal } from '../../src/bot/refusal.ts';
import { opening } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { stepButton } from '../../src/cards/transfer.ts';
import { type Key, sentence } from '../../src/locales/index.ts';
import { decide, type Stage, type Step } from '../../src/rules/transfers.ts';
import { mayTake, ownSteps } from './rights.ts';

/** A transfer under way that the speaker may see. */
export const underWay = opening('transfer', (turn) => visibleTransfers(turn).length > 0);

/** The transfer of this number, when this person may see it. */
export function numberedTransfer(turn: Turn, id: number): TransferSheet {
	const found = transferFor(turn.db, turn.vault, id, turn.me.id, turn.managed);
	if (!found) throw new Refusal('transfer.unknown', { id });
	return found;
}

/** What is under way and the speaker may see: the own one, and those from and to the branches they run. */
export function visibleTransfers(turn: Turn): TransferSheet[] {
	const own = openTransferOf(turn.db, turn.vault, turn.me.id);
	const others = openTransfers(turn.db, turn.vault, turn.managed).filter(
		({ personId }) => personId !== turn.me.id,
	);
	return [...(own ? [own] : []), ...others];
}

/**
 * The transfer a step is meant for: the one numbered, the person's, the only one that can take it; several are asked about
 * with buttons. Refuses what is not for the speaker to do, and what is not possible now, saying what is.
 */
export function theTransfer(
	turn: Turn,
	meant: { readonly id?: number; readonly person?: string },
	step: Step,
): { sheet: TransferSheet; stage: Stage } {
	const sheet = meantTransfer(turn, meant, step);
	const decision = decide(sheet, step, turn.today);
	if (!mayTake(turn.db, turn.me, sheet, step)) throw new Refusal(NOT_YOURS[step]);
	if (decision.kind === 'to') return { sheet, stage: decision.stage };
	const { t } = turn;
	const now = t(`transfer.stage-${sheet.stage}`);
	const possible = decision.possible.map((each) => t(`transfer.do-${each}`)).join(t('list.comma'));
	const own = ownSteps(turn.db, turn.me, sheet, turn.today);
	const buttons = own.map((each, at) => stepButton(t, sheet.id, each, at));
	if (decision.kind === 'letter-over') throw new Refusal('transfer.letter-over', { id: sheet.id }, buttons);
	const key = decision.possible.length === 0 ? 'transfer.is-done' : 'transfer.not-now';
	throw new Refusal(key, { id: sheet.id, now, possible }, buttons);
}

function meantTransfer(
	turn: Turn,
	{ id, person }: { readonly id?: number; readonly person?: string },
	step: Step,
): TransferSheet {
	if (id !== undefined) return numberedTransfer(turn, id);
	const visible = visibleTransfers(turn);
	if (person !== undefined) {
		const moving = visible.map(({ personId: id, name }) => ({ id, name, openId: null }));
		const known = new Map([...moving, ...ownPeople(turn)].map((each) => [each.id, each]));
		const who = thePerson(turn, person, [...known.values()]);
		const found = visible.find(({ personId }) => personId === who.id);
		if (!found) throw new Refusal('transfer.none-of', { name: who.name ?? '' });
		return found;
	}
	const possible = visible.filter((each) => decide(each, step, turn.today).kind === 'to');
	const fitting = possible.filter((each) => mayTake(turn.db, turn.me, each, step));
	return pick(turn, fitting, {
		arg: 'transfer',
		none: () =>
			possible.length > 0
				? new Refusal(NOT_YOURS[step])
				: new Refusal('transfer.none-fitting', { step: turn.t(`transfer.do-${step}`) }),
		question: sentence('transfer.which'),
		tooMany: sentence('transfer.name-number', { id: fitting[0]?.id ?? 1 }),
		value: ({ id: number }) => String(number),
		label: ({ id: number, name, toName }) => turn.t('transfer.short', { id: number, name, to: toName }),
	});
}

const NOT_YOURS: Readonly<Record<Step, Key>> = {
	letter: 'transfer.letter-not-yours',
	receive: 'transfer.receive-not-yours',
	'send-back': 'transfer.receive-not-yours',
	exempt: 'transfer.home-not-yours',
	restart: 'transfer.home-not-yours',
	finish: 'transfer.home-not-yours',
};
