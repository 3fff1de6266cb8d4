import {
	chmodSync,
	cpSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectDatabase } from '../../src/runtime/node/inspect.ts';
import { openTown } from '../town/town.ts';
import { operate, realApp } from './process.ts';

/** A database that lost something doesn't start: it says so, and nothing is written to it before. */

let root: string;
/** What a killed process leaves behind, and a process that was stopped. */
let killed: string;
let stopped: string;
/** As it was before the last of its commits: what a backup would hold. */
let earlier: string;

beforeAll(async () => {
	root = mkdtempSync(join(tmpdir(), 'zhibu-lost-'));
	[killed, stopped, earlier] = [join(root, 'killed'), join(root, 'stopped'), join(root, 'earlier.db')];
	const dataDir = join(root, 'living');
	const town = await openTown({ dataDir });
	const 张三 = town.person('张三');
	await 张三.says('你好');
	town.running.bot.db.run(`vacuum into '${earlier}'`);
	await 张三.says('帮助');
	cpSync(dataDir, killed, { recursive: true, filter: (path) => !path.endsWith('.sock') });
	await town.close();
	cpSync(dataDir, stopped, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A copy of what was left behind, and what is said of it once something was done to it. */
function said(left: string, befalls: (database: string) => void): string {
	const directory = mkdtempSync(join(root, 'copy-'));
	cpSync(left, directory, { recursive: true });
	const database = join(directory, 'town.db');
	befalls(database);
	const before = existsSync(database) && readFileSync(database);
	try {
		inspectDatabase(database);
		return 'sound';
	} catch (error) {
		expect(error).toMatchObject({ name: 'BadConfig', lines: [expect.any(String)] });
		expect(existsSync(database) && readFileSync(database)).toEqual(before);
		return String(error).replaceAll(directory, '');
	}
}

const without = (suffix: string) => (database: string) => rmSync(database + suffix);

test('a killed process leaves a log behind, a stopped one none: neither is a fault', () => {
	expect(existsSync(join(killed, 'town.db-wal'))).toBe(true);
	expect(existsSync(join(stopped, 'town.db-wal'))).toBe(false);
	for (const left of [killed, stopped]) expect(said(left, () => undefined)).toBe('sound');
});

test('the log removed after a kill is noticed by the mark', () => {
	expect(said(killed, without('-wal'))).toMatch(
		/^BadConfig: DATA_DIR: \/town\.db has lost its last \d+ commits: it holds \d+, and \/town\.mark says \d+; put back .*\/town\.db-wal, or restore a backup/,
	);
});

test('an older copy in its place, and no copy at all', () => {
	expect(said(stopped, (database) => cpSync(earlier, database))).toContain('has lost its last');
	expect(said(stopped, (database) => rmSync(database))).toContain('/town.db is gone, though /town.mark says');
});

test('a backup is taken as it is once the mark is deleted, as the sentence says', () => {
	const restore = (database: string) => {
		cpSync(earlier, database);
		rmSync(database.replace('.db', '.mark'));
	};
	expect(said(stopped, restore)).toBe('sound');
});

test('a mark of which a power cut left nothing says nothing', () => {
	const empty = (database: string) => writeFileSync(database.replace('.db', '.mark'), '\0\0\0');
	expect(said(stopped, empty)).toBe('sound');
});

test('damage: cut short, written over, no database at all', () => {
	const size = readFileSync(join(stopped, 'town.db')).length;
	expect(said(stopped, (database) => truncateSync(database, size / 2))).toContain('is damaged');
	const garble = (database: string) => {
		const bytes = readFileSync(database);
		bytes.fill(0x5a, 8192, size - 8192);
		writeFileSync(database, bytes);
	};
	expect(said(stopped, garble)).toContain('is damaged');
	expect(said(stopped, (database) => writeFileSync(database, 'nothing of ours'.repeat(1000)))).toContain(
		'is damaged (SQLITE_NOTADB)',
	);
});

test('a file that can’t be written', () => {
	expect(said(stopped, (database) => chmodSync(database, 0o400))).toContain('can’t be written; let the user');
});

test('the process says it in one line and ends with 78', async () => {
	const dataDir = mkdtempSync(join(root, 'process-'));
	const environment = realApp('http://127.0.0.1:1', dataDir);
	const first = operate(environment);
	await first.listening;
	first.child.kill('SIGKILL');
	await first.ended;
	const database = join(dataDir, `${environment.LARK_APP_ID}.db`);
	rmSync(`${database}-wal`);
	const second = operate(environment);
	expect(await second.ended).toBe(78);
	expect(second.printed().trim().split('\n')).toEqual([
		expect.stringMatching(/^DATA_DIR: .* restore a backup/),
	]);
});
