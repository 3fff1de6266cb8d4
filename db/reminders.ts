import { and, asc, desc, eq, gte, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Hours } from '../src/rules/quiet.ts';
import { type Db, prepared } from './database.ts';
import { type Act, add, change } from './ledger.ts';
import { reminder, reminderChoice } from './schema/index.ts';

export type ReminderRow = typeof reminder.$inferSelect;
export type ReminderChoice = typeof reminderChoice.$inferSelect;

/** What makes a reminder the one it is: it exists once, ever. */
export interface ReminderKey {
	readonly rule: string;
	readonly step: string;
	readonly subject: string;
	/** Local date. */
	readonly dueOn: string;
	readonly personId: number;
}

/** Decides to remind, from `notBefore` (ms) on; does nothing when it was decided before. */
export function decide(db: Db, key: ReminderKey, now: number, notBefore: number): void {
	statements(db).insert.run({ ...key, state: 'waiting', cause: null, now, notBefore, finishedAt: null });
}

/** Decides not to remind, for a named cause; does nothing when it was decided before. */
export function forgo(db: Db, key: ReminderKey, now: number, cause: string): void {
	statements(db).insert.run({ ...key, state: 'dropped', cause, now, notBefore: now, finishedAt: now });
}

/** What may go out now (ms), the longest waiting first. */
export function ready(db: Db, now: number, most: number): ReminderRow[] {
	return statements(db).ready.all({ now, most });
}

/** What of one person may go out now (ms). */
export function readyOf(db: Db, personId: number, now: number): ReminderRow[] {
	return db
		.select()
		.from(reminder)
		.where(and(eq(reminder.personId, personId), WAITS, lte(reminder.notBefore, now)))
		.orderBy(asc(reminder.id))
		.all();
}

const WAITS = and(eq(reminder.state, 'waiting'), isNull(reminder.turn));

const statements = prepared((db) => ({
	insert: db
		.insert(reminder)
		.values({
			rule: sql.placeholder('rule'),
			step: sql.placeholder('step'),
			subject: sql.placeholder('subject'),
			dueOn: sql.placeholder('dueOn'),
			personId: sql.placeholder('personId'),
			state: sql.placeholder('state'),
			cause: sql.placeholder('cause'),
			at: sql.placeholder('now'),
			notBefore: sql.placeholder('notBefore'),
			finishedAt: sql.placeholder('finishedAt'),
		})
		.onConflictDoNothing()
		.prepare(),
	ready: db
		.select()
		.from(reminder)
		.where(and(sql`state = 'waiting' and turn is null`, lte(reminder.notBefore, sql.placeholder('now'))))
		.orderBy(asc(reminder.notBefore), asc(reminder.id))
		.limit(sql.placeholder('most'))
		.prepare(),
	ofTurn: db
		.select()
		.from(reminder)
		.where(eq(reminder.turn, sql.placeholder('turn')))
		.orderBy(asc(reminder.id))
		.prepare(),
	reminded: db
		.select({ id: reminder.id })
		.from(reminder)
		.where(
			and(
				eq(reminder.personId, sql.placeholder('personId')),
				eq(reminder.state, 'sent'),
				eq(reminder.subject, sql.placeholder('subject')),
			),
		)
		.limit(1)
		.prepare(),
	choice: db
		.select()
		.from(reminderChoice)
		.where(eq(reminderChoice.personId, sql.placeholder('personId')))
		.prepare(),
}));

/** Lets a reminder wait until an instant (ms). */
export function putOff(db: Db, id: number, notBefore: number): void {
	db.update(reminder).set({ notBefore }).where(eq(reminder.id, id)).run();
}

/** What waits for this person is looked at again at once: their hours, their pause or their roles have changed. */
export function lookAgain(db: Db, personId: number, now: number): void {
	db.update(reminder)
		.set({ notBefore: now })
		.where(and(eq(reminder.personId, personId), WAITS))
		.run();
}

/** Hands a reminder to the message that carries it. */
export function carry(db: Db, id: number, turn: string): void {
	db.update(reminder).set({ turn }).where(eq(reminder.id, id)).run();
}

/** What a message carries or carried. */
export function carriedBy(db: Db, turn: string): ReminderRow[] {
	return statements(db).ofTurn.all({ turn });
}

/** It reached its end: it was sent, or dropped for a named cause. */
export function finish(db: Db, id: number, now: number, cause: string | null): void {
	const state = cause === null ? 'sent' : 'dropped';
	db.update(reminder).set({ state, cause, finishedAt: now }).where(eq(reminder.id, id)).run();
}

/** How many messages with reminders this person got, or is about to get, since an instant (ms). */
export function messagesSince(db: Db, personId: number, since: number): number {
	const row = db
		.select({ count: sql<number>`count(distinct ${reminder.turn})` })
		.from(reminder)
		.where(
			and(
				eq(reminder.personId, personId),
				ne(reminder.state, 'dropped'),
				sql`${reminder.turn} is not null`,
				gte(sql`coalesce(${reminder.finishedAt}, ${reminder.notBefore})`, since),
			),
		)
		.get();
	return row?.count ?? 0;
}

/** What the last message with reminders to this person said. */
export function lastSentTo(db: Db, personId: number): ReminderRow[] {
	const last = db
		.select({ turn: reminder.turn })
		.from(reminder)
		.where(and(eq(reminder.personId, personId), eq(reminder.state, 'sent')))
		.orderBy(desc(reminder.finishedAt), desc(reminder.id))
		.limit(1)
		.get();
	if (!last?.turn) return [];
	return carriedBy(db, last.turn).filter(({ state }) => state === 'sent');
}

/** A reminder this person got. */
export function sentTo(db: Db, personId: number, id: number): ReminderRow | undefined {
	return db
		.select()
		.from(reminder)
		.where(and(eq(reminder.id, id), eq(reminder.personId, personId), eq(reminder.state, 'sent')))
		.get();
}

/** Whether this person was reminded of a subject, such as `meeting:12`. */
export function wasReminded(db: Db, personId: number, subject: string): boolean {
	return statements(db).reminded.get({ personId, subject }) !== undefined;
}

/** Any reminder, for views; whoever asks as a person goes through {@link sentTo}. */
export function reminderById(db: Db, id: number): ReminderRow | undefined {
	return db.select().from(reminder).where(eq(reminder.id, id)).get();
}

/** What somebody chose for themselves; undefined when nothing. */
export function choiceOf(db: Db, personId: number): ReminderChoice | undefined {
	return statements(db).choice.get({ personId });
}

/** The hours somebody chose for themselves; undefined: those of the house. */
export function ownHours(choice: ReminderChoice | undefined): Hours | undefined {
	const { fromMinute: from, untilMinute: until } = choice ?? {};
	return from == null || until == null ? undefined : { from, until };
}

/** Writes down what somebody chose for themselves. */
export function choose(
	db: Db,
	act: Act,
	personId: number,
	chosen: Partial<Omit<ReminderChoice, 'personId'>>,
): void {
	if (choiceOf(db, personId)) change(db, act, reminderChoice, { personId }, chosen);
	else add(db, act, reminderChoice, { personId, ...chosen });
}
