import { historyOf } from '../../db/attendance.ts';
import { command } from '../../src/bot/command.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { listCard } from '../../src/cards/list.ts';
import { sayWhen } from '../../src/cards/when.ts';

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
						when: sayWhen(t, meeting.startsAt, turn.zone),
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
