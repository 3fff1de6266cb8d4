import { branchesAbove } from '../../db/due/branches.ts';
import type { Due, Reminder } from '../bot/timetable/index.ts';
import type { Scene } from '../bot/view.ts';
import { sayDate } from '../cards/when.ts';
import type { KeyFor } from '../locales/index.ts';
import { daysBetween, localDate } from '../rules/dates.ts';
import { unplannedAlerts } from '../rules/required.ts';
import {
	isMissing,
	type Missing,
	nameOf,
	periodsSince,
	plannersOf,
	requirementsOf,
} from './required-meetings.ts';

const LENGTHS = [1, 3, 12];

/** Required, and nothing planned, when a period comes to its end. One line a branch, whatever it lacks. */
export const unplanned: Reminder = {
	name: 'meeting.unplanned',
	about: 'branch',
	heading: 'reminder.heading.plan',
	candidates(scene, { after, until, above, most }) {
		const alerts = LENGTHS.flatMap((months) =>
			periodsSince(scene, after, months).flatMap((period) => unplannedAlerts(period, months)),
		);
		return alerts.some((date) => date > after && date <= until) ? branchesAbove(scene.db, above, most) : [];
	},
	due(scene, id, after) {
		const today = localDate(scene.now, scene.zone);
		const steps = new Map<string, Due>();
		for (const { period, months } of missingSince(scene, id, after)) {
			for (const dueOn of unplannedAlerts(period, months)) {
				const useful = period.last >= today || steps.get(dueOn)?.useful === true;
				steps.set(dueOn, { step: 'unplanned', dueOn, useful });
			}
		}
		return [...steps.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
	},
	people: (scene, id) => plannersOf(scene, id),
	line(scene, { id }) {
		const { t } = scene;
		const today = localDate(scene.now, scene.zone);
		const lacks = alarming(scene, id, today).map(({ kind, months }) =>
			t(periodKeys[months] ?? 'reminder.unplanned.year', { kind: t(`kind.${kind}`) }),
		);
		if (lacks.length === 0) return t('reminder.unplanned.settled', { branch: nameOf(scene, id) });
		return t('reminder.unplanned.line', { branch: nameOf(scene, id), lacks: lacks.join(t('list.comma')) });
	},
	why(scene, { id, dueOn }) {
		const { t } = scene;
		const missing = alarming(scene, id, dueOn);
		if (missing.length === 0) {
			const rules = requirementsOf(scene, id).map(({ rule }) => rule);
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

function missingSince(scene: Scene, id: number, after: string): Missing[] {
	return requirementsOf(scene, id).flatMap((each) =>
		periodsSince(scene, after, each.months)
			.filter((period) => isMissing(scene, id, each, period))
			.map((period) => ({ ...each, period })),
	);
}

/** What is lacking in the periods of a date whose first alert has passed by then. */
function alarming(scene: Scene, id: number, date: string): Missing[] {
	return missingSince(scene, id, date).filter(
		({ period, months }) =>
			period.from <= date && date <= period.last && unplannedAlerts(period, months).some((on) => on <= date),
	);
}

const periodKeys: Readonly<Record<number, KeyFor<'kind'>>> = {
	1: 'reminder.unplanned.month',
	3: 'reminder.unplanned.quarter',
	12: 'reminder.unplanned.year',
};
