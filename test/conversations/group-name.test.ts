import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatById } from '../../db/chats.ts';
import { eventOf } from '../lark/sealing.ts';
import { APP, openTown, START, type Town } from '../town/town.ts';

let town: Town;
beforeAll(async () => {
	town = await openTown();
});
afterAll(() => town.close());

test('a group is called what the platform calls it, whatever name stands in the event', async () => {
	const chatId = town.group('星光电子', [town.person('张三')]);
	const added = (event_id: string) =>
		eventOf(
			'im.chat.member.bot.added_v1',
			{ chat_id: chatId, name: '支部助手', external: false },
			{
				event_id,
				create_time: String(START),
				token: APP.verificationToken,
				app_id: APP.appId,
				tenant_key: APP.tenantKey,
			},
		);
	for (const id of ['added', 'added again']) {
		await town.feishu.deliver(added(id));
		await town.settle();
		expect(await town.look((db) => chatById(db, chatId)?.name)).toBe('星光电子');
	}
});
