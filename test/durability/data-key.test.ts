import {
	chmodSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { poison } from '../../db/schema/index.ts';
import { seal } from '../../db/sealed.ts';
import { openVault } from '../../db/vault.ts';
import { type Feishu, openFeishu } from '../../sandbox/platform/index.ts';
import { openDatabase } from '../../src/runtime/node/database.ts';
import { APP } from '../town/town.ts';
import { type Operated, operate, realApp } from './process.ts';

/** The data key, in a process as an operator starts it. */

// Each starts processes, one after another.
vi.setConfig({ testTimeout: 120_000 });

const OLD = 'the key that everything was sealed with at first';
const NEW = 'the key that is to take its place from now on';
const [oldId] = openVault([OLD]).keys;
const [newId] = openVault([NEW]).keys;
const BAD_CONFIG = 78;

let feishu: Feishu;
let above: string;
let dataDir: string;
let bot: Operated | undefined;
beforeEach(async () => {
	above = mkdtempSync(join(tmpdir(), 'zhibu-key-'));
	dataDir = join(above, 'data');
	feishu = await openFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => 'http://127.0.0.1:1',
		now: () => Date.now(),
		retryAfterMs: [],
	});
});
afterEach(async () => {
	await end('SIGKILL');
	await feishu.close();
	rmSync(above, { recursive: true });
});

function run(keys?: string): Operated {
	bot = operate({ ...realApp(feishu.url, dataDir), BOT_DATA_KEY: keys });
	return bot;
}

async function start(keys?: string): Promise<void> {
	await run(keys).listening;
}

async function end(signal: NodeJS.Signals): Promise<void> {
	bot?.child.kill(signal);
	await bot?.ended;
}

/** What it says when it doesn't start: a line, beside the log. */
async function refusal(keys?: string): Promise<string> {
	const refused = run(keys);
	expect(await refused.ended).toBe(BAD_CONFIG);
	const lines = refused.printed().trim().split('\n');
	const said = lines.filter((line) => !line.startsWith('{'));
	expect(said).toHaveLength(1);
	return said[0] ?? '';
}

const keyFile = () => join(dataDir, 'data.key');
const modes = () =>
	Object.fromEntries(
		readdirSync(dataDir).map((name) => [name, statSync(join(dataDir, name)).mode & 0o777] as const),
	);

test('the start that makes the database makes the key, and no other does', async () => {
	await start();
	const key = readFileSync(keyFile(), 'utf8');
	expect(key).toMatch(/^[\w-]{43}\n$/);
	await end('SIGTERM');
	await start();
	expect(readFileSync(keyFile(), 'utf8')).toBe(key);
	await end('SIGTERM');

	rmSync(keyFile());
	expect(await refusal()).toMatch(/^BOT_DATA_KEY: is not set, and .+data\.key.+ is gone; put it back/);
	expect(existsSync(keyFile())).toBe(false);

	for (const broken of ['', '\n', key.slice(0, 40)]) {
		writeFileSync(keyFile(), broken);
		expect(await refusal()).toMatch(/^DATA_DIR: .+data\.key is (empty|not a whole key).*; put it back/);
		expect(readFileSync(keyFile(), 'utf8')).toBe(broken);
	}

	writeFileSync(keyFile(), key.toUpperCase().replaceAll('\n', ''));
	expect(await refusal()).toMatch(/^BOT_DATA_KEY: .+ was sealed with another key .+ put data\.key back/);
	writeFileSync(keyFile(), key);
	await start();
});

test('a key file that is empty is never taken for one, nor replaced, at the very first start either', async () => {
	await start();
	await end('SIGTERM');
	for (const name of readdirSync(dataDir)) if (name !== 'data.key') rmSync(join(dataDir, name));
	truncateSync(keyFile());
	expect(await refusal()).toContain('is empty');
	expect(readFileSync(keyFile(), 'utf8')).toBe('');
});

test('all that lies in the directory is for its owner alone, also what an earlier version left open', async () => {
	await start();
	expect(statSync(dataDir).mode & 0o777).toBe(0o700);
	expect(Object.keys(modes())).toEqual(
		expect.arrayContaining([`${APP.appId}.db`, `${APP.appId}.db-wal`, 'data.key', 'lock.db']),
	);
	for (const [name, mode] of Object.entries(modes())) expect(mode, name).toBe(0o600);
	await end('SIGKILL');
	for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o644);
	writeFileSync(join(dataDir, 'zhibu.env'), '');
	await start();
	for (const [name, mode] of Object.entries(modes())) expect(mode, name).toBe(0o600);
});

/** A database full of events kept sealed under the old key. */
function fill(many: number): void {
	const { db, file } = openDatabase(join(dataDir, `${APP.appId}.db`));
	const vault = openVault([OLD]);
	db.transaction(() => {
		for (let n = 0; n < many; n++) {
			const reference = `r${n}`;
			const update = seal(vault, poison, 'update', { reference }, `words of ${n}`);
			db.insert(poison).values({ reference, eventId: reference, at: Date.now(), update, error: '' }).run();
		}
	});
	file.close();
}

/** How many lie under each key, seen from outside. */
function counted(): Record<string, number> {
	const file = new Database(join(dataDir, `${APP.appId}.db`), { readonly: true });
	const rows = file
		.prepare<[], { id: string; count: number }>(
			'select substr("update", 1, 6) as id, count(*) as count from poison group by 1',
		)
		.all();
	file.close();
	return Object.fromEntries(rows.map(({ id, count }) => [id, count]));
}

function inUse(): string[] {
	const file = new Database(join(dataDir, `${APP.appId}.db`), { readonly: true });
	const ids = file.prepare<[], { id: string }>('select id from data_key order by id').all();
	file.close();
	return ids.map(({ id }) => id);
}

test('killed in the middle of a rewrap it goes on where it was, and ends with the new key alone', async () => {
	const MANY = 20_000;
	await start(OLD);
	await end('SIGTERM');
	fill(MANY);
	await start(`${NEW},${OLD}`);
	await expect.poll(() => counted()[newId] ?? 0, { interval: 5, timeout: 20_000 }).toBeGreaterThan(500);
	await end('SIGKILL');
	const half = counted();
	expect(half[oldId]).toBeGreaterThan(0);
	expect(half[newId]).toBeGreaterThan(500);
	expect(inUse()).toEqual([oldId, newId].sort());
	// Both are needed now, whichever is left out.
	for (const alone of [NEW, OLD]) expect(await refusal(alone)).toContain('was sealed with another key');
	expect(counted()).toEqual(half);

	await start(`${NEW},${OLD}`);
	await expect.poll(inUse, { timeout: 30_000 }).toEqual([newId]);
	expect(counted()).toEqual({ [newId]: MANY });
	expect(bot?.printed()).toContain(`"key":"${oldId}","msg":"data-key-retired"`);
	await end('SIGTERM');

	expect(await refusal(OLD)).toContain('was sealed with another key');
	await start(NEW);
	const vault = openVault([NEW]);
	const file = new Database(join(dataDir, `${APP.appId}.db`), { readonly: true });
	const rows = file
		.prepare<[], { reference: string; update: string }>('select reference, "update" from poison')
		.all();
	file.close();
	for (const { reference, update } of rows)
		expect(vault.open(update, { table: 'poison', column: 'update', row: reference })).toBe(
			`words of ${reference.slice(1)}`,
		);
});
