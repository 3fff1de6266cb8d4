import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { APP } from '../town/town.ts';

const ENTRY = fileURLToPath(new URL('../../src/runtime/node/launch.mjs', import.meta.url));

/** The bot as an operator starts it, with what it wrote and how it ended. */
export interface Operated {
	readonly child: ChildProcess;
	/** What it printed so far, both streams. */
	printed(): string;
	/** Settles with the address once it listens; rejects when it ends before that. */
	readonly listening: Promise<string>;
	/** The exit code; null after a signal it did not handle. */
	readonly ended: Promise<number | null>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts the entry with this environment and nothing of this process's own but what finds programs. */
export function operate(environment: Environment): Operated {
	const child = spawn(process.execPath, [ENTRY], {
		env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	const { promise: listening, resolve, reject } = Promise.withResolvers<string>();
	const take = (chunk: Buffer) => {
		printed += chunk;
		const url = /"url":"([^"]+)"/.exec(printed)?.[1];
		if (url) resolve(url);
	};
	child.stdout.on('data', take);
	child.stderr.on('data', take);
	const ended = once(child, 'close').then(([code]): number | null => code);
	listening.catch(() => undefined);
	void ended.then(() => reject(new Error(`it ended: ${printed}`)));
	return { child, printed: () => printed, listening, ended };
}

/** A real app that talks to the platform at this address. */
export function realApp(domain: string, dataDir: string): Environment {
	return {
		DATA_DIR: dataDir,
		LARK_APP_ID: APP.appId,
		LARK_APP_SECRET: APP.appSecret,
		LARK_ENCRYPT_KEY: APP.encryptKey,
		LARK_VERIFICATION_TOKEN: APP.verificationToken,
		LARK_DOMAIN: domain,
	};
}
