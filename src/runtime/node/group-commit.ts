import Database from 'better-sqlite3';
import { BatchVoid, type Store } from '../../bot/ports.ts';

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

/**
 * One commit for all that arrived while the last one ran: `BEGIN IMMEDIATE`, a savepoint each, `COMMIT` with
 * synchronous=FULL. Nothing is answered before the commit that holds it.
 */
export class GroupCommit implements Store {
	readonly #file: Database.Database;
	readonly #begin: Database.Statement;
	readonly #commit: Database.Statement;
	readonly #savepoint: Database.Statement;
	readonly #release: Database.Statement;
	readonly #watch: CommitWatch;
	#waiting: Waiting[] = [];
	#scheduled = false;
	#sound = true;

	constructor(file: Database.Database, watch: CommitWatch) {
		this.#file = file;
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
		const started = performance.now();
		const batch: Waiting[] = [];
		const settled: (() => void)[] = [];
		try {
			this.#begin.run();
			while (this.#waiting.length > 0 && performance.now() - started < LONGEST_BATCH) {
				const next = this.#waiting.shift();
				if (!next) break;
				batch.push(next);
				settled.push(this.#attempt(next));
			}
			this.#commit.run();
		} catch (error) {
			this.#void(batch, error);
			return;
		}
		this.#sound = true;
		this.#watch.committed(batch.length, performance.now() - started);
		for (const settle of settled) settle();
		this.#runAgain();
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
		const all = batch.length > 0 ? batch : this.#waiting.splice(0);
		this.#sound = false;
		this.#watch.voided(all.length, error);
		for (const { reject } of all) reject(new BatchVoid('the database could not keep this', { cause: error }));
		this.#runAgain();
	}

	#runAgain(): void {
		if (this.#waiting.length === 0 || this.#scheduled) return;
		this.#scheduled = true;
		setImmediate(() => this.#run());
	}
}
