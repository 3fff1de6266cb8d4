import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The keys of the vault: those configured, else one made at the first start and kept in the data directory. */
export function dataKeys(configured: readonly string[], directory: string, log: Log): readonly string[] {
	if (configured.length > 0) return configured;
	const path = join(directory, 'data.key');
	if (!existsSync(path)) {
		writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
		log.warn('data-key-made', {
			file: path,
			advice: 'keep a copy, and keep it apart from backups of the data',
		});
	}
	return [readFileSync(path, 'utf8').trim()];
}
