import { eq, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { ticket } from '../schema/index.ts';

/** ms, `from` counted in. */
interface Moments {
	readonly from: number;
	readonly until: number;
}

/** Tickets nobody has taken, opened in this span, with ids above `above`. */
export function openedBetween(db: Db, { from, until }: Moments, above: number, most: number): number[] {
	const rows = db.all<{ id: number }>(sql`
		select id from ticket indexed by ticket_open
		where state = 'open' and opened_at >= ${from} and opened_at < ${until} and id > ${above}
		order by id limit ${most}`);
	return rows.map(({ id }) => id);
}

/** Tickets somebody has taken, whose last word lies in this span. */
export function silentBetween(db: Db, { from, until }: Moments, above: number, most: number): number[] {
	const rows = db.all<{ id: number }>(sql`
		select id from ticket indexed by ticket_taken
		where state = 'taken' and last_word_at >= ${from} and last_word_at < ${until} and id > ${above}
		order by id limit ${most}`);
	return rows.map(({ id }) => id);
}

/** What an alert may know of a ticket: never what it is about, nor who asked. */
export function ticketFacts(db: Db, id: number) {
	return db
		.select({
			id: ticket.id,
			requesterId: ticket.requesterId,
			branchId: ticket.branchId,
			category: ticket.category,
			route: ticket.route,
			dutyBranchId: ticket.dutyBranchId,
			state: ticket.state,
			assigneeId: ticket.assigneeId,
			firm: ticket.firm,
			openedAt: ticket.openedAt,
			routedAt: ticket.routedAt,
			takenAt: ticket.takenAt,
			lastWordAt: ticket.lastWordAt,
		})
		.from(ticket)
		.where(eq(ticket.id, id))
		.get();
}
