import { decide, finish, forgo } from '../../../db/reminders.ts';
import { localDate } from '../../rules/dates.ts';
import type { Scene } from '../view.ts';
import { momentFor, readerOf } from './person.ts';
import type { Due, Reminder } from './reminder.ts';
import { HANDED_ON, type Stand } from './stand.ts';

/** Decides to remind everybody a step concerns; does nothing for whom it was decided before. `next`: with the next digest. */
export function tell(scene: Scene, reminder: Reminder, id: number, due: Due, next = false): void {
	const { db, now, zone, book } = scene;
	const rules = book.at(localDate(now, zone));
	const going = { anyDay: due.anyDay === true, urgent: reminder.urgent === true, next };
	for (const key of keysOf(scene, reminder, id, due)) {
		const reader = readerOf(db, key.personId, rules);
		if (reader.account === undefined) forgo(db, key, now, 'no-account');
		else decide(db, key, now, momentFor(reader, zone, now, going));
	}
}

/** Decides not to remind anybody of a step, for a named cause. */
export function skip(scene: Scene, reminder: Reminder, id: number, due: Due, cause: string): void {
	for (const key of keysOf(scene, reminder, id, due)) forgo(scene.db, key, scene.now, cause);
}

/** Drops a reminder for a named cause; what is somebody else's duty now is said to them instead. */
export function drop(scene: Scene, { row, reminder, item }: Stand, cause: string): void {
	finish(scene.db, row.id, scene.now, cause);
	if (cause !== HANDED_ON) return;
	const { id, step, dueOn } = item;
	tell(scene, reminder, id, { step, dueOn, useful: true });
}

function keysOf(scene: Scene, { name, about, people }: Reminder, id: number, { step, dueOn }: Due) {
	return people(scene, id, step).map((personId) => ({
		rule: name,
		step,
		subject: `${about}:${id}`,
		dueOn,
		personId,
	}));
}
