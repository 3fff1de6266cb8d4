import { asc, lt, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { attempt } from '../schema/index.ts';

export interface Attempt {
	/** Wall clock, ms. */
	readonly at: number;
	readonly api: string;
	readonly lane: string;
}

const statements = prepared((db) => ({
	note: db
		.insert(attempt)
		.values({ at: sql.placeholder('at'), api: sql.placeholder('api'), lane: sql.placeholder('lane') })
		.prepare(),
	purge: db
		.delete(attempt)
		.where(lt(attempt.at, sql.placeholder('before')))
		.prepare(),
}));

/** Notes a call before it is made. */
export function noteAttempt(db: Db, made: Attempt): void {
	statements(db).note.run({ ...made });
}

/** Forgets the calls before this instant (wall clock, ms): no limit asks for them any more. */
export function purgeAttempts(db: Db, before: number): void {
	statements(db).purge.run({ before });
}

/** The calls since this instant (wall clock, ms), oldest first, by which the limits are counted after a start. */
export function attemptsSince(db: Db, since: number): Attempt[] {
	purgeAttempts(db, since);
	return db.select().from(attempt).orderBy(asc(attempt.at)).all();
}
