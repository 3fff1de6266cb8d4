import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'vitest';
import type { Feishu } from '../../sandbox/platform/contract.ts';
import { openFeishu } from '../../sandbox/platform/index.ts';
import { eventOf } from '../lark/sealing.ts';
import { openSocket, type Socket, type SocketOptions } from '../lark/socket.ts';
import { APP } from '../town/town.ts';
import { type Operated, operate, realApp } from './process.ts';

/** Long enough for a process on a busy machine; what a line waits for is measured apart. */
const PATIENCE = { timeout: 30_000, interval: 20 };

type Defer = (end: () => void | Promise<void>) => void;

/** A bot in a process of its own whose events come over a line of the test's. */
function run(defer: Defer, domain: string, dataDir = freshDir(defer)): Operated {
	const bot = operate({ ...realApp(domain, dataDir), LARK_MODE: 'long-connection' });
	defer(async () => {
		bot.child.kill('SIGKILL');
		await bot.ended;
	});
	return bot;
}

function freshDir(defer: Defer): string {
	const dir = mkdtempSync(join(tmpdir(), 'zhibu-line-'));
	defer(() => rmSync(dir, { recursive: true, force: true }));
	return dir;
}

async function socketFor(defer: Defer, options: SocketOptions = {}): Promise<Socket> {
	const socket = await openSocket(options);
	defer(() => socket.close());
	return socket;
}

async function platformFor(defer: Defer): Promise<Feishu> {
	const feishu = await openFeishu({
		...APP,
		botName: '支部助手',
		eventUrl: () => 'http://127.0.0.1:9/nowhere',
		now: () => Date.now(),
		retryAfterMs: [],
	});
	defer(() => feishu.close());
	return feishu;
}

/** Somebody says 你好 in private: the event as it comes over the line. */
function hello(feishu: Feishu, openId: string): unknown {
	feishu.addAccount({ openId, name: openId });
	const message = {
		message_id: `om_${openId}`,
		create_time: `${Date.now()}`,
		chat_id: feishu.privateChat(openId).chatId,
		chat_type: 'p2p',
		message_type: 'text',
		content: JSON.stringify({ text: '你好' }),
	};
	return eventOf(
		'im.message.receive_v1',
		{ sender: { sender_id: { open_id: openId }, sender_type: 'user' }, message },
		{ event_id: `e-${openId}`, create_time: `${Date.now()}`, app_id: APP.appId, tenant_key: APP.tenantKey },
	);
}

const answersTo = (feishu: Feishu, openId: string) =>
	feishu.messages(feishu.privateChat(openId).chatId).filter(({ from }) => from === 'bot').length;

/** A running bot with its line up, and what a watcher sees of it. */
async function standing({ expect, onTestFinished: defer }: TestContext) {
	const feishu = await platformFor(defer);
	const socket = await socketFor(defer, { openApi: feishu.url });
	const bot = run(defer, socket.url);
	const url = await bot.listening;
	const ready = async () => {
		const response = await fetch(`${url}/readyz`);
		return `${response.status} ${await response.text()}`;
	};
	const gauge = async () => (await fetch(`${url}/metrics`)).text();
	await expect.poll(ready, PATIENCE).toContain('200');
	return { feishu, socket, bot, ready, gauge };
}

describe.concurrent('the line of a real process', () => {
	test('a secret that is refused at the start is one sentence, and 78', async ({
		expect,
		onTestFinished,
	}) => {
		const socket = await socketFor(onTestFinished, { mood: { bare: 10014 } });
		const bot = run(onTestFinished, socket.url);
		expect(await bot.ended).toBe(78);
		const said = bot.printed().match(/^LARK_APP_SECRET: .*\(10014\).*developer console.*$/gm);
		expect(said).toHaveLength(1);
	}, 60_000);

	test('an app id that can not have a long connection is named before anything starts', async ({
		expect,
		onTestFinished,
	}) => {
		const bot = operate({
			...realApp('http://127.0.0.1:9', '/nowhere'),
			LARK_APP_ID: 'cli_1',
			LARK_MODE: 'long-connection',
		});
		onTestFinished(() => void bot.child.kill('SIGKILL'));
		expect(await bot.ended).toBe(78);
		expect(bot.printed().trim()).toMatch(/^LARK_APP_ID: .*16 hexadecimal/);
	}, 60_000);

	test('without a network the admin code is printed and a signal ends it; with one again it comes by itself', async ({
		expect,
		onTestFinished,
	}) => {
		const probe = await openSocket();
		const port = Number(new URL(probe.url).port);
		await probe.close();
		const dir = freshDir(onTestFinished);
		const first = run(onTestFinished, `http://127.0.0.1:${port}`, dir);
		await first.listening;
		await expect.poll(() => first.printed(), PATIENCE).toMatch(/Admin code: \d{6}/);
		await expect.poll(() => first.printed(), PATIENCE).toContain('line-down');
		first.child.kill('SIGTERM');
		expect(await first.ended).toBe(0);

		const bot = run(onTestFinished, `http://127.0.0.1:${port}`, dir);
		const url = await bot.listening;
		const ready = async () => (await fetch(`${url}/readyz`)).text();
		await expect.poll(ready, PATIENCE).toContain('line down: network');
		expect((await fetch(`${url}/readyz`)).status).toBe(503);
		expect(await (await fetch(`${url}/metrics`)).text()).toContain('zhibu_operator_news{code="line-down"} 1');

		const socket = await socketFor(onTestFinished, { port });
		await expect.poll(() => bot.printed(), PATIENCE).toContain('line-down-over');
		expect(await socket.send(eventOf('im.chat.updated_v1', {}))).toMatchObject({ code: 200 });
		expect(await (await fetch(`${url}/metrics`)).text()).not.toContain('line-down');
		bot.child.kill('SIGTERM');
		expect(await bot.ended).toBe(0);
	}, 90_000);

	test('cut ten times: it comes back, and what was on its way comes again and acts once', async (context) => {
		const { expect } = context;
		const { feishu, socket, bot, ready } = await standing(context);
		for (let cut = 1; cut <= 10; cut++) {
			// Of the first the bot's answer is lost with the line; the second is said while there is none.
			const unanswered = socket.sendLosingAnswer(hello(feishu, `ou_lost${cut}`));
			await expect.poll(ready, PATIENCE).toContain('line down: cut');
			const meanwhile = socket.send(hello(feishu, `ou_meanwhile${cut}`));
			expect(await Promise.all([unanswered, meanwhile])).toMatchObject([{ code: 200 }, { code: 200 }]);
		}
		await expect.poll(ready, PATIENCE).toContain('200');
		const people = Array.from({ length: 10 }, (_, at) => [
			`ou_lost${at + 1}`,
			`ou_meanwhile${at + 1}`,
		]).flat();
		const answers = () => people.map((openId) => answersTo(feishu, openId));
		await expect.poll(answers, PATIENCE).toEqual(people.map(() => 1));
		expect(bot.printed().match(/"msg":"line-down"/g)).toHaveLength(10);
		expect(bot.printed().match(/"msg":"line-down-over"/g)).toHaveLength(10);
		bot.child.kill('SIGTERM');
		expect(await bot.ended).toBe(0);
		expect(answers()).toEqual(people.map(() => 1));
	}, 120_000);

	// The only test of a real minute: five tries in vain, then the sixth, 47 to 63 s after the cut.
	test('a gateway that is busy for a minute: readyz says so, and the line comes back by itself', async (context) => {
		const { expect } = context;
		const { feishu, socket, ready, gauge } = await standing(context);
		const moods = [
			[1, 'line down: 1'],
			[{ page: 503 }, 'line down: http-503'],
			['no-upgrade', 'line down: handshake'],
			[{ page: 404 }, 'line down: http-404'],
			[1, 'line down: 1'],
		] as const;
		socket.answerWith(1);
		socket.cut();
		const meanwhile = socket.send(hello(feishu, 'ou_waits'));
		for (const [mood, reason] of moods) {
			socket.answerWith(mood);
			await expect
				.poll(ready, { ...PATIENCE, timeout: 60_000 })
				.toContain(`503 {"status":"not ready","reason":"${reason}`);
		}
		expect(await gauge()).toContain('zhibu_operator_news{code="line-down"} 1');
		socket.answerWith(0);
		expect(await meanwhile).toMatchObject({ code: 200 });
		await expect.poll(() => answersTo(feishu, 'ou_waits'), PATIENCE).toBe(1);
		await expect.poll(ready, PATIENCE).toContain('200');
		expect(await gauge()).not.toContain('line-down');
	}, 180_000);

	test('a secret that is changed while it runs: the operator’s news, and it goes on trying', async (context) => {
		const { expect } = context;
		const { feishu, socket, bot, ready, gauge } = await standing(context);
		socket.answerWith({ bare: 10014 });
		socket.cut();
		await expect.poll(ready, PATIENCE).toContain('503 {"status":"not ready","reason":"line refused: 10014');
		await expect.poll(() => bot.printed(), PATIENCE).toContain('"msg":"line-refused"');
		expect(await gauge()).toContain('zhibu_operator_news{code="line-refused"} 1');
		const tries = socket.asked.length;
		await expect.poll(() => socket.asked.length, PATIENCE).toBeGreaterThan(tries);
		const meanwhile = socket.send(hello(feishu, 'ou_waits'));
		socket.answerWith(514);
		await expect.poll(ready, PATIENCE).toContain('line refused: 514');
		expect(bot.child.exitCode).toBeNull();

		socket.answerWith(0);
		expect(await meanwhile).toMatchObject({ code: 200 });
		await expect.poll(ready, PATIENCE).toContain('200');
		expect(bot.printed().match(/"msg":"line-refused"/g)).toHaveLength(1);
		expect(bot.printed()).toContain('line-refused-over');
		await expect.poll(() => answersTo(feishu, 'ou_waits'), PATIENCE).toBe(1);
	}, 120_000);
});
