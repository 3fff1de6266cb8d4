import { afterEach, describe, expect, test, vi } from 'vitest';
import { bot, button, card, failure, GROUP, KEYS, openStage } from './stage.ts';

const shown = card({ tag: 'markdown', content: '会议通知' }, button('参加', { command: 'come' }));

/** Bytes that are no text in any encoding. */
const ROWS = Buffer.from([0x50, 0x4b, 0xff, 0xfe, 0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0xc3]);

afterEach(() => {
	vi.useRealTimers();
});

describe('sending', () => {
	test('to a person lands in the private chat and answers like the platform', async () => {
		const { feishu, text } = await openStage();
		const sent = await text('ou_san', '您好');
		const chat = feishu.privateChat('ou_san');
		expect(sent).toMatchObject({
			code: 0,
			data: {
				message_id: expect.stringMatching(/^om_/),
				chat_id: chat.chatId,
				msg_type: 'text',
				sender: { id: KEYS.appId, id_type: 'app_id', sender_type: 'app' },
				body: { content: '{"text":"您好"}' },
			},
		});
		expect(feishu.messages(chat.chatId)).toMatchObject([
			{ from: 'bot', type: 'text', at: Date.parse('2026-12-10T07:00:00Z'), edits: 0 },
		]);
		expect(chat).toMatchObject({ kind: 'private', members: ['ou_san'], hasBot: true });
	});

	test('an at-tag becomes a mention', async () => {
		const { feishu, text } = await openStage();
		await text(GROUP, '请<at user_id="ou_san">x</at>看，<at user_id="all"></at>');
		expect(feishu.messages(GROUP)).toMatchObject([
			{
				content: JSON.stringify({ text: '请@_user_1看，@_all' }),
				mentions: [
					{ key: '@_user_1', openId: 'ou_san', name: '张三' },
					{ key: '@_all', openId: '', name: '所有人' },
				],
			},
		]);
	});

	test('a reply hangs under what it answers, and under the first of the row', async () => {
		const { client, text, reply } = await openStage();
		const first = (await text(GROUP, '一')).data?.message_id ?? '';
		const second = (await reply(first, '二')).data?.message_id ?? '';
		const third = await reply(second, '三');
		expect(third.data).toMatchObject({ parent_id: second, root_id: first, chat_id: GROUP });
		const read = await client.im.v1.message.get({ path: { message_id: second } });
		expect(read.data?.items).toMatchObject([{ message_id: second, parent_id: first, deleted: false }]);
	});

	test('the same uuid sends once an hour by the wall clock', async () => {
		const { feishu, clock, text } = await openStage();
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
		const first = await text(GROUP, '一', 'u1');
		clock.at += 90 * 60_000;
		const second = await text(GROUP, '二', 'u1');
		expect(second.data).toEqual(first.data);
		vi.setSystemTime(Date.now() + 60 * 60_000);
		const third = await text(GROUP, '三', 'u1');
		expect(third.data?.message_id).not.toBe(first.data?.message_id);
		expect(feishu.messages(GROUP)).toHaveLength(2);
	});

	test('a uuid of 50 characters is taken, of 51 refused', async () => {
		const { text } = await openStage();
		expect(await text(GROUP, '一', 'u'.repeat(50))).toMatchObject({ code: 0 });
		expect(await failure(text(GROUP, '二', 'u'.repeat(51)))).toMatchObject({ status: 400, code: 230001 });
	});

	test('an uploaded picture and file can be sent, an unknown key not', async () => {
		const { client, feishu } = await openStage();
		const image = await client.im.v1.image.create({
			data: { image_type: 'message', image: Buffer.from('png') },
		});
		const file = await client.im.v1.file.create({
			data: { file_type: 'xls', file_name: '名册.xlsx', file: ROWS },
		});
		const key = file?.file_key ?? '';
		expect(feishu.upload(key)).toEqual({ name: '名册.xlsx', bytes: new Uint8Array(ROWS) });
		const send = (msg_type: string, content: object) =>
			client.im.v1.message.create({
				params: { receive_id_type: 'chat_id' },
				data: { receive_id: GROUP, msg_type, content: JSON.stringify(content) },
			});
		expect(await send('file', { file_key: key })).toMatchObject({ code: 0 });
		expect(await send('image', { image_key: image?.image_key })).toMatchObject({ code: 0 });
		expect(await failure(send('file', { file_key: 'file_x' }))).toMatchObject({ code: 230001 });
	});
});

test('an upload needs a known type and some bytes', async () => {
	const { client } = await openStage();
	const upload = (file_type: 'xls' | 'pdf', file: Buffer) =>
		client.im.v1.file.create({ data: { file_type, file_name: '一.xlsx', file } });
	expect(await failure(upload('pdf', Buffer.alloc(0)))).toMatchObject({ status: 400, code: 234006 });
	expect(await failure(upload('pdf', Buffer.alloc(30 * 1024 * 1024 + 1)))).toMatchObject({ code: 234006 });
	const image = { image_type: 'message', image: Buffer.alloc(10 * 1024 * 1024 + 1) } as const;
	expect(await failure(client.im.v1.image.create({ data: image }))).toMatchObject({ code: 234006 });
	const unnamed = client.im.v1.file.create({ data: { file_type: 'xls', file_name: '', file: ROWS } });
	expect(await failure(unnamed)).toMatchObject({ code: 230001 });
});

describe('sending is refused', () => {
	test.each([
		['an unknown person', 'ou_nobody', 230034],
		['an unknown chat', 'oc_nowhere', 230034],
	])('%s', async (_name, to, code) => {
		const { text } = await openStage();
		expect(await failure(text(to, '您好'))).toMatchObject({ status: 400, code });
	});

	test('after the bot left the group', async () => {
		const { feishu, text } = await openStage();
		await feishu.removeBot(GROUP, 'ou_li');
		expect(await failure(text(GROUP, '您好'))).toMatchObject({ status: 400, code: 230002 });
	});

	test('to who resigned, hides from the app, or stopped the bot, by account and by chat', async () => {
		const { feishu, text } = await openStage();
		const chatId = feishu.privateChat('ou_san').chatId;
		feishu.block('ou_san');
		expect(await failure(text('ou_san', '您好'))).toMatchObject({ code: 230053 });
		expect(await failure(text(chatId, '您好'))).toMatchObject({ code: 230053 });
		feishu.block('ou_san', false);
		feishu.hide('ou_san');
		expect(await failure(text('ou_san', '您好'))).toMatchObject({ code: 230013 });
		feishu.hide('ou_san', false);
		expect(await text('ou_san', '您好')).toMatchObject({ code: 0 });
		await feishu.resign('ou_san');
		expect(await failure(text('ou_san', '您好'))).toMatchObject({ code: 230029 });
		expect(feishu.messages(chatId)).toHaveLength(1);
	});

	test('what is too long or no card', async () => {
		const { text, card: send } = await openStage();
		const wide = { tag: 'markdown', content: 'x'.repeat(31_000) };
		expect(await failure(text(GROUP, 'x'.repeat(150 * 1024)))).toMatchObject({ code: 230025 });
		expect(await text(GROUP, 'x'.repeat(149 * 1024))).toMatchObject({ code: 0 });
		expect(await failure(send(GROUP, card(wide)))).toMatchObject({ code: 230025 });
		expect(await failure(send(GROUP, card({ tag: 'note' })))).toMatchObject({
			code: 230099,
			msg: expect.stringContaining('note'),
		});
	});

	test('a reply to what was recalled', async () => {
		const { feishu, text, reply } = await openStage();
		const id = (await text(GROUP, '一')).data?.message_id ?? '';
		await feishu.recall('ou_li', id);
		expect(await failure(reply(id, '二'))).toMatchObject({ code: 230011 });
		expect(await failure(reply('om_nothing', '二'))).toMatchObject({ code: 230001 });
	});
});

describe('redrawing', () => {
	test('replaces the card and counts', async () => {
		const { feishu, card: send, patch } = await openStage();
		const id = (await send(GROUP, shown)).data?.message_id ?? '';
		const next = card({ tag: 'markdown', content: '已取消' });
		expect(await patch(id, next)).toMatchObject({ code: 0 });
		expect(feishu.message(id)).toMatchObject({ edits: 1, content: JSON.stringify(next) });
	});

	test('for 14 days by the platform\u2019s clock', async () => {
		const { clock, card: send, patch } = await openStage();
		const id = (await send(GROUP, shown)).data?.message_id ?? '';
		clock.at += 14 * 86_400_000;
		expect(await patch(id, shown)).toMatchObject({ code: 0 });
		clock.at += 1;
		expect(await failure(patch(id, shown))).toMatchObject({ status: 400, code: 230031 });
	});

	test('not what is recalled, no card, unshared, or somebody else\u2019s', async () => {
		const { feishu, text, card: send, patch } = await openStage();
		const words = (await text(GROUP, '一')).data?.message_id ?? '';
		expect(await failure(patch(words, shown))).toMatchObject({ code: 230054 });
		const { config, ...unshared } = shown;
		const other = (await send(GROUP, unshared)).data?.message_id ?? '';
		expect(await failure(patch(other, shown))).toMatchObject({ code: 230099 });
		const id = (await send(GROUP, shown)).data?.message_id ?? '';
		expect(await failure(patch(id, unshared))).toMatchObject({ code: 230099 });
		await feishu.recall('ou_li', id);
		expect(await failure(patch(id, shown))).toMatchObject({ code: 230011 });
		expect(await failure(patch('om_nothing', shown))).toMatchObject({ code: 230001 });
	});
});

describe('tokens', () => {
	test('an unknown app gets none', async () => {
		const { feishu } = await openStage();
		const asked = await fetch(`${feishu.url}/open-apis/auth/v3/app_access_token/internal`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ app_id: 'cli_other', app_secret: KEYS.appSecret }),
		});
		expect(await asked.json()).toEqual({ code: 10003, msg: 'invalid param' });
	});

	test('a wrong secret gets none', async () => {
		const { feishu } = await openStage();
		expect(await failure(bot(feishu.url, 'guessed').text(GROUP, '一'))).toMatchObject({
			word: expect.stringContaining('10014'),
		});
		expect(feishu.messages(GROUP)).toHaveLength(0);
	});

	test('no token, a made-up token and a worn token are told apart', async () => {
		const { feishu, text } = await openStage();
		const info = (headers: Record<string, string>) =>
			fetch(`${feishu.url}/open-apis/bot/v3/info`, { headers }).then((answer) => answer.json());
		expect(await info({})).toMatchObject({ code: 99991661 });
		expect(await info({ authorization: 'Bearer t-made-up' })).toMatchObject({ code: 99991663 });
		feishu.setFaults({ tokenLife: 2 });
		await text(GROUP, '一');
		await text(GROUP, '二');
		expect(await failure(text(GROUP, '三'))).toMatchObject({ status: 400, code: 99991663 });
		expect(feishu.messages(GROUP)).toHaveLength(2);
		expect(await bot(feishu.url).text(GROUP, '四')).toMatchObject({ code: 0 });
	});
});
