import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventOf } from '../lark/sealing.ts';
import { buttonsOf } from '../town/plain.ts';
import { APP, openTown, START, type Town } from '../town/town.ts';

let town: Town;
beforeAll(async () => {
	town = await openTown();
});
afterAll(() => town.close());

test('who taps and is not read is told in words, and the platform gets its 200', async () => {
	const 张三 = town.person('张三');
	await 张三.says('帮助');
	const card = 张三.newest();
	const [button] = buttonsOf(card);
	const tap = (event: Record<string, unknown>, id: string) =>
		eventOf('card.action.trigger', event, {
			event_id: id,
			create_time: String(START * 1000),
			token: APP.verificationToken,
			app_id: APP.appId,
			tenant_key: APP.tenantKey,
		});
	const context = { open_message_id: card.messageId, open_chat_id: 张三.desk };
	const action = { tag: 'button', value: button?.value };
	const unreadable: Record<string, unknown>[] = [
		{ action, context },
		{ operator: { open_id: 张三.openId }, context },
		{ operator: { open_id: 张三.openId }, action },
		{ operator: 7, action: 'x', context: [] },
		{},
	];
	for (const [index, event] of unreadable.entries()) {
		const delivery = await town.feishu.deliver(tap(event, `unread${index}`), { once: true });
		expect(delivery.status).toBe(200);
		const line = town.feishu.wire().findLast(({ direction }) => direction === 'to-bot');
		expect(line?.response).toContain('没有读懂这一下，什么也没有记');
	}
});

test('what nobody waits for is acknowledged in silence', async () => {
	const header = {
		event_id: 'unread-chat',
		create_time: String(START),
		token: APP.verificationToken,
		app_id: APP.appId,
		tenant_key: APP.tenantKey,
	};
	const delivery = await town.feishu.deliver(eventOf('im.chat.member.bot.added_v1', {}, header), {
		once: true,
	});
	expect(delivery.status).toBe(200);
	expect(town.feishu.wire().findLast(({ direction }) => direction === 'to-bot')?.response).toBe('{}');
});
