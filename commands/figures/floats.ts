import { command } from '../../src/bot/command.ts';
import { floatsCard } from '../../src/cards/figures/floats.ts';
import { asked, askedBy } from './asked.ts';
import { floatsOf } from './counted.ts';

/** 统计 流动: who is away and who is here, and whose relation has to follow. */
export const floatStats = command({
	name: 'stats.floats',
	words: ['统计 流动', '流动 统计', '统计 流动党员', 'stats floating'],
	who: 'secretary',
	page: 'figures',
	undo: 'none',
	purpose: 'figures.floats-purpose',
	examples: ['统计 流动', '统计 流动 上季度'],
	english: ['stats floating'],
	args: askedBy,
	run(turn, args) {
		turn.say(floatsCard(turn.t, floatsOf(turn, asked(turn, 'floats', args))));
	},
});
