import { callsSpent } from '../../db/outbox/index.ts';
import { button } from '../../src/bot/command.ts';
import { MORE_CALLS, WHERE_CALLS_WENT } from '../../src/bot/operator.ts';
import { doneCard } from '../../src/cards/frames.ts';

/** The outbox keeps what is finished for a week. */
const WEEK = 7 * 24 * 3_600_000;

/** 用在哪里: the calls of the last week by what they were for. */
export const whereCallsWent = button({
	name: WHERE_CALLS_WENT,
	who: 'officer',
	writes: false,
	args: {},
	run(turn) {
		const { t } = turn;
		const { said, reminders, patches } = callsSpent(turn.db, turn.now - WEEK);
		turn.say(
			doneCard({
				title: t('operator.spent.title'),
				tone: 'plain',
				facts: [
					[t('operator.spent.said'), t('operator.spent.times', { count: said })],
					[t('operator.spent.reminders'), t('operator.spent.times', { count: reminders })],
					[t('operator.spent.patches'), t('operator.spent.times', { count: patches })],
				],
				text: t('operator.spent.text'),
			}),
		);
	},
});

/** 怎么增加: who has to do what. */
export const moreCalls = button({
	name: MORE_CALLS,
	who: 'officer',
	writes: false,
	args: {},
	run(turn) {
		const { t } = turn;
		turn.say(doneCard({ title: t('operator.more.title'), tone: 'plain', text: t('operator.more.text') }));
	},
});
