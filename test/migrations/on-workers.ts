import { drizzle } from 'drizzle-orm/durable-sqlite';
import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import migrations from '../../db/migrations/migrations.js';
import { openDatabase } from '../../src/runtime/worker/store.ts';
import { hold } from '../worker/object.ts';
import type { Fresh } from './fresh.ts';

/** Works inside an object of its own. */
export async function onFreshDatabase(work: (fresh: Fresh) => Promise<void>): Promise<void> {
	await hold(`fresh-${crypto.randomUUID()}`).bare((_, { storage }) =>
		work({
			all: (statement, ...values) => storage.sql.exec(statement, ...values).toArray(),
			async migrateTo(count) {
				const journal = { entries: migrations.journal.entries.slice(0, count) };
				await migrate(drizzle(storage), { ...migrations, journal });
			},
			async open() {
				await openDatabase(storage);
			},
		}),
	);
}
