import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { branchById } from '../../db/branches.ts';
import { type AttendanceFigures, attendanceFigures } from '../../db/figures.ts';
import { branchNamed } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { readQuarter } from '../../src/bot/reading/when/index.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { attendanceReport } from '../../src/cards/figures.ts';

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
				const found = readQuarter(said.text, today(turn));
				return found && said.takeSpan(found.from, found.to);
			},
		},
		branch: branchNamed(),
	},
	run(turn, args) {
		if (args.branch !== undefined && !turn.managed.includes(args.branch))
			throw new Refusal('refuse.not-your-branch');
		const { year, quarter } = readQuarter(args.quarter ?? '本季度', today(turn)) ?? thisQuarter(turn);
		const { from, until } = boundsOf(year, quarter, turn.tenant.zone);
		const scope = args.branch === undefined ? turn.managed : [args.branch];
		const rows: AttendanceFigures[] = attendanceFigures(turn.db, scope, from, Math.min(until, turn.now));
		const named = args.branch === undefined ? undefined : branchById(turn.db, args.branch)?.name;
		turn.say(attendanceReport(turn.t, { year, quarter, rows, branches: scope.length, named }));
	},
});

function today({ now, tenant }: Turn): string {
	return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(tenant.zone).toPlainDate().toString();
}

function thisQuarter(turn: Turn): { year: number; quarter: number } {
	const date = Temporal.PlainDate.from(today(turn));
	return { year: date.year, quarter: Math.ceil(date.month / 3) };
}

/** The quarter's first instant and the first after it, ms, in the tenant's zone. */
function boundsOf(year: number, quarter: number, zone: string): { from: number; until: number } {
	const first = Temporal.PlainDate.from({ year, month: (quarter - 1) * 3 + 1, day: 1 });
	const at = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
	return { from: at(first), until: at(first.add({ months: 3 })) };
}
