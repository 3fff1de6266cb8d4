import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Db } from '../../../db/database.ts';
import * as schema from '../../../db/schema/index.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations', import.meta.url));

export interface OpenDatabase {
	readonly db: Db;
	readonly file: Database.Database;
}

/** Opens (and makes, and migrates) the database file. */
export function openDatabase(path: string): OpenDatabase {
	const file = new Database(path, { timeout: 250 });
	file.pragma('journal_mode = WAL');
	file.pragma('synchronous = FULL');
	file.pragma('foreign_keys = ON');
	file.pragma('secure_delete = ON');
	// What a savepoint may have to undo is kept in memory: in its own file it cost an eighth of a Turn.
	file.pragma('temp_store = MEMORY');
	const db = drizzle(file, { schema, casing: 'snake_case' });
	migrate(db, { migrationsFolder: MIGRATIONS });
	return { db, file };
}
