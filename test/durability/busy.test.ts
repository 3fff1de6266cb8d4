import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTown, type Town } from '../town/town.ts';

let town: Town;
let other: Database.Database;
beforeEach(async () => {
	town = await openTown();
	await town.person('张三').says('你好');
	other = new Database(join(town.dataDir, 'town.db'));
});
afterEach(async () => {
	other.close();
	await town.close();
});

function asks() {
	const { openId, desk } = town.person('张三');
	return town.feishu.say(openId, desk, '帮助');
}

const lives = async () => (await fetch(`${town.running.url}/healthz`)).status;

test('somebody else writes for a moment: the event waits, everything else goes on, and it is kept', async () => {
	other.exec('BEGIN IMMEDIATE');
	setTimeout(() => other.exec('COMMIT'), 300);
	const asked = asks();
	expect(await lives()).toBe(200);
	expect((await asked)?.status).toBe(200);
});

test('somebody else writes for long: 503, and it is kept when it comes again', async () => {
	other.exec('BEGIN IMMEDIATE');
	const released = setTimeout(() => other.exec('COMMIT'), 3_000);
	const asked = asks();
	expect(await lives()).toBe(200);
	expect((await asked)?.status).toBe(503);
	expect(other.inTransaction).toBe(true);
	clearTimeout(released);
	other.exec('COMMIT');
	expect((await asks())?.status).toBe(200);
});
