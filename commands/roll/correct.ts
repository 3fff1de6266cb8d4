import { countsOf, type ListedPerson, listOf, type Mark, correct as write } from '../../db/attendance.ts';
import type { MeetingSheet } from '../../db/meetings.ts';
import { Missing, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { meetingLine, rollLine } from '../../src/cards/meeting.ts';
import { mayCorrect } from '../../src/rules/meetings.ts';

/**
 * Corrects what was said of people by name, once the roll is closed. Why is asked for when it was closed longer ago than the
 * rule book leaves without it.
 */
export function correct(
	turn: Turn,
	sheet: MeetingSheet,
	markOf: (person: ListedPerson) => Mark | undefined,
	why: string | undefined,
): void {
	const { db, t, vault } = turn;
	const wrong = listOf(db, sheet.id).flatMap((person) => {
		const roll = markOf(person);
		return roll === undefined || roll === person.line.roll ? [] : [{ ...person, roll }];
	});
	if (wrong.length === 0) throw new Refusal('roll.as-it-was', { line: meetingLine(turn, sheet) });
	if (why === undefined && !mayCorrect(turn.book.at(turn.today), sheet.closedAt ?? 0, turn.now))
		throw new Missing('why', 'roll.ask-why');
	for (const { id: personId, roll } of wrong)
		write(db, turn.act(), vault, { meetingId: sheet.id, personId, roll, why });
	turn.redraw(`meeting:${sheet.id}`);
	const changed = wrong.map(({ name, line, roll }) =>
		t('roll.changed', { name, before: line.roll ? t(`mark.${line.roll}`) : '', mark: t(`mark.${roll}`) }),
	);
	turn.say(
		doneCard({
			title: t('roll.corrected'),
			lockScreen: t('meeting.summary'),
			facts: [[t('roll.meeting'), meetingLine(turn, sheet)]],
			text: [
				...changed,
				rollLine(t, countsOf(db, sheet.id)),
				...(why === undefined ? [] : [t('roll.why', { why })]),
			].join('\n'),
			buttons: [undoButton(t, turn.update.id)],
		}),
		{ about: `meeting:${sheet.id}` },
	);
}
