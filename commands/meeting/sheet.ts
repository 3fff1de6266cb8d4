import { countsOf, lineOf, listOf, reasonOf } from '../../db/attendance.ts';
import { isWithoutSecretary } from '../../db/duty.ts';
import { type MeetingSheet, meetingById, meetingsAhead, rollsOpen, unanswered } from '../../db/meetings.ts';
import { todo } from '../../src/bot/command.ts';
import { mayLook } from '../../src/bot/looking.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { condition, id, view } from '../../src/bot/view.ts';
import { listCard, opens } from '../../src/cards/frames.ts';
import { invitationCard } from '../../src/cards/invitation.ts';
import {
	answersLine,
	kindsLine,
	meetingCard,
	meetingFacts,
	meetingLine,
	rollLine,
} from '../../src/cards/meeting.ts';
import { namedCard } from '../../src/cards/meeting-names.ts';
import { rollWithin } from '../../src/rules/meetings.ts';
import { isSecretaryOf } from '../../src/rules/roles.ts';
import { meetingLabel } from './find.ts';

/**
 * Shows one meeting: to who runs it with names, in private; to everybody else the numbers. Why somebody stays away is shown as it was
 * promised to them.
 */
export function showMeeting(turn: Turn, sheet: MeetingSheet, why?: string): void {
	const about = `meeting:${sheet.id}`;
	if (!turn.runs(sheet.branchId)) {
		turn.say(invitationView.of({ meeting: sheet.id, person: turn.me.id }), { about });
		return;
	}
	const { t } = turn;
	const { branchId, id: meetingId, invites } = sheet;
	// The committee's own meeting is the officers' own work.
	const sights = invites === 'secretaries' ? [] : [{ what: 'meeting' as const, branchId, meetingId }];
	if (!mayLook(turn, sights, why)) return;
	const reads = isSecretaryOf(turn.me.roles, branchId);
	const acting = invites !== 'secretaries' && isWithoutSecretary(turn.db, branchId);
	const counts = countsOf(turn.db, sheet.id);
	const people = listOf(turn.db, sheet.id).map((person) => ({
		name: person.name,
		answer: person.line.answer,
		roll: person.line.roll,
		checkedIn: person.line.checkedInAt !== null,
		reason: reads ? reasonOf(turn.vault, person.line) : undefined,
	}));
	turn.say(
		namedCard(t, {
			id: sheet.id,
			state: sheet.state,
			begun: sheet.startsAt <= turn.now,
			title: t('meeting.title', { kinds: kindsLine(t, sheet.kinds), id: sheet.id }),
			facts: meetingFacts(turn, sheet),
			numbers: counts.rolled > 0 ? rollLine(t, counts) : answersLine(t, counts),
			people,
			note: acting ? t('look.acting', { name: sheet.branch.name }) : undefined,
		}),
		{ about },
	);
}

/** The group's card. */
export const meetingView = view({
	name: 'meeting',
	subject: { meeting: id },
	draw(scene, { meeting }) {
		const { db } = scene;
		const sheet = meetingById(db, meeting);
		return sheet && meetingCard(scene, sheet, countsOf(db, sheet.id));
	},
});

/** One person's own card of a meeting. */
export const invitationView = view({
	name: 'invitation',
	subject: { meeting: id, person: id },
	draw(scene, { meeting, person }) {
		const { db } = scene;
		const sheet = meetingById(db, meeting);
		return sheet && invitationCard(scene, sheet, lineOf(db, meeting, person));
	},
});

/** Whether somebody can still answer, and has not. */
export const invitationOpen = condition({
	name: 'invitation-open',
	subject: { meeting: id, person: id },
	holds({ db, now }, { meeting, person }) {
		const sheet = meetingById(db, meeting);
		const line = lineOf(db, meeting, person);
		return sheet?.state === 'open' && sheet.startsAt > now && line?.answer === null;
	},
});

/** What is ahead for the speaker and in the branches they look after. */
export function showAhead(turn: Turn): void {
	const { t } = turn;
	const ahead = meetingsAhead(turn.db, turn.me, turn.managed, turn.now);
	const runsSome = turn.managed.length > 0;
	const severalBranches = new Set(ahead.map(({ branchId }) => branchId)).size > 1;
	const buttons = ahead.slice(0, 2).map((each) => ({
		label: meetingLabel(turn, each),
		action: { command: 'meeting', args: { meeting: String(each.id) } },
	}));
	const planButton = {
		label: t('meeting.plan-button'),
		action: { command: 'meeting.form', args: {} },
		style: 'primary' as const,
	};
	turn.say(
		listCard(t, {
			title: t('meeting.ahead'),
			items: ahead.map((each) =>
				[
					t('meeting.ahead-line', { id: each.id, line: meetingLine(turn, each) }),
					...(each.place ? [each.place] : []),
					...(severalBranches ? [each.branch.name] : []),
				].join(t('list.dot')),
			),
			empty: t('meeting.none-ahead'),
			outro: runsSome ? t('meeting.how-to-plan') : undefined,
			buttons: [...(runsSome ? [planButton] : []), ...buttons],
		}),
	);
}

/** Meetings to answer, and rolls to take. */
export const meetingsWaiting = todo((turn) => {
	const { t, db, now } = turn;
	const line = (sheet: Parameters<typeof meetingLine>[1]) => meetingLine(turn, sheet);
	const answers = unanswered(db, turn.me.id, now);
	const rolls = rollsOpen(db, turn.managed, now - rollWithin(turn.book.at(turn.today)), now);
	return {
		items: [
			...answers.map((sheet) => t('todo.answer', { line: line(sheet), id: sheet.id })),
			...rolls.map((sheet) => t('todo.roll', { line: line(sheet), branch: sheet.branch.name, id: sheet.id })),
		],
		buttons: [
			...answers
				.slice(0, 1)
				.map(({ id }) => opens(t('todo.answer-button'), 'meeting', { meeting: String(id) })),
			...rolls.slice(0, 1).map(({ id }) => opens(t('todo.roll-button'), 'meeting', { meeting: String(id) })),
		],
	};
});
