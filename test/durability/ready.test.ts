import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { newsStanding } from '../../db/operator.ts';
import { openFeishu } from '../../sandbox/platform/index.ts';
import { watchDisk } from '../../src/runtime/node/disk.ts';
import { APP, openTown, START, type TownOptions } from '../town/town.ts';
import { HandClock } from './hand-clock.ts';
import { operate, realApp } from './process.ts';
import { tellAll } from './row.ts';

const MIB = 1024 * 1024;

const ends: (() => unknown)[] = [];
afterEach(async () => {
	for (const end of ends.splice(0).reverse()) await end();
});

async function watched(options: TownOptions = {}) {
	const town = await openTown(options);
	ends.push(() => town.close());
	return { town, ...watcherOf(() => town.running.url) };
}

function watcherOf(url: () => string) {
	const ready = async () => {
		const response = await fetch(`${url()}/readyz`);
		return { code: response.status, ...((await response.json()) as Readonly<Record<string, unknown>>) };
	};
	const gauge = async (check: string) =>
		new RegExp(`zhibu_ready\\{check="${check}"\\} (\\d)`).exec(
			await (await fetch(`${url()}/metrics`)).text(),
		)?.[1];
	return { ready, gauge };
}

test('each thing that has to hold has its name', async () => {
	const { ready, gauge } = await watched();
	expect(await ready()).toEqual({
		code: 200,
		status: 'ready',
		checks: {
			process: 'ok',
			disk: 'ok',
			files: 'ok',
			self: 'ok',
			token: 'ok',
			database: 'ok',
			clock: 'ok',
			outbox: 'ok',
			operator: 'ok',
		},
	});
	expect(await gauge('disk')).toBe('1');
});

test('a disk is asked before it is full, and the operator told', async () => {
	let free = 10 * MIB;
	const { town, ready, gauge } = await watched({ overrides: { freeBytes: () => free } });
	expect(await ready()).toMatchObject({ code: 503, reason: 'disk: 10 MiB left' });
	expect(await gauge('disk')).toBe('0');
	const { bot } = town.running;
	const standing = () => newsStanding(bot.db).map(({ code }) => code);
	await bot.store.commit(() => watchDisk(bot, free));
	expect(standing()).toEqual(['disk-low']);
	free = 65 * MIB;
	await bot.store.commit(() => watchDisk(bot, free));
	expect(standing()).toEqual([]);
	expect(await ready()).toMatchObject({ code: 200 });
});

test('a database that can not keep what comes says so until it can', async () => {
	const { town, ready } = await watched();
	const 张三 = town.person('张三');
	await 张三.says('你好');
	const only = (on: 0 | 1) => town.running.bot.db.run(sql.raw(`pragma query_only = ${on}`));
	only(1);
	await expect(张三.says('你好')).rejects.toThrow('503');
	expect(await ready()).toMatchObject({ code: 503, reason: 'the last commit was not kept' });
	only(0);
	await 张三.says('在吗');
	expect(await ready()).toMatchObject({ code: 200 });
});

test('an outbox that stands still is not ready; one that has much to do is', async () => {
	const clock = new HandClock(START);
	let held = true;
	const { promise: released, resolve: release } = Promise.withResolvers<void>();
	const { town, ready } = await watched({
		overrides: { clock },
		between: (platform) => ({
			...platform,
			send: async (...sent) => {
				if (held) await released;
				return platform.send(...sent);
			},
		}),
	});
	const people = Array.from({ length: 40 }, (_, n) => town.person(`同志${n}`).openId);
	await tellAll(town, people, '你好');
	town.running.courier.wake();
	expect(await ready()).toMatchObject({ code: 200 });
	clock.pass(6 * 60_000);
	expect(await ready()).toMatchObject({ code: 503, reason: 'nothing goes out' });
	held = false;
	release();
	await town.settle();
	expect(await ready()).toMatchObject({ code: 200 });
});

test('a secret that gets no token is named by a real process', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'zhibu-ready-'));
	ends.push(() => rmSync(dataDir, { recursive: true }));
	const feishu = await openFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => '',
		now: () => Date.now(),
		retryAfterMs: [],
	});
	ends.push(() => feishu.close());
	const bot = operate({ ...realApp(feishu.url, dataDir), LARK_APP_SECRET: 'another' });
	ends.push(async () => {
		bot.child.kill('SIGKILL');
		await bot.ended;
	});
	const url = await bot.listening;
	const { ready, gauge } = watcherOf(() => url);
	await expect
		.poll(ready, { timeout: 15_000 })
		.toMatchObject({ code: 503, checks: { token: expect.stringMatching(/^no token: \d+$/), disk: 'ok' } });
	expect(await gauge('token')).toBe('0');
}, 60_000);
