import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Platform } from '../../src/bot/vocabulary/index.ts';
import { larkPlatform } from '../../src/lark/index.ts';
import { type OpenApi, openOpenApi, says } from './open-api.ts';

let api: OpenApi;
let lark: Platform;

beforeEach(async () => {
	api = await openOpenApi();
	const app = { appId: 'cli_9f5343c580712544', appSecret: 'secret-of-the-app' };
	lark = larkPlatform({ ...app, domain: api.url, timeoutMs: 2000 });
});
afterEach(() => api.close());

test('names of an account', async () => {
	api.answers = [says({ code: 0, data: { user: { name: '张三' } } }), says({ code: 0, data: { user: {} } })];
	expect(await lark.accountName('ou_1')).toEqual({ ok: true, value: { openId: 'ou_1', name: '张三' } });
	expect(await lark.accountName('ou_1')).toEqual({
		ok: false,
		fault: { kind: 'operator', code: 'name-withheld', futile: true },
	});
	expect(api.seen[0]?.what).toBe('GET /open-apis/contact/v3/users/ou_1?user_id_type=open_id');
});

test('names of all members, page by page', async () => {
	const page = (ids: string[], next?: string) =>
		says({
			code: 0,
			data: {
				items: ids.map((id) => ({ member_id: id, name: id.toUpperCase() })),
				has_more: next !== undefined,
				page_token: next ?? '',
			},
		});
	api.answers = [page(['a', 'b'], 'p2'), page(['c'], 'p3'), page([])];
	expect(await lark.chatMembers('oc_1')).toEqual({
		ok: true,
		value: ['a', 'b', 'c'].map((id) => ({ openId: id, name: id.toUpperCase() })),
	});
	expect(api.seen.map(({ what }) => new URL(what.slice(4), api.url).searchParams.get('page_token'))).toEqual([
		null,
		'p2',
		'p3',
	]);
	api.answers = [page(['a'], 'p2')];
	expect(await lark.chatMembers('oc_1')).toMatchObject({ fault: { code: 'endless-pages' } });
	let turned = 0;
	api.answers = [(context) => page(['a'], `p${turned++}`)(context)];
	expect(await lark.chatMembers('oc_1')).toMatchObject({ fault: { code: 'endless-pages' } });
});

test('names of the machines that hold a connection', async () => {
	api.answers = [(context) => context.json({ code: 0, data: { online_instance_cnt: 2 } })];
	expect(await lark.connections()).toEqual({ ok: true, value: 2 });
	expect(api.seen[0]?.what).toBe('GET /open-apis/event/v1/connection');
});

test('names of the bot, which stands at the top of the answer', async () => {
	api.answers = [says({ code: 0, msg: 'ok', bot: { open_id: 'ou_bot', app_name: '支部助手' } })];
	expect(await lark.self()).toEqual({ ok: true, value: { openId: 'ou_bot', name: '支部助手' } });
	expect(api.seen[0]?.what).toBe('GET /open-apis/bot/v3/info');
});
