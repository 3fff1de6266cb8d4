import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './reached.ts';

/**
 * `npm run check:deploy`: installs what production needs into a directory of its own (from the registry), makes it
 * read-only, and starts it there, as another user where this one may. Ends with 1 and the reason when that fails.
 */

const SHIPPED = ['src', 'commands', 'db', 'sandbox', 'package.json', 'package-lock.json', '.npmrc'];
/** nobody */
const OTHER = 65_534;

const place = mkdtempSync(join(tmpdir(), 'zhibu-deploy-'));
const [tree, data] = [join(place, 'tree'), join(place, 'data')];
try {
	chmodSync(place, 0o755);
	mkdirSync(tree);
	for (const name of SHIPPED) cpSync(join(ROOT, name), join(tree, name), { recursive: true });
	execFileSync('npm', ['ci', '--omit=dev'], { cwd: tree, stdio: 'inherit' });
	execFileSync('chmod', ['-R', 'a-w,a+rX', tree]);
	const before = filesIn(tree);
	const other = process.getuid?.() === 0 ? { uid: OTHER, gid: OTHER } : {};
	mkdirSync(data, { mode: 0o700 });
	if ('uid' in other) chownSync(data, OTHER, OTHER);

	const sandbox = await started({ DATA_DIR: data }, other);
	mustHold(
		sandbox.code === 78 && sandbox.printed.includes('npm ci'),
		'the sandbox says what it lacks',
		sandbox,
	);
	const nowhere = await started({ ...app(), DATA_DIR: join(tree, 'data') }, other);
	const says = 'uid' in other ? nowhere.printed.includes('DATA_DIR: ') : true;
	mustHold(says, 'a directory that can’t be written is named', nowhere);
	// The second start finds the compiled code of the first.
	for (const time of ['first', 'second']) {
		const real = await started({ ...app(), DATA_DIR: data }, other);
		mustHold(real.url !== undefined && real.code === 0, `the ${time} start listens and stops`, real);
		console.log(`${time} start: listening after ${real.ms.toFixed(0)} ms`);
	}
	const after = filesIn(tree);
	mustHold(after.length === before.length, 'nothing is written beside the code', { before, after });
	console.log(`everything written went to DATA_DIR: ${readdirSync(data).join(', ')}`);
} finally {
	execFileSync('chmod', ['-R', 'u+w', place]);
	rmSync(place, { recursive: true, force: true });
}

function app() {
	const secrets = { LARK_APP_SECRET: 's', LARK_ENCRYPT_KEY: 'e', LARK_VERIFICATION_TOKEN: 'v' };
	return {
		NODE_ENV: 'production',
		LARK_APP_ID: 'cli_0123456789abcdef',
		LARK_DOMAIN: 'http://127.0.0.1:1',
		...secrets,
	};
}

/** `npm start` in the tree until it listens, then stopped; or until it ends by itself. */
async function started(environment: Readonly<Record<string, string>>, other: object) {
	const began = performance.now();
	const child = spawn('npm', ['start', '--silent'], {
		cwd: tree,
		env: { PATH: process.env.PATH, HOME: data, HOST: '127.0.0.1', PORT: '0', ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
		...other,
	});
	let printed = '';
	let ms = 0;
	let url: string | undefined;
	const take = (chunk: Buffer) => {
		printed += chunk;
		if (url !== undefined) return;
		url = /"url":"([^"]+)"/.exec(printed)?.[1];
		if (url === undefined || child.pid === undefined) return;
		ms = performance.now() - began;
		process.kill(-child.pid, 'SIGTERM');
	};
	child.stdout?.on('data', take);
	child.stderr?.on('data', take);
	const [code] = await once(child, 'close');
	return { code: Number(code), printed, url, ms };
}

function filesIn(directory: string): string[] {
	return readdirSync(directory, { recursive: true, encoding: 'utf8' });
}

function mustHold(holds: boolean, what: string, seen: object): void {
	if (!holds) throw new Error(`✗ ${what}: ${JSON.stringify(seen)}`);
	console.log(`✓ ${what}`);
}
