import { floatFacts, goneIn } from '../../db/due/floats.ts';
import { actingFor, officersFor } from '../../db/duty.ts';
import { openTransferOf } from '../../db/transfers.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import { sayDate } from '../cards/when.ts';
import { alertsFrom, startsDue, transferSteps } from '../rules/alerts.ts';
import { localDate } from '../rules/dates.ts';
import { floatClock, relationFollows } from '../rules/floats.ts';
import { isSettled } from '../rules/transfers.ts';

/** Somebody has been away so long that the relation has to follow. */
export const transferDue: Reminder = {
	name: 'transfer.due',
	about: 'float',
	heading: 'reminder.heading.transfer',
	candidates({ db }, { after, until, above, most, rules }) {
		return goneIn(db, startsDue(transferSteps(rules), after, until), above, most);
	},
	due({ db, vault, now, zone }, id, { rules }) {
		const today = localDate(now, zone);
		const away = floatFacts(db, id);
		if (away?.state !== 'open' || away.direction !== 'out' || !relationFollows(away)) return [];
		const begun = openTransferOf(db, vault, away.personId);
		if (begun && isSettled(begun, today)) return [];
		const { due } = floatClock(rules, away.since);
		const backBefore = away.until !== null && away.until < due && away.until >= today;
		if (backBefore) return [];
		return alertsFrom(away.since, transferSteps(rules), today).map((alert) => ({ ...alert, useful: true }));
	},
	people({ db }, id, step) {
		const away = floatFacts(db, id);
		if (!away) return [];
		const acting = actingFor(db, away.branchId);
		const above = step === 'heads-up' ? [] : officersFor(db, away.branchId);
		return [...new Set([...acting, ...above].map((person) => person.id))];
	},
	line({ db, t, now, zone }, { id, step, personId, rules }) {
		const away = floatFacts(db, id);
		if (!away) throw new Error('a reminder of nobody away');
		const months = rules.value('transfer.due');
		// Officers see how many; who it is they are told when they give a reason.
		if (!actingFor(db, away.branchId).some((person) => person.id === personId))
			return t('reminder.transfer.above', { branch: away.branch, months });
		const today = localDate(now, zone);
		const values = {
			name: away.name,
			since: sayDate(t, away.since, today),
			on: sayDate(t, floatClock(rules, away.since).due, today),
			months,
		};
		return t(step === 'heads-up' ? 'reminder.transfer.heads-up' : 'reminder.transfer.line', values);
	},
	why({ db, t, now, zone }, { id, step, dueOn, personId, rules }) {
		const away = floatFacts(db, id);
		if (!away) throw new Error('a reminder of nobody away');
		const today = localDate(now, zone);
		const acting = actingFor(db, away.branchId).some((person) => person.id === personId);
		const { headsUp, due } = floatClock(rules, away.since);
		const values = {
			name: acting ? away.name : t('why.somebody', { branch: away.branch }),
			since: sayDate(t, away.since, today),
			early: sayDate(t, headsUp, today),
			due: sayDate(t, due, today),
			on: sayDate(t, dueOn, today),
			months: rules.value('transfer.due'),
			headsUp: rules.value('transfer.heads-up'),
			weekly: rules.value('transfer.weekly'),
		};
		if (step === 'heads-up')
			return { rules: ['transfer.heads-up', 'transfer.due'], text: t('why.transfer-heads-up', values) };
		const again = step === 'due' ? 'why.transfer-due' : 'why.transfer-again';
		return {
			rules: step === 'due' ? ['transfer.due'] : ['transfer.due', 'transfer.weekly'],
			text: t(again, values),
		};
	},
};
