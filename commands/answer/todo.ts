import { rollsOpen, unanswered } from '../../db/meetings.ts';
import { todo } from '../../src/bot/command.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { opens } from '../../src/cards/opens.ts';
import { ROLL_WITHIN } from '../../src/rules/meetings.ts';

/** Meetings to answer, and rolls to take. */
export const meetingsWaiting = todo((turn) => {
	const { t, db, now } = turn;
	const line = (sheet: Parameters<typeof meetingLine>[1]) => meetingLine(t, sheet, turn.zone);
	const answers = unanswered(db, turn.me.id, now);
	const rolls = rollsOpen(db, turn.managed, now - ROLL_WITHIN, now);
	return {
		items: [
			...answers.map((sheet) => t('todo.answer', { line: line(sheet), id: sheet.id })),
			...rolls.map((sheet) => t('todo.roll', { line: line(sheet), branch: sheet.branch.name, id: sheet.id })),
		],
		buttons: [
			...answers
				.slice(0, 1)
				.map(({ id }) => opens(t('todo.answer-button'), 'meeting', { meeting: String(id) })),
			...rolls.slice(0, 1).map(({ id }) => opens(t('todo.roll-button'), 'meeting', { meeting: String(id) })),
		],
	};
});
