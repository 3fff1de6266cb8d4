import { lt } from 'drizzle-orm';
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

/** The calls since this instant (wall clock, ms), by which the limits are counted after a start. */
export function attemptsSince(db: Db, since: number): Attempt[] {
	db.delete(attempt).where(lt(attempt.at, since)).run();
	return db.select().from(attempt).all();
}
