import { z } from 'zod';
import { type AnswerWord, answer, inviteMember, lineOf } from '../../db/attendance.ts';
import { type MeetingSheet, openInvitations } from '../../db/meetings.ts';
import { rest } from '../../src/bot/arguments/index.ts';
import { type Arg, type Command, command, type Example } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { askCard, undoButton } from '../../src/cards/frames.ts';
import { invitationCard } from '../../src/cards/invitation.ts';
import { answerButtons, meetingLine } from '../../src/cards/meeting.ts';
import type { PlainKey } from '../../src/locales/index.ts';
import {
	isLateness,
	isTakingPart,
	isThisMeeting,
	readReason,
	speaksOfOthers,
} from '../../src/reading/answer.ts';
import { wordsFor } from '../../src/reading/answer-words.ts';
import { gluedReason } from '../../src/reading/hear/index.ts';
import { checkInSpan } from '../../src/rules/meetings.ts';
import { theMeeting } from '../meeting/find.ts';
import { meetingMeant } from '../meeting/meant.ts';

interface Spoken {
	readonly name: string;
	readonly answer: AnswerWord;
	readonly words: readonly string[];
	readonly purpose: PlainKey;
	readonly examples: readonly Example[];
	readonly english: readonly string[];
	glued(rest: string): boolean;
}

const SPOKEN: readonly Spoken[] = [
	{
		name: 'come',
		answer: 'coming',
		words: wordsFor('coming'),
		purpose: 'answer.come-purpose',
		examples: [
			{ say: '参加', given: ['invitation'] },
			{ say: '参加 #3', given: ['invitation'] },
		],
		english: ['yes'],
		glued: isThisMeeting,
	},
	{
		name: 'leave',
		answer: 'leave',
		words: wordsFor('leave'),
		purpose: 'answer.leave-purpose',
		examples: [
			{ say: '请假', given: ['invitation'] },
			{ say: '请假 出差', given: ['invitation'] },
			{ say: '请假 #3', given: ['invitation'] },
		],
		english: ['leave', 'leave on a business trip'],
		glued: gluedReason,
	},
	{
		name: 'late',
		answer: 'late',
		words: wordsFor('late'),
		purpose: 'answer.late-purpose',
		examples: [
			{ say: '晚点到', given: ['invitation'] },
			{ say: '迟到 10分钟', given: ['invitation'] },
		],
		english: ['late'],
		glued: isLateness,
	},
	{
		name: 'online',
		answer: 'online',
		words: wordsFor('online'),
		purpose: 'answer.online-purpose',
		examples: [{ say: '线上', given: ['invitation'] }],
		english: ['online'],
		glued: isTakingPart,
	},
];

/** 请假 李四，其他都到了: that is a roll, not somebody's own leave. */
const roll: Arg<'yes' | undefined> = {
	schema: z.literal('yes').optional(),
	read: (said) => (speaksOfOthers(said.text) ? 'yes' : undefined),
};

/** Never required, and kept only when it was said in private. */
const reason: Arg<string | undefined> = {
	...rest(200),
	confidential: true,
	read(said) {
		said.take(/^[\s,，。、:：]+/);
		return said.named(said.takeRest() ?? '') || undefined;
	},
};

/** Of leave: the sentence without the words of the wish itself (夜班，来不了 says 夜班). */
const leaveReason: Arg<string | undefined> = {
	...reason,
	read: (said) => readReason(said.named(said.takeRest() ?? '')),
};

/** The answer in doubt is not written; the buttons say it clearly, and with several meetings ask which one. */
export function whichAnswer(turn: Turn): void {
	const { t } = turn;
	const open = openInvitations(turn.db, turn.me.id, turn.now - checkInSpan(turn.book.at(turn.today)).after);
	const [sheet] = open;
	if (!sheet) {
		turn.whisper(t('answer.no-meeting'));
		return;
	}
	const only = open.length === 1 ? sheet : undefined;
	const text = only
		? t('talk.doubtful-text', { line: meetingLine(turn, only) })
		: t('talk.doubtful-several', { count: open.length });
	turn.whisper(askCard(t('talk.doubtful'), text, answerButtons(t, only?.id)));
}

/** 参加, 请假, 晚点到, 线上: the answer of who was invited, changeable until the roll is closed. */
export const answers: readonly Command[] = SPOKEN.map(({ answer, ...spoken }) =>
	command({
		...spoken,
		who: 'anyone',
		page: 'meetings',
		guarded: true,
		doubted: whichAnswer,
		writes: true,
		undo: 'restore',
		reads: answer === 'leave' ? 'word' : undefined,
		args: { meeting: meetingMeant(), roll, reason: answer === 'leave' ? leaveReason : reason },
		run(turn, { meeting, roll, reason }) {
			if (roll) throw new Refusal('answer.sounds-like-roll');
			answerForMyself(turn, { answer, meeting, reason: answer === 'leave' ? reason : undefined });
		},
	}),
);

interface Wanted {
	readonly answer: AnswerWord;
	readonly meeting?: number;
	readonly reason?: string;
}

/** Writes the speaker's own answer down. */
function answerForMyself(turn: Turn, { answer: word, meeting, reason }: Wanted): void {
	const open = openInvitations(turn.db, turn.me.id, turn.now - checkInSpan(turn.book.at(turn.today)).after);
	const belongs = turn.me.memberships.length > 0 || turn.me.roles.length > 0;
	const none = belongs ? 'answer.no-meeting' : 'answer.no-meeting-stranger';
	const sheet = theMeeting(turn, meeting, open, none);
	writeAnswer(turn, sheet, turn.me, word, reason);
	const line = lineOf(turn.db, sheet.id, turn.me.id);
	const undo = undoButton(turn.t, turn.update.id);
	const card = invitationCard(turn, sheet, line, { undo, reason });
	const noted = turn.t(`answer.noted-${word}`);
	turn.say({ ...card, lockScreen: noted, toast: noted }, { about: `meeting:${sheet.id}` });
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
			line: meetingLine(turn, sheet),
		});
	}
	mustBeInvited(turn, sheet, who);
	const said = { meetingId: sheet.id, personId: who.id, answer: word, reason };
	if (!answer(turn.db, turn.act(), turn.vault, said)) throw new Refusal('answer.older');
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
