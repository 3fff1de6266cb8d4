import { countsOf, type ListedPerson, listOf, type Mark, mark, unmarked } from '../../db/attendance.ts';
import { close, type MeetingSheet, rollsOpen } from '../../db/meetings.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Button } from '../../src/bot/vocabulary/index.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { meetingLine, rollLine } from '../../src/cards/meeting.ts';
import { checkInSpan, rollWithin } from '../../src/rules/meetings.ts';
import { theMeeting } from '../meeting/find.ts';

/** Writes the marks of a meeting; the roll is complete, and the meeting closed, when everybody has one. */
export function record(
	turn: Turn,
	sheet: MeetingSheet,
	markOf: (person: ListedPerson) => Mark | undefined,
): void {
	// A button was drawn when it was open; what is closed is corrected by name.
	if (sheet.state === 'closed') throw isClosed(turn, sheet);
	const { db, t } = turn;
	const people = listOf(db, sheet.id);
	if (people.length === 0) throw new Refusal('roll.nobody');
	for (const person of people) {
		const made = markOf(person);
		if (made) mark(db, turn.act(), sheet.id, person.id, made);
	}
	const open = unmarked(db, sheet.id);
	if (open.length === 0) close(db, turn.act(), sheet.id);
	turn.redraw(`meeting:${sheet.id}`);
	const undo = undoButton(t, turn.update.id);
	turn.say(
		doneCard({
			title: t(open.length === 0 ? 'roll.complete' : 'roll.partly', { count: open.length }),
			lockScreen: t('meeting.summary'),
			facts: [[t('roll.meeting'), meetingLine(turn, sheet)]],
			text: [
				rollLine(t, countsOf(db, sheet.id)),
				...(open.length > 0
					? [t('roll.open', { names: open.map(({ name }) => name).join(t('list.comma')) })]
					: []),
			].join('\n'),
			tone: open.length === 0 ? 'good' : 'careful',
			buttons: open.length === 0 ? [undo] : [...restButtons(turn, sheet), undo],
		}),
		{ about: `meeting:${sheet.id}` },
	);
}

function restButtons({ t }: Turn, { id }: MeetingSheet): Button[] {
	const button = (label: string, rest: string, style?: Button['style']): Button => ({
		label,
		action: { command: 'roll.rest', args: { meeting: String(id), mark: rest } },
		style,
	});
	return [button(t('roll.rest-present'), 'present', 'primary'), button(t('roll.rest-absent'), 'absent')];
}

/** Says that the roll is closed, and how one person's mark is corrected. */
export function isClosed(turn: Turn, sheet: MeetingSheet): Refusal {
	return new Refusal('roll.closed', { line: meetingLine(turn, sheet), id: sheet.id });
}

/** The meeting whose roll is meant: the one numbered, else the one that began last and is still open. */
export function rollMeeting(turn: Turn, id: number | undefined): MeetingSheet {
	const rules = turn.book.at(turn.today);
	const until = turn.now + checkInSpan(rules).before;
	const open = rollsOpen(turn.db, turn.managed, turn.now - rollWithin(rules), until);
	const sheet = theMeeting(turn, id, open, 'roll.none');
	if (!turn.runs(sheet.branchId)) throw new Refusal('refuse.not-your-branch');
	if (sheet.state === 'cancelled') throw new Refusal('meeting.not-open', { id: sheet.id });
	if (sheet.startsAt > until) throw new Refusal('roll.too-early', { id: sheet.id });
	return sheet;
}
