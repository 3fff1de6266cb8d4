import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from './median.ts';
import { CORE, startPart } from './process.ts';
import { APP } from './village.ts';

const ENTRY = fileURLToPath(new URL('../src/runtime/node/launch.mjs', import.meta.url));

export interface Started {
	/** From the start of the process until /readyz says ready: the bot has asked the platform who it is. */
	readonly seconds: number;
	/** MiB after so long without anything to do. */
	readonly idle: number;
	readonly heap: number;
	readonly idleAfter: number;
}

/** The bot as an operator starts it, with credentials, against a platform in another process. Medians. */
export async function startup(rounds: number, idleAfter: number): Promise<Started> {
	const platform = startPart('platform.ts', CORE.beside, ['10']);
	const domain = await platform.next();
	const seen: { seconds: number; idle: number; heap: number }[] = [];
	for (let round = 0; round < rounds; round++) seen.push(await oneStart(domain, idleAfter));
	await platform.end();
	const middle = (of: (each: (typeof seen)[number]) => number) => median(seen.map(of));
	return {
		seconds: middle((s) => s.seconds),
		idle: middle((s) => s.idle),
		heap: middle((s) => s.heap),
		idleAfter,
	};
}

async function oneStart(domain: string, idleAfter: number) {
	const directory = mkdtempSync(join(tmpdir(), 'zhibu-startup-'));
	const started = performance.now();
	const child = spawn(process.execPath, [ENTRY], {
		env: {
			PATH: process.env.PATH,
			PORT: '0',
			DATA_DIR: directory,
			LARK_APP_ID: APP.appId,
			LARK_APP_SECRET: APP.appSecret,
			LARK_ENCRYPT_KEY: APP.encryptKey,
			LARK_VERIFICATION_TOKEN: APP.verificationToken,
			LARK_DOMAIN: domain,
		},
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	let printed = '';
	const { promise: listening, resolve, reject } = Promise.withResolvers<string>();
	child.on('exit', () => reject(new Error(`it ended: ${printed}`)));
	child.stdout.on('data', (chunk) => {
		printed += chunk;
		const url = /"url":"([^"]+)"/.exec(printed)?.[1];
		if (url) resolve(url);
	});
	const url = await listening;
	while (!(await fetch(`${url}/readyz`)).ok) await pause(5);
	const seconds = (performance.now() - started) / 1000;
	await pause(idleAfter * 1000);
	const metrics = await (await fetch(`${url}/metrics`)).text();
	const mib = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1]) / 2 ** 20;
	const ended = once(child, 'exit');
	child.kill('SIGTERM');
	await ended;
	rmSync(directory, { recursive: true });
	return { seconds, idle: mib('process_resident_memory_bytes'), heap: mib('nodejs_heap_size_used_bytes') };
}
