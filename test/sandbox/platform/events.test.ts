import { describe, expect, test } from 'vitest';
import { encrypt, sign } from '../../../sandbox/platform/events/seal.ts';
import { GROUP, KEYS, openStage } from './stage.ts';

test('the signature of the known vector', () => {
	// From the test suite of an independent client, chyroc/lark.
	expect(sign('1626947018', '64607134', 'fake-xx', '{fake}')).toBe(
		'7db78fdbc2fb617c46e713c3ec3f4b4658d94166682a80434fe557f23afcfd06',
	);
});

test('the same words never look the same', () => {
	expect(encrypt('您好', 'key')).not.toBe(encrypt('您好', 'key'));
});

test('the handshake gives the challenge back, or fails', async () => {
	const { feishu } = await openStage();
	expect(await feishu.verify()).toBe(true);
	const stranger = await openStage({ verificationToken: 'another' });
	expect(await stranger.feishu.verify()).toBe(false);
});

describe('words', () => {
	test('in a private chat arrive signed, encrypted, in their envelope', async () => {
		const { feishu, receiver, clock } = await openStage();
		const chat = feishu.privateChat('ou_san');
		const delivery = await feishu.say('ou_san', chat.chatId, '请假 出差');
		expect(delivery).toMatchObject({ status: 200, tries: 1 });
		const [heard] = receiver.heard;
		expect(heard?.genuine).toBe(true);
		expect(heard?.envelope).toEqual({
			schema: '2.0',
			header: {
				event_id: delivery?.eventId,
				event_type: 'im.message.receive_v1',
				create_time: String(clock.at),
				token: KEYS.verificationToken,
				app_id: KEYS.appId,
				tenant_key: KEYS.tenantKey,
			},
			event: {
				sender: {
					sender_id: { open_id: 'ou_san', union_id: expect.stringMatching(/^on_/) },
					sender_type: 'user',
					tenant_key: KEYS.tenantKey,
				},
				message: {
					message_id: feishu.messages(chat.chatId)[0]?.messageId,
					create_time: String(clock.at),
					update_time: String(clock.at),
					chat_id: chat.chatId,
					chat_type: 'p2p',
					message_type: 'text',
					content: '{"text":"请假 出差"}',
				},
			},
		});
	});

	test('in a group are heard only with the bot\u2019s mention', async () => {
		const { feishu, receiver } = await openStage();
		expect(await feishu.say('ou_san', GROUP, '大家好 @所有人')).toBeUndefined();
		expect(feishu.messages(GROUP)).toMatchObject([{ mentions: [{ key: '@_all', name: '所有人' }] }]);
		expect(receiver.heard).toHaveLength(0);
		await feishu.say('ou_san', GROUP, '@支部助手 登记到会 到 @张三丰 @张三 缺 @王五');
		const people = ['ou_feng', 'ou_san', 'ou_wang'];
		expect(receiver.last()?.event).toMatchObject({
			message: {
				chat_type: 'group',
				content: JSON.stringify({
					text: '@_user_1 登记到会 到 @_user_2 @_user_3 缺 @_user_4',
				}),
				mentions: [feishu.botOpenId, ...people].map((open_id, at) => ({
					key: `@_user_${at + 1}`,
					id: { open_id },
				})),
			},
		});
	});

	test('in reply to the bot carry its mention by themselves', async () => {
		const { feishu, receiver, text } = await openStage();
		const asked = (await text(GROUP, '周三开会')).data?.message_id ?? '';
		await feishu.say('ou_san', GROUP, '参加，@王五 也去', { repliesTo: asked });
		expect(receiver.last()?.event).toMatchObject({
			message: {
				parent_id: asked,
				root_id: asked,
				content: '{"text":"@_user_1 参加，@_user_2 也去"}',
				mentions: [{ id: { open_id: feishu.botOpenId } }, { id: { open_id: 'ou_wang' } }],
			},
		});
		const mine = feishu.messages(GROUP)[1]?.messageId ?? '';
		expect(await feishu.say('ou_li', GROUP, '好', { repliesTo: mine })).toBeUndefined();
	});

	test('of a stranger are a mistake of the caller', async () => {
		const { feishu } = await openStage();
		feishu.addAccount({ openId: 'ou_x', name: '外人' });
		await expect(feishu.say('ou_x', GROUP, '在吗')).rejects.toThrow('ou_x');
	});
});

describe('what else happens', () => {
	test('a sticker is heard privately, not in the group', async () => {
		const { feishu, receiver } = await openStage();
		expect(await feishu.send('ou_san', GROUP, 'sticker')).toBeUndefined();
		await feishu.send('ou_san', feishu.privateChat('ou_san').chatId, 'audio');
		expect(receiver.heard).toHaveLength(1);
		expect(receiver.last()?.event).toMatchObject({ message: { message_type: 'audio' } });
	});

	test('opening the private chat, the menu', async () => {
		const { feishu, receiver } = await openStage();
		await feishu.enterPrivateChat('ou_san');
		const chat_id = feishu.privateChat('ou_san').chatId;
		expect(receiver.last()?.header.event_type).toBe('im.chat.access_event.bot_p2p_chat_entered_v1');
		expect(receiver.last()?.event).toMatchObject({ chat_id, operator_id: { open_id: 'ou_san' } });
		await feishu.menu('ou_san', '还差什么');
		expect(receiver.last()?.header.event_type).toBe('application.bot.menu_v6');
		expect(receiver.last()?.event).toMatchObject({
			operator: { operator_name: '张三', operator_id: { open_id: 'ou_san' } },
			event_key: '还差什么',
			timestamp: Date.parse('2026-12-10T07:00:00Z') / 1000,
		});
	});

	test('the bot and people come and go', async () => {
		const { feishu, receiver } = await openStage();
		const kinds = () => receiver.heard.map((heard) => heard.envelope.header.event_type);
		await feishu.removeMember(GROUP, 'ou_wang');
		expect(receiver.last()?.event).toMatchObject({
			chat_id: GROUP,
			users: [{ name: '王五', user_id: { open_id: 'ou_wang' } }],
		});
		await feishu.addMember(GROUP, 'ou_wang');
		await feishu.removeBot(GROUP, 'ou_li');
		expect(await feishu.removeMember(GROUP, 'ou_wang')).toBeUndefined();
		expect(await feishu.say('ou_san', GROUP, '@支部助手 在吗')).toBeUndefined();
		await feishu.addBot(GROUP, 'ou_li');
		expect(receiver.last()?.event).toMatchObject({ operator_id: { open_id: 'ou_li' }, name: '第一支部' });
		await feishu.resign('ou_feng');
		expect(receiver.last()?.event).toMatchObject({ object: { open_id: 'ou_feng', name: '张三丰' } });
		expect(feishu.chat(GROUP)?.members).toEqual(['ou_li', 'ou_san']);
		expect(feishu.accounts().map((account) => account.name)).toEqual(['李书记', '张三', '王五']);
		expect(kinds()).toEqual([
			'im.chat.member.user.deleted_v1',
			'im.chat.member.user.added_v1',
			'im.chat.member.bot.deleted_v1',
			'im.chat.member.bot.added_v1',
			'contact.user.deleted_v3',
		]);
	});

	test('taking back one\u2019s own words', async () => {
		const { feishu, receiver } = await openStage();
		await feishu.say('ou_san', GROUP, '@支部助手 求助');
		const id = feishu.messages(GROUP)[0]?.messageId ?? '';
		await expect(feishu.recall('ou_li', id)).rejects.toThrow('did not write');
		await feishu.recall('ou_san', id);
		expect(receiver.last()?.header.event_type).toBe('im.message.recalled_v1');
		expect(receiver.last()?.event).toMatchObject({ message_id: id, recall_type: 'message_owner' });
		expect(feishu.message(id)?.recalled).toBe(true);
	});
});

describe('an event without a 200', () => {
	test('comes again with the same id until it is answered', async () => {
		const { feishu, receiver } = await openStage({ retryAfterMs: [1, 1, 1, 1] });
		let left = 2;
		receiver.answers(() => new Response('', { status: left-- > 0 ? 503 : 200 }));
		const delivery = await feishu.enterPrivateChat('ou_san');
		expect(delivery).toMatchObject({ status: 503, tries: 1 });
		await feishu.quiet();
		expect(delivery).toMatchObject({ status: 200, tries: 3 });
		const ids = receiver.heard.map((heard) => heard.envelope.header.event_id);
		expect(ids).toEqual([delivery.eventId, delivery.eventId, delivery.eventId]);
		expect(receiver.heard.every((heard) => heard.genuine)).toBe(true);
		expect(new Set(receiver.heard.map((heard) => heard.cipher)).size).toBe(3);
	});

	test('is given up after the last step', async () => {
		const { feishu, receiver } = await openStage({ retryAfterMs: [1, 1] });
		receiver.answers(() => new Response('', { status: 302, headers: { location: '/elsewhere' } }));
		const delivery = await feishu.enterPrivateChat('ou_san');
		await feishu.quiet();
		expect(delivery).toMatchObject({ status: 302, tries: 3 });
	});

	test('comes once when asked to, as it was given', async () => {
		const { feishu, receiver } = await openStage({ retryAfterMs: [1] });
		receiver.answers(() => new Response('', { status: 503 }));
		const header = {
			event_id: 'e1',
			event_type: 'im.message.receive_v1',
			create_time: '1608725989000',
			token: KEYS.verificationToken,
			app_id: KEYS.appId,
			tenant_key: KEYS.tenantKey,
		};
		const event = { schema: '2.0', header, event: { any: 'thing' } };
		const delivery = await feishu.deliver(event, { once: true });
		await feishu.quiet();
		expect(delivery).toMatchObject({ eventId: 'e1', status: 503, tries: 1 });
		expect(receiver.last()).toEqual(event);
		expect(feishu.deliveries()).toEqual([delivery]);
	});

	test('is forgotten when the platform closes', async () => {
		const { feishu, receiver } = await openStage();
		receiver.answers(() => new Response('', { status: 503 }));
		const delivery = await feishu.enterPrivateChat('ou_san');
		await feishu.close();
		await feishu.quiet();
		expect(delivery.tries).toBe(1);
	});
});
