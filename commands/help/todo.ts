import { rollsOpen, unanswered } from '../../db/meetings.ts';
import { registrationsWaiting } from '../../db/registrations.ts';
import { command } from '../../src/bot/command.ts';
import type { Button } from '../../src/bot/vocabulary/index.ts';
import { listCard } from '../../src/cards/list.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { ROLL_WITHIN } from '../../src/rules/meetings.ts';

/** 还差什么: one screen of what waits for the speaker. */
export const todo = command({
	name: 'todo',
	words: ['还差什么', '待办', '还有什么事', 'todo'],
	who: 'anyone',
	undo: 'none',
	purpose: 'todo.purpose',
	examples: ['还差什么'],
	english: ['todo'],
	args: {},
	run(turn) {
		const { t, db, now } = turn;
		const line = (sheet: Parameters<typeof meetingLine>[1]) => meetingLine(t, sheet, turn.tenant.zone);
		const answers = unanswered(db, turn.me.id, now);
		const rolls = rollsOpen(db, turn.managed, now - ROLL_WITHIN, now);
		const asked = registrationsWaiting(db, turn.managed);
		const items = [
			...answers.map((sheet) => t('todo.answer', { line: line(sheet), id: sheet.id })),
			...rolls.map((sheet) => t('todo.roll', { line: line(sheet), branch: sheet.branch.name, id: sheet.id })),
			...asked.map(({ name, branch }) => t('todo.registration', { name, branch })),
		];
		const button = (label: string, name: string, args: Record<string, string>): Button => ({
			label,
			action: { command: name, args, opens: true },
		});
		const buttons = [
			...answers
				.slice(0, 1)
				.map(({ id }) => button(t('todo.answer-button'), 'meeting', { meeting: String(id) })),
			...rolls.slice(0, 1).map(({ id }) => button(t('todo.roll-button'), 'meeting', { meeting: String(id) })),
			...asked
				.slice(0, 1)
				.map(({ id }) =>
					button(t('todo.registration-button'), 'registration.show', { registration: String(id) }),
				),
		];
		turn.say(
			listCard(
				{
					title: t(items.length > 0 ? 'todo.title' : 'todo.title-empty'),
					items,
					empty: t('todo.empty'),
					buttons,
				},
				(left) => t('list.more', { count: left }),
			),
		);
	},
});
