import { carriedBy, reminderById } from '../../db/reminders.ts';
import { itemOf, type Reminder, reminderOf } from '../bot/timetable/index.ts';
import type { View } from '../bot/view.ts';
import { aloneCard, digestCard } from '../cards/reminder.ts';
import { whichWhyCard, whyCard } from '../cards/why.ts';
import { stillStanding } from './standing.ts';

/** One message with reminders; the subject is what carries them: `digest:3:2026-11-23`, or `reminder:7` for one alone. */
export function remindersView(reminders: readonly Reminder[]): View {
	return {
		kind: 'view',
		name: 'reminders',
		draw(scene, turn) {
			const rows = stillStanding(scene, reminders, turn);
			const lines = rows.map((row) => {
				const { heading, line } = reminderOf(reminders, row);
				return { heading, line: line(scene, itemOf(row)) };
			});
			const [first] = lines;
			const [row] = rows;
			if (!first || !row) return undefined;
			if (turn.startsWith('digest:')) return digestCard(scene.t, lines, turn);
			const own = reminderOf(reminders, row).card?.(scene, itemOf(row), turn);
			return own ?? aloneCard(scene.t, first, turn);
		},
	};
}

/** Why somebody was reminded; the subject is a message, or one reminder of it by its id. */
export function whyView(reminders: readonly Reminder[]): View {
	return {
		kind: 'view',
		name: 'reminders.why',
		draw(scene, subject) {
			const { t } = scene;
			const sent = subject.includes(':')
				? carriedBy(scene.db, subject).filter(({ state }) => state === 'sent')
				: [reminderById(scene.db, Number(subject))].filter((row) => row !== undefined);
			const told = sent.map((row) => {
				const reminder = reminderOf(reminders, row);
				const item = itemOf(row);
				return { id: row.id, line: reminder.line(scene, item), why: reminder.why(scene, item) };
			});
			const [only] = told;
			if (!only) return undefined;
			return told.length === 1 ? whyCard(t, only.line, only.why) : whichWhyCard(t, told);
		},
	};
}
