import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { claimDatabase } from '../db/app.ts';
import { enqueue } from '../db/outbox/index.ts';
import { openVault } from '../db/vault.ts';
import { openDatabase } from '../src/runtime/node/database.ts';
import type { Witnessed } from './platform.ts';
import { CORE, startPart } from './process.ts';
import { APP, DATA_KEY, openIdOf } from './village.ts';

export interface Reminded {
	readonly rows: number;
	/** How long it was watched, from the first message on. */
	readonly seconds: number;
	readonly arrived: number;
	/** What the platform would have taken in that time: 1000 in each minute, 50 in each second. */
	readonly possible: number;
	readonly refused: number;
	/** The most that one person got. */
	readonly most: number;
}

/** So many reminders to as many people, all due at once, through the platform's real limits. */
export async function remind(rows: number, seconds: number): Promise<Reminded> {
	const directory = mkdtempSync(join(tmpdir(), 'zhibu-reminders-'));
	fill(join(directory, 'village.db'), rows);
	const platform = startPart('platform.ts', CORE.beside, [String(rows)]);
	const bot = startPart('ingest/ours.ts', CORE.measured, [await platform.next(), directory]);
	await bot.next();
	const ask = async (): Promise<Witnessed> => JSON.parse(await platform.ask(''));
	let seen = await ask();
	while (seen.messages === 0) {
		await pause(5);
		seen = await ask();
	}
	const started = performance.now();
	while (seen.messages < rows && performance.now() - started < seconds * 1000) {
		await pause(Math.min(250, Math.max(1, seconds * 1000 - (performance.now() - started))));
		seen = await ask();
	}
	const took = (performance.now() - started) / 1000;
	await bot.end();
	await platform.end();
	rmSync(directory, { recursive: true });
	// The first fifty of each window may come at once, at its beginning.
	const inMinute = Math.min(1000, 50 * (Math.floor(took % 60) + 1));
	const possible = Math.min(rows, 1000 * Math.floor(took / 60) + inMinute);
	return { rows, seconds: took, arrived: seen.messages, possible, refused: seen.refused, most: seen.most };
}

function fill(path: string, rows: number): void {
	const { db, file } = openDatabase(path);
	const vault = openVault([DATA_KEY]);
	const now = Date.now();
	file.exec('BEGIN');
	claimDatabase(db, APP.appId, now);
	for (let row = 0; row < rows; row++) {
		const openId = openIdOf(row);
		enqueue(db, vault, {
			turn: `reminder:${row}`,
			target: { kind: 'account', openId },
			content: JSON.stringify({ kind: 'text', text: '明天下午3点主题党日，请答复是否参加。' }),
			now,
		});
	}
	file.exec('COMMIT');
	file.close();
}
