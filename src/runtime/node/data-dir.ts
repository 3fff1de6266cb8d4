import { accessSync, chmodSync, constants, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Log } from '../../bot/ports.ts';
import { BadConfig } from '../settings.ts';

/** The file of the lock; no database of ours. */
export const LOCK = 'lock.db';

/** Another process works in this directory. */
export class DirectoryTaken extends Error {
	override name = 'DirectoryTaken';
}

export interface DirectoryLock {
	release(): void;
}

/** Makes it where there is none; throws {@link BadConfig} when nothing can be written in it. */
export function makeDirectory(directory: string): void {
	try {
		mkdirSync(directory, { recursive: true, mode: 0o700 });
		accessSync(directory, constants.W_OK | constants.X_OK);
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (!/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(code)) throw error;
		throw new BadConfig([
			`DATA_DIR: ${directory} can’t be written (${code}); all that the bot writes goes there: give its user that directory, or set another`,
		]);
	}
}

/**
 * Takes a directory for this process's lifetime. The lock is SQLite's own file lock, which the operating system
 * frees however the process ends. Throws {@link DirectoryTaken} when somebody else holds it.
 */
export function lockDirectory(directory: string): DirectoryLock {
	const file = new Database(join(directory, LOCK), { timeout: 0 });
	try {
		file.pragma('journal_mode = DELETE');
		file.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		file.close();
		if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
			throw new DirectoryTaken(directory, { cause: error });
		}
		throw error;
	}
	return { release: () => void file.close() };
}

/** Files of earlier versions, and whatever came from elsewhere: all that lies in the directory is for its owner alone. */
export function keepPrivate(directory: string, log: Log): void {
	for (const entry of readdirSync(directory, { withFileTypes: true })) {
		if (!entry.isFile()) continue;
		try {
			chmodSync(join(directory, entry.name), 0o600);
		} catch (error) {
			// Another user's file: it is theirs to close.
			log.error('file-not-private', error, { file: entry.name });
		}
	}
}
