import { command } from '../../src/bot/command.ts';
import { attendanceCard } from '../../src/cards/figures/attendance.ts';
import { total } from '../../src/cards/figures/frame.ts';
import { spanOf } from '../../src/rules/span.ts';
import { asked, askedBy, lastQuarters } from './asked.ts';
import { attendanceOf } from './counted.ts';

/** 统计 出席: who came, by branch, and beside the quarters before. */
export const attendanceStats = command({
	name: 'stats.attendance',
	words: ['统计 出席', '出席 统计', '参会 统计', '到会 统计', 'stats attendance'],
	who: 'secretary',
	page: 'figures',
	undo: 'none',
	purpose: 'figures.attendance-purpose',
	examples: ['统计 出席', '统计 出席 上季度', '统计 出席 2026Q3'],
	english: ['stats attendance', 'stats attendance 2026Q3'],
	args: askedBy,
	run(turn, args) {
		const question = asked(turn, 'attendance', args);
		const { frame, branchIds } = question;
		const rows = attendanceOf(turn, question);
		const quarters = lastQuarters(frame.span, 4).map((quarter) => {
			const span = spanOf(quarter, turn.today);
			const isAsked = span.from === frame.span.from;
			const of = isAsked ? rows : attendanceOf(turn, { ...question, frame: { ...frame, span } });
			return { ...quarter, present: total(of, 'present'), expected: total(of, 'expected') };
		});
		turn.say(attendanceCard(turn.t, { frame, rows, quarters, branches: branchIds.length }));
	},
});
