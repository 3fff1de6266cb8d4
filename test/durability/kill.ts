import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Feishu, openFeishu } from '../../sandbox/platform/index.ts';
import { APP } from '../town/town.ts';

const ENTRY = fileURLToPath(new URL('bot-process.ts', import.meta.url));
/** The platform's patience, shortened: again every 150 ms, for as long as the whole test may take. */
const AGAIN = Array.from({ length: 2_000 }, () => 150);

/** Where nobody listens. */
const NOBODY = 'http://127.0.0.1:1';

/** A bot that can be killed and started again on the same directory, and the platform that outlives it. */
export interface Mortal {
	readonly feishu: Feishu;
	readonly database: string;
	start(): Promise<void>;
	/** SIGKILL; settles when the process is gone. */
	kill(): Promise<void>;
	/** Lets everything arrive that waits, and stops. */
	settle(): Promise<void>;
	close(): Promise<void>;
}

export async function mortal(officer: string): Promise<Mortal> {
	const dataDir = mkdtempSync(join(tmpdir(), 'zhibu-kill-'));
	// Its own key: a port that was just given up may be another bot's a moment later.
	const encryptKey = randomUUID();
	let url = NOBODY;
	let child: ChildProcess | undefined;
	const feishu = await openFeishu({
		...APP,
		encryptKey,
		botName: '支部助手',
		eventUrl: () => `${url}/lark/events`,
		now: () => Date.now(),
		limits: { perSecond: 2_000, perMinute: 200_000, perTargetPerSecond: 2_000, patchPerSecond: 2_000 },
		retryAfterMs: AGAIN,
	});

	async function heard(from: ChildProcess): Promise<string> {
		let wrote = '';
		from.stderr?.on('data', (chunk) => {
			wrote += chunk;
		});
		const said: unknown[] = await Promise.race([
			once(from, 'message'),
			once(from, 'exit').then(([code]) => Promise.reject(new Error(`the bot ended with ${code}\n${wrote}`))),
		]);
		return String(said[0]);
	}

	async function kill(): Promise<void> {
		url = NOBODY;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'exit');
		child.kill('SIGKILL');
		await gone;
	}

	return {
		feishu,
		database: join(dataDir, 'bot.db'),
		kill,
		async start() {
			child = spawn(process.execPath, [ENTRY, feishu.url, dataDir, officer, encryptKey], {
				stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
				env: { ...process.env, NODE_COMPILE_CACHE: join(dataDir, 'compiled') },
			});
			url = await heard(child);
		},
		async settle() {
			if (!child) throw new Error('it does not live');
			const gone = once(child, 'exit');
			child.send('settle');
			await heard(child);
			await gone;
		},
		async close() {
			await kill();
			await feishu.close();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
}
