import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openVault } from '../../db/vault.ts';
import { type Feishu, openFeishu } from '../../sandbox/platform/index.ts';
import { lockDirectory } from '../../src/runtime/node/data-dir.ts';
import { Actor } from '../town/actor.ts';
import { APP } from '../town/town.ts';
import { type Operated, operate, realApp } from './process.ts';

/** The command as an operator types it, beside the process as an operator starts it. */

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const COMMAND = fileURLToPath(new URL('../../src/cli/zhibu.mjs', import.meta.url));

// Each starts processes, one after another.
vi.setConfig({ testTimeout: 60_000 });

let feishu: Feishu;
let dataDir: string;
let bot: Operated | undefined;
let url = '';
beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'zhibu-operator-'));
	feishu = await openFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => `${url}/lark/events`,
		now: () => Date.now(),
		retryAfterMs: [],
	});
});
afterEach(async () => {
	bot?.child.kill('SIGKILL');
	await bot?.ended;
	bot = undefined;
	await feishu.close();
	rmSync(dataDir, { recursive: true });
});

async function start(environment: Environment = {}): Promise<void> {
	bot = operate({ ...realApp(feishu.url, dataDir), ...environment });
	url = await bot.listening;
}

async function end(signal: NodeJS.Signals): Promise<void> {
	bot?.child.kill(signal);
	await bot?.ended;
}

type Environment = Readonly<Record<string, string>>;

function zhibu(argv: readonly string[], environment: Environment = {}) {
	return typed(process.execPath, [COMMAND, ...argv], environment);
}

async function typed(program: string, argv: readonly string[], environment: Environment = {}) {
	const child = spawn(program, argv, {
		cwd: CHECKOUT,
		env: { PATH: process.env.PATH, HOME: dataDir, DATA_DIR: dataDir, ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [said, complained, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'close'),
	]);
	return { said, complained, code };
}

const codeIn = (words = '') => /管理码 Admin code: (\d{6})/.exec(words)?.[1] ?? '';

function person(name: string): Actor {
	const openId = `ou_${Buffer.from(name).toString('hex')}`;
	feishu.addAccount({ openId, name });
	feishu.privateChat(openId);
	const waits = async () =>
		/state="(waiting|sending)"\} [1-9]/.test(await (await fetch(`${url}/metrics`)).text());
	const settle = () => expect.poll(waits, { timeout: 10_000 }).toBe(false);
	return new Actor({ feishu, settle }, name, openId);
}

test('the living process gives another code over the socket, and the one before is void', async () => {
	await start();
	await expect.poll(() => codeIn(bot?.printed())).toMatch(/^\d{6}$/);
	const printed = codeIn(bot?.printed());
	const { said, code } = await zhibu(['officer-code']);
	expect(code).toBe(0);
	const given = codeIn(said);
	expect(given).toMatch(/^\d{6}$/);
	const 陈敏 = person('陈敏');
	if (given !== printed) expect(await 陈敏.says(`管理码 ${printed}`)).toContain('管理码不对');
	expect(await 陈敏.says(`管理码 ${given}`)).toContain('您现在是组织员了');
	expect(await 陈敏.says(`管理码 ${given}`)).toContain('已经失效');
	// The only officer has gone: the operator may let in another.
	expect(await person('刘洋').says(`管理码 ${codeIn((await zhibu(['officer-code'])).said)}`)).toContain(
		'您现在是组织员了',
	);
	expect(
		bot
			?.printed()
			.split('\n')
			.filter((line) => line.startsWith('{'))
			.join('\n'),
	).not.toContain(given);
});

test('the socket is its owner’s alone, outlives no stop, and is taken over from a killed process', async () => {
	await start();
	const socket = join(dataDir, 'zhibu.sock');
	expect(statSync(socket).mode & 0o777).toBe(0o600);
	expect(existsSync(join(dataDir, 'sock.new'))).toBe(false);
	await end('SIGKILL');
	expect(existsSync(socket)).toBe(true);
	await start();
	expect(JSON.parse((await zhibu(['clock', '--json'])).said)).toMatchObject({ running: true });
	await end('SIGTERM');
	expect(existsSync(socket)).toBe(false);
});

test('without a process it is done in the database, and the start after that prints no other code', async () => {
	await start();
	await end('SIGKILL');
	const { said } = await zhibu(['officer-code']);
	await start();
	expect(codeIn(bot?.printed())).toBe('');
	await expect.poll(() => bot?.printed()).toContain('npx zhibu officer-code');
	expect(await person('陈敏').says(`管理码 ${codeIn(said)}`)).toContain('您现在是组织员了');
});

test('the clock: the bot’s, the machine’s and the floor, with and without a process', async () => {
	const set = { BOT_CLOCK: '2027-03-01T09:00:00+08:00' };
	await start(set);
	const { said } = await zhibu(['clock']);
	expect(said).toMatch(/机器人的时钟.*2027-03-01 09:\d\d:\d\d {2}\(\+\d+ h\)/);
	const running = JSON.parse((await zhibu(['clock', '--json'])).said);
	expect(running).toMatchObject({ running: true, zone: 'Asia/Shanghai' });
	expect(Math.abs(running.machine - Date.now())).toBeLessThan(60_000);
	await end('SIGTERM');
	const still = JSON.parse((await zhibu(['clock', '--json'], set)).said);
	expect(still.floor).toBeGreaterThanOrEqual(running.bot);
	expect(still.loweredFrom).toBe(null);
	const { said: later } = await zhibu(['clock']);
	expect(later).toContain('机器人没有运行');
	expect(later).toMatch(/已改回.*2027-03-01/);
	const stopped = JSON.parse((await zhibu(['clock', '--json'])).said);
	expect(stopped.running).toBe(false);
	expect(Math.abs(stopped.floor - Date.now())).toBeLessThan(60_000);
	expect(stopped.bot).toBeGreaterThanOrEqual(stopped.floor);
});

test('the keys: which seals and which are still needed, by their ids, with and without a process', async () => {
	const [one, two] = [
		'the first key of this test and long enough',
		'the second key of this test and long enough',
	];
	const [[first], [second]] = [openVault([one]).keys, openVault([two]).keys];
	await start({ BOT_DATA_KEY: one });
	const { said, code } = await zhibu(['key']);
	expect(code).toBe(0);
	expect(said).toContain(first);
	expect(said).toContain('其他密钥不再需要');
	expect(said).not.toContain('first key of this test');
	await end('SIGTERM');
	await start({ BOT_DATA_KEY: `${two},${one}` });
	const keys = async () => JSON.parse((await zhibu(['key', '--json'])).said);
	await expect
		.poll(keys, { timeout: 20_000 })
		.toEqual({ running: true, seals: second, others: [], rewrap: 'finished' });
	await end('SIGTERM');
	const file = new Database(join(dataDir, `${APP.appId}.db`));
	file.prepare('insert into data_key (id, since, seals) values (?, 1, 0)').run(first);
	file.close();
	expect(await keys()).toEqual({ running: false, seals: second, others: [first], rewrap: 'under-way' });
	expect((await zhibu(['key'])).said).toContain('换完之前不要拿掉旧密钥');
});

test('a BOT_CLOCK that is taken away comes back by itself', async () => {
	const given = '2027-03-01T09:00:00+08:00';
	const shown = async () => JSON.parse((await zhibu(['clock', '--json'])).said);
	await start({ BOT_CLOCK: given });
	// It is remembered at the first knock.
	await expect
		.poll(async () => (await shown()).floor, { timeout: 10_000 })
		.toBeGreaterThanOrEqual(Date.parse(given));
	await end('SIGTERM');
	await start();
	await expect.poll(async () => (await shown()).floor, { timeout: 10_000 }).toBeLessThan(Date.now() + 60_000);
	const { bot: now, platform, loweredFrom } = await shown();
	expect(Math.abs(now - Date.now())).toBeLessThan(60_000);
	expect(Math.abs(platform - Date.now())).toBeLessThan(60_000);
	expect(loweredFrom).toBe(null);
	expect(bot?.printed()).toContain('clock-lowered');
});

test('npx and npm run find the command in the checkout, and the Node that came along', async () => {
	await start();
	for (const [program, argv] of [
		['npx', ['--no', 'zhibu', 'clock', '--json']],
		['npm', ['run', '--silent', 'zhibu', '--', 'clock', '--json']],
	] as const) {
		const { said, code } = await typed(program, argv);
		expect({ code, ...JSON.parse(said) }).toMatchObject({ code: 0, running: true });
	}
});

test('what can’t be done is one sentence and 78; what can’t be read shows the usage', async () => {
	const nowhere = await zhibu(['clock'], { DATA_DIR: join(dataDir, 'nowhere') });
	expect(nowhere).toMatchObject({ code: 78, complained: expect.stringContaining('there is no') });
	const empty = await zhibu(['officer-code']);
	expect(empty).toMatchObject({ code: 78, complained: expect.stringContaining('no database') });
	for (const name of ['one.db', 'two.db']) writeFileSync(join(dataDir, name), '');
	const two = await zhibu(['officer-code']);
	expect(two).toMatchObject({ code: 78, complained: expect.stringContaining('LARK_APP_ID: is needed') });
	for (const argv of [[], ['officer-code', 'now'], ['nothing'], ['clock', '--nothing']])
		expect(await zhibu(argv)).toMatchObject({
			code: 64,
			complained: expect.stringContaining('officer-code'),
		});
	expect(await zhibu(['--help'])).toMatchObject({ code: 0, said: expect.stringContaining('officer-code') });
});

test('a process that holds the directory and can’t be asked is named, and nothing is done behind its back', async () => {
	const lock = lockDirectory(dataDir);
	try {
		expect(await zhibu(['officer-code'])).toMatchObject({
			code: 78,
			complained: expect.stringContaining('is in use by a process'),
		});
	} finally {
		lock.release();
	}
});

test('where no socket can be made the bot serves all the same', async () => {
	mkdirSync(join(dataDir, 'zhibu.sock'));
	writeFileSync(join(dataDir, 'zhibu.sock', 'in the way'), '');
	chmodSync(dataDir, 0o700);
	await start();
	expect(bot?.printed()).toContain('operator-socket-failed');
	expect((await fetch(`${url}/healthz`)).status).toBe(200);
});
