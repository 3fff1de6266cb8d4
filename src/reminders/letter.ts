import { letterFacts, lettersEnding } from '../../db/due/floats.ts';
import { actingFor } from '../../db/duty.ts';
import { toNameOf } from '../../db/transfers.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import type { Scene } from '../bot/view.ts';
import { sayDate } from '../cards/when.ts';
import { letterAlerts, letterSteps, stands, startsDue } from '../rules/alerts.ts';
import type { RuleKey } from '../rules/book.ts';
import { daysBetween, localDate } from '../rules/dates.ts';

/** A letter of introduction comes to its end and has not been handed in. */
export const letter: Reminder = {
	name: 'letter.ends',
	about: 'transfer',
	heading: 'reminder.heading.transfer',
	candidates({ db }, { after, until, above, most, rules }) {
		return lettersEnding(db, startsDue(letterSteps(rules), after, until), above, most);
	},
	due({ db, now, zone }, id, { rules }) {
		const found = letterFacts(db, id);
		if (found?.stage !== 'letter') return [];
		const useful = found.letterUntil >= localDate(now, zone);
		return letterAlerts(rules, found.letterUntil).map((alert) => ({ ...alert, useful }));
	},
	people({ db }, id) {
		const found = letterFacts(db, id);
		if (!found) return [];
		const sides = [found.fromBranchId, found.toBranchId].filter((side) => side !== null);
		const acting = sides.flatMap((side) => actingFor(db, side).map((person) => person.id));
		return [...new Set([found.personId, ...acting])];
	},
	line(scene, { id, personId }) {
		const { t, now, zone, vault } = scene;
		const found = letterOf(scene, id);
		const today = localDate(now, zone);
		const days = daysBetween(today, found.letterUntil);
		const values = {
			name: found.name,
			to: toNameOf(vault, found),
			until: sayDate(t, found.letterUntil, today),
			days,
		};
		if (days < 0) return t('reminder.letter.over', values);
		if (personId === found.personId)
			return t(days === 0 ? 'reminder.letter.own-today' : 'reminder.letter.own', values);
		return t(days === 0 ? 'reminder.letter.today' : 'reminder.letter.line', values);
	},
	why(scene, item) {
		const { id, step, dueOn, personId, rules } = item;
		const { t, now, zone } = scene;
		const found = letterOf(scene, id);
		const today = localDate(now, zone);
		const values = {
			name: personId === found.personId ? t('why.you') : found.name,
			until: sayDate(t, found.letterUntil, today),
			on: sayDate(t, dueOn, today),
			days: daysBetween(dueOn, found.letterUntil),
		};
		const text = t(dueOn === found.letterUntil ? 'why.letter-today' : 'why.letter', values);
		const standing = stands(letterAlerts(rules, found.letterUntil), item);
		return { rules: ['letter.longest', ruleOf(step)], text: standing ? text : t('why.changed', values) };
	},
};

function ruleOf(step: string): RuleKey {
	if (step === 'first') return 'letter.first-alert';
	return step === 'second' ? 'letter.second-alert' : 'letter.last-alert';
}

function letterOf({ db }: Scene, id: number) {
	const found = letterFacts(db, id);
	if (!found) throw new Error('a reminder of no letter');
	return found;
}
