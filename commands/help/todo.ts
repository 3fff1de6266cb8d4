import { command } from '../../src/bot/command.ts';
import type { Button } from '../../src/bot/vocabulary/index.ts';
import { listCard } from '../../src/cards/list.ts';
import { floatsWaiting } from './todo/floats.ts';
import { meetingsWaiting } from './todo/meetings.ts';
import { peopleWaiting } from './todo/registrations.ts';
import { ticketsWaiting } from './todo/tickets.ts';
import { transfersWaiting } from './todo/transfers.ts';

/** Every job that can wait for somebody, the most pressing first. */
const JOBS = [meetingsWaiting, peopleWaiting, ticketsWaiting, transfersWaiting, floatsWaiting];

/** 还差什么: one screen of what waits for the speaker. */
export const todo = command({
	name: 'todo',
	words: ['还差什么', '待办', '还有什么事', 'todo'],
	who: 'anyone',
	undo: 'none',
	purpose: 'todo.purpose',
	examples: ['还差什么'],
	english: ['todo'],
	args: {},
	run(turn) {
		const { t } = turn;
		const waiting = JOBS.map((job) => job(turn));
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
