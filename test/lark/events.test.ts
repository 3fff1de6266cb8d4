import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/lark/events/index.ts';
import { eventOf, fixture, messageOf } from './sealing.ts';

const zhang = 'ou_84aad35d084aa403a838cf73ee18467';
const operator = { open_id: zhang, union_id: 'on_1', user_id: null };

const updateOf = (payload: unknown): unknown => {
	const read = readEvent(payload);
	return read.kind === 'update' ? read.update : read;
};

describe('the documented payloads', () => {
	it('a message', () => {
		expect(updateOf(fixture('im.message.receive_v1'))).toEqual({
			kind: 'message',
			id: '5e3702a84e847582be8db7fb73283c02',
			at: 1608725989000,
			tenantKey: '2ca1d211f64f6438',
			messageId: 'om_5ce6d572455d361153b7cb51da133945',
			chatId: 'oc_5ce6d572455d361153b7xx51da133945',
			chatType: 'group',
			from: zhang,
			fromApp: false,
			form: 'text',
			text: '@_user_1 hello',
			mentions: [{ key: '@_user_1', openId: zhang, name: 'Tom' }],
			repliesTo: 'om_5ce6d572455d361153b7cb5xxfsdfsdfdsf',
		});
	});

	it('a tap, its microseconds as milliseconds', () => {
		expect(updateOf(fixture('card.action.trigger'))).toEqual({
			kind: 'tap',
			id: 'f7984f25108f8137722bb63cee927e66',
			at: 1603977298000,
			tenantKey: 'xxxxxxx',
			by: zhang,
			messageId: 'om_574d639e4a44e4dd646eaf628e2b2b3c',
			chatId: 'oc_e4d2605ca917e695f54f11aaf56a1a1a',
			action: undefined,
			form: {
				multi: ['selectDemo1', 'selectDemo2'],
				text: 'value2',
				DatePicker_bpqdq5puvn4: '2024-04-01 +0800',
				DateTimePicker_ihz2d7a74i: '2024-04-29 07:07 +0800',
				Input_lf4fmxwfrd9: '1234',
				PersonSelect_2ejys7ype7m: 'ou_3c14f3a59eaf2825dbe25359f15a9b2a',
				Select_a2d5b7l3zd: '1',
				TimePicker_7ecsf6xkqsq: '00:00 +0800',
			},
		});
	});

	it('the bot added, a private chat entered, the menu used', () => {
		expect(updateOf(fixture('im.chat.member.bot.added_v1'))).toMatchObject({
			kind: 'bot-added',
			chatId: 'oc_413871888e0d5492e25b173f0812efb7',
			by: zhang,
		});
		expect(updateOf(fixture('im.chat.access_event.bot_p2p_chat_entered_v1'))).toMatchObject({
			kind: 'chat-entered',
			by: zhang,
		});
		expect(updateOf(fixture('application.bot.menu_v6'))).toMatchObject({
			kind: 'menu',
			by: zhang,
			key: 'stats',
			at: 1608725989000,
		});
	});
});

describe('other events', () => {
	const users = [{ name: '李四', user_id: { open_id: 'ou_li' } }, { user_id: { open_id: 'ou_wang' } }];
	const people = [
		{ openId: 'ou_li', name: '李四' },
		{ openId: 'ou_wang', name: '' },
	];

	it.each([
		['im.chat.member.bot.deleted_v1', { chat_id: 'oc_1' }, { kind: 'bot-removed', chatId: 'oc_1' }],
		['im.chat.member.user.added_v1', { chat_id: 'oc_1', users }, { kind: 'members-added', people }],
		['im.chat.member.user.deleted_v1', { chat_id: 'oc_1', users }, { kind: 'members-removed', people }],
		['im.chat.member.user.withdrawn_v1', { chat_id: 'oc_1', users }, { kind: 'members-removed', people }],
		[
			'application.bot.menu_v6',
			{ operator: { operator_id: operator }, event_key: '帮助', timestamp: 1669364458 },
			{ kind: 'menu', key: '帮助' },
		],
		[
			'im.message.recalled_v1',
			{ message_id: 'om_1', chat_id: 'oc_1', recall_time: '1', recall_type: 'message_owner' },
			{ kind: 'recalled', messageId: 'om_1', chatId: 'oc_1' },
		],
		['contact.user.deleted_v3', { object: operator }, { kind: 'person-left', openId: zhang }],
	])('%s', (type, event, update) => {
		expect(updateOf(eventOf(type, event))).toMatchObject({ id: 'e1', tenantKey: 't1', ...update });
		expect(updateOf(eventOf(type, { ...event, chat_id: 7, object: 7, operator: 7 }))).toMatchObject({
			kind: 'unreadable',
		});
	});
});

describe('what is said', () => {
	const message = (...said: Parameters<typeof messageOf>) => updateOf(messageOf(...said));

	it('in rich text: words, links and mentions, line by line', () => {
		const content = {
			title: '下周例会',
			content: [
				[
					{ tag: 'at', user_id: '@_user_1', user_name: '张三' },
					{ tag: 'text', text: ' 请看' },
				],
				[
					{ tag: 'a', href: 'https://example.org', text: '通知' },
					{ tag: 'img', image_key: 'k' },
					{ tag: 'at', user_id: 'ou_li', user_name: '李四' },
				],
				[
					{ tag: 'at', user_id: 'all' },
					{ tag: 'at', user_id: 'ou_x', user_name: '王五' },
				],
			],
		};
		const mentions = [
			{ key: '@_user_1', id: { open_id: zhang }, name: '张三' },
			{ key: '@_user_2', id: { open_id: 'ou_li' }, name: '李四' },
		];
		expect(message('post', content, { mentions })).toMatchObject({
			form: 'post',
			chatType: 'private',
			text: '下周例会\n@_user_1 请看\n通知@_user_2\n@_all@_user_3',
		});
	});

	it('to everybody names no account', () => {
		const mentions = [{ key: '@_all', id: { open_id: '' }, name: '所有人' }];
		expect(message('text', { text: '@_all 好' }, { mentions })).toMatchObject({
			text: '@_all 好',
			mentions: [{ key: '@_all', openId: undefined, name: '所有人' }],
		});
	});

	it.each([
		['sticker', 'sticker'],
		['audio', 'voice'],
		['image', 'other'],
		['merge_forward', 'other'],
	])('in a %s is only a fact', (type, form) => {
		expect(message(type, { file_key: 'k' })).toMatchObject({ form, text: '', mentions: [] });
	});

	it('by an app is marked, with or without an account', () => {
		const app = { sender_id: null, sender_type: 'app' };
		expect(message('text', { text: 'x' }, {}, app)).toMatchObject({ fromApp: true, from: '' });
		expect(message('text', { text: 'x' }, {}, { sender_id: null })).toMatchObject({ kind: 'unreadable' });
	});

	it('without the words its form promises is something that is not words', () => {
		expect(message('text', { txt: 'x' })).toMatchObject({ form: 'other', text: '' });
		expect(message('post', 'x')).toMatchObject({ form: 'other', text: '' });
	});
});

describe('a tap', () => {
	const tap = (action: object) =>
		updateOf(
			eventOf('card.action.trigger', {
				operator,
				action,
				context: { open_message_id: 'om_1', open_chat_id: 'oc_1' },
			}),
		);
	const ours = { c: '参加', a: { meeting: '12' } };
	const action = { command: '参加', args: { meeting: '12' } };

	it('carries our action, as an object or as a string', () => {
		expect(tap({ tag: 'button', value: ours })).toMatchObject({ action, form: {} });
		expect(tap({ tag: 'button', value: JSON.stringify(ours) })).toMatchObject({ action });
		expect(tap({ tag: 'button', value: { ...ours, o: 1 } })).toMatchObject({
			action: { ...action, opens: true },
		});
	});

	it.each([
		undefined,
		'hello',
		7,
		[],
		{ c: 1, a: {} },
		{ c: '', a: {} },
		{ c: 'x' },
		{ c: 'x', a: { n: 1 } },
	])('with the value %j carries none', (value) => {
		expect(tap({ tag: 'button', value })).toMatchObject({ kind: 'tap', action: undefined });
	});

	it('of a single element puts its answer under its name', () => {
		expect(tap({ tag: 'select_static', name: 'kind', option: '党课' })).toMatchObject({
			form: { kind: '党课' },
		});
		expect(tap({ tag: 'multi_select_static', name: 'who', options: ['a', 'b'] })).toMatchObject({
			form: { who: ['a', 'b'] },
		});
		expect(tap({ tag: 'input', name: 'why', input_value: '出差' })).toMatchObject({ form: { why: '出差' } });
		expect(tap({ tag: 'checker', name: 'yes', checked: true })).toMatchObject({ form: { yes: 'true' } });
		expect(tap({ tag: 'overflow', option: 'x' })).toMatchObject({ form: { option: 'x' } });
	});

	it('leaves out fields that were left empty', () => {
		expect(
			tap({ tag: 'button', value: ours, form_value: { a: null, b: 2, c: [1, 'x'], d: {} } }),
		).toMatchObject({
			action,
			form: { b: '2', c: ['x'] },
		});
	});
});
