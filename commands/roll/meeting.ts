import { type MeetingSheet, rollsOpen } from '../../db/meetings.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { CHECK_IN, ROLL_WITHIN } from '../../src/rules/meetings.ts';
import { theMeeting } from '../meeting/which.ts';

/** The meeting whose roll is meant: the one numbered, else the one that began last and is still open. */
export function rollMeeting(
	turn: Turn,
	id: number | undefined,
	command: string,
	args: Readonly<Record<string, string>>,
): MeetingSheet {
	const until = turn.now + CHECK_IN.before;
	const open = rollsOpen(turn.db, turn.managed, turn.now - ROLL_WITHIN, until);
	const sheet = theMeeting(turn, id, open, command, args, 'roll.none');
	if (!turn.runs(sheet.branchId)) throw new Refusal('refuse.not-your-branch');
	if (sheet.state === 'cancelled') throw new Refusal('meeting.not-open', { id: sheet.id });
	if (sheet.startsAt > until) throw new Refusal('roll.too-early', { id: sheet.id });
	return sheet;
}
