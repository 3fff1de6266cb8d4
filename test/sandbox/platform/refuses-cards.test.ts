import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { button, card, failure, GROUP, openStage } from './stage.ts';

const form = (...fields: object[]) => ({
	tag: 'form',
	name: 'plan',
	elements: [...fields, { ...button('确定', { command: 'plan' }), name: 'go', form_action_type: 'submit' }],
});
const placeholder = { tag: 'plain_text', content: '请选择' };

test('a card that is tapped can not be redrawn for a while', async () => {
	const { feishu, clock, card: send, patch } = await openStage();
	const shown = card(button('去', { command: 'come' }));
	const id = (await send(GROUP, shown)).data?.message_id ?? '';
	const other = (await send(GROUP, shown)).data?.message_id ?? '';
	feishu.setFaults({ cardLockMs: 1000 });
	await patch(id, shown);
	await feishu.tap('ou_san', id, { tag: 'button', value: { command: 'come' } });
	const answer: unknown = JSON.parse(
		readFileSync(
			new URL('../../lark/fixtures/more/answer-patch-card-action-is-lock.json', import.meta.url),
			'utf8',
		),
	);
	const { status, body } = z
		.object({ status: z.number(), body: z.object({ code: z.number(), msg: z.string() }) })
		.parse(answer);
	expect(await failure(patch(id, shown))).toEqual({ status, ...body });
	await patch(other, shown);
	clock.at += 999;
	expect(await failure(patch(id, shown))).toMatchObject({ code: 230099 });
	clock.at += 1;
	await patch(id, shown);
});

const AT_STRANGER = [
	{ tag: 'markdown', content: '请 <at id=ou_nobody></at> 看' },
	{ tag: 'markdown', content: '<at ids=ou_li,ou_nobody></at>' },
	{ tag: 'div', text: { tag: 'lark_md', content: '<at user_id="ou_nobody"></at>' } },
	{ tag: 'person', user_id: 'ou_nobody' },
	{ tag: 'person_list', persons: [{ id: 'ou_li' }, { id: 'ou_nobody' }] },
	form({ tag: 'markdown', content: '<at id=ou_nobody></at>' }),
];

test.each(AT_STRANGER)('a card that mentions nobody it knows is refused: %j', async (element) => {
	const { feishu, card: send, patch } = await openStage();
	const refusal = {
		status: 400,
		code: 230099,
		msg: expect.stringMatching(/\b100290\b.*invalid user resource.*ou_nobody/),
	};
	expect(await failure(send(GROUP, card(element)))).toMatchObject(refusal);
	const id = (await send(GROUP, card({ tag: 'hr' }))).data?.message_id ?? '';
	expect(await failure(patch(id, card(element)))).toMatchObject(refusal);
	feishu.addAccount({ openId: 'ou_nobody', name: '刚来的' });
	await patch(id, card(element));
	await feishu.resign('ou_nobody');
	expect(await failure(patch(id, card(element)))).toMatchObject(refusal);
});

test('everybody, the bot itself, plain text and what may be dropped mention nobody', async () => {
	const { feishu, card: send } = await openStage();
	await send(
		GROUP,
		card(
			{ tag: 'markdown', content: `<at id=all></at><at id=${feishu.botOpenId}></at>` },
			{ tag: 'div', text: { tag: 'plain_text', content: '<at id=ou_nobody></at>' } },
			{ tag: 'person_list', persons: [{ id: 'ou_nobody' }], drop_invalid_user_id: true },
		),
	);
});

test('a card that answers a tap with such a mention shows the client’s error and changes nothing', async () => {
	const { feishu, receiver, card: send } = await openStage();
	const id = (await send(GROUP, card(button('去', { command: 'come' })))).data?.message_id ?? '';
	const data = card({ tag: 'markdown', content: '<at id=ou_nobody></at>' });
	receiver.answers(() => Response.json({ card: { type: 'raw', data } }));
	const { failed } = await feishu.tap('ou_san', id, { tag: 'button', value: { command: 'come' } });
	expect(failed).toContain('200673');
	expect(feishu.message(id)?.edits).toBe(0);
});

test.each([
	'date_picker',
	'picker_time',
	'picker_datetime',
	'select_static',
	'multi_select_static',
	'select_person',
	'multi_select_person',
])('%s without a placeholder is refused', async (tag) => {
	const { card: send } = await openStage();
	const field = { tag, name: 'x', ...(tag.endsWith('_static') ? { options: [] } : {}) };
	expect(await failure(send(GROUP, card(form(field))))).toMatchObject({
		status: 400,
		code: 230099,
		msg: expect.stringContaining('placeholder'),
	});
	await send(GROUP, card(form({ ...field, placeholder })));
});

test('a picker of people offers who sits in this chat, or whom the card names', async () => {
	const { feishu, receiver, card: send } = await openStage();
	feishu.addAccount({ openId: 'ou_away', name: '别群的' });
	const open = { tag: 'select_person', name: 'who', placeholder };
	const inPrivate = feishu.privateChat('ou_san').chatId;
	const pick = async (chatId: string, element: object, who: string) => {
		const id = (await send(chatId, card(form(element)))).data?.message_id ?? '';
		const formValue = { who: element === open ? who : [who] };
		const asked = { tag: 'button', name: 'go', value: { command: 'plan' }, formValue };
		return (await feishu.tap('ou_san', id, asked)).failed;
	};
	expect(await pick(GROUP, open, 'ou_wang')).toBeUndefined();
	expect(await pick(inPrivate, open, 'ou_san')).toBeUndefined();
	const heard = receiver.heard.length;
	expect(await pick(GROUP, open, 'ou_away')).toContain('没有这个选项');
	expect(await pick(inPrivate, open, 'ou_wang')).toContain('没有这个选项');
	const named = { ...open, tag: 'multi_select_person', options: [{ value: 'ou_away' }] };
	expect(await pick(GROUP, named, 'ou_wang')).toContain('没有这个选项');
	expect(receiver.heard).toHaveLength(heard);
	expect(await pick(inPrivate, named, 'ou_away')).toBeUndefined();
});

test('so does one outside a form', async () => {
	const { feishu, card: send } = await openStage();
	feishu.addAccount({ openId: 'ou_away', name: '别群的' });
	const behaviors = [{ type: 'callback', value: { command: 'pass' } }];
	const id =
		(await send(GROUP, card({ tag: 'select_person', placeholder, behaviors }))).data?.message_id ?? '';
	const pick = (option: string) =>
		feishu.tap('ou_san', id, { tag: 'select_person', value: { command: 'pass' }, option });
	expect((await pick('ou_away')).failed).toContain('没有这个选项');
	expect((await pick('ou_wang')).failed).toBeUndefined();
});
