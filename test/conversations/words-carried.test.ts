import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	const { 张三, 陈敏 } = stage;
	await 张三.says('求助 工资三个月没发');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
});
afterEach(() => stage.town.close());

test('words behind 办结 reach whoever asked, and the assignee hears that they did', async () => {
	const { 张三, 陈敏 } = stage;
	expect(await 陈敏.says('办结 #1 厂里答应周五前补发')).toContain('您的话和办结的消息正在转给本人');
	expect(张三.heard().join()).toContain('厂里答应周五前补发');
	expect(张三.reads()).toContain('办结了，解决了吗？');
});

test('words behind 转办 go along to the next, and to nobody else', async () => {
	const { 张三, 陈敏, town } = stage;
	const 何洁 = town.person('何洁');
	const office = town.group('两新党委', [陈敏, 何洁]);
	await 陈敏.says('设为 组织员 @何洁', office);
	const before = 张三.heard().length;
	expect(await 陈敏.says('转办 #1 @何洁 请先打厂里的电话')).toContain('您附的话');
	expect(何洁.reads()).toContain('请先打厂里的电话');
	expect(张三.heard().slice(before).join()).not.toContain('打厂里的电话');
});

const tooLong = (most: number) => `最多写${most.toLocaleString('en')}字|最多写${most}字`;

test.each([
	['回复 #1 ', 1_000],
	['办结 #1 ', 1_000],
])('«%s» with more than %i signs is refused before anything is written', async (words, most) => {
	const { 张三, 陈敏, town } = stage;
	const before = await rowCounts(town);
	const heard = 张三.heard().length;
	const said = await 陈敏.says(words + '补'.repeat(most + 1));
	expect(said).toMatch(new RegExp(tooLong(most)));
	expect(said).toContain('什么也没有记');
	expect(await rowCounts(town)).toEqual(before);
	expect(张三.heard().length).toBe(heard);
});

test('a rare sign is one sign, and is never halved', async () => {
	const { 张三, 陈敏 } = stage;
	const words = `${'补'.repeat(999)}𠮷`;
	expect(await 陈敏.says(`回复 #1 ${words}`)).toContain('已转给对方');
	expect(张三.reads()).toContain(words);
	expect(await 陈敏.says(`回复 #1 ${words}𠮷`)).toContain('太长了');
});

test('a story that is too long is refused, not cut', async () => {
	const said = await stage.王小梅.says(`求助 ${'苦'.repeat(1_501)}`);
	expect(said).toMatch(new RegExp(tooLong(1_500)));
});
