import { dropTurn } from '../../db/outbox/index.ts';
import { lastTurnOf, markUndone, restore, touchedBy } from '../../db/undo.ts';
import { carried } from '../../src/bot/arguments/index.ts';
import { type Command, command, type Undo } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/done.ts';

/** Ours: taken back is what was done within the last ten minutes. */
export const UNDO_WITHIN = 10 * 60_000;

/** 撤回: takes back the speaker's own last change, as its command declares how. */
export function undoCommand(undoOf: (command: string) => Undo | undefined): Command {
	return command({
		name: 'undo',
		words: ['撤回', '撤销', 'undo'],
		who: 'anyone',
		answer: true,
		undo: 'none',
		purpose: 'undo.purpose',
		examples: ['撤回'],
		english: ['undo'],
		args: { turn: carried() },
		run(turn, { turn: wanted }) {
			const last = lastTurnOf(turn.db, turn.me.id, turn.now - UNDO_WITHIN, wanted);
			if (!last) throw new Refusal(wanted ? 'undo.too-late' : 'undo.nothing');
			const how = undoOf(last.command) ?? 'none';
			if (how === 'none') throw new Refusal('undo.not-this');
			const touched = touchedBy(turn.db, last.turn);
			if (how === 'restore') putBack(turn, last.turn);
			else {
				how(turn, last.turn);
				markUndone(turn.db, turn.act(), last.turn);
			}
			turn.say(doneCard({ title: turn.t('undo.done'), text: turn.t('undo.done-text'), tone: 'plain' }));
			for (const { table, key } of touched) redraw(turn, table, key);
		},
	});
}

/** What was changed is put back, and what nobody has received yet is not said; refuses when it was changed since. */
export function putBack(turn: Turn, undone: string): void {
	if (!restore(turn.db, turn.act(), undone)) throw new Refusal('undo.changed-since');
	dropTurn(turn.db, undone, turn.now);
}

function redraw(turn: Turn, table: string, key: Readonly<Record<string, unknown>>): void {
	if (table === 'attendance') turn.redraw(`meeting:${key.meetingId}`);
	else if (table === 'meeting') turn.redraw(`meeting:${key.id}`);
	else if (table === 'transfer') turn.redraw(`transfer:${key.id}`);
	else if (table === 'ticket') turn.redraw(`ticket:${key.id}`);
	else if (table === 'registration') turn.redraw(`registration:${key.id}`);
}
