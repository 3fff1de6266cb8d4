import { type AttendanceFigures, attendanceFigures } from '../../db/figures/attendance.ts';
import { floatFigures } from '../../db/figures/floats.ts';
import { ticketFigures } from '../../db/figures/tickets.ts';
import { transferFigures, transfersByBranch } from '../../db/figures/transfers.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { FloatReport } from '../../src/cards/figures/floats.ts';
import type { TicketReport } from '../../src/cards/figures/tickets.ts';
import type { TransferReport } from '../../src/cards/figures/transfers.ts';
import { daysBetween, localDate, monthsBefore } from '../../src/rules/dates.ts';
import { median } from '../../src/rules/figures.ts';
import { type Asked, instantsOf } from './asked.ts';

/** What the overview and the card of each job are drawn from: the figures of what was asked. */

/** By branch, of the meetings in the quarter that have a roll or a count. */
export function attendanceOf(turn: Turn, { frame, branchIds }: Asked): AttendanceFigures[] {
	const { fromAt, untilAt } = instantsOf(turn, frame.span);
	return attendanceFigures(turn.db, branchIds, fromAt, untilAt);
}

/** By branch, of who is away or here on the last day that counts. */
export function floatsOf(turn: Turn, { frame, branchIds }: Asked): FloatReport {
	const { from, until, asOf } = frame.span;
	const rules = turn.book.at(asOf);
	const [due, contact] = [rules.value('transfer.due'), rules.value('contact.every')];
	const rows = floatFigures(turn.db, branchIds, {
		from,
		until,
		asOf,
		dueSince: monthsBefore(asOf, due),
		contactedAfter: monthsBefore(asOf, contact),
		...instantsOf(turn, frame.span),
	});
	return { frame, rows, due, contact };
}

/** Of all that touch these branches, and by branch. */
export function transfersOf(turn: Turn, { frame, branchIds }: Asked): TransferReport {
	const days = { ...frame.span, ...instantsOf(turn, frame.span) };
	const { times, ...all } = transferFigures(turn.db, branchIds, days);
	const { zone } = turn;
	const taken = times.map(({ startedAt, doneAt }) =>
		daysBetween(localDate(startedAt, zone), localDate(doneAt, zone)),
	);
	return { frame, all, median: median(taken), rows: transfersByBranch(turn.db, branchIds, days) };
}

/** By category, of what the asker may see counted. */
export function ticketsOf(turn: Turn, { frame, ticketScope, whole }: Asked): TicketReport {
	const { fromAt, untilAt } = instantsOf(turn, frame.span);
	const fewest = turn.book.at(frame.span.asOf).value('figures.fewest-told');
	return { frame, rows: ticketFigures(turn.db, ticketScope, fromAt, untilAt), fewest, whole };
}
