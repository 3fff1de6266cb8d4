import { contactedIn, floatFacts } from '../../db/due/floats.ts';
import { actingFor } from '../../db/duty.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import { sayDate } from '../cards/when.ts';
import { alertsFrom, CONTACT, startsDue } from '../rules/alerts.ts';
import { BOOK } from '../rules/book.ts';
import { localDate } from '../rules/dates.ts';

const MONTHS = BOOK['contact.every'].value;

/** Half a year without a word to somebody who is away from, or here with, a branch. */
export const contact: Reminder = {
	name: 'contact.due',
	about: 'float',
	heading: 'reminder.heading.contact',
	candidates({ db }, { after, until, above, most }) {
		return contactedIn(db, startsDue(CONTACT, after, until), above, most);
	},
	due({ db, now, zone }, id) {
		const away = floatFacts(db, id);
		if (away?.state !== 'open') return [];
		const today = localDate(now, zone);
		const last = away.contactedOn ?? away.since;
		return alertsFrom(last, CONTACT, today).map((alert) => ({ ...alert, useful: true }));
	},
	people({ db }, id) {
		const away = floatFacts(db, id);
		return away ? actingFor(db, away.branchId).map((person) => person.id) : [];
	},
	line({ db, t, now, zone }, { id }) {
		const away = floatFacts(db, id);
		if (!away) throw new Error('a reminder of nobody away');
		const today = localDate(now, zone);
		const { name, contactedOn, since } = away;
		const key = contactedOn === null ? 'reminder.contact.never' : 'reminder.contact.line';
		return t(key, { name, on: sayDate(t, contactedOn ?? since, today), months: MONTHS });
	},
	why({ db, t, now, zone }, { id, dueOn }) {
		const away = floatFacts(db, id);
		if (!away) throw new Error('a reminder of nobody away');
		const today = localDate(now, zone);
		const { name, contactedOn, since } = away;
		return {
			rules: ['contact.every'],
			text: t(contactedOn === null ? 'why.contact-never' : 'why.contact', {
				name,
				last: sayDate(t, contactedOn ?? since, today),
				on: sayDate(t, dueOn, today),
				months: MONTHS,
			}),
		};
	},
};
