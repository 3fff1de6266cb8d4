import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventOf } from '../lark/sealing.ts';
import { APP } from '../town/town.ts';
import { openStage, START, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

interface Mentioned {
	readonly key: string;
	readonly openId: string;
	readonly name: string;
}

let count = 0;

/** Says it with mentions of anybody, as the client of a private chat can. */
async function says(openId: string, chatId: string, text: string, mentions: readonly Mentioned[]) {
	const { town } = stage;
	const id = `mention${++count}`;
	await town.feishu.deliver(
		eventOf(
			'im.message.receive_v1',
			{
				sender: { sender_id: { open_id: openId }, sender_type: 'user' },
				message: {
					message_id: `om_${id}`,
					chat_id: chatId,
					chat_type: 'p2p',
					message_type: 'text',
					content: JSON.stringify({ text }),
					mentions: mentions.map(({ key, openId: open_id, name }) => ({ key, name, id: { open_id } })),
				},
			},
			{
				event_id: id,
				create_time: String(START),
				token: APP.verificationToken,
				app_id: APP.appId,
				tenant_key: APP.tenantKey,
			},
		),
	);
	await town.settle();
}

test('whoever is mentioned in a story or an answer is named, as the person meant', async () => {
	const { 张三, 陈敏 } = stage;
	const li = { key: '@_user_1', openId: 'ou_li4', name: '李四' };
	await says(张三.openId, 张三.desk, '求助 劳动维权 @_user_1 欠我两个月工资', [li]);
	await 张三.taps('上级党委');
	const taken = await 陈敏.taps('我来办');
	expect(taken).toContain('@李四 欠我两个月工资');
	expect(taken).not.toContain('@_user_');

	const xie = { key: '@_user_1', openId: 'ou_xie', name: '解书记' };
	await says(陈敏.openId, 陈敏.desk, '回复 #1 @_user_1 明天会联系您', [xie]);
	expect(张三.reads()).toContain('@解书记 明天会联系您');
});

test('a call to everybody is part of nothing that is said', async () => {
	const { 李建国, group } = stage;
	await 李建国.says('@所有人 @支部助手 会议 12月10日下午3点 二楼会议室 @所有人', group);
	expect(李建国.reads(group)).toContain('二楼会议室');
	expect(李建国.heard(group).join()).not.toMatch(/_all|没听懂/);
});
