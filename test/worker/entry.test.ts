import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Feishu } from '../../sandbox/platform/contract.ts';
import { buildFeishu } from '../../sandbox/platform/feishu.ts';
import { Actor } from '../town/actor.ts';
import { APP } from '../town/town.ts';
import entry from './main.ts';
import { hold, ZHIBU } from './object.ts';
import { open } from './roads.ts';

/** The object that the settings of vitest.workers.config.ts lead to. */
const object = hold(APP.appId);
const settings = { ...env, ZHIBU };
const ask = (path: string, other: Record<string, unknown> = {}) =>
	entry.fetch(new Request(`http://zhibu.test${path}`), { ...settings, ...other });

let feishu: Feishu;
const ends: (() => void)[] = [];
beforeEach(() => {
	const inside = buildFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => 'http://zhibu.test/lark/events',
		now: () => Date.now(),
		retryAfterMs: [],
	});
	ends.push(
		open('feishu.test', (request) => inside.answer(request, () => Response.error())),
		open('zhibu.test', (request) => entry.fetch(request, settings)),
	);
	feishu = inside.servedAt('http://feishu.test', async () => undefined);
});
afterEach(async () => {
	await feishu.close();
	for (const end of ends.splice(0)) end();
});

test('as it is deployed: handshake, a signed event, the SDK’s answer', async () => {
	expect(await feishu.verify()).toBe(true);
	const settle = () => object.within(({ courier }) => courier.caughtUp());
	const 张三 = new Actor({ feishu, settle }, '张三', 'ou_zhangsan');
	feishu.addAccount({ openId: 张三.openId, name: 张三.name });
	expect(await 张三.says('帮助')).toContain('[');
	expect((await ask('/healthz')).status).toBe(200);
	await expect.poll(async () => (await ask('/readyz')).status).toBe(200);
	const metrics = await (await ask('/metrics')).text();
	expect(metrics).toContain('zhibu_updates_total{kind="message",result="done"} 1');
	expect(metrics).toMatch(/zhibu_outbox_rows\{state="sent"\} \d/);
	expect(metrics).not.toMatch(/张三|ou_/);
});

test('a stranger is not let in', async () => {
	const body = JSON.stringify({ encrypt: 'nothing' });
	const request = new Request('http://zhibu.test/lark/events', { method: 'POST', body });
	expect((await entry.fetch(request, settings)).status).toBe(401);
});

test.each([
	['LARK_APP_ID', undefined, 'is missing (developer console'],
	['LARK_APP_SECRET', '', 'is missing (developer console'],
	['LARK_ENCRYPT_KEY', undefined, 'nothing that comes in can be verified'],
	['LARK_VERIFICATION_TOKEN', undefined, 'nothing that comes in can be verified'],
	['BOT_DATA_KEY', undefined, 'is missing; make one with'],
	['BOT_DATA_KEY', 'a short secret', 'needs 32 characters'],
	['BOT_OPERATOR_TOKEN', 'a short secret', 'needs 32 characters'],
	['BOT_TIMEZONE', 'Middle/Earth', 'is no time zone'],
	['LARK_MODE', 'long-connection', 'can only be webhook'],
])('%s = %s lets nothing in and is named', async (name, value, line) => {
	for (const path of ['/lark/events', '/healthz', '/readyz', '/metrics']) {
		const response = await ask(path, { LARK_APP_SECRET: 'hush-hush', [name]: value });
		expect(response.status).toBe(503);
		const said = await response.text();
		expect(said).toContain(`${name}: `);
		expect(said).toContain(line);
		expect(said).not.toContain('a short secret');
		expect(said).not.toContain('hush-hush');
	}
});

test('all that is missing is named at once', async () => {
	const said = await (await entry.fetch(new Request('http://zhibu.test/'), { ZHIBU })).text();
	const needed = [
		'LARK_APP_ID',
		'LARK_APP_SECRET',
		'LARK_ENCRYPT_KEY',
		'LARK_VERIFICATION_TOKEN',
		'BOT_DATA_KEY',
	];
	for (const name of needed) expect(said).toContain(`${name}: is missing`);
});
