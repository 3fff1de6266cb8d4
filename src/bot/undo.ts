import { dropTurn } from '../../db/outbox/index.ts';
import {
	isOutOfOffice,
	isResignation,
	lastTurnOf,
	markUndone,
	nodesTouched,
	restore,
	shownBy,
} from '../../db/undo.ts';
import type { Button, Command, Sayable } from './command.ts';
import { Refusal } from './refusal.ts';
import { may, notAllowed } from './rights.ts';
import type { Turn } from './turn.ts';

/** Ours: taken back is what was done within the last ten minutes, ms. */
export const UNDO_WITHIN = 10 * 60_000;

/**
 * Takes back the speaker's own last change (or that of the Turn `wanted`, from its button), as its command declares how;
 * answers which command that was. Refuses what was too long ago, is never taken back, was changed since, or was done in an office that is over.
 */
export function takeBack(turn: Turn, all: Sayable, wanted: string | undefined): string {
	const last = lastTurnOf(turn.db, turn.me.id, turn.now - UNDO_WITHIN, wanted);
	if (!last) throw new Refusal(wanted ? 'undo.too-late' : 'undo.nothing');
	const declared = all.commands.get(last.command);
	const how = declared?.writes ? declared.undo : 'never';
	if (!declared || how === 'never') throw new Refusal('undo.not-this');
	askForRights(turn, declared, last);
	const shown = shownBy(turn.db, last.turn);
	if (how === 'restore') putBack(turn, last.turn);
	else {
		how(turn, last.turn);
		markUndone(turn.db, turn.act(), last.turn);
	}
	for (const about of shown) turn.redraw(about);
	return last.command;
}

/**
 * Rights are asked again, as if it were said now: who may say it at all, and whether anything of what it changed lies where
 * the speaker still looks after. Only what the deed itself took from them is no reason.
 */
function askForRights(
	{ db, me, scope }: Turn,
	{ who }: Command | Button,
	last: { readonly turn: string; readonly at: number },
): void {
	if (isOutOfOffice(db, me.id, last)) throw new Refusal('refuse.not-your-branch');
	if (isResignation(db, me.id, last.turn)) return;
	if (!may(me, who)) throw new Refusal(notAllowed[who]);
	const touched = nodesTouched(db, me.id, last.turn);
	const lookedAfter = new Set([...scope.officerOf, ...scope.secretaryOf]);
	if (touched.length > 0 && !touched.some((node) => lookedAfter.has(node)))
		throw new Refusal('refuse.not-your-branch');
}

/** What was changed is put back, and what nobody has received yet is not said; refuses when it was changed since. */
export function putBack(turn: Turn, undone: string): void {
	if (!restore(turn.db, turn.act(), undone)) throw new Refusal('undo.changed-since');
	dropTurn(turn.db, undone, turn.now);
}
