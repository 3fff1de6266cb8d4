import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** As long as the largest number SQLite keeps in a file's header: always the same bytes are written over. */
const WIDTH = 10;

/** Beside a database its mark, which says how many commits it must hold. */
export function markOf(database: string): string {
	return database.replace(/(\.db)?$/, '.mark');
}

/** What the mark says; undefined without one, and where a power cut left nothing to be read. */
export function readMark(database: string): number | undefined {
	try {
		const written = readFileSync(markOf(database), 'utf8').trim();
		return /^\d+$/.test(written) ? Number(written) : undefined;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

export interface Mark {
	/** Never synced: it may stay behind the database after a power cut, but not run ahead of it. */
	write(number: number): void;
	close(): void;
}

/** Opens it for a process's lifetime, and makes it at the first start. */
export function openMark(database: string): Mark {
	const descriptor = openSync(markOf(database), readMark(database) === undefined ? 'w' : 'r+', 0o600);
	return {
		write: (number) => void writeSync(descriptor, String(number).padStart(WIDTH), 0),
		close: () => closeSync(descriptor),
	};
}
