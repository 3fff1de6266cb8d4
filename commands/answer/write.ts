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
	const reason = turn.isPrivate ? wanted.reason : undefined;
	const open = openInvitations(turn.db, turn.me.id, turn.now - CHECK_IN.after);
	const args: Record<string, string> = reason ? { reason } : {};
	const belongs = turn.me.memberships.length > 0 || turn.me.roles.length > 0;
	const none = belongs ? 'answer.no-meeting' : 'answer.no-meeting-stranger';
	const sheet = theMeeting(turn, wanted.meeting, open, wanted.command, args, none);
	writeAnswer(turn, sheet, turn.me, wanted.answer, reason);
	const line = lineOf(turn.db, sheet.id, turn.me.id);
	const undo = undoButton(turn.t, turn.update.id);
	const card = invitationCard(turn.t, sheet, line, turn.tenant.zone, { undo, reason });
	turn.say({ ...card, summary: turn.t(`answer.noted-${wanted.answer}`) }, { about: `meeting:${sheet.id}` });
}

/** Writes somebody's answer to one meeting; refuses when it is over, or they are not invited. */
export function writeAnswer(
	turn: Turn,
	sheet: MeetingSheet,
	who: Invited,
	word: AnswerWord,
	reason: string | undefined,
): void {
	if (sheet.state !== 'open') {
		throw new Refusal(sheet.state === 'closed' ? 'answer.closed' : 'answer.cancelled', {
			line: meetingLine(turn.t, sheet, turn.tenant.zone),
		});
	}
	mustBeInvited(turn, sheet, who);
	const said = { meetingId: sheet.id, personId: who.id, answer: word, reason };
	if (!answer(turn.db, turn.act(), turn.tenant.vault, said)) throw new Refusal('answer.older');
	turn.redraw(`meeting:${sheet.id}`);
}

interface Invited {
	readonly id: number;
	readonly name: string | null;
}

/** On the list, or put on it now as a member of the branch; else refuses. */
export function mustBeInvited(turn: Turn, sheet: MeetingSheet, { id, name }: Invited): void {
	if (lineOf(turn.db, sheet.id, id)) return;
	const forMembers = sheet.invites === 'members';
	if (forMembers && inviteMember(turn.db, turn.act(), sheet.id, sheet.branchId, id)) return;
	if (id === turn.me.id) throw new Refusal('answer.not-invited');
	throw new Refusal('answer.not-on-list', { name: name ?? '' });
}
