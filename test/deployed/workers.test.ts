import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unstable_startWorker as startWorker } from 'wrangler';
import type { Feishu } from '../../sandbox/platform/contract.ts';
import { openFeishu } from '../../sandbox/platform/index.ts';
import { Actor } from '../town/actor.ts';
import { APP } from '../town/town.ts';

/** The bundle that would be deployed, in a workerd of its own, and the platform over real sockets. */

const directory = mkdtempSync(join(tmpdir(), 'zhibu-deployed-'));
let feishu: Feishu;
let worker: Awaited<ReturnType<typeof startWorker>>;
let url: URL;

beforeAll(async () => {
	feishu = await openFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => new URL('/lark/events', url).href,
		now: () => Date.now(),
		retryAfterMs: [],
	});
});

afterAll(async () => {
	await worker.dispose();
	await feishu.close();
	rmSync(directory, { recursive: true, force: true });
});

/** The docs say so too: the first call brings the object into being, and a handshake waits for a second only. */
async function start(): Promise<void> {
	const settings = {
		LARK_APP_ID: APP.appId,
		LARK_APP_SECRET: APP.appSecret,
		LARK_ENCRYPT_KEY: APP.encryptKey,
		LARK_VERIFICATION_TOKEN: APP.verificationToken,
		LARK_DOMAIN: feishu.url,
		BOT_DATA_KEY: '0123456789abcdef0123456789abcdef',
		BOT_ADMINS: 'ou_chenmin',
	};
	worker = await startWorker({
		config: 'wrangler.toml',
		bindings: Object.fromEntries(
			Object.entries(settings).map(([name, value]) => [name, { type: 'plain_text', value }]),
		),
		dev: {
			server: { hostname: '127.0.0.1', port: 0 },
			inspector: false,
			watch: false,
			logLevel: 'none',
			persist: directory,
		},
	});
	await worker.ready;
	url = await worker.url;
	const ready = async () => (await ask('/readyz')).status;
	await expect.poll(ready, { timeout: 30_000 }).toBe(200);
}

const ask = (path: string) => fetch(new URL(path, url));

/** Until nothing waits in the outbox. */
async function settle(): Promise<void> {
	const metrics = async () => (await ask('/metrics')).text();
	await expect.poll(metrics, { timeout: 10_000 }).not.toMatch(/state="(waiting|sending)"/);
}

function person(name: string, openId: string): Actor {
	feishu.addAccount({ openId, name });
	return new Actor({ feishu, settle }, name, openId);
}

test('handshake, signed events, cards by the SDK, taps; and all of it is there after a restart', async () => {
	await start();
	expect(await feishu.verify()).toBe(true);
	const 陈敏 = person('陈敏', 'ou_chenmin');
	const { chatId } = feishu.addGroup({
		chatId: 'oc_xingguang',
		name: '星光电子',
		members: [陈敏.openId],
		hasBot: true,
	});
	expect(await 陈敏.says('支部 绑定 星光电子党支部', chatId)).toContain('绑定好了');
	await 陈敏.says('名册 添加 张三 星光电子党支部');
	expect(await 陈敏.taps('对，记入1人')).toContain('新记入1人：张三');

	await worker.dispose();
	await start();
	await 陈敏.says('名册 星光电子党支部');
	expect(await 陈敏.taps('核对名册')).toContain('张三');
}, 60_000);
