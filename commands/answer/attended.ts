import { historyOf, checkIn as write } from '../../db/attendance.ts';
import { openInvitations } from '../../db/meetings.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, listCard, undoButton } from '../../src/cards/frames.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { sayWhen } from '../../src/cards/when.ts';
import { wordsFor } from '../../src/reading/answer-words.ts';
import { checkInHours, checkInSpan, checkInWindow } from '../../src/rules/meetings.ts';
import { theMeeting } from '../meeting/find.ts';
import { meetingMeant } from '../meeting/meant.ts';
import { mustBeInvited, whichAnswer } from './answers.ts';

/** 签到: reports own attendance; voluntary, and the secretary's roll outranks it. */
export const checkIn = command({
	name: 'check-in',
	words: wordsFor('present'),
	who: 'anyone',
	page: 'meetings',
	guarded: true,
	doubted: whichAnswer,
	writes: true,
	undo: 'restore',
	purpose: 'check-in.purpose',
	examples: [{ say: '签到', given: ['begun'] }],
	args: { meeting: meetingMeant() },
	run(turn, { meeting }) {
		const { db, t, saidAt } = turn;
		const { after } = checkInSpan(turn.book.at(turn.today));
		const now = openInvitations(db, turn.me.id, saidAt - after);
		const begun = now.filter(({ startsAt }) => checkInWindow(turn, startsAt, saidAt) === 'open');
		const sheet = theMeeting(turn, meeting, begun.length > 0 ? begun : now.slice(0, 1), 'check-in.none');
		const line = meetingLine(turn, sheet);
		const window = checkInWindow(turn, sheet.startsAt, saidAt);
		if (sheet.state === 'cancelled') throw new Refusal('answer.cancelled', { line });
		if (window === 'early') {
			throw new Refusal('check-in.early', {
				line,
				from: sayWhen(t, checkInHours(turn, sheet.startsAt).from, turn.zone, turn.now),
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

/** 我的参会: the speaker's own last meetings, for nobody else's eyes. */
export const mine = command({
	name: 'mine',
	words: ['我的参会', '我的参会记录', '我的出席', '出席记录', '我的考勤', 'my attendance'],
	who: 'anyone',
	page: 'meetings',
	writes: false,
	purpose: 'mine.purpose',
	examples: ['我的参会'],
	english: ['my attendance'],
	args: {},
	run(turn) {
		const { t } = turn;
		const past = historyOf(turn.db, turn.me.id, turn.now, 12);
		const recorded = past.filter(({ line }) => line.roll !== null);
		const present = recorded.filter(
			({ line }) => line.roll && line.roll !== 'excused' && line.roll !== 'absent',
		);
		turn.say(
			listCard(t, {
				title: t('mine.title'),
				intro:
					recorded.length > 0
						? t('mine.intro', { recorded: recorded.length, present: present.length })
						: undefined,
				items: past.map(({ meeting, branch, line }) =>
					t('mine.line', {
						when: sayWhen(t, meeting.startsAt, turn.zone, turn.now),
						branch,
						mark: markOf(turn, line),
					}),
				),
				empty: t('mine.empty'),
			}),
		);
	},
});

function markOf({ t }: Turn, line: ReturnType<typeof historyOf>[number]['line']): string {
	if (line.roll) return t(`mark.${line.roll}`);
	if (line.checkedInAt !== null) return t('mine.checked-in');
	return line.answer ? t('mine.answered', { answer: t(`answer.${line.answer}`) }) : t('names.no-answer');
}
