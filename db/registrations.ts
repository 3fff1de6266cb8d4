import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import { type Act, add, change } from './ledger.ts';
import { branch, registration } from './schema/index.ts';

export type Registration = typeof registration.$inferSelect;

/** Somebody says who they are; an earlier request of theirs that still waits is replaced. */
export function askToJoin(db: Db, act: Act, personId: number, name: string, branchId: number): Registration {
	const waiting = db
		.select()
		.from(registration)
		.where(and(eq(registration.personId, personId), eq(registration.state, 'waiting')))
		.all();
	for (const { id } of waiting) change(db, act, registration, { id }, { state: 'replaced' });
	const asked = { personId, name, branchId, state: 'waiting' as const, askedAt: act.at };
	return add(db, act, registration, asked);
}

/** What this person asked for and nobody has decided. */
export function registrationOf(db: Db, personId: number): Registration | undefined {
	return db
		.select()
		.from(registration)
		.where(and(eq(registration.personId, personId), eq(registration.state, 'waiting')))
		.get();
}

export function registrationById(db: Db, id: number): Registration | undefined {
	return db.select().from(registration).where(eq(registration.id, id)).get();
}

/** The secretary's decision; false when it was decided already. */
export function decide(db: Db, act: Act, asked: Registration, state: 'confirmed' | 'refused'): boolean {
	if (asked.state !== 'waiting') return false;
	const decision = { state, decidedAt: act.at, decidedBy: act.by };
	return change(db, act, registration, { id: asked.id }, decision);
}

/** Requests that wait for a decision in these branches, oldest first. */
export function registrationsWaiting(db: Db, branchIds: readonly number[]) {
	return db
		.select({ id: registration.id, name: registration.name, branch: branch.name })
		.from(registration)
		.innerJoin(branch, eq(branch.id, registration.branchId))
		.where(
			and(
				eq(registration.state, 'waiting'),
				sql`${registration.branchId} in (select value from json_each(${JSON.stringify(branchIds)}))`,
			),
		)
		.orderBy(asc(registration.askedAt))
		.all();
}
