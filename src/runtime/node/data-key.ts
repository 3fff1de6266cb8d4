import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../bot/ports.ts';

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
