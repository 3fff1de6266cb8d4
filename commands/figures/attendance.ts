import { z } from 'zod';
import { branchById } from '../../db/branches.ts';
import { type AttendanceFigures, attendanceFigures } from '../../db/figures.ts';
import { branchNamed } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { readQuarter } from '../../src/bot/reading/when/index.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import { attendanceReport } from '../../src/cards/figures.ts';
import { instantOn, quarterDays, quarterOf } from '../../src/rules/dates.ts';

/** 统计 出席: the figures of one quarter for the branches this person looks after. */
export const attendanceStats = command({
	name: 'stats.attendance',
	words: ['统计 出席', '统计', '出席 统计', '参会 统计', '到会 统计', 'stats'],
	who: 'secretary',
	undo: 'none',
	purpose: 'stats.purpose',
	examples: ['统计 出席', '统计 出席 上季度', '统计 出席 2026Q3'],
	glued: (rest) => /^(出席|参会|本|上|下|一|二|三|四|第|\d{4}|q[1-4])/i.test(rest) && !/[?？吗]/.test(rest),
	args: {
		quarter: {
			schema: z.string().optional(),
			read(said, turn) {
				const found = readQuarter(said.text, turn.today);
				return found && said.takeSpan(found.from, found.to);
			},
		},
		branch: branchNamed(),
	},
	run(turn, args) {
		if (args.branch !== undefined && !turn.managed.includes(args.branch))
			throw new Refusal('refuse.not-your-branch');
		const { year, quarter } = readQuarter(args.quarter ?? '本季度', turn.today) ?? quarterOf(turn.today);
		const days = quarterDays({ year, quarter });
		const from = instantOn(days.from, turn.tenant.zone);
		const until = instantOn(days.until, turn.tenant.zone);
		const scope = args.branch === undefined ? turn.managed : [args.branch];
		const rows: AttendanceFigures[] = attendanceFigures(turn.db, scope, from, Math.min(until, turn.now));
		const named = args.branch === undefined ? undefined : branchById(turn.db, args.branch)?.name;
		turn.say(attendanceReport(turn.t, { year, quarter, rows, branches: scope.length, named }));
	},
});
