import { and, asc, eq, gt, gte, lt, lte, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { attempt, outbox } from '../schema/index.ts';
import { seal, unseal } from '../sealed.ts';
import type { Vault } from '../vault.ts';

export type OutboxRow = typeof outbox.$inferSelect;

export const WORKS: readonly Work[] = ['send', 'patch', 'errand'];
export type Work = OutboxRow['work'];

/** What `cause` says of a row that is sent again although an earlier attempt may have arrived. */
export const MAYBE_TWICE = 'maybe-twice';

const theRow = eq(outbox.id, sql.placeholder('id'));

const statements = prepared((db) => ({
	due: db
		.select()
		.from(outbox)
		.where(
			and(
				sql`state = 'waiting'`,
				eq(outbox.work, sql.placeholder('work')),
				lte(outbox.notBefore, sql.placeholder('now')),
				sql`${outbox.lane} not in (select value from json_each(${sql.placeholder('lanes')}))`,
			),
		)
		.orderBy(asc(outbox.id))
		.limit(sql.placeholder('most'))
		.prepare(),
	next: db
		.select({ at: outbox.notBefore })
		.from(outbox)
		.where(and(sql`state = 'waiting'`, gt(outbox.notBefore, sql.placeholder('after'))))
		.orderBy(asc(outbox.notBefore))
		.limit(1)
		.prepare(),
	untried: db
		.select({ id: outbox.id })
		.from(outbox)
		.where(
			and(sql`state = 'waiting'`, lte(outbox.notBefore, sql.placeholder('before')), eq(outbox.attempts, 0)),
		)
		.limit(1)
		.prepare(),
	withKey: db
		.select({ id: outbox.id })
		.from(outbox)
		.where(and(eq(outbox.cardKey, sql.placeholder('cardKey')), sql`state = 'waiting'`))
		.limit(1)
		.prepare(),
	putBehind: db
		.update(outbox)
		.set({ notBefore: sql`${sql.placeholder('notBefore')}` })
		.where(theRow)
		.prepare(),
	claim: db
		.update(outbox)
		.set({
			state: 'sending',
			attempts: sql`${outbox.attempts} + 1`,
			firstTriedAt: sql`coalesce(${outbox.firstTriedAt}, ${sql.placeholder('wall')})`,
		})
		.where(theRow)
		.prepare(),
	/** The words are not needed after the end and are not kept. */
	end: db
		.update(outbox)
		.set({
			state: sql`${sql.placeholder('state')}`,
			messageId: sql`${sql.placeholder('messageId')}`,
			cause: sql`coalesce(${sql.placeholder('cause')}, ${outbox.cause})`,
			finishedAt: sql`${sql.placeholder('now')}`,
			content: null,
		})
		.where(theRow)
		.prepare(),
	postpone: db
		.update(outbox)
		.set({
			state: 'waiting',
			notBefore: sql`${sql.placeholder('notBefore')}`,
			cause: sql`case when ${outbox.cause} = ${MAYBE_TWICE} then ${outbox.cause} else ${sql.placeholder('cause')} end`,
			doubtful: sql`max(${outbox.doubtful}, ${sql.placeholder('doubtful')})`,
		})
		.where(theRow)
		.prepare(),
	purge: db
		.delete(outbox)
		.where(lt(outbox.finishedAt, sql.placeholder('before')))
		.prepare(),
}));

/** Rows of these works that are due (ms) and on none of these lanes, oldest first. */
export function dueRows(
	db: Db,
	now: number,
	works: readonly Work[],
	butLanes: readonly string[],
	most: number,
): OutboxRow[] {
	const lanes = JSON.stringify(butLanes);
	return works
		.flatMap((work) => statements(db).due.all({ now, lanes, work, most }))
		.sort((a, b) => a.id - b.id)
		.slice(0, most);
}

/** When the next row falls due (ms), of those after `after` only; undefined when nothing waits. */
export function nextDue(db: Db, after = -1): number | undefined {
	return statements(db).next.get({ after })?.at;
}

/** Whether a row has waited since before this instant (ms) and was never tried. */
export function waitsUntried(db: Db, before: number): boolean {
	return statements(db).untried.get({ before }) !== undefined;
}

/** Rows that were tried in vain and wait for their next attempt, later than `now` (ms). */
export function retrying(db: Db, now: number): OutboxRow[] {
	return db
		.select()
		.from(outbox)
		.where(and(sql`state = 'waiting'`, gt(outbox.notBefore, now), gt(outbox.attempts, 0)))
		.all();
}

/** Whether a message of which this is remembered has not gone out yet. */
export function isWaiting(db: Db, cardKey: string): boolean {
	return statements(db).withKey.get({ cardKey }) !== undefined;
}

/** Lets a row wait for one in front of it; `notBefore` in ms. */
export function putBehind(db: Db, id: number, notBefore: number): void {
	statements(db).putBehind.run({ id, notBefore });
}

/** What waits for this cause may be tried from `now` (ms) on. */
export function letGo(db: Db, cause: string, now: number): void {
	db.update(outbox)
		.set({ notBefore: now })
		.where(and(sql`state = 'waiting'`, eq(outbox.cause, cause)))
		.run();
}

/** Marks a row as being sent; after this is committed the call may be made. `wall`: wall clock, ms. */
export function claim(db: Db, id: number, wall: number): void {
	statements(db).claim.run({ id, wall });
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

/** Starts the platform's hour anew. A row of which an attempt may have been done says so from now on. */
export function renewUuid(db: Db, vault: Vault, row: OutboxRow, wall: number): OutboxRow {
	const uuid = crypto.randomUUID();
	const content =
		row.content === null ? null : seal(vault, outbox, 'content', { uuid }, contentOf(vault, row));
	const cause = row.doubtful ? MAYBE_TWICE : row.cause;
	const renewed = { uuid, content, cause, firstTriedAt: wall, doubtful: false };
	db.update(outbox).set(renewed).where(eq(outbox.id, row.id)).run();
	return { ...row, ...renewed };
}

/** JSON of what a `send` row says. */
export function contentOf(vault: Vault, row: OutboxRow): string {
	if (row.content === null) throw new Error('this row says nothing');
	return unseal(vault, outbox, 'content', { uuid: row.uuid }, row.content);
}

/** It arrived. */
export function finishSent(db: Db, id: number, now: number, messageId: string | null): void {
	statements(db).end.run({ id, now, state: 'sent', messageId, cause: null });
}

/** It will never arrive, for this cause. */
export function finishFailed(db: Db, id: number, now: number, cause: string): void {
	statements(db).end.run({ id, now, state: 'failed', messageId: null, cause });
}

/** It need not be said any more, for this cause. */
export function finishDropped(db: Db, id: number, now: number, cause: string): void {
	statements(db).end.run({ id, now, state: 'dropped', messageId: null, cause });
}

/**
 * Once more, not before `notBefore` (ms); `doubtful`: this attempt may have been done after all. A row that may arrive
 * twice stays marked as such.
 */
export function postpone(db: Db, id: number, notBefore: number, cause: string, doubtful: boolean): void {
	statements(db).postpone.run({ id, notBefore, cause, doubtful: Number(doubtful) });
}

/** Forgets what came to its end before this instant (ms). */
export function purgeOutbox(db: Db, before: number): void {
	statements(db).purge.run({ before });
}

/** The calls of what ended since this instant (ms): words said, reminders, cards redrawn. */
export function callsSpent(db: Db, since: number): { said: number; reminders: number; patches: number } {
	const isReminder = sql`(${outbox.turn} >= 'reminder:' and ${outbox.turn} < 'reminder;') or (${outbox.turn} >= 'digest:' and ${outbox.turn} < 'digest;')`;
	const found = db
		.select({
			patches: sql<number>`coalesce(sum(case when ${outbox.work} = 'patch' then ${outbox.attempts} end), 0)`,
			sends: sql<number>`coalesce(sum(case when ${outbox.work} = 'send' then ${outbox.attempts} end), 0)`,
			reminders: sql<number>`coalesce(sum(case when ${outbox.work} = 'send' and (${isReminder}) then ${outbox.attempts} end), 0)`,
		})
		.from(outbox)
		.where(gte(outbox.finishedAt, since))
		.get();
	const { patches, sends, reminders } = found ?? { patches: 0, sends: 0, reminders: 0 };
	return { said: sends - reminders, reminders, patches };
}

/** How many rows are in which state; for the metrics. */
export function outboxStates(db: Db): { state: string; count: number }[] {
	return db
		.select({ state: outbox.state, count: sql<number>`count(*)` })
		.from(outbox)
		.groupBy(outbox.state)
		.all();
}

export interface Attempt {
	/** Wall clock, ms. */
	readonly at: number;
	readonly api: string;
	readonly lane: string;
}

const attempted = prepared((db) => ({
	note: db
		.insert(attempt)
		.values({ at: sql.placeholder('at'), api: sql.placeholder('api'), lane: sql.placeholder('lane') })
		.prepare(),
	since: db
		.select({ id: attempt.id })
		.from(attempt)
		.where(gt(attempt.at, sql.placeholder('since')))
		.limit(1)
		.prepare(),
	purge: db
		.delete(attempt)
		.where(lt(attempt.at, sql.placeholder('before')))
		.prepare(),
}));

/** Notes a call before it is made. */
export function noteAttempt(db: Db, made: Attempt): void {
	attempted(db).note.run({ ...made });
}

/** Whether any call was made since this instant (wall clock, ms); for a minute it is known. */
export function callsSince(db: Db, since: number): boolean {
	return attempted(db).since.get({ since }) !== undefined;
}

/** Forgets the calls before this instant (wall clock, ms): no limit asks for them any more. */
export function purgeAttempts(db: Db, before: number): void {
	attempted(db).purge.run({ before });
}

/** The calls since this instant (wall clock, ms), oldest first, by which the limits are counted after a start. */
export function attemptsSince(db: Db, since: number): Attempt[] {
	purgeAttempts(db, since);
	return db.select().from(attempt).orderBy(asc(attempt.at)).all();
}
