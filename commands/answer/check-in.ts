import { checkIn as write } from '../../db/attendance.ts';
import { openInvitations } from '../../db/meetings.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { sayWhen } from '../../src/cards/when.ts';
import { CHECK_IN, checkInWindow } from '../../src/rules/meetings.ts';
import { theMeeting } from '../meeting/find.ts';
import { mustBeInvited, whichAnswer } from './answers.ts';

/** 签到: reports own attendance; voluntary, and the secretary's roll outranks it. */
export const checkIn = command({
	name: 'check-in',
	words: ['签到', '到', '我到了', '到了', 'checkin'],
	who: 'anyone',
	page: 'meetings',
	guarded: true,
	doubted: whichAnswer,
	writes: true,
	undo: 'restore',
	purpose: 'check-in.purpose',
	examples: ['签到'],
	args: { meeting: numbered('meeting') },
	run(turn, { meeting }) {
		const { db, t, saidAt } = turn;
		const now = openInvitations(db, turn.me.id, saidAt - CHECK_IN.after);
		const begun = now.filter(({ startsAt }) => checkInWindow(startsAt, saidAt) === 'open');
		const sheet = theMeeting(turn, meeting, begun.length > 0 ? begun : now.slice(0, 1), 'check-in.none');
		const line = meetingLine(t, sheet, turn.zone);
		const window = checkInWindow(sheet.startsAt, saidAt);
		if (sheet.state === 'cancelled') throw new Refusal('answer.cancelled', { line });
		if (window === 'early') {
			throw new Refusal('check-in.early', {
				line,
				from: sayWhen(t, sheet.startsAt - CHECK_IN.before, turn.zone),
			});
		}
		if (window === 'late' || sheet.state === 'closed') throw new Refusal('check-in.late', { line });
		mustBeInvited(turn, sheet, turn.me);
		if (!write(db, turn.act(), sheet.id, turn.me.id)) throw new Refusal('check-in.already', { line });
		turn.say(doneCard({ title: t('check-in.done'), text: line, buttons: [undoButton(t, turn.update.id)] }), {
			about: `meeting:${sheet.id}`,
		});
	},
});
