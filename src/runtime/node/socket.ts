import { once } from 'node:events';
import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Log } from '../../bot/ports.ts';

/** The operator's way to the living process, in its data directory. */
const SOCKET = 'zhibu.sock';
/** Where it is made, out of everybody's reach until its mode is set. */
const MAKING = 'sock.new';

/** `sun_path` has 104 bytes on macOS, 108 on Linux. */
const LONGEST_PATH = 103;

/** Where the socket of this directory is; undefined where the system has no room for its path, or no such sockets. */
export function socketPath(directory: string): string | undefined {
	return fitting(join(directory, SOCKET));
}

function fitting(path: string): string | undefined {
	if (process.platform === 'win32') return undefined;
	return [resolve(path), `./${relative('.', path)}`].find((each) => Buffer.byteLength(each) <= LONGEST_PATH);
}

export interface OperatorSocket {
	close(): Promise<void>;
}

/**
 * Listens for the operator, whom the file's mode (0600) tells: its owner and root. The caller holds the directory's lock, so
 * that a file left behind by a killed process is nobody's. Never throws: without it the bot serves all the same.
 */
export async function openSocket(
	directory: string,
	{ fetch }: Pick<Hono, 'fetch'>,
	log: Log,
): Promise<OperatorSocket | undefined> {
	const making = fitting(join(directory, MAKING, 's'));
	const path = join(directory, SOCKET);
	if (making === undefined) {
		log.warn('operator-socket-impossible', {
			advice: 'stop the bot to use zhibu, or set a shorter DATA_DIR',
		});
		return undefined;
	}
	const server = createAdaptorServer({ fetch });
	try {
		rmSync(join(directory, MAKING), { recursive: true, force: true });
		mkdirSync(join(directory, MAKING), { mode: 0o700 });
		server.listen(making);
		await once(server, 'listening');
		chmodSync(making, 0o600);
		renameSync(making, path);
		rmSync(join(directory, MAKING), { recursive: true });
	} catch (error) {
		log.error('operator-socket-failed', error);
		server.close();
		return undefined;
	}
	return {
		async close() {
			const closed = once(server, 'close');
			server.close();
			if ('closeAllConnections' in server) server.closeAllConnections();
			await closed;
			rmSync(path, { force: true });
		},
	};
}
