import { expect, test } from 'vitest';
import type { Change } from '../../../sandbox/platform/contract.ts';
import { bot, button, card, GROUP, KEYS, openStage } from './stage.ts';

test('a platform begins where another stood', async () => {
	const { feishu, text, card: send } = await openStage();
	await feishu.say('ou_san', GROUP, '大家好');
	const sent = await text('ou_san', '您好', 'u1');
	const shown = (await send(GROUP, card(button('参加', { a: 1 })))).data?.message_id ?? '';
	feishu.block('ou_wang');
	await feishu.resign('ou_feng');
	const written: unknown = JSON.parse(JSON.stringify(feishu.snapshot()));

	const after = await openStage({ restore: written });
	expect(after.feishu.snapshot()).toEqual(written);
	expect(after.feishu.accounts()).toEqual(feishu.accounts());
	expect(after.feishu.messages(GROUP)).toEqual(feishu.messages(GROUP));
	expect(after.feishu.chatsOf('ou_san')).toEqual(feishu.chatsOf('ou_san'));
	expect((await after.text('ou_san', '您好', 'u1')).data).toEqual(sent.data);
	expect(await after.patch(shown, card({ tag: 'hr' }))).toMatchObject({ code: 0 });
	await expect(openStage({ restore: { version: 0 } })).rejects.toThrow();
});

test('the private chat stands first', async () => {
	const { feishu } = await openStage();
	feishu.privateChat('ou_san');
	expect(feishu.chatsOf('ou_san').map((chat) => chat.kind)).toEqual(['private', 'group']);
});

test('every change is told until nobody listens', async () => {
	const { feishu, text } = await openStage();
	const changes: Change[] = [];
	const leave = feishu.subscribe((change) => changes.push(change));
	await text(GROUP, '您好');
	feishu.setFaults({ delayMs: 0 });
	expect(changes.map((change) => change.kind)).toEqual(['wire', 'message', 'wire', 'faults']);
	leave();
	feishu.privateChat('ou_san');
	expect(changes).toHaveLength(4);
});

test('the raw traffic is readable and without secrets', async () => {
	const { feishu, text, card: send } = await openStage();
	await text(GROUP, '您好');
	const id = (await send(GROUP, card(button('参加', { a: 1 })))).data?.message_id ?? '';
	await feishu.tap('ou_san', id, { tag: 'button', value: { a: 1 } });
	await feishu.verify();
	const lines = feishu.wire();
	expect(lines.map((line) => [line.direction, line.what, line.status])).toEqual([
		['from-bot', 'POST /open-apis/auth/v3/tenant_access_token/internal', 200],
		['from-bot', 'POST /open-apis/im/v1/messages', 200],
		['from-bot', 'POST /open-apis/im/v1/messages', 200],
		['to-bot', 'card.action.trigger', 200],
		['to-bot', 'url_verification', 200],
	]);
	const all = JSON.stringify(lines);
	expect(lines[1]?.request).toContain('"text": "您好"');
	expect(lines[3]?.request).toContain('"open_id": "ou_san"');
	for (const secret of [KEYS.appSecret, KEYS.encryptKey, KEYS.verificationToken])
		expect(all).not.toContain(secret);
	expect(all).not.toMatch(/\b[tc]-[0-9a-f]{32}/);
});

test('only the last 500 lines are kept', async () => {
	const { feishu } = await openStage({
		limits: { perSecond: 1000, perMinute: 1000, perTargetPerSecond: 5, patchPerSecond: 5 },
	});
	const { client } = bot(feishu.url);
	for (let call = 0; call < 502; call++)
		await client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });
	expect(feishu.wire()).toHaveLength(500);
	expect(feishu.wire().at(-1)?.id).toBe(503);
});
