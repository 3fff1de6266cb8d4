import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/lark/events/index.ts';
import { eventOf, fixture, messageOf } from './sealing.ts';

describe('forms that vary', () => {
	const message = (...said: Parameters<typeof messageOf>) => readEvent(messageOf(...said));

	it.each(['tap-operator-nested-user_id', 'tap-ids-at-event-root', 'picker-tap-context-outside-event'])(
		'%s is a tap',
		(name) => {
			expect(readEvent(fixture(`more/${name}`))).toMatchObject({
				kind: 'update',
				update: { kind: 'tap', by: 'ou_0', messageId: 'om_0', chatId: 'oc_0' },
			});
		},
	);

	it('the bot added by nobody knows whom', () => {
		expect(readEvent(fixture('more/bot-added-without-operator'))).toMatchObject({
			update: { kind: 'bot-added', chatId: 'oc_0', by: undefined },
		});
	});

	it('a post wrapped by its language, and one with content_v2 only', () => {
		expect(readEvent(fixture('more/post-locale-wrapped'))).toMatchObject({
			update: { form: 'post', text: '名册 添加\n张三' },
		});
		const second = [[{ tag: 'text', text: '你好' }]];
		for (const content_v2 of [second, JSON.stringify(second)]) {
			expect(message('post', { content_v2 })).toMatchObject({ update: { form: 'post', text: '你好' } });
		}
	});

	it('a post whose body alone names whom it mentions', () => {
		const content = [
			[
				{ tag: 'at', user_id: 'ou_bot', user_name: '助手' },
				{ tag: 'text', text: ' 会议' },
			],
		];
		expect(message('post', { content })).toMatchObject({
			update: {
				text: expect.stringMatching(/^@_user_\d+ 会议$/),
				mentions: expect.arrayContaining([expect.objectContaining({ openId: 'ou_bot', name: '助手' })]),
			},
		});
	});

	it('a reply in a thread that names the root only', () => {
		expect(message('text', { text: 'x' }, { root_id: 'om_r', parent_id: undefined })).toMatchObject({
			update: { repliesTo: 'om_r' },
		});
	});

	it('links as they were typed', () => {
		const told = '看[www.a.cn](http://www.a.cn/)，[x@a.cn](mailto:x@a.cn)，[通知](https://b.cn/1)，[1](2)';
		expect(message('text', { text: told })).toMatchObject({
			update: { text: '看www.a.cn，x@a.cn，通知 https://b.cn/1，[1](2)' },
		});
	});

	it('a member without an open_id is left out', () => {
		const users = [
			{ name: '甲', user_id: { user_id: 'u1' } },
			{ name: '乙', user_id: { open_id: 'ou_2' } },
		];
		expect(readEvent(eventOf('im.chat.member.user.added_v1', { chat_id: 'oc_1', users }))).toMatchObject({
			update: { people: [{ openId: 'ou_2', name: '乙' }] },
		});
	});

	it('a tap by nobody is unreadable, and somebody waits; others wait for nothing', () => {
		expect(readEvent(eventOf('card.action.trigger', { operator: { user_id: 'u0' } }))).toEqual({
			kind: 'unreadable',
			type: 'card.action.trigger',
			waits: true,
		});
		expect(readEvent(eventOf('im.chat.member.bot.added_v1', {}))).toMatchObject({ waits: false });
	});
});
