import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type * as schema from './schema/index.ts';
import type { Ledgered } from './schema/ledgered.ts';

/**
 * The one database of a tenant, synchronous on better-sqlite3 and on Durable Object storage alike. Ledgered tables are
 * written through ./ledger.ts: anywhere else it doesn't compile.
 */
export type Db = Closed & BaseSQLiteDatabase<'sync', unknown, typeof schema>;

/** What these answer for a ledgered table can't be run. */
interface Closed {
	insert(table: Ledgered): unknown;
	update(table: Ledgered): unknown;
	delete(table: Ledgered): unknown;
}

/**
 * Statements prepared once for each database: building a query costs ten times what running it does, so what
 * every Turn runs is built here.
 */
export function prepared<T>(build: (db: Db) => T): (db: Db) => T {
	const built = new WeakMap<Db, T>();
	return (db) => {
		const known = built.get(db);
		if (known !== undefined) return known;
		const made = build(db);
		built.set(db, made);
		return made;
	};
}
