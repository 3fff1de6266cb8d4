import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { PageOptions } from '../../../sandbox/page/index.ts';
import { sandboxPage } from '../../../sandbox/page/index.ts';
import { GROUP, openTownship } from './township.ts';

const HERE = 'http://127.0.0.1:9';

async function openPage(options: Partial<PageOptions> = {}) {
	const town = await openTownship(2);
	onTestFinished(() => town.close());
	const app = sandboxPage(town.feishu, { locale: 'zh-CN', ...options });
	const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
		app.request(`${HERE}/api${path}`, {
			method: 'POST',
			headers: { origin: HERE, 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body),
		});
	return { ...town, app, post };
}

const State = z.object({
	chats: z.array(z.object({ chatId: z.string(), total: z.number() })),
	accounts: z.array(z.object({ openId: z.string() })),
	officerCode: z.string().optional(),
	can: z.object({ moveClock: z.boolean(), startOver: z.boolean() }),
});

describe('the state', () => {
	it('shows a persona the chats they sit in, and how much was said there', async () => {
		const { app, feishu } = await openPage({ officerCode: () => '482913' });
		await feishu.say('ou_zhang', 'oc_tea', '周六去西山吗？');
		const state = State.parse(await (await app.request(`${HERE}/api/state?as=ou_zhang`)).json());
		expect(state.chats.find(({ chatId }) => chatId === 'oc_tea')?.total).toBe(1);
		expect(state.officerCode).toBe('482913');
		expect(state.can).toEqual({ moveClock: false, startOver: false });
	});

	it('has no chats for somebody who is not there', async () => {
		const { app } = await openPage();
		const state = State.parse(await (await app.request(`${HERE}/api/state?as=ou_nobody`)).json());
		expect(state.chats).toEqual([]);
		expect(state.accounts).toHaveLength(8);
	});
});

describe('who may call', () => {
	it.each([
		['a foreign host', { host: 'evil.example' }],
		['a foreign origin', { origin: 'https://evil.example' }],
		['another port of this machine', { origin: 'http://127.0.0.1:10' }],
		['an opaque origin', { origin: 'null' }],
	])('refuses %s', async (_, headers) => {
		const { post, feishu } = await openPage();
		const answer = await post('/say', { by: 'ou_zhang', chatId: 'oc_tea', text: '嗨' }, headers);
		expect(answer.status).toBe(403);
		expect(feishu.messages('oc_tea')).toEqual([]);
	});

	it('refuses a form of another site, and a foreign host to read', async () => {
		const { post, app } = await openPage();
		expect((await post('/say', {}, { 'content-type': 'text/plain' })).status).toBe(415);
		const read = await app.request(`${HERE}/api/state`, { headers: { host: 'rebound.example:80' } });
		expect(read.status).toBe(403);
	});

	it('lets only its own scripts run', async () => {
		const { app } = await openPage();
		const policy = (await app.request(`${HERE}/`)).headers.get('content-security-policy');
		expect(policy).toMatch(/default-src 'none'; script-src 'self' 'sha256-[^']+';/);
		expect(policy).not.toMatch(/script-src[^;]*unsafe/);
	});
});

describe('what a person can do', () => {
	it('says, replies, taps and recalls', async () => {
		const { post, feishu } = await openPage();
		await post('/say', { by: 'ou_li', chatId: GROUP, text: '@支部助手 会议' });
		const card = feishu.messages(GROUP).at(-1);
		const value = { command: 'answer', args: { how: 'yes' } };
		const tap = { by: 'ou_zhang', messageId: card?.messageId, action: { tag: 'button', value } };
		expect(await (await post('/tap', tap)).json()).toMatchObject({ toast: { content: '已记下：参加' } });
		await post('/say', { by: 'ou_wang', chatId: GROUP, text: '好', repliesTo: card?.messageId });
		const said = feishu.messages(GROUP).find(({ from }) => from === 'ou_wang');
		expect(said?.repliesTo).toBe(card?.messageId);
		await post('/recall', { by: 'ou_wang', messageId: said?.messageId });
		expect(feishu.message(said?.messageId ?? '')?.recalled).toBe(true);
	});

	it('says in one line what is wrong', async () => {
		const { post } = await openPage();
		const empty = await post('/say', { by: 'ou_li', chatId: GROUP, text: '   ' });
		expect(empty.status).toBe(400);
		expect(await empty.json()).toMatchObject({ error: expect.stringMatching(/^text: /) });
		const outside = await post('/say', { by: 'ou_li', chatId: 'oc_tea', text: '在吗' });
		expect(outside.status).toBe(400);
		expect((await post('/faults', { busy: 1.5 })).status).toBe(400);
	});

	it('makes a group, lets people and the bot come and go', async () => {
		const { post, feishu } = await openPage();
		const made = await post('/group', { name: '西街支部', members: ['ou_li'], hasBot: false });
		const { chatId } = z.object({ chatId: z.string() }).parse(await made.json());
		await post('/member', { chatId, openId: 'ou_zhao', in: true });
		await post('/bot', { chatId, by: 'ou_li', in: true });
		expect(feishu.chat(chatId)).toMatchObject({ members: ['ou_li', 'ou_zhao'], hasBot: true });
		await post('/member', { chatId, openId: 'ou_zhao', in: false });
		await post('/bot', { chatId, by: 'ou_li', in: false });
		expect(feishu.chat(chatId)).toMatchObject({ members: ['ou_li'], hasBot: false });
	});

	it('breaks the platform and mends it', async () => {
		const { post, feishu } = await openPage();
		await post('/faults', { lost: 0.5 });
		expect(feishu.faults).toMatchObject({ lost: 0.5, busy: 0 });
		await post('/faults', { lost: 0 });
		expect(feishu.faults.lost).toBe(0);
	});

	it('takes scopes from the app and gives them back', async () => {
		const { post, feishu } = await openPage();
		const [first, ...others] = feishu.manifest.scopes;
		const answered = await post('/scopes', { withheld: [first] });
		expect(feishu.manifest.scopes).toEqual(others);
		const list = z.array(z.object({ name: z.string(), granted: z.boolean() })).parse(await answered.json());
		expect(list.filter(({ granted }) => !granted).map(({ name }) => name)).toEqual([first]);
		await post('/scopes', { withheld: [] });
		expect(feishu.manifest.scopes).toEqual([first, ...others]);
	});

	it('sends every change once along the stream', async () => {
		const { app, post } = await openPage();
		const stream = await app.request(`${HERE}/api/changes`);
		const reader = z
			.instanceof(ReadableStream)
			.parse(stream.body)
			.pipeThrough(new TextDecoderStream())
			.getReader();
		let heard = '';
		const until = async (word: string) => {
			while (!heard.includes(word)) heard += (await reader.read()).value ?? '';
		};
		await until('event: hello');
		await post('/say', { by: 'ou_zhang', chatId: 'oc_tea', text: '周六见' });
		await until('周六见');
		expect(heard.match(/"kind":"message"/g)).toHaveLength(1);
		expect(heard).toContain('"to":["ou_zhang","ou_wang"]');
		await reader.cancel();
	});

	it('starts over only where that is possible', async () => {
		let over = 0;
		const able = await openPage({ startOver: async () => void over++ });
		expect((await able.post('/start-over', {})).status).toBe(200);
		expect(over).toBe(1);
		expect((await (await openPage()).post('/start-over', {})).status).toBe(409);
	});
});

describe('files', () => {
	it.each([
		'/',
		'/app.js',
		'/card/index.js',
		'/style/card.css',
		'/lib/preact.mjs',
		'/lib/hooks.mjs',
		'/lib/htm.mjs',
		'/lib/marked.mjs',
		'/lib/vchart.js',
		'/font/400.css',
		'/font/600.css',
	])('serves %s', async (path) => {
		const { app } = await openPage();
		const answer = await app.request(HERE + path);
		expect(answer.status).toBe(200);
		await answer.body?.cancel();
	});

	it('serves nothing beside them', async () => {
		const { app } = await openPage();
		for (const path of [
			'/..%2findex.ts',
			'/lib/package.json',
			'/font/files/..%2fpackage.json',
			'/api/upload?key=x',
		])
			expect((await app.request(HERE + path)).status).toBe(404);
	});
});
