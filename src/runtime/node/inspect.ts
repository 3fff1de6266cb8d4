import { accessSync, constants, existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { BadConfig } from '../settings.ts';
import { commitNumber } from './custody.ts';
import { markOf, readMark } from './mark.ts';

/** Ours: how long (ms) the tables may be looked through at a start, but for the one that is being looked at. */
const LOOK_FOR = 250;

/**
 * Looks at a database before anything is written to it; throws {@link BadConfig} with what is wrong and what to do when
 * it has lost something, is damaged or can't be written. A write-ahead log that is absent is no fault: a clean stop
 * leaves none.
 */
export function inspectDatabase(path: string): void {
	const mark = readMark(path);
	if (!existsSync(path)) {
		if (mark) throw unfit(path, `is gone, though ${markOf(path)} says that it held data`, 'put it back, or');
		return;
	}
	if (!isWritable(path))
		throw unfit(path, 'can’t be written', 'let the user who runs the bot write it (chmod u+w), or');
	const number = commitsIn(path);
	if (mark !== undefined && number < mark)
		throw unfit(
			path,
			`has lost its last ${mark - number} commits: it holds ${number}, and ${markOf(path)} says ${mark}`,
			`put back what was taken away, perhaps ${path}-wal, or`,
		);
}

function unfit(path: string, what: string, remedy: string): BadConfig {
	return new BadConfig([
		`DATA_DIR: ${path} ${what}; ${remedy} restore a backup and delete ${markOf(path)}, since a backup holds fewer commits than it says`,
	]);
}

/** Also root, who could, does not write what was made read-only. */
function isWritable(path: string): boolean {
	try {
		accessSync(path, constants.W_OK);
		return (statSync(path).mode & 0o222) !== 0;
	} catch (error) {
		if (error instanceof Error && 'code' in error && /^(EACCES|EPERM|EROFS)$/.test(String(error.code)))
			return false;
		throw error;
	}
}

function commitsIn(path: string): number {
	const file = new Database(path, { readonly: true, timeout: 1_000 });
	try {
		const damage = damageOf(file);
		if (damage !== undefined)
			throw unfit(path, `is damaged (${damage})`, 'keep a copy of it for whoever may mend it,');
		return commitNumber(file);
	} finally {
		file.close();
	}
}

/** As much as can be seen in the time there is, table by table. */
function damageOf(file: Database.Database): string | undefined {
	const until = performance.now() + LOOK_FOR;
	try {
		const tables = file
			.prepare<[], string>(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`)
			.pluck()
			.all();
		for (const table of tables) {
			if (performance.now() > until) return undefined;
			const seen = file.pragma(`quick_check("${table}")`, { simple: true });
			if (seen !== 'ok') return String(seen).split('\n')[0];
		}
		return undefined;
	} catch (error) {
		if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(error.code))
			return error.code;
		throw error;
	}
}
