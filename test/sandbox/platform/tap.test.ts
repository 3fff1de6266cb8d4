import { describe, expect, test } from 'vitest';
import { button, card, failure, GROUP, openStage } from './stage.ts';

const VALUE = { command: 'come', args: { meeting: '12' } };
const plain = (content: string) => ({ tag: 'plain_text', content });
const form = {
	tag: 'form',
	name: 'plan',
	elements: [
		{ tag: 'input', name: 'place', required: true },
		{ tag: 'date_picker', placeholder: { tag: 'plain_text', content: '请选择' }, name: 'day' },
		{ tag: 'picker_time', placeholder: { tag: 'plain_text', content: '请选择' }, name: 'hour' },
		{ tag: 'picker_datetime', placeholder: { tag: 'plain_text', content: '请选择' }, name: 'when' },
		{
			tag: 'select_static',
			placeholder: { tag: 'plain_text', content: '请选择' },
			name: 'kind',
			options: [{ text: plain('党课'), value: 'lesson' }],
		},
		{ tag: 'multi_select_person', placeholder: { tag: 'plain_text', content: '请选择' }, name: 'who' },
		{ tag: 'checker', name: 'online' },
		{ ...button('确定', { command: 'plan' }), name: 'go', form_action_type: 'submit' },
	],
};

async function openCard(...elements: object[]) {
	const stage = await openStage();
	const id = (await stage.card(GROUP, card(...elements))).data?.message_id ?? '';
	return { ...stage, id };
}

const come = { tag: 'button', value: VALUE };

describe('a tap', () => {
	test('reaches the bot as the platform words it, and its toast comes back', async () => {
		const { feishu, receiver, clock, id } = await openCard(button('参加', VALUE));
		receiver.answers(() => Response.json({ toast: { type: 'success', content: '已登记' } }));
		const result = await feishu.tap('ou_san', id, come);
		expect(result).toMatchObject({
			toast: { type: 'success', content: '已登记' },
			delivery: { status: 200, tries: 1 },
		});
		expect(result.failed).toBeUndefined();
		expect(receiver.heard[0]?.genuine).toBe(true);
		expect(receiver.last()).toMatchObject({
			header: { event_type: 'card.action.trigger', create_time: `${clock.at}000` },
			event: {
				operator: { open_id: 'ou_san' },
				token: expect.stringMatching(/^c-[0-9a-f]+$/),
				action: { tag: 'button', value: VALUE, timezone: 'Asia/Shanghai' },
				host: 'im_message',
				context: { open_message_id: id, open_chat_id: GROUP },
			},
		});
		expect(receiver.last()?.header.create_time).toHaveLength(16);
	});

	test('with a form carries the pickers\u2019 values in the platform\u2019s writing', async () => {
		const { feishu, receiver, id } = await openCard(form);
		const formValue = {
			place: '二楼',
			day: '2026-12-10',
			hour: '15:00',
			when: '2026-12-10T15:00',
			kind: 'lesson',
			who: ['ou_li', 'ou_san'],
			online: 'true',
		};
		await feishu.tap('ou_li', id, { tag: 'button', name: 'go', value: { command: 'plan' }, formValue });
		expect(receiver.last()?.event).toMatchObject({
			action: {
				name: 'go',
				form_value: {
					place: '二楼',
					day: '2026-12-10 +0800',
					hour: '15:00 +0800',
					when: '2026-12-10 15:00 +0800',
					kind: 'lesson',
					who: ['ou_li', 'ou_san'],
					online: true,
				},
			},
		});
	});

	test('on a picker outside a form sends the choice at once', async () => {
		const behaviors = [{ type: 'callback', value: { command: 'day' } }];
		const { feishu, receiver, id } = await openCard({
			tag: 'date_picker',
			placeholder: { tag: 'plain_text', content: '请选择' },
			behaviors,
		});
		await feishu.tap('ou_li', id, { tag: 'date_picker', value: { command: 'day' }, option: '2026-12-10' });
		expect(receiver.last()?.event).toMatchObject({ action: { option: '2026-12-10 +0800' } });
	});

	test('is never sent again', async () => {
		const { feishu, receiver, id } = await openCard(button('参加', VALUE));
		receiver.answers(() => new Response('', { status: 503 }));
		expect((await feishu.tap('ou_san', id, come)).failed).toContain('200671');
		await feishu.quiet();
		expect(receiver.heard).toHaveLength(1);
	});
});

describe('the client does not send', () => {
	test.each([
		['another value', { ...come, value: { command: 'come' } }, '没有这个按钮'],
		['another tag', { ...come, tag: 'input' }, '没有这个按钮'],
		['a form without what is required', { tag: 'button', name: 'go', value: { command: 'plan' } }, '必填'],
		[
			'a field the form lacks',
			{ tag: 'button', name: 'go', value: { command: 'plan' }, formValue: { place: '二楼', x: '1' } },
			'没有“x”',
		],
		[
			'an option the menu lacks',
			{ tag: 'button', name: 'go', value: { command: 'plan' }, formValue: { place: '二楼', kind: 'y' } },
			'没有这个选项',
		],
		['a disabled button', { tag: 'button', value: { off: 1 } }, '不能用'],
	])('%s', async (_name, action, reason) => {
		const off = { ...button('停用', { off: 1 }), disabled: true };
		const { feishu, receiver, id } = await openCard(button('参加', VALUE), form, off);
		const result = await feishu.tap('ou_san', id, action);
		expect(result).toMatchObject({ failed: expect.stringContaining(reason), delivery: { tries: 0 } });
		expect(receiver.heard).toHaveLength(0);
	});

	test('what is recalled or older than 14 days', async () => {
		const { feishu, clock, id } = await openCard(button('参加', VALUE));
		clock.at += 14 * 86_400_000 + 1;
		expect((await feishu.tap('ou_san', id, come)).failed).toContain('过期');
		await feishu.recall('ou_li', id);
		expect((await feishu.tap('ou_san', id, come)).failed).toContain('撤回');
	});
});

describe('the answer', () => {
	const next = card({ tag: 'markdown', content: '您已参加' });

	test('may bring a new card', async () => {
		const { feishu, receiver, id } = await openCard(button('参加', VALUE));
		receiver.answers(() => Response.json({ card: { type: 'raw', data: next } }));
		expect((await feishu.tap('ou_san', id, come)).failed).toBeUndefined();
		expect(feishu.message(id)).toMatchObject({ edits: 1, content: JSON.stringify(next) });
		expect((await feishu.tap('ou_san', id, come)).failed).toContain('没有这个按钮');
	});

	test.each([
		['a broken card', { card: { type: 'raw', data: card({ tag: 'note' }) } }, '200673'],
		['a bare card', next, '200672'],
		['an unknown toast', { toast: { type: 'fine', content: '' } }, '200672'],
	])('with %s fails and changes nothing', async (_name, answer, code) => {
		const { feishu, receiver, id } = await openCard(button('参加', VALUE));
		receiver.answers(() => Response.json(answer));
		expect((await feishu.tap('ou_san', id, come)).failed).toContain(code);
		expect(feishu.message(id)?.edits).toBe(0);
	});

	test('that never comes is waited for until the platform closes', async () => {
		const { feishu, receiver, id } = await openCard(button('参加', VALUE));
		const asked = Promise.withResolvers<void>();
		receiver.answers(() => {
			asked.resolve();
			return new Promise<Response>(() => undefined);
		});
		const tapped = feishu.tap('ou_san', id, come);
		await asked.promise;
		await feishu.close();
		expect((await tapped).failed).toContain('200341');
	});
});

describe('the later update', () => {
	test('works twice within 30 minutes, after the answer', async () => {
		const { feishu, receiver, client, clock, id } = await openCard(button('参加', VALUE));
		const update = (token: unknown, next: object) =>
			client.request({
				method: 'POST',
				url: '/open-apis/interactive/v1/card/update',
				data: { token, card: next },
			});
		const next = card(button('参加', VALUE), { tag: 'hr' });
		receiver.answers(async (envelope) => {
			const early = await failure(update(envelope.event.token, next));
			return Response.json({ toast: { type: 'info', content: JSON.stringify(early) } });
		});
		expect((await feishu.tap('ou_san', id, come)).toast?.content).toContain('300090');
		const token = receiver.last()?.event.token;
		expect(await failure(update(token, card({ tag: 'note' })))).toMatchObject({ code: 230099 });
		expect(await update(token, next)).toMatchObject({ code: 0 });
		clock.at += 30 * 60_000;
		expect(await update(token, next)).toMatchObject({ code: 0 });
		expect(await failure(update(token, next))).toMatchObject({ code: 300090 });
		expect(feishu.message(id)).toMatchObject({ edits: 2, content: JSON.stringify(next) });

		await feishu.tap('ou_li', id, come);
		clock.at += 30 * 60_000 + 1;
		expect(await failure(update(receiver.last()?.event.token, next))).toMatchObject({ code: 300090 });
	});
});
