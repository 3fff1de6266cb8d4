import { z } from 'zod';
import { type AnswerWord, listOf } from '../../db/attendance.ts';
import { type MeetingSheet, meetingsAhead, rollsOpen } from '../../db/meetings.ts';
import type { Member } from '../../db/roster.ts';
import { carried, numbered, ownPeople, person, rest, thePerson } from '../../src/bot/arguments/index.ts';
import { type Arg, command } from '../../src/bot/command.ts';
import { Choose, Missing, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { sentence } from '../../src/locales/index.ts';
import { ANSWER_BEHIND_NAME, beginsAnswerFor, readAnswer, readReason } from '../../src/reading/answer.ts';
import { checkInSpan } from '../../src/rules/meetings.ts';
import { theMeeting } from '../meeting/find.ts';
import { writeAnswer } from './answers.ts';
import { ANSWERS, answerForSeveral, several } from './several.ts';

/** The answer given for somebody; negated, asked or undone it is `unclear`, and stays so on every later button. */
const answer: Arg<AnswerWord | 'unclear' | undefined> = {
	schema: z.enum(['coming', 'late', 'online', 'leave', 'unclear']).optional(),
	read(heard) {
		const read = readAnswer(heard.text);
		if (read?.unclear) {
			// What stands beside it belongs to the doubt, and is nobody's reason.
			heard.takeRest();
			return 'unclear';
		}
		// 夜班 and 病假 say why, too.
		const saysWhy = read?.answer === 'leave' && readReason(heard.text.slice(read.from, read.to));
		if (read && !saysWhy) heard.takeSpan(read.from, read.to);
		return read?.answer;
	},
};

const whom = person('answer.ask-for-whom', ANSWER_BEHIND_NAME);
const IF_NAMED = { ...whom, schema: z.string().min(1).optional(), question: undefined };

/** 代 张三 请假: the secretary answers for somebody, with or without Feishu. */
export const answerFor = command({
	name: 'answer-for',
	words: ['代', '替', '帮', '代替'],
	who: 'secretary',
	page: 'meetings',
	writes: true,
	undo: 'restore',
	purpose: 'answer.for-purpose',
	examples: [
		{ say: '代 张三 请假', given: ['invitation'] },
		{ say: '代 张三 参加 #3', given: ['invitation'] },
	],
	glued: beginsAnswerFor,
	args: {
		meeting: numbered('meeting'),
		several,
		sure: carried(),
		// Before the answer: a name may have one of its words in it (来喜).
		person: IF_NAMED,
		answer,
		reason: {
			...rest(200),
			confidential: true,
			read: (said) => readReason(said.named(said.takeRest() ?? '')),
		},
	},
	run(turn, { meeting, answer, person: ref, reason, several, sure }) {
		if (several.length > 0) {
			answerForSeveral(turn, theirMeeting(turn, meeting), several, { answer, sure: sure === 'yes' });
			return;
		}
		if (ref === undefined) throw new Missing('person', 'answer.ask-for-whom');
		const kept = answer === 'leave' ? reason : undefined;
		const sheet = theirMeeting(turn, meeting);
		const who = thePerson(turn, ref, [...listOf(turn.db, sheet.id), ...unlisted(turn, sheet)]);
		const { t } = turn;
		const name = who.name ?? '';
		if (!answer || answer === 'unclear') {
			const question = answer
				? sentence('answer.for-unclear', { name })
				: sentence('answer.for-what', { name });
			turn.found('meeting', String(sheet.id));
			turn.found('person', String(who.id));
			throw new Choose(
				'answer',
				ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) })),
				{
					question,
					tooMany: question,
				},
			);
		}
		writeAnswer(turn, sheet, who, answer, kept);
		const line = meetingLine(turn, sheet);
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

/** Who is on a roster of the speaker's and not on the list: whether they are invited is said by name. */
function unlisted(turn: Turn, sheet: MeetingSheet): Member[] {
	const listed = new Set(listOf(turn.db, sheet.id).map(({ id }) => id));
	return ownPeople(turn).filter(({ id }) => !listed.has(id));
}

function theirMeeting(turn: Turn, id: number | undefined): MeetingSheet {
	const sheet = theMeeting(turn, id, ownMeetings(turn), 'answer.no-meeting-for');
	if (!turn.runs(sheet.branchId)) throw new Refusal('refuse.not-your-branch');
	return sheet;
}

/** What is ahead or only just began in the branches this person runs. */
function ownMeetings(turn: Turn): MeetingSheet[] {
	const ahead = meetingsAhead(turn.db, turn.me, turn.managed, turn.now).filter(({ branchId }) =>
		turn.runs(branchId),
	);
	return [
		...ahead,
		...rollsOpen(turn.db, turn.managed, turn.now - checkInSpan(turn.book.at(turn.today)).after, turn.now),
	];
}
