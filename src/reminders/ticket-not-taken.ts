import { openedBetween, ticketFacts } from '../../db/due/tickets.ts';
import { dutyFor } from '../../db/duty.ts';
import { askedFrom } from '../../db/tickets.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import { sayDate } from '../cards/when.ts';
import { alertsFrom, notTakenSteps, startsDue } from '../rules/alerts.ts';
import { addDays, instantsOfDays, localDate } from '../rules/dates.ts';
import { HOTLINES } from '../rules/tickets.ts';

/** Somebody asked for help and nobody has taken it for a workday. Says number, category and age; never who or what. */
export const ticketNotTaken: Reminder = {
	name: 'ticket.not-taken',
	about: 'ticket',
	heading: 'reminder.heading.ticket',
	candidates({ db, zone }, { after, until, above, most, rules }) {
		return startsDue(notTakenSteps(rules), after, until).flatMap((days) =>
			openedBetween(db, instantsOfDays(addDays(days.after, 1), days.until, zone), above, most),
		);
	},
	due({ db, zone }, id, { rules }) {
		const facts = ticketFacts(db, id);
		if (facts?.state !== 'open') return [];
		const opened = localDate(facts.openedAt, zone);
		return alertsFrom(opened, notTakenSteps(rules)).map((alert) => ({ ...alert, useful: true }));
	},
	people({ db, vault }, id) {
		const facts = ticketFacts(db, id);
		return facts ? dutyFor(db, askedFrom(vault, facts)).people.map((person) => person.id) : [];
	},
	line(scene, { id }) {
		const { db, t, now, zone } = scene;
		const facts = ticketFacts(db, id);
		if (!facts) throw new Error('a reminder of no ticket');
		const on = sayDate(t, localDate(facts.openedAt, zone), localDate(now, zone));
		return t('reminder.ticket.not-taken', { id, category: t(`ticket.${facts.category}`), on });
	},
	why({ db, t, now, zone }, { id, dueOn }) {
		const facts = ticketFacts(db, id);
		if (!facts) throw new Error('a reminder of no ticket');
		const today = localDate(now, zone);
		const opened = sayDate(t, localDate(facts.openedAt, zone), today);
		return {
			rules: ['ticket.not-taken'],
			text: t('why.ticket-not-taken', { id, opened, on: sayDate(t, dueOn, today) }),
		};
	},
};

/** The same day the requester hears it too: what was promised with the receipt. */
export const ticketNotTakenOwn: Reminder = {
	...ticketNotTaken,
	name: 'ticket.not-taken-own',
	urgent: true,
	people({ db }, id) {
		const facts = ticketFacts(db, id);
		return facts ? [facts.requesterId] : [];
	},
	line({ db, vault, t }, { id }) {
		const facts = ticketFacts(db, id);
		if (!facts) throw new Error('a reminder of no ticket');
		if (facts.state !== 'open') return t('reminder.ticket.own-taken', { id });
		const asked = dutyFor(db, askedFrom(vault, facts)).people.length > 0;
		const number = HOTLINES[facts.category];
		return t(asked ? 'reminder.ticket.own-not-taken' : 'reminder.ticket.own-nobody', { id, number });
	},
};
