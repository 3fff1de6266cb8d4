import { command } from '../../src/bot/command.ts';
import type { Button } from '../../src/bot/vocabulary/index.ts';
import { listCard } from '../../src/cards/frames.ts';

/** 还差什么: one screen of what waits for the speaker. */
export const whatIsLeft = command({
	name: 'todo',
	words: ['还差什么', '待办', '还有什么事', 'todo'],
	who: 'anyone',
	writes: false,
	purpose: 'todo.purpose',
	examples: ['还差什么'],
	english: ['todo'],
	args: {},
	run(turn, _args, all) {
		const { t } = turn;
		const waiting = all.todo.map((job) => job.waiting(turn));
		const items = waiting.flatMap((job) => job.items);
		turn.say(
			listCard(t, {
				title: t(items.length > 0 ? 'todo.title' : 'todo.title-empty'),
				items,
				empty: t('todo.empty'),
				buttons: likeliestFirst(waiting.flatMap(({ buttons }) => buttons)),
			}),
		);
	},
});

function likeliestFirst([first, ...others]: readonly Button[]): readonly Button[] {
	return first ? [{ ...first, style: 'primary' }, ...others] : [];
}
