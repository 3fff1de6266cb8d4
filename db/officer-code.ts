import { eq, lte, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { wrongOfficerCode } from './schema/index.ts';

const statements = prepared((db) => ({
	of: db
		.select()
		.from(wrongOfficerCode)
		.where(eq(wrongOfficerCode.openId, sql.placeholder('openId')))
		.prepare(),
}));

/** How many wrong codes somebody sent that still count: none once the last is older than `within` (ms). */
export function wrongCodesOf(db: Db, openId: string, now: number, within: number): number {
	const known = statements(db).of.get({ openId });
	return known && now - known.lastAt < within ? known.tries : 0;
}

/** Counts one more, and forgets those of everybody that count no more. */
export function countWrongCode(db: Db, openId: string, now: number, within: number): number {
	const tries = wrongCodesOf(db, openId, now, within) + 1;
	db.delete(wrongOfficerCode)
		.where(lte(wrongOfficerCode.lastAt, now - within))
		.run();
	db.insert(wrongOfficerCode)
		.values({ openId, tries, lastAt: now })
		.onConflictDoUpdate({ target: wrongOfficerCode.openId, set: { tries, lastAt: now } })
		.run();
	return tries;
}

/** Forgets what somebody sent before the right one. */
export function forgetWrongCodes(db: Db, openId: string): void {
	db.delete(wrongOfficerCode).where(eq(wrongOfficerCode.openId, openId)).run();
}
