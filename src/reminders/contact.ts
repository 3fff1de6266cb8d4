import { contactedIn, floatFacts } from '../../db/due/floats.ts';
import { actingFor } from '../../db/duty.ts';
import type { Item, Reminder } from '../bot/timetable/index.ts';
import type { Scene } from '../bot/view.ts';
import { sayDate } from '../cards/when.ts';
import { alertsFrom, contactSteps, stands, startsDue } from '../rules/alerts.ts';
import { localDate } from '../rules/dates.ts';

/** Half a year without a word to somebody who is away from, or here with, a branch. */
export const contact: Reminder = {
	name: 'contact.due',
	about: 'float',
	heading: 'reminder.heading.contact',
	candidates({ db }, { after, until, above, most, rules }) {
		return contactedIn(db, startsDue(contactSteps(rules), after, until), above, most);
	},
	due({ db, now, zone }, id, { rules }) {
		const away = floatFacts(db, id);
		if (away?.state !== 'open') return [];
		const today = localDate(now, zone);
		const last = away.contactedOn ?? away.since;
		return alertsFrom(last, contactSteps(rules), today).map((alert) => ({ ...alert, useful: true }));
	},
	people({ db }, id) {
		const away = floatFacts(db, id);
		return away ? actingFor(db, away.branchId).map((person) => person.id) : [];
	},
	line(scene, item) {
		const { t } = scene;
		const { name, last, never, standing, months } = contactOf(scene, item);
		if (!standing) return t('reminder.contact.settled', { name, on: last });
		return t(never ? 'reminder.contact.never' : 'reminder.contact.line', { name, on: last, months });
	},
	why(scene, item) {
		const { t, now, zone } = scene;
		const { name, last, never, standing, months } = contactOf(scene, item);
		const on = sayDate(t, item.dueOn, localDate(now, zone));
		const text = t(never ? 'why.contact-never' : 'why.contact', { name, last, on, months });
		return { rules: ['contact.inland', 'contact.every'], text: standing ? text : t('why.changed', { on }) };
	},
};

/** When they were last spoken to, or else went; and whether the reminder still counts from that day. */
function contactOf({ db, t, now, zone }: Scene, item: Item) {
	const away = floatFacts(db, item.id);
	if (!away) throw new Error('a reminder of nobody away');
	const { name, contactedOn, since } = away;
	const last = contactedOn ?? since;
	return {
		name,
		last: sayDate(t, last, localDate(now, zone)),
		never: contactedOn === null,
		standing: stands(alertsFrom(last, contactSteps(item.rules)), item),
		months: item.rules.value('contact.every'),
	};
}
