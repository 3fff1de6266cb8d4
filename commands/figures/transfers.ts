import { command } from '../../src/bot/command.ts';
import { transfersCard } from '../../src/cards/figures/transfers.ts';
import { asked, askedBy } from './asked.ts';
import { transfersOf } from './counted.ts';

/** 统计 转接: what began, what is under way, what came to an end. */
export const transferStats = command({
	name: 'stats.transfers',
	words: ['统计 转接', '转接 统计', '统计 组织关系', 'stats transfers'],
	who: 'secretary',
	page: 'figures',
	undo: 'none',
	purpose: 'figures.transfers-purpose',
	examples: ['统计 转接', '统计 转接 上季度'],
	english: ['stats transfers'],
	args: askedBy,
	run(turn, args) {
		turn.say(transfersCard(turn.t, transfersOf(turn, asked(turn, 'transfers', args))));
	},
});
