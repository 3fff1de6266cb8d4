import type { Db } from '../../../db/database.ts';
import { cursorsOf, moveCursor, type Touched, touchedAfter } from '../../../db/due/look.ts';
import { holderOf } from '../../../db/people.ts';
import { lookAgain } from '../../../db/reminders.ts';
import { addDays, localDate } from '../../rules/dates.ts';
import { knowsHolidays } from '../../rules/workdays.ts';
import type { Bot } from '../repertoire.ts';
import { sceneOf } from '../tenant.ts';
import type { Scene } from '../view.ts';
import type { Reminder, Window } from './reminder.ts';
import { skip, tell } from './tell.ts';

/** So many subjects at once, and (ms) so long; then it is somebody else's turn on the main thread. */
const MOST = 200;
const LONGEST = 20;
const LEDGER = 'ledger';

/**
 * Inside a transaction: decides what has fallen due since the last look, by date and by what was changed. False when
 * there is more to look at.
 */
export function look(bot: Bot): boolean {
	const scene = sceneOf(bot, bot.clock.now());
	warnOfUnknownHolidays(bot, scene);
	const stopAt = bot.clock.monotonic() + LONGEST;
	return lookAtChanges(bot, scene, stopAt) && lookAtDates(bot, scene, stopAt);
}

/** So early that there is time to bring the package up to date. */
const WARN_AHEAD = 21;
const HOLIDAYS = 'holidays';

/** Once a year, to the operator: of this year only weekends and five holidays are known. */
function warnOfUnknownHolidays({ db, log }: Bot, { now, zone }: Scene): void {
	const date = addDays(localDate(now, zone), WARN_AHEAD);
	const year = Number(date.slice(0, 4));
	if (knowsHolidays(year) || (cursorsOf(db).get(HOLIDAYS)?.lookedOn ?? '') >= date.slice(0, 4)) return;
	log.warn('holidays-unknown', { year, advice: 'update the package chinese-days' });
	moveCursor(db, HOLIDAYS, { lookedOn: date, until: null, after: 0 });
}

function lookAtDates({ db, timetable, clock }: Bot, scene: Scene, stopAt: number): boolean {
	const today = localDate(scene.now, scene.zone);
	const rules = scene.book.at(today);
	const cursors = cursorsOf(db);
	for (const reminder of timetable) {
		const { name } = reminder;
		// What was there before the first look is found through its changes.
		const { lookedOn, until, after } = cursors.get(name) ?? {
			lookedOn: addDays(today, -1),
			until: null,
			after: 0,
		};
		const upTo = until ?? today;
		if (lookedOn >= upTo) continue;
		const window = { after: lookedOn, until: upTo, above: after, most: MOST, rules };
		const ids = reminder.candidates(scene, window);
		for (const [index, id] of ids.entries()) {
			decideDue(scene, reminder, id, window);
			const isLast = index === ids.length - 1 && ids.length < MOST;
			if (isLast || (index < ids.length - 1 && clock.monotonic() < stopAt)) continue;
			moveCursor(db, name, { lookedOn, until: upTo, after: id });
			return false;
		}
		moveCursor(db, name, { lookedOn: upTo, until: null, after: 0 });
		if (upTo < today) return false;
	}
	return true;
}

/** Of the steps that fell due in the window the last one is said, if it is of use still; the others are past. */
function decideDue(scene: Scene, reminder: Reminder, id: number, { after, until, rules }: Window): void {
	const steps = reminder
		.due(scene, id, { after, rules })
		.filter(({ dueOn }) => dueOn > after && dueOn <= until);
	const current = steps.findLast(({ useful }) => useful);
	for (const step of steps) {
		if (step === current) tell(scene, reminder, id, step);
		else skip(scene, reminder, id, step, 'past');
	}
}

function lookAtChanges({ db, timetable, clock }: Bot, scene: Scene, stopAt: number): boolean {
	const from = cursorsOf(db).get(LEDGER)?.after ?? 0;
	const changes = touchedAfter(db, from, MOST);
	let after = from;
	for (const change of changes) {
		after = change.ledgerId;
		const person = whoseRemindersChange(db, change);
		if (person !== undefined) lookAgain(db, person, scene.now);
		for (const reminder of timetable)
			if (reminder.about === change.table) decideChanged(scene, reminder, change);
		if (clock.monotonic() > stopAt) break;
	}
	if (after === from) return true;
	moveCursor(db, LEDGER, { lookedOn: '', until: null, after });
	return changes.length < MOST && after === changes.at(-1)?.ledgerId;
}

/** Somebody chose other hours or a pause, or has another role: what waits for them may go earlier, or to others. */
function whoseRemindersChange(db: Db, { table, id }: Touched): number | undefined {
	if (table === 'reminder_choice') return id;
	return table === 'role' ? holderOf(db, id) : undefined;
}

/** What was changed may have a step behind it already: the last one counts, unless people have just been told. */
function decideChanged(scene: Scene, reminder: Reminder, { id, at }: Touched): void {
	const today = localDate(scene.now, scene.zone);
	const told = localDate(at, scene.zone);
	const rules = scene.book.at(today);
	const steps = reminder.due(scene, id, { after: '', rules }).filter(({ dueOn }) => dueOn <= today);
	if (reminder.announced) {
		for (const step of steps) if (step.dueOn <= told) skip(scene, reminder, id, step, 'replaced');
	}
	const current = steps.at(-1);
	// What is entered during the day is no reason for a second digest on it.
	if (current?.useful) tell(scene, reminder, id, current, told === today);
}
