import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../bot/ports.ts';
import { BadConfig } from '../settings.ts';

/** The key that was made where none was given. */
const KEY_FILE = 'data.key';

/** 32 bytes in base64url, as they were made. */
const KEY = /^[\w-]{43}$/;

/**
 * The keys of the vault: those given, else the one in the data directory, which is made by the start that makes the
 * database (`isNew`) and by no other. Throws {@link BadConfig} when there is none or it is not whole.
 */
export function dataKeys(
	given: readonly string[],
	{ directory, isNew, log }: { directory: string; isNew: boolean; log: Log },
): readonly string[] {
	if (given.length > 0) return given;
	const path = join(directory, KEY_FILE);
	if (!existsSync(path)) {
		if (!isNew)
			throw new BadConfig([
				`BOT_DATA_KEY: is not set, and ${path}, the key that what is private was sealed with, is gone; put it back from your copy, or set BOT_DATA_KEY to what it was`,
			]);
		makeKey(directory);
		log.warn('data-key-made', {
			file: path,
			advice: 'keep a copy, and keep it apart from backups of the data',
		});
	}
	const key = readFileSync(path, 'utf8').trim();
	if (!KEY.test(key))
		throw new BadConfig([
			`DATA_DIR: ${path} is ${key === '' ? 'empty' : 'not a whole key (43 letters, digits, - and _)'}; put it back from your copy, since what is private opens with no other`,
		]);
	return [key];
}

/** Whole and on the disk, or not there at all, whatever happens in between. */
function makeKey(directory: string): void {
	const making = join(directory, `${KEY_FILE}.new`);
	const file = openSync(making, 'w', 0o600);
	try {
		writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(making, join(directory, KEY_FILE));
	syncDirectory(directory);
}

/** So that the name outlives a power cut too; Windows knows no such thing and keeps names by itself. */
function syncDirectory(directory: string): void {
	if (process.platform === 'win32') return;
	const folder = openSync(directory, 'r');
	try {
		fsyncSync(folder);
	} finally {
		closeSync(folder);
	}
}
