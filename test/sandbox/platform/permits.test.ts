import { describe, expect, test } from 'vitest';
import { CALLBACKS, EVENTS, SCOPES, type Scope } from '../../../src/lark/index.ts';
import { button, card, failure, GROUP, openStage } from './stage.ts';

type Stage = Awaited<ReturnType<typeof openStage>>;

const without = (...taken: readonly string[]) => SCOPES.filter((scope) => !taken.includes(scope));
const look = (client: Stage['client'], user_id: string) =>
	client.contact.v3.user.get({ path: { user_id }, params: { user_id_type: 'open_id' } });
const cardId = async ({ card: send }: Stage) =>
	(await send(GROUP, card({ tag: 'hr' }))).data?.message_id ?? '';

const calls: readonly (readonly [string, Scope, (stage: Stage, id: string) => Promise<unknown>])[] = [
	['sending', 'im:message:send_as_bot', ({ text }) => text('ou_san', '一')],
	['answering', 'im:message:send_as_bot', ({ reply }, id) => reply(id, '一')],
	['redrawing', 'im:message:send_as_bot', ({ patch }, id) => patch(id, card({ tag: 'hr' }))],
	[
		'reading a message',
		'im:message:readonly',
		({ client }, id) => client.im.v1.message.get({ path: { message_id: id } }),
	],
	[
		'uploading an image',
		'im:resource',
		({ client }) => client.im.v1.image.create({ data: { image_type: 'message', image: Buffer.from('x') } }),
	],
	[
		'uploading a file',
		'im:resource',
		({ client }) =>
			client.im.v1.file.create({
				data: { file_type: 'stream', file_name: 'a.docx', file: Buffer.from('x') },
			}),
	],
	[
		'looking at a group',
		'im:chat:readonly',
		({ client }) => client.im.v1.chat.get({ path: { chat_id: GROUP } }),
	],
	[
		'looking at its members',
		'im:chat:readonly',
		({ client }) => client.im.v1.chatMembers.get({ path: { chat_id: GROUP } }),
	],
	['looking at an account', 'contact:contact.base:readonly', ({ client }) => look(client, 'ou_li')],
	[
		'finding an account',
		'contact:user.id:readonly',
		({ client }) => client.contact.v3.user.batchGetId({ data: { mobiles: ['+8613800000000'] } }),
	],
];

describe('an API asks for its scope', () => {
	test.each(calls)('%s: %s', async (_, scope, call) => {
		const stage = await openStage();
		const id = await cardId(stage);
		await call(stage, id);
		stage.feishu.setManifest({ scopes: without(scope) });
		const said = stage.feishu.messages(GROUP).length;
		expect(await failure(call(stage, id))).toMatchObject({
			status: 400,
			code: 99991672,
			msg: expect.stringMatching(
				new RegExp(`^Access denied\\. One of the following scopes is required: \\[.*${scope}`),
			),
		});
		expect(stage.feishu.messages(GROUP)).toHaveLength(said);
		stage.feishu.setManifest({ scopes: SCOPES });
		await call(stage, id);
	});

	test('and what there is none of is not found', async () => {
		const { client } = await openStage();
		const call = client.request({ method: 'GET', url: '/open-apis/im/v1/pins' });
		expect(await failure(call)).toEqual({ status: 404, html: '404 page not found' });
	});
});

test('without contact:user.base:readonly an account has no name, and a group’s members keep theirs', async () => {
	const { client, feishu, receiver } = await openStage();
	feishu.setManifest({ scopes: without('contact:user.base:readonly') });
	const user = (await look(client, 'ou_li')).data?.user;
	expect(user).toEqual({ open_id: 'ou_li', union_id: expect.any(String) });
	const members = (await client.im.v1.chatMembers.get({ path: { chat_id: GROUP } })).data?.items;
	expect(members?.map(({ name }) => name)).toContain('李书记');
	await feishu.resign('ou_li');
	expect(receiver.last()?.event).toMatchObject({ object: { open_id: 'ou_li' } });
	expect(receiver.last()?.event.object).not.toHaveProperty('name');
});

const happenings: readonly (readonly [string, Scope | undefined, (stage: Stage) => Promise<unknown>])[] = [
	[
		'im.message.receive_v1',
		'im:message.p2p_msg:readonly',
		({ feishu }) => feishu.say('ou_san', feishu.privateChat('ou_san').chatId, '你好'),
	],
	[
		'im.message.receive_v1',
		'im:message.group_at_msg:readonly',
		({ feishu }) => feishu.say('ou_san', GROUP, '@支部助手 你好'),
	],
	[
		'im.message.recalled_v1',
		'im:message:readonly',
		async ({ feishu, text }) => feishu.recall('ou_san', (await text(GROUP, '一')).data?.message_id ?? ''),
	],
	['im.chat.member.bot.added_v1', 'im:chat:readonly', ({ feishu }) => feishu.addBot(GROUP, 'ou_san')],
	['im.chat.member.bot.deleted_v1', 'im:chat:readonly', ({ feishu }) => feishu.removeBot(GROUP, 'ou_san')],
	[
		'im.chat.member.user.deleted_v1',
		'im:chat:readonly',
		({ feishu }) => feishu.removeMember(GROUP, 'ou_san'),
	],
	[
		'im.chat.member.user.added_v1',
		'im:chat:readonly',
		async ({ feishu }) => {
			feishu.addAccount({ openId: 'ou_new', name: '新来的' });
			return feishu.addMember(GROUP, 'ou_new');
		},
	],
	[
		'im.chat.access_event.bot_p2p_chat_entered_v1',
		undefined,
		({ feishu }) => feishu.enterPrivateChat('ou_san'),
	],
	['application.bot.menu_v6', undefined, ({ feishu }) => feishu.menu('ou_san', 'help')],
	['contact.user.deleted_v3', 'contact:contact.base:readonly', ({ feishu }) => feishu.resign('ou_feng')],
];

describe('an event comes', () => {
	test.each(happenings)('%s with its scope (%s), and when subscribed', async (type, scope, happens) => {
		const types = ({ receiver }: Stage) => receiver.heard.map(({ envelope }) => envelope.header.event_type);
		const stage = await openStage();
		await happens(stage);
		expect(types(stage)).toEqual([type]);

		const deaf = await openStage();
		deaf.feishu.setManifest({ events: EVENTS.filter((each) => each !== type) });
		await happens(deaf);
		expect(types(deaf)).toEqual([]);

		const poor = await openStage();
		if (scope !== undefined) poor.feishu.setManifest({ scopes: without(scope) });
		await happens(poor);
		expect(types(poor)).toEqual(scope === undefined ? [type] : []);
	});
});

test('a tap is called back when that was asked for, else the person sees the client’s error', async () => {
	const { feishu, receiver, card: send } = await openStage();
	const id = (await send(GROUP, card(button('去', { command: 'come' })))).data?.message_id ?? '';
	const tap = () => feishu.tap('ou_san', id, { tag: 'button', value: { command: 'come' } });
	feishu.setManifest({ callbacks: [] });
	expect(await tap()).toMatchObject({ failed: expect.stringContaining('200340'), delivery: { tries: 0 } });
	expect(receiver.heard).toEqual([]);
	feishu.setManifest({ callbacks: CALLBACKS });
	expect((await tap()).failed).toBeUndefined();
});

test('every scope the bot asks for is needed for something here', () => {
	const used = [...calls, ...happenings].flatMap(([, scope]) => scope ?? []);
	expect(new Set([...used, 'contact:user.base:readonly'])).toEqual(new Set(SCOPES));
});
