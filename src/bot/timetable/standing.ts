import type { ReminderRow } from '../../../db/reminders.ts';
import { addDays, localDate } from '../../rules/dates.ts';
import type { Scene } from '../view.ts';
import type { Due, Item, Reminder } from './reminder.ts';

/** What a row is about. */
export function itemOf({ subject, step, dueOn, personId }: ReminderRow): Item {
	return { id: Number(subject.slice(subject.indexOf(':') + 1)), step, dueOn, personId };
}

/** It has become somebody else's duty. */
export const HANDED_ON = 'handed-on';

/** Why a reminder need not be said now, by its named cause; undefined when it still stands. */
export function obsolete(scene: Scene, reminder: Reminder, row: ReminderRow): string | undefined {
	const { id, step, dueOn, personId } = itemOf(row);
	const steps = reminder.due(scene, id, addDays(dueOn, -1));
	const own = steps.find((each) => each.step === step && each.dueOn === dueOn);
	if (!own) return steps.some((each) => each.step === step) ? 'replaced' : 'settled';
	if (!own.useful || laterOne(scene, steps, own)) return 'past';
	if (reminder.concerns) return reminder.concerns(scene, id, step, personId) ? undefined : 'settled';
	return reminder.people(scene, id, step).includes(personId) ? undefined : HANDED_ON;
}

/** A later step that is due already says the same again. */
function laterOne({ now, zone }: Scene, steps: readonly Due[], own: Due): boolean {
	const today = localDate(now, zone);
	return steps.some(({ dueOn, useful }) => useful && dueOn > own.dueOn && dueOn <= today);
}

/** Whether the step may go out on a day off. */
export function mayGoAnyDay(scene: Scene, reminder: Reminder, row: ReminderRow): boolean {
	const { id, step, dueOn } = itemOf(row);
	return reminder
		.due(scene, id, addDays(dueOn, -1))
		.some((each) => each.step === step && each.anyDay === true);
}
