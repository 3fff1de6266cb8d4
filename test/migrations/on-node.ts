import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import journal from '../../db/migrations/meta/_journal.json' with { type: 'json' };
import { openDatabase } from '../../src/runtime/node/database.ts';
import type { Fresh } from './fresh.ts';

/** Works on a file in a directory of its own. */
export async function onFreshDatabase(work: (fresh: Fresh) => Promise<void>): Promise<void> {
	const directory = mkdtempSync(join(tmpdir(), 'zhibu-migrations-'));
	const path = join(directory, 'fresh.db');
	const file = new Database(path);
	file.pragma('foreign_keys = ON');
	try {
		await work({
			all(statement, ...values) {
				const prepared = file.prepare<unknown[], Record<string, unknown>>(statement);
				if (prepared.reader) return prepared.all(...values);
				prepared.run(...values);
				return [];
			},
			async migrateTo(count) {
				const migrationsFolder = join(directory, `first-${count}`);
				cpSync('db/migrations', migrationsFolder, { recursive: true });
				const entries = journal.entries.slice(0, count);
				writeFileSync(
					join(migrationsFolder, 'meta', '_journal.json'),
					JSON.stringify({ ...journal, entries }),
				);
				migrate(drizzle(file), { migrationsFolder });
			},
			async open() {
				openDatabase(path).file.close();
			},
		});
	} finally {
		file.close();
		rmSync(directory, { recursive: true, force: true });
	}
}
