import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Db } from '../../db/database.ts';
import * as schema from '../../db/schema/index.ts';

/** A list of ids, the nodes of a walk down the tree so far, or what an index has already picked out. */
const OVER_LITTLE = /VIRTUAL TABLE|^SCAN (?:ours|tree)$|^SCAN \(subquery-\d+\)$/;

/** How SQLite would go about one statement, step by step. */
export interface Plan {
	readonly steps: readonly string[];
	/** Steps that walk through a whole table. */
	readonly scans: readonly string[];
}

/** An empty database that tells the plan of every statement it is asked. */
export function watchedDatabase(): { readonly db: Db; plansOf(ask: (db: Db) => void): Plan[] } {
	const asked: { query: string; params: unknown[] }[] = [];
	const file = new Database(':memory:');
	const db = drizzle(file, {
		schema,
		casing: 'snake_case',
		logger: { logQuery: (query, params) => asked.push({ query, params }) },
	});
	migrate(db, { migrationsFolder: 'db/migrations' });
	return {
		db,
		plansOf(ask) {
			asked.length = 0;
			ask(db);
			return asked.map(({ query, params }) => {
				const steps = file
					.prepare<unknown[], { detail: string }>(`explain query plan ${query}`)
					.all(...params)
					.map(({ detail }) => detail);
				return { steps, scans: steps.filter((step) => step.startsWith('SCAN') && !OVER_LITTLE.test(step)) };
			});
		},
	};
}
