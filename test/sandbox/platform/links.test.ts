import { expect, test } from 'vitest';
import { unfolded } from '../../../src/lark/events/unfold.ts';
import { GROUP, openStage } from './stage.ts';

const TYPED = [
	['看https://example.com/a?b=1。', '看[https://example.com/a?b=1](https://example.com/a?b=1)。'],
	['http://例子 不是，www.gov.cn是', 'http://例子 不是，[www.gov.cn](http://www.gov.cn)是'],
	['发到 li.si@example.com.cn，谢谢', '发到 [li.si@example.com.cn](mailto:li.si@example.com.cn)，谢谢'],
	['会议 12.10 15:00', '会议 12.10 15:00'],
] as const;

test.each(TYPED)('%s is heard as %s, and can be unfolded', async (typed, heard) => {
	const { feishu, receiver } = await openStage();
	const { chatId } = feishu.privateChat('ou_san');
	await feishu.say('ou_san', chatId, typed);
	expect(receiver.last()?.event).toMatchObject({ message: { content: JSON.stringify({ text: heard }) } });
	expect(feishu.messages(chatId).at(-1)?.content).toBe(JSON.stringify({ text: typed }));
	expect(unfolded(heard)).toBe(typed);
});

test('mentions stay what they are', async () => {
	const { feishu, receiver } = await openStage();
	await feishu.say('ou_san', GROUP, '@支部助手 @王五 的邮箱是 wang@example.com');
	const text = '@_user_1 @_user_2 的邮箱是 [wang@example.com](mailto:wang@example.com)';
	expect(receiver.last()?.event).toMatchObject({ message: { content: JSON.stringify({ text }) } });
});
