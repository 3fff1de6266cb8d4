import type { Storage } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/durable-sqlite';
import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import type { Db } from '../../../db/database.ts';
import migrations from '../../../db/migrations/migrations.js';
import * as schema from '../../../db/schema/index.ts';
import { BatchVoid, type Store } from '../../bot/ports.ts';

/** Opens (and at the first start makes, and after an update migrates) the database of a Durable Object. */
export async function openDatabase(storage: Storage): Promise<Db> {
	const db = drizzle(storage, { schema, casing: 'snake_case' });
	await migrate(db, migrations);
	return db;
}

/** SQLite's codes for trouble that is not our statement's; workerd writes them at the end of its messages. */
const TROUBLE = /SQLITE_(FULL|IOERR|BUSY|LOCKED|NOMEM|CORRUPT|CANTOPEN|READONLY|PROTOCOL)\w*\)?$/;

/**
 * The transactions of a Durable Object. Each commit is a transaction of its own: the platform brings those that
 * follow one another without a pause to its disks together.
 */
export class ObjectStore implements Store {
	readonly #storage: Storage;
	readonly #voided: (error: unknown) => void;
	#sound = true;

	/** `voided` is told why, each time a commit could not be kept. */
	constructor(storage: Storage, voided: (error: unknown) => void) {
		this.#storage = storage;
		this.#voided = voided;
	}

	get sound(): boolean {
		return this.#sound;
	}

	savepoint<T>(work: () => T): T {
		return this.#storage.transactionSync(work);
	}

	async commit<T>(work: () => T): Promise<T> {
		const value = this.#run(work);
		try {
			await this.#storage.sync();
		} catch (error) {
			throw this.#void(error);
		}
		this.#sound = true;
		return value;
	}

	isBroken(error: unknown): boolean {
		let inner = error;
		while (inner instanceof Error && inner.cause !== undefined) inner = inner.cause;
		return inner instanceof Error && TROUBLE.test(inner.message);
	}

	#run<T>(work: () => T): T {
		try {
			return this.#storage.transactionSync(work);
		} catch (error) {
			throw this.isBroken(error) ? this.#void(error) : error;
		}
	}

	#void(error: unknown): BatchVoid {
		this.#sound = false;
		this.#voided(error);
		return new BatchVoid('the database could not keep this', { cause: error });
	}
}
