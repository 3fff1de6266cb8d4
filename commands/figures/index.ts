import { command } from '../../src/bot/command.ts';
import type { Job } from '../../src/bot/repertoire.ts';
import { attendanceCard } from '../../src/cards/figures/attendance.ts';
import { floatsCard } from '../../src/cards/figures/floats.ts';
import { total } from '../../src/cards/figures/frame.ts';
import { overviewCard } from '../../src/cards/figures/overview.ts';
import { ticketsCard } from '../../src/cards/figures/tickets.ts';
import { transfersCard } from '../../src/cards/figures/transfers.ts';
import { beginsWithPeriod } from '../../src/reading/when/index.ts';
import { spanOf } from '../../src/rules/dates.ts';
import { asked, askedBy, lastQuarters } from './asked.ts';
import { attendanceOf, floatsOf, ticketsOf, transfersOf } from './counted.ts';
import { said } from './said.ts';

/** 统计: the four jobs on one card. */
const overview = command({
	name: 'stats',
	words: ['统计', '统计 总览', '总览', 'stats', 'stats overview'],
	who: 'secretary',
	page: 'figures',
	writes: false,
	purpose: 'figures.purpose',
	examples: ['统计', '统计 上季度', '统计 总览 2026Q3'],
	english: ['stats', 'stats Q3'],
	glued: beginsWithPeriod,
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

/** 统计 出席: who came, by branch, and beside the quarters before. */
const attendanceStats = command({
	name: 'stats.attendance',
	words: ['统计 出席', '出席 统计', '参会 统计', '到会 统计', 'stats attendance'],
	who: 'secretary',
	page: 'figures',
	writes: false,
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

/** 统计 流动: who is away and who is here, and whose relation has to follow. */
const floatStats = command({
	name: 'stats.floats',
	words: ['统计 流动', '流动 统计', '统计 流动党员', 'stats floating'],
	who: 'secretary',
	page: 'figures',
	writes: false,
	purpose: 'figures.floats-purpose',
	examples: ['统计 流动', '统计 流动 上季度'],
	english: ['stats floating'],
	args: askedBy,
	run(turn, args) {
		turn.say(floatsCard(turn.t, floatsOf(turn, asked(turn, 'floats', args))));
	},
});

/** 统计 转接: what began, what is under way, what came to an end. */
const transferStats = command({
	name: 'stats.transfers',
	words: ['统计 转接', '转接 统计', '统计 组织关系', 'stats transfers'],
	who: 'secretary',
	page: 'figures',
	writes: false,
	purpose: 'figures.transfers-purpose',
	examples: ['统计 转接', '统计 转接 上季度'],
	english: ['stats transfers'],
	args: askedBy,
	run(turn, args) {
		turn.say(transfersCard(turn.t, transfersOf(turn, asked(turn, 'transfers', args))));
	},
});

/** 统计 求助: how many asked for help and how far it went. */
const ticketStats = command({
	name: 'stats.tickets',
	words: ['统计 求助', '求助 统计', '统计 帮扶', 'stats help'],
	who: 'secretary',
	page: 'figures',
	writes: false,
	purpose: 'figures.tickets-purpose',
	examples: ['统计 求助', '统计 求助 上季度'],
	english: ['stats help'],
	args: askedBy,
	run(turn, args) {
		turn.say(ticketsCard(turn.t, ticketsOf(turn, asked(turn, 'tickets', args))));
	},
});

/** Figures, for whoever looks after a part of the tree. */
export const figures: Job = {
	isPrivate: false,
	commands: [overview, attendanceStats, floatStats, transferStats, ticketStats],
	said,
};
