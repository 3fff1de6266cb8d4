import type { Storage } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/durable-sqlite';
import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import type { Db } from '../../../db/database.ts';
import migrations from '../../../db/migrations/migrations.js';
import * as schema from '../../../db/schema/index.ts';

/** Opens (and at the first start makes, and after an update migrates) the database of a Durable Object. */
export async function openDatabase(storage: Storage): Promise<Db> {
	const db = drizzle(storage, { schema, casing: 'snake_case' });
	await migrate(db, migrations);
	return db;
}
