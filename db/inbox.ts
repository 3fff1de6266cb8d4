import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { inbox, poison } from './schema/index.ts';
import { seal, unseal } from './sealed.ts';
import type { Vault } from './vault.ts';

const statements = prepared((db) => ({
	receive: db
		.insert(inbox)
		.values({
			eventId: sql.placeholder('eventId'),
			messageId: sql.placeholder('messageId'),
			receivedAt: sql.placeholder('receivedAt'),
		})
		.onConflictDoNothing()
		.returning({ eventId: inbox.eventId })
		.prepare(),
	byEvent: db
		.select()
		.from(inbox)
		.where(eq(inbox.eventId, sql.placeholder('eventId')))
		.prepare(),
	answered: db
		.update(inbox)
		.set({ answer: sql`${sql.placeholder('answer')}` })
		.where(eq(inbox.eventId, sql.placeholder('eventId')))
		.prepare(),
}));

/**
 * Takes an event in. `new`: it may act. Otherwise it is a repeat, by its event id or its message id, and
 * `answer` is what was answered the first time (JSON, or null).
 */
export function receive(
	db: Db,
	vault: Vault,
	event: { eventId: string; messageId?: string; receivedAt: number },
): { readonly new: true } | { readonly new: false; readonly answer: string | null } {
	const { receive, byEvent } = statements(db);
	const taken = receive.get({ ...event, messageId: event.messageId ?? null });
	if (taken) return { new: true };
	const answer = byEvent.get({ eventId: event.eventId })?.answer ?? null;
	return { new: false, answer: answer && unseal(vault, inbox, 'answer', { eventId: event.eventId }, answer) };
}

/** Keeps what was answered, sealed, for the repeat. */
export function answered(db: Db, vault: Vault, eventId: string, answer: string): void {
	statements(db).answered.run({ eventId, answer: seal(vault, inbox, 'answer', { eventId }, answer) });
}

export interface Poisoned {
	readonly reference: string;
	readonly eventId: string;
	readonly at: number;
	/** The update as JSON; sealed before it is kept. */
	readonly update: string;
	readonly error: string;
}

/** Keeps an event that our own code stumbled over. */
export function keepPoison(db: Db, vault: Vault, { update, ...event }: Poisoned): void {
	const { reference } = event;
	db.insert(poison)
		.values({ ...event, update: seal(vault, poison, 'update', { reference }, update) })
		.run();
}

/** Forgets what was received, and what we stumbled over, before this instant (ms). */
export function purgeInbox(db: Db, before: number): void {
	db.delete(inbox).where(lt(inbox.receivedAt, before)).run();
	db.delete(poison).where(lt(poison.at, before)).run();
}

/** Forgets what was answered before this instant (ms); that it was received is remembered. */
export function purgeAnswers(db: Db, before: number): void {
	db.update(inbox)
		.set({ answer: null })
		.where(and(lt(inbox.receivedAt, before), isNotNull(inbox.answer)))
		.run();
}
