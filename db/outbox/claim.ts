import { and, asc, eq, lt, lte, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { outbox } from '../schema/index.ts';
import type { Vault } from '../vault.ts';
import { contentPlace } from './enqueue.ts';

export type OutboxRow = typeof outbox.$inferSelect;

/** Rows that are due (ms) on lanes other than these, oldest first. */
export function dueRows(db: Db, now: number, busyLanes: readonly string[], most: number): OutboxRow[] {
	return due(db).all({ now, busy: JSON.stringify(busyLanes), most });
}

const due = prepared((db) =>
	db
		.select()
		.from(outbox)
		.where(
			and(
				sql`state = 'waiting'`,
				lte(outbox.notBefore, sql.placeholder('now')),
				sql`${outbox.lane} not in (select value from json_each(${sql.placeholder('busy')}))`,
			),
		)
		.orderBy(asc(outbox.id))
		.limit(sql.placeholder('most'))
		.prepare(),
);

/** When the next row falls due (ms); undefined when nothing waits. */
export function nextDue(db: Db): number | undefined {
	const row = db
		.select({ at: outbox.notBefore })
		.from(outbox)
		.where(sql`state = 'waiting'`)
		.orderBy(asc(outbox.notBefore))
		.limit(1)
		.get();
	return row?.at;
}

/** Marks a row as being sent; after this is committed the call may be made. `wall`: wall clock, ms. */
export function claim(db: Db, id: number, wall: number): void {
	db.update(outbox)
		.set({
			state: 'sending',
			attempts: sql`${outbox.attempts} + 1`,
			firstTriedAt: sql`coalesce(${outbox.firstTriedAt}, ${wall})`,
		})
		.where(eq(outbox.id, id))
		.run();
}

/** After a crash: what was being sent waits again; whether it went out nobody knows. */
export function reclaim(db: Db): void {
	db.update(outbox).set({ state: 'waiting', doubtful: true }).where(sql`state = 'sending'`).run();
}

/** Puts back a row that was claimed but never tried. */
export function putBack(db: Db, id: number): void {
	db.update(outbox)
		.set({ state: 'waiting', attempts: sql`${outbox.attempts} - 1` })
		.where(eq(outbox.id, id))
		.run();
}

/** Starts the platform's hour anew: only for a row no attempt of which can have been done. */
export function renewUuid(db: Db, vault: Vault, row: OutboxRow, wall: number): OutboxRow {
	const uuid = crypto.randomUUID();
	const content =
		row.content === null
			? null
			: vault.seal(vault.open(row.content, contentPlace(row.uuid)), contentPlace(uuid));
	db.update(outbox)
		.set({ uuid, content, firstTriedAt: wall, doubtful: false })
		.where(eq(outbox.id, row.id))
		.run();
	return { ...row, uuid, content, firstTriedAt: wall, doubtful: false };
}

/** JSON of what a `send` row says. */
export function contentOf(vault: Vault, row: OutboxRow): string {
	if (row.content === null) throw new Error('this row says nothing');
	return vault.open(row.content, contentPlace(row.uuid));
}

/** Forgets what came to its end before this instant (ms). */
export function purgeOutbox(db: Db, before: number): void {
	db.delete(outbox).where(lt(outbox.finishedAt, before)).run();
}

/** How many rows are in which state; for the metrics. */
export function outboxStates(db: Db): { state: string; count: number }[] {
	return db
		.select({ state: outbox.state, count: sql<number>`count(*)` })
		.from(outbox)
		.groupBy(outbox.state)
		.all();
}
