import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Db } from '../../../db/database.ts';
import * as schema from '../../../db/schema/index.ts';
import { inspectDatabase } from './inspect.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations', import.meta.url));

export interface OpenDatabase {
	readonly db: Db;
	readonly file: Database.Database;
}

/** Nothing waits longer (ms) for another's lock on the main thread: group-commit.ts tries again off the stack. */
const BUSY_FOR = 20;

/**
 * Opens (and makes, and migrates) the database file; throws `BadConfig`, with nothing written, when it lost something or
 * can't be used.
 */
export function openDatabase(path: string): OpenDatabase {
	inspectDatabase(path);
	const file = new Database(path, { timeout: 1_000 });
	file.pragma('journal_mode = WAL');
	file.pragma('synchronous = FULL');
	file.pragma('foreign_keys = ON');
	file.pragma('secure_delete = ON');
	// What a savepoint may have to undo is kept in memory: in its own file it cost an eighth of a Turn.
	file.pragma('temp_store = MEMORY');
	const db = drizzle(file, { schema, casing: 'snake_case' });
	migrate(db, { migrationsFolder: MIGRATIONS });
	file.pragma(`busy_timeout = ${BUSY_FOR}`);
	return { db, file };
}
