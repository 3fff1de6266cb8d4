import { branchesAbove } from '../../db/due/branches.ts';
import { type Demand, demandsOn, nameOf, plannersOf } from '../../db/due/required.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import type { Scene } from '../bot/view.ts';
import { sayDate } from '../cards/when.ts';
import { firstWorkday } from '../rules/alerts.ts';
import { localDate, quarterOf } from '../rules/dates.ts';
import { type Period, periodLengths, periodOf, periodsBetween } from '../rules/required.ts';

const QUARTER = 3;

/** The quarter's first workday: what has to be planned in it. */
export const planQuarter: Reminder = {
	name: 'meeting.plan',
	about: 'branch',
	heading: 'reminder.heading.plan',
	candidates(scene, { after, until, above, most }) {
		const days = quartersSince(scene, after).map(({ from }) => firstWorkday(from));
		return days.some((day) => day > after && day <= until) ? branchesAbove(scene.db, above, most) : [];
	},
	due(scene, id, { after }) {
		const current = periodOf(localDate(scene.now, scene.zone), QUARTER);
		return quartersSince(scene, after)
			.filter((quarter) => demandsIn(scene, id, quarter).some(({ planned }) => !planned))
			.map((quarter) => ({
				step: 'quarter',
				dueOn: firstWorkday(quarter.from),
				useful: quarter.from === current.from,
			}));
	},
	people: ({ db }, id) => plannersOf(db, id),
	line(scene, { id, dueOn }) {
		const { t, db } = scene;
		const all = demandsIn(scene, id, periodOf(dueOn, QUARTER));
		const open = all.filter(({ planned }) => !planned);
		// Asked about when all is planned, it still says what it was about.
		const kinds = (open.length > 0 ? open : all).map(({ kind, months }) =>
			t(months === 1 ? 'reminder.plan.monthly' : 'reminder.plan.once', { kind: t(`kind.${kind}`) }),
		);
		const each = [...new Set(kinds)].join(t('list.and'));
		return t('reminder.plan.line', { branch: nameOf(db, id), kinds: each });
	},
	why(scene, { id, dueOn }) {
		const { t } = scene;
		const rules = demandsIn(scene, id, periodOf(dueOn, QUARTER)).map(({ rule }) => rule);
		const { quarter } = quarterOf(dueOn);
		return { rules, text: t('why.plan', { quarter, on: sayDate(t, dueOn, dueOn) }) };
	},
};

function quartersSince({ now, zone }: Scene, after: string): Period[] {
	return periodsBetween(after, localDate(now, zone), QUARTER);
}

/** What is required at least once a quarter, by each of the periods in it. */
function demandsIn(scene: Scene, id: number, { from, last }: Period): Demand[] {
	const lengths = periodLengths(scene.book).filter((months) => months <= QUARTER);
	return demandsOn(
		scene,
		id,
		lengths.flatMap((months) => periodsBetween(from, last, months)),
	);
}
