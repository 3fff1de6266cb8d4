import { asc, lt } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { attempt } from '../schema/index.ts';

export interface Attempt {
	/** Wall clock, ms. */
	readonly at: number;
	readonly api: string;
	readonly lane: string;
}

/** Notes a call before it is made. */
export function noteAttempt(db: Db, made: Attempt): void {
	db.insert(attempt).values(made).run();
}

/** Forgets the calls before this instant (wall clock, ms): no limit asks for them any more. */
export function purgeAttempts(db: Db, before: number): void {
	db.delete(attempt).where(lt(attempt.at, before)).run();
}

/** The calls since this instant (wall clock, ms), oldest first, by which the limits are counted after a start. */
export function attemptsSince(db: Db, since: number): Attempt[] {
	purgeAttempts(db, since);
	return db.select().from(attempt).orderBy(asc(attempt.at)).all();
}
