import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Feishu } from '../../sandbox/platform/contract.ts';
import { openFeishu } from '../../sandbox/platform/index.ts';
import { APP } from '../town/town.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { type Operated, operate, realApp } from './process.ts';

const BAD_CONFIG = 78;
/** Not a promise of ours: how long a busy machine may take to get there. */
const PATIENCE = { timeout: 15_000 };

let feishu: Feishu;
let gateway: Gateway;
let url = '';
const dirs: string[] = [];
const alive = new Set<Operated>();

beforeAll(async () => {
	feishu = await openFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => `${url}/lark/events`,
		now: () => Date.now(),
		retryAfterMs: [],
	});
	feishu.addAccount({ openId: 'ou_zhang', name: '张三' });
	gateway = await openGateway();
	gateway.leadTo(feishu.url);
});
afterAll(async () => {
	await gateway.close();
	await feishu.close();
});
afterEach(async () => {
	for (const each of alive) each.child.kill('SIGKILL');
	await Promise.all([...alive].map(({ ended }) => ended));
	alive.clear();
	for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function freshDir(): string {
	const dir = mkdtempSync(join(tmpdir(), 'zhibu-operator-'));
	dirs.push(dir);
	return dir;
}

function run(environment: Parameters<typeof operate>[0]): Operated {
	const started = operate(environment);
	alive.add(started);
	return started;
}

async function linesOf(environment: Parameters<typeof operate>[0]): Promise<string[]> {
	const started = run({ DATA_DIR: freshDir(), ...environment });
	expect(await started.ended).toBe(BAD_CONFIG);
	return started.printed().trim().split('\n');
}

test('what is wrong with the configuration: a line each, with where to find the value, and 78', async () => {
	const [production, webhook, wrong] = await Promise.all([
		linesOf({ NODE_ENV: 'production' }),
		linesOf({ LARK_APP_ID: APP.appId, LARK_APP_SECRET: 's' }),
		linesOf({
			...realApp('https://open.feishu.cn', freshDir()),
			NODE_ENV: 'production',
			BOT_CLOCK: '2026-01-01T00:00:00Z',
		}),
	]);
	expect(production.slice(0, 2)).toEqual([
		expect.stringMatching(/^LARK_APP_ID: is missing \(developer console → .+App ID\)$/),
		expect.stringMatching(/^LARK_APP_SECRET: is missing \(developer console → .+App Secret\)$/),
	]);
	expect(webhook).toEqual([
		expect.stringMatching(/^LARK_ENCRYPT_KEY: .+\(developer console → .+Encrypt Key\)$/),
		expect.stringMatching(/^LARK_VERIFICATION_TOKEN: .+\(developer console → .+Verification Token\)$/),
	]);
	expect(wrong).toEqual([expect.stringMatching(/^BOT_CLOCK: .*refused in production$/)]);
});

test('a setting of an app without the app opens no sandbox', async () => {
	const lines = await Promise.all([
		linesOf({ LARK_APP_SECRET: 's' }),
		linesOf({ LARK_ENCRYPT_KEY: 'e', LARK_DOMAIN: 'lark' }),
	]);
	expect(lines).toEqual([
		[expect.stringMatching(/^LARK_APP_ID: is missing; LARK_APP_SECRET is set.+App ID\)$/)],
		[
			expect.stringMatching(
				/^LARK_APP_ID: is missing; LARK_(DOMAIN, LARK_ENCRYPT_KEY|ENCRYPT_KEY, LARK_DOMAIN) is set/,
			),
		],
	]);
});

test('other values that are wrong are named one by one', async () => {
	const lines = await linesOf({
		PORT: 'many',
		BOT_TIMEZONE: 'Nowhere/Land',
		BOT_DATA_KEY: 'short',
		BOT_CLOCK: 'yesterday',
		LOG_LEVEL: 'loud',
	});
	const names = lines.map((line) => line.split(':')[0]);
	expect(names.sort()).toEqual(['BOT_CLOCK', 'BOT_DATA_KEY', 'BOT_TIMEZONE', 'LOG_LEVEL', 'PORT']);
});

test('one directory, one process; another app’s directory is refused; a signal ends it within five seconds', async () => {
	const dir = freshDir();
	const first = run(realApp(feishu.url, dir));
	url = await first.listening;
	expect((await fetch(`${url}/healthz`)).status).toBe(200);
	const second = run(realApp(feishu.url, dir));
	expect(await second.ended).toBe(BAD_CONFIG);
	expect(second.printed().trim()).toBe(
		`DATA_DIR: ${dir} is in use by another process; stop it, or set another DATA_DIR`,
	);
	expect((await fetch(`${url}/healthz`)).status).toBe(200);
	await stopped(first);

	// The database of an app bears its id, so another app's file has to be brought here on purpose.
	const file = new Database(join(dir, `${APP.appId}.db`));
	file.prepare(`update app set app_id = 'cli_ffffffffffffffff'`).run();
	file.close();
	const stranger = run(realApp(feishu.url, dir));
	expect(await stranger.ended).toBe(BAD_CONFIG);
	expect(stranger.printed()).toContain(
		'DATA_DIR: its database belongs to another app (cli_ffffffffffffffff)',
	);
});

test('a stop while the platform is slow: what was acknowledged is kept, what was under way is sent once', async () => {
	const dir = freshDir();
	const first = run(realApp(gateway.url, dir));
	url = await first.listening;
	const { chatId } = feishu.privateChat('ou_zhang');
	await expect.poll(async () => (await fetch(`${url}/readyz`)).status, PATIENCE).toBe(200);
	// As slow as the test needs it: a delay in seconds would be over before a busy machine gets to the signal.
	const letGo = gateway.hold();
	for (const text of ['你好', '你好', '你好'])
		expect((await feishu.say('ou_zhang', chatId, text))?.status).toBe(200);
	await expect.poll(() => states(dir), PATIENCE).toEqual(['sending', 'waiting', 'waiting']);
	await stopped(first);
	expect(states(dir)).toEqual(['sending', 'waiting', 'waiting']);

	letGo();
	const second = run(realApp(gateway.url, dir));
	url = await second.listening;
	const fromBot = () => feishu.messages(chatId).filter(({ from }) => from === 'bot').length;
	await expect.poll(() => states(dir), PATIENCE).toEqual(['sent', 'sent', 'sent']);
	expect(fromBot()).toBe(3);
	await stopped(second);
});

test('a signal in the middle of a burst loses nothing that was acknowledged', async () => {
	const dir = freshDir();
	const first = run(realApp(feishu.url, dir));
	url = await first.listening;
	const people = Array.from({ length: 40 }, (_, number) => `ou_burst${number}`);
	for (const openId of people) feishu.addAccount({ openId, name: openId });
	const said = Promise.all(
		people.map((openId) => feishu.say(openId, feishu.privateChat(openId).chatId, '你好')),
	);
	await stopped(first);
	const done = (await said).filter((delivery) => delivery?.status === 200);
	const file = new Database(join(dir, `${APP.appId}.db`), { readonly: true });
	const known = new Set(file.prepare('select event_id from inbox').pluck().all());
	const rows = Number(file.prepare('select count(*) from outbox').pluck().get());
	file.close();
	expect(done.every((delivery) => known.has(delivery?.eventId))).toBe(true);
	expect(rows).toBe(known.size);
	expect(states(dir)).not.toContain('sending');
});

/** The states of the outbox, oldest row first. */
function states(dir: string): unknown[] {
	const file = new Database(join(dir, `${APP.appId}.db`), { readonly: true });
	const found = file.prepare('select state from outbox order by id').pluck().all();
	file.close();
	return found;
}

async function stopped({ child, ended }: Operated): Promise<void> {
	child.kill('SIGTERM');
	const code = await Promise.race([ended, pause(5_000, 'still there')]);
	expect(code).toBe(0);
}
