import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { eventOf } from '../lark/sealing.ts';
import { openSocket, type Socket } from '../lark/socket.ts';
import { type Operated, operate, realApp } from './process.ts';

const open: { socket?: Socket; bot?: Operated; dir?: string } = {};

afterEach(async () => {
	open.bot?.child.kill('SIGKILL');
	await open.bot?.ended;
	await open.socket?.close();
	if (open.dir) rmSync(open.dir, { recursive: true, force: true });
	delete open.socket;
});

function run(domain: string): Operated {
	open.dir = mkdtempSync(join(tmpdir(), 'zhibu-line-'));
	open.bot = operate({ ...realApp(domain, open.dir), LARK_MODE: 'long-connection' });
	return open.bot;
}

test('a secret that is refused at the start is one sentence, and 78', async () => {
	open.socket = await openSocket(514);
	const bot = run(open.socket.url);
	expect(await bot.ended).toBe(78);
	expect(bot.printed()).toMatch(/^LARK_APP_SECRET: .*\(514\).*developer console/m);
}, 20_000);

test('an app id that can not have a long connection is named before anything starts', async () => {
	const bot = operate({
		...realApp('http://127.0.0.1:9', '/nowhere'),
		LARK_APP_ID: 'cli_1',
		LARK_MODE: 'long-connection',
	});
	open.bot = bot;
	expect(await bot.ended).toBe(78);
	expect(bot.printed().trim()).toMatch(/^LARK_APP_ID: .*16 hexadecimal/);
}, 20_000);

test('without a network the admin code is printed and a signal ends it; with one again it comes by itself', async () => {
	const probe = await openSocket();
	const port = Number(new URL(probe.url).port);
	await probe.close();
	const bot = run(`http://127.0.0.1:${port}`);
	const url = await bot.listening;
	await expect.poll(() => bot.printed(), { timeout: 5_000 }).toMatch(/Admin code: \d{6}/);
	await expect.poll(() => bot.printed(), { timeout: 10_000 }).toContain('line-down');
	const refused = await fetch(`${url}/readyz`);
	expect(refused.status).toBe(503);
	expect(await refused.text()).toContain('line down: network');
	expect(await (await fetch(`${url}/metrics`)).text()).toContain('zhibu_operator_news{code="line-down"} 1');

	open.socket = await openSocket(0, port);
	await expect.poll(() => bot.printed(), { timeout: 15_000 }).toContain('line-down-over');
	expect(await open.socket.send(eventOf('im.chat.updated_v1', {}))).toMatchObject({ code: 200 });
	expect(await (await fetch(`${url}/metrics`)).text()).not.toContain('line-down');
	open.socket.cut();
	await expect
		.poll(async () => (await fetch(`${url}/readyz`)).text(), { interval: 20, timeout: 5_000 })
		.toContain('line down: cut');

	bot.child.kill('SIGTERM');
	expect(await bot.ended).toBe(0);
}, 40_000);
