import { button } from '../../src/bot/command.ts';
import { LEFT_ALONE } from '../../src/bot/refusal.ts';
import { doneCard } from '../../src/cards/frames.ts';

/** 不取消, 不撤, 先不动: the question is closed where it was asked, and nothing has happened. */
export const leftAlone = button({
	name: LEFT_ALONE,
	who: 'anyone',
	writes: false,
	args: {},
	run(turn) {
		const { t } = turn;
		// What was too long for the buttons waited with the question.
		turn.settle();
		turn.say(doneCard({ title: t('spine.left-alone'), text: t('spine.left-alone-text'), tone: 'plain' }));
	},
});
