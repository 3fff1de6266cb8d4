import { eq, isNotNull, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { monthCalls, operatorNews } from './schema/index.ts';

export type News = typeof operatorNews.$inferSelect;

const statements = prepared((db) => ({
	byCode: db
		.select()
		.from(operatorNews)
		.where(eq(operatorNews.code, sql.placeholder('code')))
		.prepare(),
	standing: db
		.select()
		.from(operatorNews)
		.where(sql`${operatorNews.overAt} is null`)
		.orderBy(operatorNews.since, operatorNews.code)
		.prepare(),
	calls: db
		.select({ calls: monthCalls.calls })
		.from(monthCalls)
		.where(eq(monthCalls.month, sql.placeholder('month')))
		.prepare(),
	count: db
		.insert(monthCalls)
		.values({ month: sql.placeholder('month'), calls: sql.placeholder('calls') })
		.onConflictDoUpdate({
			target: monthCalls.month,
			set: { calls: sql`${monthCalls.calls} + excluded.calls` },
		})
		.prepare(),
}));

/** Notes that something stands; true when it did not stand before. The facts are the newest ones. */
export function newsBegin(db: Db, code: string, facts: string, now: number): boolean {
	const known = statements(db).byCode.get({ code });
	if (known && known.overAt === null) {
		if (known.facts !== facts)
			db.update(operatorNews).set({ facts }).where(eq(operatorNews.code, code)).run();
		return false;
	}
	const fresh = { facts, since: now, toldOn: null, overAt: null };
	db.insert(operatorNews)
		.values({ code, ...fresh })
		.onConflictDoUpdate({ target: operatorNews.code, set: fresh })
		.run();
	return true;
}

/** Notes that something is over; true when it stood. */
export function newsEnd(db: Db, code: string, now: number): boolean {
	const known = statements(db).byCode.get({ code });
	if (!known || known.overAt !== null) return false;
	db.update(operatorNews).set({ overAt: now }).where(eq(operatorNews.code, code)).run();
	return true;
}

/** All that stands, oldest first. */
export function newsStanding(db: Db): News[] {
	return statements(db).standing.all();
}

/** All that stood once and is over. */
export function newsOver(db: Db): News[] {
	return db.select().from(operatorNews).where(isNotNull(operatorNews.overAt)).all();
}

/** The message of this local date told it. */
export function newsTold(db: Db, code: string, toldOn: string): void {
	db.update(operatorNews).set({ toldOn }).where(eq(operatorNews.code, code)).run();
}

/** The calls of a month, `YYYY-MM`. */
export function callsIn(db: Db, month: string): number {
	return statements(db).calls.get({ month })?.calls ?? 0;
}

/** So many more calls are made in this month. */
export function countCalls(db: Db, month: string, calls: number): void {
	statements(db).count.run({ month, calls });
}
