import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Drawn, Platform } from '../../src/bot/vocabulary/index.ts';
import { drawCard, larkPlatform } from '../../src/lark/index.ts';
import { type Asked, type OpenApi, openOpenApi, says } from './open-api.ts';

let api: OpenApi;
let lark: Platform;
const app = { appId: 'cli_9f5343c580712544', appSecret: 'secret-of-the-app' };

beforeEach(async () => {
	api = await openOpenApi();
	lark = larkPlatform({ ...app, domain: api.url, timeoutMs: 2000 });
});
afterEach(() => api.close());

const group = { kind: 'chat', chatId: 'oc_1' } as const;
const text: Drawn = { kind: 'text', text: '你好' };
const card: Drawn = { kind: 'card', card: { title: '会议', tone: 'plain', body: [] } };
const delivered = says({ code: 0, data: { message_id: 'om_1', chat_id: 'oc_1' } });

describe('sending', () => {
	it('to a chat, an account and under a message', async () => {
		api.answers = [delivered];
		const sent = { ok: true, value: { messageId: 'om_1', chatId: 'oc_1' } };
		expect(await lark.send(group, text, 'u-1')).toEqual(sent);
		expect(await lark.send({ kind: 'account', openId: 'ou_1' }, card, 'u-2')).toEqual(sent);
		expect(await lark.send({ kind: 'reply', messageId: 'om_/0', chatId: 'oc_1' }, text, 'u-3')).toEqual(sent);
		const content = JSON.stringify({ text: '你好' });
		const drawn = JSON.stringify(card.kind === 'card' && drawCard(card.card));
		expect(api.seen).toMatchObject([
			{
				what: 'POST /open-apis/im/v1/messages?receive_id_type=chat_id',
				token: 'Bearer t-1',
				body: { receive_id: 'oc_1', msg_type: 'text', content, uuid: 'u-1' },
			},
			{
				what: 'POST /open-apis/im/v1/messages?receive_id_type=open_id',
				body: { receive_id: 'ou_1', msg_type: 'interactive', content: drawn, uuid: 'u-2' },
			},
			{
				what: 'POST /open-apis/im/v1/messages/om_%2F0/reply',
				body: { msg_type: 'text', content, uuid: 'u-3' },
			},
		]);
		expect(api.tokens).toBe(1);
	});

	it('redraws a card, and only a card', async () => {
		expect(await lark.patch('om_1', card)).toEqual({ ok: true, value: undefined });
		expect(api.seen).toMatchObject([
			{ what: 'PATCH /open-apis/im/v1/messages/om_1', body: { content: expect.stringContaining('2.0') } },
		]);
		expect(await lark.patch('om_1', text)).toEqual({
			ok: false,
			fault: { kind: 'content', code: 'not-a-card' },
		});
	});

	it('refuses what the platform would refuse for its size, without asking', async () => {
		const long = '党'.repeat(60_000);
		expect(await lark.send(group, { kind: 'text', text: long }, 'u')).toMatchObject({
			fault: { kind: 'content', code: 'text-too-long' },
		});
		const wide: Drawn = { kind: 'card', card: { title: long.slice(0, 10_000), tone: 'plain', body: [] } };
		expect(await lark.send(group, wide, 'u')).toMatchObject({
			fault: { kind: 'content', code: 'card-too-long' },
		});
		expect(api.seen).toEqual([]);
	});
});

describe('a mention that the platform refuses', () => {
	const refused = says({ code: 230099, msg: 'ErrCode: 100290; ErrMsg: invalid at' }, 400);
	const named: Drawn = {
		kind: 'card',
		card: {
			title: '求助',
			tone: 'plain',
			body: [{ kind: 'text', text: ['接办人 ', { account: 'ou_gone' }] }],
		},
	};
	const contents = () => api.seen.map(({ body }) => JSON.stringify(body));

	it('is left out, once, with the same uuid', async () => {
		api.answers = [refused, delivered];
		expect(await lark.send(group, named, 'u-1')).toMatchObject({ ok: true });
		const [first = '', second = '', ...more] = contents();
		expect(first).toContain('ou_gone');
		expect(second).toContain('接办人');
		expect(second).not.toContain('ou_gone');
		expect(second).toContain('u-1');
		expect(more).toEqual([]);
	});

	it('is left out of a redrawn card too, and a second refusal is the end', async () => {
		api.answers = [refused];
		expect(await lark.patch('om_1', named)).toMatchObject({ fault: { kind: 'content' } });
		expect(contents()).toHaveLength(2);
	});
});

describe('faults', () => {
	const fault = async () => {
		const outcome = await lark.send(group, { kind: 'text', text: '张三要请假' }, 'u');
		return outcome.ok ? undefined : outcome.fault;
	};

	it.each([
		[
			'a code in a 200',
			says({ code: 230002, msg: 'out of chat' }),
			{ kind: 'target', code: '230002', why: 'bot-out' },
		],
		[
			'a code in a 400',
			says({ code: 230025, msg: '张三' }, 400),
			{ kind: 'content', code: '230025', why: 'not-taken' },
		],
		['a scope missing', says({ code: 99991672 }, 403), { kind: 'operator', code: '99991672' }],
		[
			'a rate limit',
			says({ code: 99991400 }, 429, { 'x-ogw-ratelimit-reset': '2' }),
			{ kind: 'retry', code: '99991400', afterMs: 2000 },
		],
		[
			'a bad gateway',
			(context: Asked) => context.html('<h1>502</h1>', 502),
			{ kind: 'unknown', code: 'http-502' },
		],
		['a page instead of JSON', (context: Asked) => context.html('hi'), { kind: 'unknown', code: 'http-200' }],
		['no message id', says({ code: 0, data: {} }), { kind: 'unknown', code: 'unexpected-answer' }],
		['a redirect', (context: Asked) => context.redirect('/x'), { kind: 'operator', code: 'http-302' }],
	])('%s', async (_, answer, expected) => {
		api.answers = [answer];
		expect(await fault()).toEqual(expected);
		expect(api.seen).toHaveLength(1);
	});

	it('a connection that closes, or an answer that never comes, leaves open what was done', async () => {
		api.answers = [
			(context) => {
				context.env.incoming.socket.destroy();
				return context.body(null);
			},
		];
		expect(await fault()).toEqual({ kind: 'unknown', code: 'ECONNRESET' });
		lark = larkPlatform({ ...app, domain: api.url, timeoutMs: 50 });
		api.answers = [() => new Promise<Response>(() => undefined)];
		expect(await fault()).toMatchObject({ kind: 'unknown' });
	});

	describe('an answer without an end', () => {
		const pour = (chunk: string, pauseMs: number) => () =>
			new Response(
				new ReadableStream({
					async pull(stream) {
						await pause(pauseMs);
						stream.enqueue(new TextEncoder().encode(chunk));
					},
				}),
				{ headers: { 'Content-Type': 'application/json' } },
			);

		it.each(['the call', 'the token'])('that drips is left, for %s', async (which) => {
			lark = larkPlatform({ ...app, domain: api.url, timeoutMs: 300 });
			if (which === 'the call') api.answers = [pour(' ', 20)];
			else api.grant = pour(' ', 20);
			expect(await fault()).toEqual({ kind: which === 'the call' ? 'unknown' : 'retry', code: 'DEADLINE' });
		});

		it('holds up twenty-five calls no longer than one', async () => {
			lark = larkPlatform({ ...app, domain: api.url, timeoutMs: 600 });
			api.answers = [pour(' ', 20)];
			const hands = Array.from({ length: 25 }, (_, n) => lark.send(group, text, `u-${n}`));
			expect((await Promise.all(hands)).every(({ ok }) => !ok)).toBe(true);
			api.answers = [delivered];
			expect(await lark.send(group, text, 'u')).toMatchObject({ ok: true });
		});

		it.each(['the call', 'the token'])('that is endless is left for its size, for %s', async (which) => {
			lark = larkPlatform({ ...app, domain: api.url, timeoutMs: 60_000 });
			const endless = pour(' '.repeat(256 * 1024), 0);
			if (which === 'the call') api.answers = [endless];
			else api.grant = endless;
			expect(await fault()).toEqual({
				kind: which === 'the call' ? 'unknown' : 'retry',
				code: 'ERR_BAD_RESPONSE',
			});
		});
	});

	it('nobody there means that nothing was done', async () => {
		await api.close();
		expect(await fault()).toEqual({ kind: 'retry', code: 'ECONNREFUSED' });
		api = await openOpenApi();
	});
});

describe('the token', () => {
	it('is fetched once for many calls at once', async () => {
		api.answers = [delivered];
		await Promise.all([1, 2, 3, 4].map((n) => lark.send(group, text, `u-${n}`)));
		expect(api.tokens).toBe(1);
		expect(api.seen).toHaveLength(4);
	});

	it.each([99991661, 99991663, 99991664, 99991665, 99991668, 99991671, 99991677])(
		'refused with %i is fetched anew and the call made once more',
		async (code) => {
			api.answers = [says({ code }, 400), delivered];
			expect(await lark.send(group, text, 'u')).toMatchObject({ ok: true });
			expect(api.seen.map(({ token }) => token)).toEqual(['Bearer t-1', 'Bearer t-2']);
			expect(api.seen[0]?.body).toEqual(api.seen[1]?.body);
		},
	);

	it('refused twice is for the operator', async () => {
		api.answers = [says({ code: 99991663 })];
		expect(await lark.send(group, text, 'u')).toEqual({
			ok: false,
			fault: { kind: 'operator', code: '99991663', whole: true },
		});
		expect(api.seen).toHaveLength(2);
	});

	it('is fetched anew before it ends', async () => {
		api.answers = [delivered];
		const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
		await lark.send(group, text, 'u');
		clock.mockReturnValue(6_890_000);
		await lark.send(group, text, 'u');
		expect(api.tokens).toBe(1);
		clock.mockReturnValue(6_901_000);
		await lark.send(group, text, 'u');
		expect(api.tokens).toBe(2);
		clock.mockRestore();
	});

	it.each([
		[
			'a wrong secret',
			says({ code: 10014, msg: 'app secret invalid' }),
			{ kind: 'operator', code: '10014', whole: true },
		],
		['a wrong secret in a 400', says({ code: 10014 }, 400), { kind: 'operator', code: '10014', whole: true }],
		['no token at all', says({ code: 0 }), { kind: 'operator', code: 'no-token', whole: true }],
		['a rate limit', says({ code: 99991400 }, 429), { kind: 'retry', code: '99991400' }],
		['a bad gateway', says({}, 502), { kind: 'retry', code: 'http-502' }],
	])('not granted for %s: nothing was sent', async (_, grant, expected) => {
		api.grant = grant;
		expect(await lark.send(group, text, 'u')).toEqual({ ok: false, fault: expected });
		expect(api.seen).toEqual([]);
	});

	it('and the secret are printed nowhere', async () => {
		const printed = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((way) =>
			vi.spyOn(console, way).mockImplementation(() => undefined),
		);
		api.answers = [says({ code: 99991663 }, 400)];
		await lark.send(group, text, 'u');
		api.grant = says({ code: 10014 }, 400);
		await larkPlatform({ ...app, domain: api.url }).self();
		expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
		for (const spy of printed) spy.mockRestore();
	});
});
