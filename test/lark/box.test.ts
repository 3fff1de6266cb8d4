import { serve } from '@hono/node-server';
import fc from 'fast-check';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Feishu, openFeishu, validateCard } from '../../sandbox/platform/index.ts';
import type { Block, Card, Drawn, Rich, Update } from '../../src/bot/vocabulary/index.ts';
import { answerBody, drawCard, larkPlatform, MANIFEST, openEvent } from '../../src/lark/index.ts';
import { keys } from './sealing.ts';

const words = fc.string({ maxLength: 20 });
const rich: fc.Arbitrary<Rich> = fc.oneof(
	words,
	fc.array(fc.oneof(words, fc.record({ bold: words }), fc.record({ account: words })), { maxLength: 3 }),
);
const button = fc.record(
	{
		label: words,
		action: fc.record({ command: words, args: fc.dictionary(words, words) }),
		style: fc.constantFrom('primary' as const, 'plain' as const, 'danger' as const),
		confirm: fc.record({ title: words, text: words }),
	},
	{ requiredKeys: ['label', 'action'] },
);
const block: fc.Arbitrary<Block> = fc.oneof(
	fc.record({ kind: fc.constant('text' as const), text: rich }),
	fc.record({ kind: fc.constant('list' as const), items: fc.array(rich, { maxLength: 4 }) }),
	fc.record({
		kind: fc.constant('facts' as const),
		rows: fc.array(fc.tuple(words, rich), { maxLength: 4 }),
	}),
	fc.record({
		kind: fc.constant('table' as const),
		columns: fc.array(words, { minLength: 1, maxLength: 4 }),
		rows: fc.array(fc.array(words, { maxLength: 4 }), { maxLength: 20 }),
	}),
	fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 3 }) }),
	fc.constant({ kind: 'line' as const }),
);
const choices = [
	{ value: '1', label: '党课' },
	{ value: '2', label: '主题党日' },
];
const form: Block = {
	kind: 'form',
	name: 'plan',
	fields: [
		{ kind: 'input', name: 'topic', label: '主题', required: true, placeholder: '如：学习' },
		{ kind: 'input', name: 'more', label: '说明', lines: 4, value: '无' },
		{ kind: 'date-time', name: 'when', label: '时间', value: '2026-10-04 15:00' },
		{ kind: 'date', name: 'until', label: '截止', value: '2026-10-03' },
		{ kind: 'choice', name: 'kind', label: '类别', choices, value: '1' },
		{ kind: 'choices', name: 'kinds', label: '类别', choices, value: '1,2' },
		{ kind: 'account', name: 'host', label: '主持人', value: 'ou_1' },
	],
	submit: { label: '发出', action: { command: '会议', args: { step: '2' } }, style: 'primary' },
};

it('what is drawn is card JSON 2.0 by its strict documentation', () => {
	fc.assert(
		fc.property(fc.array(block, { maxLength: 5 }), words, (body, title) => {
			const card: Card = { title, tone: 'good', body: [...body, form] };
			expect(validateCard(drawCard(card))).toEqual({ ok: true });
		}),
		{ numRuns: 200 },
	);
});

describe('with a Feishu in a box', () => {
	const updates: Update[] = [];
	const app = new Hono().post('/lark/events', async (context) => {
		const body = new Uint8Array(await context.req.arrayBuffer());
		const opened = openEvent(context.req.raw.headers, body, keys, Date.now());
		if (opened.kind === 'refused') return context.json({ code: opened.code }, opened.status);
		if (opened.kind === 'challenge') return context.json({ challenge: opened.challenge });
		if (opened.kind === 'update') updates.push(opened.update);
		return context.json(answerBody({ toast: { tone: 'success', text: '已登记' } }));
	});
	let feishu: Feishu;
	let server: ReturnType<typeof serve>;
	let eventUrl = '';

	beforeAll(async () => {
		const { promise, resolve } = Promise.withResolvers<number>();
		server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
		eventUrl = `http://127.0.0.1:${await promise}/lark/events`;
		feishu = await openFeishu({
			...keys,
			appSecret: 'secret',
			tenantKey: 't1',
			manifest: MANIFEST,
			botName: '支部助手',
			eventUrl: () => eventUrl,
			now: Date.now,
			retryAfterMs: [],
		});
		feishu.addAccount({ openId: 'ou_zhang', name: '张三' });
		feishu.addGroup({ chatId: 'oc_1', name: '一支部', members: ['ou_zhang'], hasBot: true });
	});
	afterAll(async () => {
		await feishu.close();
		server.close();
	});

	it('words, taps and forms come through both ways', async () => {
		expect(await feishu.verify()).toBe(true);
		await feishu.say('ou_zhang', 'oc_1', '@支部助手 帮助');
		expect(updates.at(-1)).toMatchObject({ kind: 'message', from: 'ou_zhang', text: '@_user_1 帮助' });

		const lark = larkPlatform({ appId: keys.appId, appSecret: 'secret', domain: feishu.url });
		const bot = { openId: feishu.botOpenId, name: '支部助手' };
		expect(await lark.self()).toEqual({ ok: true, value: bot });
		expect(await lark.accountName('ou_zhang')).toEqual({
			ok: true,
			value: { openId: 'ou_zhang', name: '张三' },
		});
		expect(await lark.chatMembers('oc_1')).toMatchObject({ value: [{ openId: 'ou_zhang', name: '张三' }] });

		const body: Block[] = [{ kind: 'text', text: '<at id=all></at>' }, form];
		const card: Drawn = { kind: 'card', card: { title: '会议', tone: 'plain', body } };
		const sent = await lark.send({ kind: 'chat', chatId: 'oc_1' }, card, 'u-1');
		if (!sent.ok) throw new Error(sent.fault.code);
		expect(await lark.patch(sent.value.messageId, card)).toEqual({ ok: true, value: undefined });

		const tapped = await feishu.tap('ou_zhang', sent.value.messageId, {
			tag: 'button',
			name: 'plan_submit',
			value: { c: '会议', a: { step: '2' } },
			formValue: { topic: '学习', kinds: ['1', '2'], when: '2026-10-05 09:30', host: 'ou_zhang' },
		});
		expect(tapped).toMatchObject({ toast: { type: 'success', content: '已登记' } });
		expect(updates.at(-1)).toMatchObject({
			kind: 'tap',
			by: 'ou_zhang',
			messageId: sent.value.messageId,
			action: { command: '会议', args: { step: '2' } },
			form: { topic: '学习', kinds: ['1', '2'], when: '2026-10-05 09:30 +0800', host: 'ou_zhang' },
		});
	});
});
