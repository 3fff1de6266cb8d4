import { type AnswerWord, answer, inviteMember, lineOf } from '../../db/attendance.ts';
import { type MeetingSheet, openInvitations } from '../../db/meetings.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { undoButton } from '../../src/cards/done.ts';
import { invitationCard } from '../../src/cards/invitation.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { CHECK_IN } from '../../src/rules/meetings.ts';
import { theMeeting } from '../meeting/which.ts';

export interface Wanted {
	readonly command: string;
	readonly answer: AnswerWord;
	readonly meeting?: number;
	readonly reason?: string;
}

/** Writes the speaker's own answer down; a reason only when it was said in private. */
export function answerForMyself(turn: Turn, wanted: Wanted): void {
	const open = openInvitations(turn.db, turn.me.id, turn.now - CHECK_IN.after);
	const args: Record<string, string> = wanted.reason && turn.isPrivate ? { reason: wanted.reason } : {};
	const sheet = theMeeting(turn, wanted.meeting, open, wanted.command, args, 'answer.no-meeting');
	const reason = turn.isPrivate ? wanted.reason : undefined;
	writeAnswer(turn, sheet, turn.me.id, wanted.answer, reason);
	const line = lineOf(turn.db, sheet.id, turn.me.id);
	const card = invitationCard(turn.t, sheet, line, turn.tenant.zone, undoButton(turn.t, turn.update.id));
	turn.say({ ...card, summary: turn.t(`answer.noted-${wanted.answer}`) }, { about: `meeting:${sheet.id}` });
}

/** Writes somebody's answer to one meeting; refuses when it is over, or they are not invited. */
export function writeAnswer(
	turn: Turn,
	sheet: MeetingSheet,
	personId: number,
	word: AnswerWord,
	reason: string | undefined,
): void {
	const { db } = turn;
	if (sheet.state !== 'open') {
		throw new Refusal(sheet.state === 'closed' ? 'answer.closed' : 'answer.cancelled', {
			line: meetingLine(turn.t, sheet, turn.tenant.zone),
		});
	}
	const invited = lineOf(db, sheet.id, personId) !== undefined;
	if (
		!invited &&
		(sheet.invites !== 'members' || !inviteMember(db, turn.act(), sheet.id, sheet.branchId, personId))
	) {
		throw new Refusal('answer.not-invited');
	}
	const said = { meetingId: sheet.id, personId, answer: word, reason };
	if (!answer(db, turn.act(), turn.tenant.vault, said)) throw new Refusal('answer.older');
	turn.redraw(`meeting:${sheet.id}`);
}
