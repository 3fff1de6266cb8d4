import { branchesAbove } from '../../db/due/branches.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import type { Scene } from '../bot/view.ts';
import { sayDate } from '../cards/when.ts';
import { firstWorkday } from '../rules/alerts.ts';
import type { RuleKey } from '../rules/book.ts';
import { addDays, localDate, quarterOf } from '../rules/dates.ts';
import { type Period, periodOf, type Required } from '../rules/required.ts';
import { isMissing, nameOf, periodsSince, plannersOf, requirementsOf } from './required-meetings.ts';

const QUARTER = 3;

/** The quarter's first workday: what has to be planned in it. */
export const planQuarter: Reminder = {
	name: 'meeting.plan',
	about: 'branch',
	heading: 'reminder.heading.plan',
	candidates(scene, { after, until, above, most }) {
		const days = periodsSince(scene, after, QUARTER).map(({ from }) => firstWorkday(from));
		return days.some((day) => day > after && day <= until) ? branchesAbove(scene.db, above, most) : [];
	},
	due(scene, id, after) {
		const current = periodOf(localDate(scene.now, scene.zone), QUARTER);
		return periodsSince(scene, after, QUARTER)
			.filter((quarter) => openIn(scene, id, quarter).length > 0)
			.map((quarter) => ({
				step: 'quarter',
				dueOn: firstWorkday(quarter.from),
				useful: quarter.from === current.from,
			}));
	},
	people: (scene, id) => plannersOf(scene, id),
	line(scene, { id, dueOn }) {
		const { t } = scene;
		const open = openIn(scene, id, periodOf(dueOn, QUARTER));
		const all = requirementsOf(scene, id).filter(({ months }) => months <= QUARTER);
		// Asked about when all is planned, it still says what it was about.
		const kinds = (open.length > 0 ? open : all).map(({ kind, months }) =>
			t(months === 1 ? 'reminder.plan.monthly' : 'reminder.plan.once', { kind: t(`kind.${kind}`) }),
		);
		return t('reminder.plan.line', { branch: nameOf(scene, id), kinds: kinds.join(t('list.and')) });
	},
	why(scene, { id, dueOn }) {
		const { t } = scene;
		const rules: RuleKey[] = requirementsOf(scene, id)
			.filter(({ months }) => months <= QUARTER)
			.map(({ rule }) => rule);
		const { quarter } = quarterOf(dueOn);
		return { rules, text: t('why.plan', { quarter, on: sayDate(t, dueOn, dueOn) }) };
	},
};

/** What is required at least once a quarter and not planned for each of its periods. */
function openIn(scene: Scene, id: number, quarter: Period): Required[] {
	return requirementsOf(scene, id).filter(
		(each) =>
			each.months <= QUARTER &&
			periodsIn(quarter, each.months).some((period) => isMissing(scene, id, each, period)),
	);
}

function periodsIn({ from, last }: Period, months: number): Period[] {
	const first = periodOf(from, months);
	const rest = first.last < last ? periodsIn({ from: addDays(first.last, 1), last }, months) : [];
	return [first, ...rest];
}
