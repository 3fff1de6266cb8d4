import { invitedTo, meetingsBetween } from '../../db/due/meetings.ts';
import { actingFor } from '../../db/duty.ts';
import { meetingById } from '../../db/meetings.ts';
import type { Reminder } from '../bot/timetable/index.ts';
import { meetingLine } from '../cards/meeting.ts';
import { sayDate } from '../cards/when.ts';
import { alertsFrom, rollSteps, startsDue } from '../rules/alerts.ts';
import { addDays, instantsOfDays, localDate } from '../rules/dates.ts';

/** After a meeting: its roll is still open. */
export const rollOpen: Reminder = {
	name: 'meeting.roll',
	about: 'meeting',
	heading: 'reminder.heading.roll',
	candidates({ db, zone }, { after, until, above, most, rules }) {
		return startsDue(rollSteps(rules), after, until).flatMap((days) =>
			meetingsBetween(db, instantsOfDays(addDays(days.after, 1), days.until, zone), above, most),
		);
	},
	due({ db, now, zone }, id, { rules }) {
		const sheet = meetingById(db, id);
		if (sheet?.state !== 'open' || sheet.startsAt > now || invitedTo(db, id).length === 0) return [];
		const day = localDate(sheet.startsAt, zone);
		return alertsFrom(day, rollSteps(rules)).map((alert) => ({ ...alert, useful: true }));
	},
	people({ db }, id) {
		const sheet = meetingById(db, id);
		return sheet ? actingFor(db, sheet.branchId).map((person) => person.id) : [];
	},
	line(scene, { id }) {
		const { db, t } = scene;
		const sheet = meetingById(db, id);
		if (!sheet) throw new Error('a reminder of no meeting');
		return t('reminder.roll.line', { id, branch: sheet.branch.name, line: meetingLine(scene, sheet) });
	},
	why(scene, { id, dueOn }) {
		const { db, t, zone } = scene;
		const sheet = meetingById(db, id);
		if (!sheet) throw new Error('a reminder of no meeting');
		const line = meetingLine(scene, sheet);
		return {
			rules: ['meeting.roll'],
			text: t('why.roll', { line, id, on: sayDate(t, dueOn, localDate(sheet.startsAt, zone)) }),
		};
	},
};
