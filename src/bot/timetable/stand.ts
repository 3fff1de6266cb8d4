import type { ReminderRow } from '../../../db/reminders.ts';
import { addDays, localDate } from '../../rules/dates.ts';
import type { Scene } from '../view.ts';
import type { Due, Item, Reminder } from './reminder.ts';

/** Where a row stands at a moment: worked out once, and handed on to whoever has to do with it. */
export interface Stand {
	readonly row: ReminderRow;
	readonly reminder: Reminder;
	readonly item: Item;
	/** Why it need not be said now, by its named cause; undefined: it still has to be. */
	readonly cause: string | undefined;
	/** May go out on a day off. */
	readonly anyDay: boolean;
}

/** It has become somebody else's duty. */
export const HANDED_ON = 'handed-on';

/** Where a row stands now; throws when there is no reminder of its name. */
export function standOf(scene: Scene, reminders: readonly Reminder[], row: ReminderRow): Stand {
	const reminder = reminderOf(reminders, row);
	const item = itemOf(scene, row);
	const steps = reminder.due(scene, item.id, { after: addDays(item.dueOn, -1), rules: item.rules });
	const own = steps.find(({ step, dueOn }) => step === item.step && dueOn === item.dueOn);
	const cause = own ? causeOf(scene, reminder, item, steps, own) : gone(item, steps);
	return { row, reminder, item, cause, anyDay: own?.anyDay === true };
}

/** The reminder a row belongs to; throws when there is none of this name. */
export function reminderOf(reminders: readonly Reminder[], { rule }: { readonly rule: string }): Reminder {
	const found = reminders.find(({ name }) => name === rule);
	if (!found) throw new Error(`no reminder ${rule}`);
	return found;
}

/** What a row is about, and the rules by which it was decided. */
export function itemOf({ book, zone }: Scene, { subject, step, dueOn, personId, at }: ReminderRow): Item {
	const id = Number(subject.slice(subject.indexOf(':') + 1));
	return { id, step, dueOn, personId, rules: book.at(localDate(at, zone)) };
}

function gone({ step }: Item, steps: readonly Due[]): string {
	return steps.some((each) => each.step === step) ? 'replaced' : 'settled';
}

function causeOf(
	scene: Scene,
	{ concerns, people }: Reminder,
	{ id, step, personId }: Item,
	steps: readonly Due[],
	own: Due,
): string | undefined {
	if (!own.useful || laterOne(scene, steps, own)) return 'past';
	if (concerns) return concerns(scene, id, step, personId) ? undefined : 'settled';
	return people(scene, id, step).includes(personId) ? undefined : HANDED_ON;
}

/** A later step that is due already says the same again. */
function laterOne({ now, zone }: Scene, steps: readonly Due[], own: Due): boolean {
	const today = localDate(now, zone);
	return steps.some(({ dueOn, useful }) => useful && dueOn > own.dueOn && dueOn <= today);
}
