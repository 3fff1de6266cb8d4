import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { LOCK } from './data-dir.ts';
import { type Mark, openMark } from './mark.ts';

/** A file of the database was moved away, replaced or removed while the process worked in it. */
export class FileGone extends Error {
	override name = 'FileGone';
}

interface Held {
	readonly path: string;
	readonly device: number;
	readonly inode: number;
}

/**
 * Sees to it that what is acknowledged can be found again: counts the commits in the database's header (`user_version`)
 * and in the mark beside it, and looks whether the files are still where they were opened.
 */
export class Custody {
	readonly #file: Database.Database;
	readonly #mark: Mark;
	readonly #held: readonly Held[];
	#number: number;

	/** Of a database whose directory is locked and which has been migrated, so that its files are all there. */
	constructor(file: Database.Database) {
		this.#file = file;
		this.#number = commitNumber(file);
		this.#held = [file.name, `${file.name}-wal`, `${file.name}-shm`, join(dirname(file.name), LOCK)].flatMap(
			found,
		);
		this.#mark = openMark(file.name);
	}

	/** Inside a transaction: this commit gets the next number. One a second lasts 68 years. */
	count(): void {
		this.#file.exec(`PRAGMA user_version = ${this.#number + 1}`);
	}

	/** After COMMIT. Throws {@link FileGone} when nobody would find again what was committed. */
	committed(): void {
		this.#number += 1;
		this.mustBeInPlace();
		this.#mark.write(this.#number);
	}

	/** The name of a file that is not where it was opened; undefined while all are. */
	gone(): string | undefined {
		const gone = this.#held.find(({ path, device, inode }) => {
			const [now] = found(path);
			return now?.device !== device || now.inode !== inode;
		});
		return gone && basename(gone.path);
	}

	/** Throws {@link FileGone} when one is not. */
	mustBeInPlace(): void {
		const gone = this.gone();
		if (gone !== undefined) throw new FileGone(gone);
	}

	close(): void {
		this.#mark.close();
	}
}

/** How many commits a database holds, by its own header. */
export function commitNumber(file: Database.Database): number {
	return Number(file.pragma('user_version', { simple: true }));
}

function found(path: string): Held[] {
	const stat = statSync(path, { throwIfNoEntry: false });
	return stat ? [{ path, device: stat.dev, inode: stat.ino }] : [];
}
