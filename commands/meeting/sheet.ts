import { countsOf, lineOf, listOf, reasonOf } from '../../db/attendance.ts';
import { type MeetingSheet, meetingById } from '../../db/meetings.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Condition, View } from '../../src/bot/view.ts';
import { invitationCard } from '../../src/cards/invitation.ts';
import { answersLine, kindsLine, meetingCard, meetingFacts, rollLine } from '../../src/cards/meeting.ts';
import { namedCard } from '../../src/cards/meeting-names.ts';

/** Shows one meeting: to who runs it with names, in private; to everybody else the numbers. */
export function showMeeting(turn: Turn, sheet: MeetingSheet): void {
	const about = `meeting:${sheet.id}`;
	if (!turn.runs(sheet.branchId)) {
		turn.say({ view: 'invitation', subject: `${sheet.id}:${turn.me.id}` }, { about });
		return;
	}
	const { t, tenant } = turn;
	const counts = countsOf(turn.db, sheet.id);
	const people = listOf(turn.db, sheet.id).map((person) => ({
		name: person.name,
		answer: person.line.answer,
		roll: person.line.roll,
		checkedIn: person.line.checkedInAt !== null,
		reason: reasonOf(tenant.vault, person.line),
	}));
	turn.say(
		namedCard(t, {
			id: sheet.id,
			state: sheet.state,
			begun: sheet.startsAt <= turn.now,
			title: t('meeting.title', { kinds: kindsLine(t, sheet.kinds), id: sheet.id }),
			facts: meetingFacts(t, sheet, tenant.zone),
			numbers: counts.rolled > 0 ? rollLine(t, counts) : answersLine(t, counts),
			people,
		}),
		{ about },
	);
}

/** The group's card. */
export const meetingView: View = {
	name: 'meeting',
	draw({ db, t, zone }, subject) {
		const sheet = meetingById(db, Number(subject));
		return sheet && meetingCard(t, sheet, countsOf(db, sheet.id), zone);
	},
};

/** One person's own card of a meeting; the subject is `<meeting>:<person>`. */
export const invitationView: View = {
	name: 'invitation',
	draw({ db, t, zone }, subject) {
		const [meetingId, personId] = subject.split(':').map(Number);
		const sheet = meetingById(db, meetingId ?? 0);
		const line = lineOf(db, meetingId ?? 0, personId ?? 0);
		return sheet && invitationCard(t, sheet, line, zone);
	},
};

export const invitationOpen: Condition = {
	name: 'invitation-open',
	holds({ db, now }, subject) {
		const [meetingId, personId] = subject.split(':').map(Number);
		const sheet = meetingById(db, meetingId ?? 0);
		const line = lineOf(db, meetingId ?? 0, personId ?? 0);
		return sheet?.state === 'open' && sheet.startsAt > now && line?.answer === null;
	},
};
