import { lineOf } from '../../db/attendance.ts';
import { invitedTo, meetingsBetween } from '../../db/due/meetings.ts';
import { type MeetingSheet, meetingById } from '../../db/meetings.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import type { Scene } from '../bot/view.ts';
import { meetingLine } from '../cards/meeting.ts';
import { meetingReminderCard } from '../cards/reminder.ts';
import { sayDate } from '../cards/when.ts';
import { furthestAhead, meetingAlerts, stands } from '../rules/alerts.ts';
import type { RuleKey } from '../rules/book.ts';
import { addDays, daysBetween, instantOn, localDate } from '../rules/dates.ts';

/** Before a meeting: those invited who have not said that they can't come, each in private. */
export const meetingAhead: Reminder = {
	name: 'meeting.ahead',
	about: 'meeting',
	heading: 'reminder.heading.ahead',
	announced: true,
	candidates({ db, zone }, { after, until, above, most, rules }) {
		const last = addDays(until, furthestAhead(rules) + 1);
		const span = { from: instantOn(after, zone), until: instantOn(last, zone) };
		return meetingsBetween(db, span, above, most);
	},
	due(scene, id, { rules }) {
		const sheet = meetingById(scene.db, id);
		if (sheet?.state !== 'open') return [];
		const useful = sheet.startsAt > scene.now;
		return meetingAlerts(rules, sheet.invites, dayOf(scene, sheet)).map((alert) => ({
			...alert,
			useful,
			anyDay: alert.step === 'last',
		}));
	},
	people: ({ db }, id) => invitedTo(db, id),
	concerns({ db }, id, _step, personId) {
		const line = lineOf(db, id, personId);
		return line !== undefined && line.answer !== 'leave';
	},
	line(scene, { id, personId }) {
		const { db, t } = scene;
		const sheet = found(db, id);
		const answered = lineOf(db, id, personId)?.answer != null;
		const key = answered ? 'reminder.ahead.line' : 'reminder.ahead.line-open';
		return t(key, { id, line: meetingLine(scene, sheet) });
	},
	card(scene, { id, personId }, carrier) {
		const { db } = scene;
		return meetingReminderCard(scene, found(db, id), lineOf(db, id, personId)?.answer ?? null, carrier);
	},
	why(scene, item) {
		const { t, db } = scene;
		const sheet = found(db, item.id);
		const day = dayOf(scene, sheet);
		const on = sayDate(t, item.dueOn, day);
		const days = daysBetween(item.dueOn, day);
		const standing =
			sheet.state !== 'cancelled' && stands(meetingAlerts(item.rules, sheet.invites, day), item);
		const text = t('why.ahead', { line: meetingLine(scene, sheet), on, days });
		return { rules: [ruleOf(item.step)], text: standing ? text : t('why.changed', { on }) };
	},
};

function ruleOf(step: string): RuleKey {
	if (step === 'first') return 'meeting.first-alert';
	return step === 'second' ? 'meeting.second-alert' : 'meeting.last-alert';
}

function dayOf({ zone }: Scene, { startsAt }: MeetingSheet): string {
	return localDate(startsAt, zone);
}

function found(db: Scene['db'], id: number): MeetingSheet {
	const sheet = meetingById(db, id);
	if (!sheet) throw new Error('a reminder of no meeting');
	return sheet;
}
