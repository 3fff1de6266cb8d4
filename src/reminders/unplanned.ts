import { branchesAbove } from '../../db/due/branches.ts';
import { type Demand, demandsOn, nameOf, plannersOf } from '../../db/due/required.ts';
import type { Due, Reminder } from '../bot/timetable/index.ts';
import type { Scene } from '../bot/view.ts';
import { sayDate } from '../cards/when.ts';
import type { KeyFor } from '../locales/index.ts';
import { daysBetween, localDate } from '../rules/dates.ts';
import { type Period, periodLengths, periodsBetween, rulesOf, unplannedAlerts } from '../rules/required.ts';

/** Required, and nothing planned, when a period comes to its end. One line a branch, whatever it lacks. */
export const unplanned: Reminder = {
	name: 'meeting.unplanned',
	about: 'branch',
	heading: 'reminder.heading.plan',
	candidates(scene, { after, until, above, most }) {
		const alerts = periodsSince(scene, after).flatMap((period) => alertsOf(scene, period));
		return alerts.some((date) => date > after && date <= until) ? branchesAbove(scene.db, above, most) : [];
	},
	due(scene, id, { after }) {
		const today = localDate(scene.now, scene.zone);
		const steps = new Map<string, Due>();
		for (const { period } of missingSince(scene, id, after)) {
			for (const dueOn of alertsOf(scene, period)) {
				const useful = period.last >= today || steps.get(dueOn)?.useful === true;
				steps.set(dueOn, { step: 'unplanned', dueOn, useful });
			}
		}
		return [...steps.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
	},
	people: ({ db }, id) => plannersOf(db, id),
	line(scene, { id }) {
		const { t, db } = scene;
		const today = localDate(scene.now, scene.zone);
		const branch = nameOf(db, id);
		const lacks = alarming(scene, id, today).map((demand) => lackOf(scene, demand));
		if (lacks.length === 0) return t('reminder.unplanned.settled', { branch });
		return t('reminder.unplanned.line', { branch, lacks: lacks.join(t('list.comma')) });
	},
	why(scene, { id, dueOn }) {
		const { t } = scene;
		const missing = alarming(scene, id, dueOn);
		if (missing.length === 0) {
			const rules = demandsOn(scene, id, periodsSince(scene, dueOn)).map(({ rule }) => rule);
			return { rules, text: t('why.unplanned-settled', { on: sayDate(t, dueOn, dueOn) }) };
		}
		const ends = missing.map(({ kind, period }) =>
			t('why.period', {
				kind: t(`kind.${kind}`),
				last: sayDate(t, period.last, dueOn),
				days: daysBetween(dueOn, period.last),
			}),
		);
		return {
			rules: missing.map(({ rule }) => rule),
			text: t('why.unplanned', { on: sayDate(t, dueOn, dueOn), ends: ends.join(t('list.comma')) }),
		};
	},
};

function periodsSince({ book, now, zone }: Scene, after: string): Period[] {
	return periodLengths(book).flatMap((months) => periodsBetween(after, localDate(now, zone), months));
}

function alertsOf({ book, now, zone }: Scene, period: Period): string[] {
	return unplannedAlerts(rulesOf(book, period, localDate(now, zone)), period);
}

function missingSince(scene: Scene, id: number, after: string): Demand[] {
	return demandsOn(scene, id, periodsSince(scene, after)).filter(({ planned }) => !planned);
}

/** What is lacking in the periods of a date whose first alert has passed by then. */
function alarming(scene: Scene, id: number, date: string): Demand[] {
	return missingSince(scene, id, date).filter(
		({ period }) =>
			period.from <= date && date <= period.last && alertsOf(scene, period).some((on) => on <= date),
	);
}

function lackOf({ t }: Scene, { kind, months }: Demand): string {
	const key = periodKeys[months];
	const named = t(`kind.${kind}`);
	return key ? t(key, { kind: named }) : t('reminder.unplanned.months', { kind: named, months });
}

const periodKeys: Readonly<Record<number, KeyFor<'kind'>>> = {
	1: 'reminder.unplanned.month',
	3: 'reminder.unplanned.quarter',
	12: 'reminder.unplanned.year',
};
