import { silentBetween, ticketFacts } from '../../db/due/tickets.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import type { Scene } from '../bot/view.ts';
import { sayDate } from '../cards/when.ts';
import { alertsFrom, silentSteps, stands, startsDue } from '../rules/alerts.ts';
import { addDays, daysBetween, instantsOfDays, localDate } from '../rules/dates.ts';

/** Somebody who took a ticket has not sent a word for a week: whoever asked is waiting. */
export const ticketSilent: Reminder = {
	name: 'ticket.silent',
	about: 'ticket',
	heading: 'reminder.heading.ticket',
	urgent: true,
	candidates({ db, zone }, { after, until, above, most, rules }) {
		return startsDue(silentSteps(rules), after, until).flatMap((days) =>
			silentBetween(db, instantsOfDays(addDays(days.after, 1), days.until, zone), above, most),
		);
	},
	due({ db, zone }, id, { rules }) {
		const facts = ticketFacts(db, id);
		if (facts?.state !== 'taken' || facts.lastWordAt === null) return [];
		const last = localDate(facts.lastWordAt, zone);
		return alertsFrom(last, silentSteps(rules)).map((alert) => ({ ...alert, useful: true }));
	},
	people({ db }, id) {
		const assignee = ticketFacts(db, id)?.assigneeId;
		return assignee ? [assignee] : [];
	},
	line(scene, item) {
		const { id } = item;
		const { t, now, zone } = scene;
		const { day, taking } = lastWord(scene, id);
		const today = localDate(now, zone);
		const on = sayDate(t, day, today);
		if (!stands(alertsFrom(day, silentSteps(item.rules)), item))
			return t('reminder.ticket.answered', { id, on });
		const key = taking ? 'reminder.ticket.silent-taken' : 'reminder.ticket.silent';
		return t(key, { id, on, days: daysBetween(day, today) });
	},
	why(scene, item) {
		const { id, dueOn } = item;
		const { t, now, zone } = scene;
		const today = localDate(now, zone);
		const { day, taking } = lastWord(scene, id);
		const days = item.rules.value('ticket.silent');
		const values = { id, last: sayDate(t, day, today), on: sayDate(t, dueOn, today), days };
		const text = t(taking ? 'why.ticket-silent-taken' : 'why.ticket-silent', values);
		const standing = stands(alertsFrom(day, silentSteps(item.rules)), item);
		return { rules: ['ticket.silent'], text: standing ? text : t('why.changed', values) };
	},
};

/** The local date of the assignee's last word, and whether that was only to take it. */
function lastWord({ db, zone }: Scene, id: number): { day: string; taking: boolean } {
	const { lastWordAt = null, takenAt } = ticketFacts(db, id) ?? {};
	if (lastWordAt === null) throw new Error('a reminder of no word');
	return { day: localDate(lastWordAt, zone), taking: lastWordAt === takenAt };
}
