import { command } from '../../src/bot/command.ts';
import { overviewCard } from '../../src/cards/figures/overview.ts';
import { asked, askedBy } from './asked.ts';
import { attendanceOf, floatsOf, ticketsOf, transfersOf } from './counted.ts';

/** 统计: the four jobs on one card. */
export const overview = command({
	name: 'stats',
	words: ['统计', '统计 总览', '总览', 'stats', 'stats overview'],
	who: 'secretary',
	page: 'figures',
	undo: 'none',
	purpose: 'figures.purpose',
	examples: ['统计', '统计 上季度', '统计 总览 2026Q3'],
	english: ['stats', 'stats Q3'],
	glued: (rest) =>
		/^(本|这|上|下|一|二|三|四|第|去年|今年|\d{4}|q[1-4])/i.test(rest) && !/[?？吗]/.test(rest),
	args: askedBy,
	run(turn, args) {
		const question = asked(turn, 'overview', args);
		turn.say(
			overviewCard(turn.t, {
				frame: question.frame,
				attendance: attendanceOf(turn, question),
				floats: floatsOf(turn, question),
				transfers: transfersOf(turn, question),
				tickets: ticketsOf(turn, question),
			}),
		);
	},
});
