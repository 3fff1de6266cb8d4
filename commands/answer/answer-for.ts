import { type AnswerWord, listOf } from '../../db/attendance.ts';
import { type MeetingSheet, meetingsAhead, rollsOpen } from '../../db/meetings.ts';
import { numbered, oneOf, person, rest, thePerson } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { CHECK_IN } from '../../src/rules/meetings.ts';
import { theMeeting } from '../meeting/which.ts';
import { writeAnswer } from './write.ts';

const WORDS: Readonly<Record<string, AnswerWord>> = {
	请假: 'leave',
	来不了: 'leave',
	去不了: 'leave',
	夜班: 'leave',
	晚点到: 'late',
	迟到: 'late',
	线上: 'online',
	参加: 'coming',
	能来: 'coming',
	来: 'coming',
	leave: 'leave',
	coming: 'coming',
};

const NEVER = /不参加|参加不了|不请假|取消|能不能|要不要|吗|[?？]|没(有)?请假/;

/** 代 张三 请假: the secretary answers for somebody, with or without Feishu. */
export const answerFor = command({
	name: 'answer-for',
	words: ['代', '替', '帮', '代替'],
	who: 'secretary',
	undo: 'restore',
	purpose: 'answer.for-purpose',
	examples: ['代 张三 请假', '代 张三 参加 #3'],
	glued: (said) =>
		/(请假|来不了|去不了|参加|迟到|晚点到|线上|夜班)/.test(said) && !NEVER.test(said) && said.length <= 30,
	args: {
		meeting: numbered('meeting'),
		answer: oneOf<AnswerWord>(WORDS, ['coming', 'late', 'online', 'leave']),
		person: person('answer.ask-for-whom'),
		reason: rest(200),
	},
	run(turn, { meeting, answer, person: ref, reason }) {
		if (turn.update.kind === 'message' && NEVER.test(turn.update.text))
			throw new Refusal('answer.for-unclear');
		if (!answer) throw new Refusal('answer.for-what', { name: ref });
		const args = { answer, person: ref, ...(reason ? { reason } : {}) };
		const sheet = theMeeting(turn, meeting, ownMeetings(turn), 'answer-for', args, 'answer.no-meeting-for');
		if (!turn.runs(sheet.branchId)) throw new Refusal('refuse.not-your-branch');
		const listed = listOf(turn.db, sheet.id).map((each) => ({
			...each,
			standing: 'full' as const,
			since: 0,
		}));
		const who = thePerson(turn, ref, 'answer-for', { ...args, meeting: String(sheet.id) }, listed);
		writeAnswer(turn, sheet, who.id, answer, turn.isPrivate ? reason : undefined);
		const { t } = turn;
		turn.say(
			doneCard({
				title: t('answer.for-title'),
				summary: t('answer.for-title'),
				text: t('answer.for-text', {
					name: who.name ?? '',
					answer: t(`answer.${answer}`),
					line: meetingLine(t, sheet, turn.tenant.zone),
				}),
				buttons: [undoButton(t, turn.update.id)],
			}),
			{ about: `meeting:${sheet.id}` },
		);
	},
});

/** What is ahead or only just began in the branches this person runs. */
function ownMeetings(turn: Turn): MeetingSheet[] {
	const ahead = meetingsAhead(turn.db, turn.me, turn.managed, turn.now).filter(({ branchId }) =>
		turn.runs(branchId),
	);
	return [...ahead, ...rollsOpen(turn.db, turn.managed, turn.now - CHECK_IN.after, turn.now)];
}
