import { carriedBy, finish, type ReminderRow } from '../../db/reminders.ts';
import { drop, obsolete, type Reminder, reminderOf } from '../bot/timetable/index.ts';
import type { Condition, Scene } from '../bot/view.ts';

/** Asked at the moment of sending: does anything of what a message carries still stand? At its end each reminder learns its own. */
export function standing(reminders: readonly Reminder[]): Condition {
	return {
		kind: 'condition',
		name: 'reminders-stand',
		holds: (scene, turn) => stillStanding(scene, reminders, turn).length > 0,
		ended(scene, turn, cause) {
			for (const row of carriedBy(scene.db, turn)) {
				const reminder = reminderOf(reminders, row);
				const why = obsolete(scene, reminder, row) ?? cause;
				if (why === null) finish(scene.db, row.id, scene.now, null);
				else drop(scene, reminder, row, why);
			}
		},
	};
}

/** What a message carries that still has to be said. */
export function stillStanding(scene: Scene, reminders: readonly Reminder[], turn: string): ReminderRow[] {
	return carriedBy(scene.db, turn).filter(
		(row) => obsolete(scene, reminderOf(reminders, row), row) === undefined,
	);
}
