import { expect, test } from 'vitest';
import { failure, GROUP, openStage } from './stage.ts';

test('a name by open_id, and nothing more', async () => {
	const { client, feishu } = await openStage();
	const get = (user_id: string) =>
		client.contact.v3.user.get({ path: { user_id }, params: { user_id_type: 'open_id' } });
	const user = (await get('ou_li')).data?.user;
	expect(user).toEqual({ open_id: 'ou_li', union_id: expect.stringMatching(/^on_/), name: '李书记' });
	feishu.hide('ou_li');
	expect(await failure(get('ou_li'))).toMatchObject({ status: 400, code: 41050 });
	expect(await failure(get('ou_nobody'))).toMatchObject({ status: 400, code: 41012 });
});

test('open_ids by mobile, unknown numbers without one', async () => {
	const { client } = await openStage();
	const found = await client.contact.v3.user.batchGetId({
		params: { user_id_type: 'open_id' },
		data: { mobiles: ['+8613800000000', '+8613900000000'] },
	});
	expect(found.data?.user_list).toEqual([
		{ mobile: '+8613800000000', user_id: 'ou_li' },
		{ mobile: '+8613900000000' },
	]);
});

test('a group and its members, page by page', async () => {
	const { client, feishu } = await openStage();
	const chat = await client.im.v1.chat.get({ path: { chat_id: GROUP } });
	expect(chat.data).toMatchObject({ name: '第一支部', chat_mode: 'group', user_count: '4' });
	const page = (page_token?: string) =>
		client.im.v1.chatMembers.get({ path: { chat_id: GROUP }, params: { page_size: 3, page_token } });
	const first = (await page()).data;
	expect(first).toMatchObject({ has_more: true, member_total: 4 });
	const second = (await page(first?.page_token)).data;
	expect(second).toMatchObject({ has_more: false, page_token: '' });
	const names = [...(first?.items ?? []), ...(second?.items ?? [])].map((item) => item.name);
	expect(names).toEqual(['李书记', '张三', '张三丰', '王五']);
	await feishu.removeBot(GROUP, 'ou_li');
	expect(await failure(page())).toMatchObject({ code: 232011 });
	expect(await failure(client.im.v1.chat.get({ path: { chat_id: 'oc_x' } }))).toMatchObject({ code: 232006 });
});

test('the bot knows itself, and stays itself over restarts', async () => {
	const { client, feishu } = await openStage();
	const info: unknown = await client.request({ method: 'GET', url: '/open-apis/bot/v3/info' });
	expect(info).toMatchObject({ code: 0, bot: { app_name: '支部助手', open_id: feishu.botOpenId } });
	const other = await openStage({ restore: JSON.parse(JSON.stringify(feishu.snapshot())) });
	expect(other.feishu.botOpenId).toBe(feishu.botOpenId);
});
