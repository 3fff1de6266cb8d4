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
	late: 'late',
	online: 'online',
};

const ANSWER = new RegExp(`^(${Object.keys(WORDS).join('|')})`);
const NEVER = /不参加|参加不了|没?不?请假了?吧|不请|没(有)?请假|不[来去]|取消|算了|能不能|要不要|吗|[?？]/;

/** 代 张三 请假: the secretary answers for somebody, with or without Feishu. */
export const answerFor = command({
	name: 'answer-for',
	words: ['代', '替', '帮', '代替'],
	who: 'secretary',
	page: 'meetings',
	undo: 'restore',
	purpose: 'answer.for-purpose',
	examples: ['代 张三 请假', '代 张三 参加 #3'],
	glued: (said) =>
		/(请假|来不了|去不了|参加|迟到|晚点到|线上|夜班)/.test(said) && !NEVER.test(said) && said.length <= 30,
	args: {
		meeting: numbered('meeting'),
		// Before the answer: a name may have one of its words in it (来喜).
		person: person('answer.ask-for-whom', ANSWER),
		answer: oneOf<AnswerWord>(WORDS, ['coming', 'late', 'online', 'leave']),
		reason: rest(200),
	},
	run(turn, { meeting, answer, person: ref, reason }) {
		if (turn.update.kind === 'message' && NEVER.test(turn.update.text))
			throw new Refusal('answer.for-unclear');
		const kept = answer === 'leave' && turn.isPrivate ? reason : undefined;
		const args = { person: ref, ...(answer ? { answer } : {}), ...(kept ? { reason: kept } : {}) };
		const sheet = theMeeting(turn, meeting, ownMeetings(turn), 'answer-for', args, 'answer.no-meeting-for');
		if (!turn.runs(sheet.branchId)) throw new Refusal('refuse.not-your-branch');
		const forOne = { ...args, meeting: String(sheet.id) };
		const who = thePerson(turn, ref, 'answer-for', forOne, listOf(turn.db, sheet.id));
		const { t } = turn;
		const name = who.name ?? '';
		if (!answer) throw new Refusal('answer.for-what', { name });
		writeAnswer(turn, sheet, who, answer, kept);
		const line = meetingLine(t, sheet, turn.tenant.zone);
		turn.say(
			doneCard({
				title: t('answer.for-title'),
				text: [
					t('answer.for-text', { name, answer: t(`answer.${answer}`), line }),
					...(kept ? [t('answer.reason', { reason: kept })] : []),
				].join('\n'),
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
