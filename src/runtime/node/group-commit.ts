import Database from 'better-sqlite3';
import { BatchVoid, type Store } from '../../bot/ports.ts';
import type { Custody } from './custody.ts';

interface Waiting {
	readonly work: () => unknown;
	readonly resolve: (value: never) => void;
	readonly reject: (error: unknown) => void;
}

export interface CommitWatch {
	committed(size: number, ms: number): void;
	voided(size: number, error: unknown): void;
}

/** No batch holds the main thread longer than this (ms), commit aside. */
const LONGEST_BATCH = 25;
/** While somebody else writes, a batch begins again every so often, for so long (ms); the platform waits three seconds. */
const AGAIN_AFTER = 30;
const PATIENCE = 1_000;

/**
 * One commit for all that arrived while the last one ran: `BEGIN IMMEDIATE`, a savepoint each, `COMMIT` with
 * synchronous=FULL. Nothing is answered before the commit that holds it, and whose files are still in their place.
 */
export class GroupCommit implements Store {
	readonly #file: Database.Database;
	readonly #begin: Database.Statement;
	readonly #commit: Database.Statement;
	readonly #savepoint: Database.Statement;
	readonly #release: Database.Statement;
	readonly #custody: Custody;
	readonly #watch: CommitWatch;
	/** Since when somebody else writes; monotonic. */
	#busySince: number | undefined;
	#waiting: Waiting[] = [];
	#scheduled = false;
	#sound = true;

	constructor(file: Database.Database, custody: Custody, watch: CommitWatch) {
		this.#file = file;
		this.#custody = custody;
		this.#begin = file.prepare('BEGIN IMMEDIATE');
		this.#commit = file.prepare('COMMIT');
		this.#savepoint = file.prepare('SAVEPOINT part');
		this.#release = file.prepare('RELEASE part');
		this.#watch = watch;
	}

	get sound(): boolean {
		return this.#sound;
	}

	commit<T>(work: () => T): Promise<T> {
		return new Promise<T>((resolve, reject) => {
			this.#waiting.push({ work, resolve, reject });
			if (this.#scheduled) return;
			this.#scheduled = true;
			setImmediate(() => this.#run());
		});
	}

	savepoint<T>(work: () => T): T {
		this.#savepoint.run();
		try {
			const value = work();
			this.#release.run();
			return value;
		} catch (error) {
			if (this.#file.inTransaction) this.#file.exec('ROLLBACK TO part; RELEASE part');
			throw error;
		}
	}

	/** SQLite's own codes for trouble that is not our statement's: full, I/O, busy, locked, memory, corrupt. */
	isBroken(error: unknown): boolean {
		if (!this.#file.inTransaction) return true;
		if (!(error instanceof Database.SqliteError)) return false;
		return /^SQLITE_(FULL|IOERR|BUSY|LOCKED|NOMEM|CORRUPT|CANTOPEN|READONLY|PROTOCOL)/.test(error.code);
	}

	#run(): void {
		this.#scheduled = false;
		try {
			if (!this.#begins()) return;
		} catch (error) {
			this.#void(this.#waiting.splice(0), error);
			return;
		}
		const started = performance.now();
		const batch: Waiting[] = [];
		const settled: (() => void)[] = [];
		try {
			while (this.#waiting.length > 0 && performance.now() - started < LONGEST_BATCH) {
				const next = this.#waiting.shift();
				if (!next) break;
				batch.push(next);
				settled.push(this.#attempt(next));
			}
			this.#custody.count();
			this.#commit.run();
			this.#custody.committed();
		} catch (error) {
			this.#void(batch, error);
			return;
		}
		this.#sound = true;
		this.#watch.committed(batch.length, performance.now() - started);
		for (const settle of settled) settle();
		this.#runAgain();
	}

	/** False when somebody else writes just now, and it is tried again off the stack; throws when it can't begin. */
	#begins(): boolean {
		this.#custody.mustBeInPlace();
		try {
			this.#begin.run();
			this.#busySince = undefined;
			return true;
		} catch (error) {
			const now = performance.now();
			this.#busySince ??= now;
			const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
			if (!isBusy || now - this.#busySince > PATIENCE) {
				this.#busySince = undefined;
				throw error;
			}
			this.#scheduled = true;
			setTimeout(() => this.#run(), AGAIN_AFTER);
			return false;
		}
	}

	/** Runs one part; an error of its own is its own affair, one of the database's ends the batch. */
	#attempt({ work, resolve, reject }: Waiting): () => void {
		try {
			const value = this.savepoint(work);
			if (!this.#file.inTransaction) throw new Error('the transaction ended under the batch');
			return () => resolve(value as never);
		} catch (error) {
			if (this.isBroken(error)) throw error;
			return () => reject(error);
		}
	}

	#void(batch: Waiting[], error: unknown): void {
		if (this.#file.inTransaction) this.#file.exec('ROLLBACK');
		this.#sound = false;
		this.#watch.voided(batch.length, error);
		for (const { reject } of batch)
			reject(new BatchVoid('the database could not keep this', { cause: error }));
		this.#runAgain();
	}

	#runAgain(): void {
		if (this.#waiting.length === 0 || this.#scheduled) return;
		this.#scheduled = true;
		setImmediate(() => this.#run());
	}
}
