import { and, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { outbox, undelivered } from '../schema/index.ts';
import { laneOf, type Target } from './enqueue.ts';

export type Undelivered = typeof undelivered.$inferSelect;

const OPEN = sql`settled_at is null`;

const statements = prepared((db) => ({
	byAuthor: db
		.select()
		.from(undelivered)
		.where(and(eq(undelivered.by, sql.placeholder('by')), OPEN))
		.orderBy(undelivered.id)
		.prepare(),
	ofTurn: db
		.select()
		.from(undelivered)
		.where(eq(undelivered.turn, sql.placeholder('turn')))
		.orderBy(undelivered.id)
		.prepare(),
	waitingFor: db
		.select({
			id: undelivered.id,
			about: undelivered.about,
			turn: undelivered.turn,
			triedUntil: undelivered.triedUntil,
		})
		.from(undelivered)
		.where(and(eq(undelivered.lane, sql.placeholder('lane')), OPEN))
		.prepare(),
	// What was said last goes out last: the newest row is the likeliest to be under way.
	onTheWay: db
		.select({ id: outbox.id })
		.from(outbox)
		.where(
			and(
				eq(outbox.turn, sql.placeholder('turn')),
				eq(outbox.work, 'send'),
				sql`${outbox.by} is not null`,
				inArray(outbox.state, ['waiting', 'sending']),
			),
		)
		.orderBy(desc(outbox.id))
		.limit(1)
		.prepare(),
	said: db
		.select({
			lane: outbox.lane,
			state: outbox.state,
			cause: outbox.cause,
			about: outbox.cardKey,
			anyOne: outbox.anyOne,
		})
		.from(outbox)
		.where(
			and(eq(outbox.turn, sql.placeholder('turn')), eq(outbox.work, 'send'), sql`${outbox.by} is not null`),
		)
		.prepare(),
}));

/**
 * Notes that something was not delivered, or not yet (`triedUntil`, ms); once for each Turn and whom it was for. True when
 * its author, who knows that it was still being tried, has to hear that it is no more.
 */
export function noteUndelivered(
	db: Db,
	{ to, ...values }: Omit<typeof undelivered.$inferInsert, 'lane'> & { readonly to: Target },
): boolean {
	const lane = laneOf(to);
	const { turn, at, why, triedUntil = null } = values;
	const noted = undeliveredOf(db, turn).filter((each) => each.lane === lane);
	const held = noted.find((each) => each.triedUntil !== null);
	if (held && triedUntil === null) {
		db.update(undelivered).set({ at, why, triedUntil }).where(eq(undelivered.id, held.id)).run();
		return held.settledAt === null;
	}
	if (held || noted.some(({ settledAt }) => settledAt === null)) return false;
	db.insert(undelivered)
		.values({ ...values, lane })
		.run();
	return false;
}

/** What was still being tried has come to its end, and not in vain; false when it was not held up. */
export function noLongerHeld(db: Db, turn: string, lane: string, now: number): boolean {
	const held = and(eq(undelivered.turn, turn), eq(undelivered.lane, lane), isNotNull(undelivered.triedUntil));
	const open = and(held, isNull(undelivered.settledAt));
	return db.update(undelivered).set({ settledAt: now }).where(open).returning().all().length > 0;
}

/** What this account has said and did not arrive, oldest first. */
export function openUndelivered(db: Db, by: string): Undelivered[] {
	return statements(db).byAuthor.all({ by });
}

/** What did not arrive of all that was said in one Turn, also what is settled by now. */
export function undeliveredOf(db: Db, turn: string): Undelivered[] {
	return statements(db).ofTurn.all({ turn });
}

/** Its author has seen to it; false when nothing of theirs was open. */
export function settleUndelivered(db: Db, by: string, turn: string, now: number): boolean {
	const own = and(eq(undelivered.turn, turn), eq(undelivered.by, by), isNull(undelivered.settledAt));
	return db.update(undelivered).set({ settledAt: now }).where(own).returning().all().length > 0;
}

/** What was said about this thing need not arrive any more; answers the Turns whose matter this was. */
export function forgetUndelivered(db: Db, about: string, now: number): string[] {
	const settled = db
		.update(undelivered)
		.set({ settledAt: now })
		.where(and(eq(undelivered.about, about), OPEN))
		.returning({ turn: undelivered.turn })
		.all();
	return [...new Set(settled.map(({ turn }) => turn))];
}

/** An account is gone: what it said and did not arrive is nobody's matter any more. */
export function dropUndeliveredBy(db: Db, by: string): void {
	db.delete(undelivered).where(eq(undelivered.by, by)).run();
}

/** What waits to be told there and is not being tried any more: each thing once. */
export function untoldAt(db: Db, to: Target): string[] {
	const waiting = statements(db).waitingFor.all({ lane: laneOf(to) });
	const givenUp = waiting.filter(({ triedUntil }) => triedUntil === null);
	return [...new Set(givenUp.flatMap(({ about }) => (about === null ? [] : [about])))];
}

/** Something about the same thing has arrived there after all; answers the Turns whose matter this was. */
export function arrivedAfterAll(db: Db, lane: string, about: string, now: number): string[] {
	const settled = statements(db)
		.waitingFor.all({ lane })
		.filter((each) => each.about === about);
	for (const { id } of settled)
		db.update(undelivered).set({ settledAt: now }).where(eq(undelivered.id, id)).run();
	return settled.map(({ turn }) => turn);
}

/** Forgets what was settled before this instant (ms); what is open stays. */
export function purgeUndelivered(db: Db, before: number): void {
	db.delete(undelivered).where(lt(undelivered.settledAt, before)).run();
}

/** What somebody said to others in one Turn, as far as the outbox remembers: each message with where it stands. */
export function saidIn(db: Db, turn: string) {
	return statements(db).said.all({ turn });
}

/** Whether something of it may still arrive. */
export function isOnTheWay(db: Db, turn: string): boolean {
	return statements(db).onTheWay.get({ turn }) !== undefined;
}

/**
 * How far what somebody said to others in one Turn is: still going out, refused for a while, arrived (late, it may be), or
 * something of it never will.
 */
export function fateOf(db: Db, turn: string): 'on-its-way' | 'held-up' | 'arrived' | 'lacking' {
	const noted = undeliveredOf(db, turn);
	if (!isOnTheWay(db, turn))
		return noted.some(({ triedUntil }) => triedUntil === null) ? 'lacking' : 'arrived';
	const held = noted.some(({ triedUntil, settledAt }) => triedUntil !== null && settledAt === null);
	return held ? 'held-up' : 'on-its-way';
}
