import { silentBetween, ticketFacts } from '../../db/due/tickets.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import type { Scene } from '../bot/view.ts';
import { sayDate } from '../cards/when.ts';
import { alertsFrom, SILENT, startsDue } from '../rules/alerts.ts';
import { BOOK } from '../rules/book.ts';
import { addDays, daysBetween, instantsOfDays, localDate } from '../rules/dates.ts';

/** Somebody who took a ticket has not sent a word for a week: whoever asked is waiting. */
export const ticketSilent: Reminder = {
	name: 'ticket.silent',
	about: 'ticket',
	heading: 'reminder.heading.ticket',
	urgent: true,
	candidates({ db, zone }, { after, until, above, most }) {
		return startsDue(SILENT, after, until).flatMap((days) =>
			silentBetween(db, instantsOfDays(addDays(days.after, 1), days.until, zone), above, most),
		);
	},
	due({ db, zone }, id) {
		const facts = ticketFacts(db, id);
		if (facts?.state !== 'taken' || facts.lastWordAt === null) return [];
		return alertsFrom(localDate(facts.lastWordAt, zone), SILENT).map((alert) => ({ ...alert, useful: true }));
	},
	people({ db }, id) {
		const assignee = ticketFacts(db, id)?.assigneeId;
		return assignee ? [assignee] : [];
	},
	line(scene, { id }) {
		const { t, now, zone } = scene;
		const word = lastWord(scene, id);
		const today = localDate(now, zone);
		return t('reminder.ticket.silent', { id, on: sayDate(t, word, today), days: daysBetween(word, today) });
	},
	why(scene, { id, dueOn }) {
		const { t, now, zone } = scene;
		const today = localDate(now, zone);
		const last = sayDate(t, lastWord(scene, id), today);
		return {
			rules: ['ticket.silent'],
			text: t('why.ticket-silent', {
				id,
				last,
				on: sayDate(t, dueOn, today),
				days: BOOK['ticket.silent'].value,
			}),
		};
	},
};

/** The local date of the assignee's last word. */
function lastWord({ db, zone }: Scene, id: number): string {
	const at = ticketFacts(db, id)?.lastWordAt;
	if (at == null) throw new Error('a reminder of no word');
	return localDate(at, zone);
}
