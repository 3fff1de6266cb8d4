import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../src/bot/ports.ts';
import { pinoLog } from '../../src/runtime/node/operator.ts';
import { start } from '../../src/runtime/node/start.ts';
import { DATA_KEY, type Home, type HomeOptions } from './home.ts';

export { openFeishu } from '../../sandbox/platform/index.ts';

/** Starts a bot on Node, with its database in a file. */
export async function startHome(options: HomeOptions, continued?: string): Promise<Home> {
	const dataDir = continued ?? mkdtempSync(join(tmpdir(), 'zhibu-'));
	const running = await start({
		dataDir,
		fileName: 'town.db',
		dataKeys: [DATA_KEY],
		host: '127.0.0.1',
		port: 0,
		...options,
	});
	return {
		running,
		dataDir,
		within: async (work) => work(),
		forget: () => rmSync(dataDir, { recursive: true, force: true }),
	};
}

/** Line by line to `write`; nowhere without it. */
export function townLog(write?: (line: string) => void): Log {
	return pinoLog(write ? 'debug' : 'silent', write && { write });
}
