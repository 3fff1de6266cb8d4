import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('thanks are answered once a day and in private only; 收到 is silent after that', async () => {
	const { town, 张三, group } = stage;
	const before = 张三.heard().length;
	expect(await 张三.says('谢谢', group)).toBe('');
	expect(await 张三.says('谢谢')).toBe('不客气。');
	for (const words of ['收到', '好的', '谢谢！', '👍']) expect(await 张三.says(words)).toBe('');
	await town.feishu.send(张三.openId, 张三.desk, 'sticker');
	await town.settle();
	expect(张三.heard()).toHaveLength(before + 1);
	await town.pass(DAY);
	expect(await 张三.says('辛苦了')).toBe('不客气。');
});

test('what is not words', async () => {
	const { town, 张三 } = stage;
	await town.feishu.send(张三.openId, 张三.desk, 'audio');
	await town.settle();
	expect(张三.reads()).toBe('我还听不懂语音。长按语音选“转文字”再发给我。');
	await town.feishu.send(张三.openId, 张三.desk, 'image');
	await town.settle();
	expect(张三.reads()).toContain('图片和文件没有保存');
});

test('你好 leads to the menu, also by a bare mention in the group, and the answer is private', async () => {
	const { 张三, group } = stage;
	expect(await 张三.says('你好')).toContain('您要办什么');
	expect(await 张三.taps('还差什么')).toContain('没有等着您办的事');
	expect(await 张三.says('', group)).toContain('您要办什么');
	expect(张三.heard(group).join()).not.toContain('您要办什么');
});

test('in a group silence for all that is not said to the bot', async () => {
	const { town, 张三, group } = stage;
	const before = 张三.heard(group).length + 张三.heard().length;
	for (const words of ['参加', '请假', '大家好', '@李建国 会议几点'])
		await town.feishu.say(张三.openId, group, words);
	await town.settle();
	expect(张三.heard(group).length + 张三.heard().length).toBe(before);
});
