import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../town/actor.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let 何洁: Actor;
let 马军: Actor;
/** 张三 asks past the branch, 何洁 has taken it on; 马军 is the other one on duty. */
beforeEach(async () => {
	stage = await openStage();
	const { town, 陈敏, group, 张三 } = stage;
	何洁 = town.person('何洁');
	马军 = town.person('马军');
	const office = town.group('两新党委', [陈敏, 何洁, 马军]);
	await 陈敏.says('支部 绑定 高新区两新党委', office);
	await 陈敏.says('支部 隶属 高新区两新党委', group);
	await 陈敏.says('设为 组织员 @何洁 高新区两新党委', office);
	await 陈敏.says('设为 组织员 @马军 高新区两新党委', office);
	await 张三.says('求助 加班费不给');
	await 张三.taps('上级党委');
	await 何洁.taps('我来办');
});
afterEach(() => stage.town.close());

test('words behind 满意 reach whoever helped', async () => {
	const { 张三 } = stage;
	await 何洁.says('办结 #1');
	expect(await 张三.says('满意 谢谢何洁同志')).toContain('已办结');
	expect(何洁.heard().slice(-2).join()).toContain('谢谢何洁同志');
	expect(何洁.heard().slice(-2).join()).toContain('表示满意');
});

test('words behind 满意 #1 do too, and so do those behind a tap on the number', async () => {
	const { 张三 } = stage;
	await 何洁.says('办结 #1');
	await 张三.says('满意 #1 钱到账了，谢谢');
	expect(何洁.heard().slice(-2).join()).toContain('钱到账了，谢谢');
});

test('satisfied with words: identity numbers are not passed on, and 撤回 takes the end back', async () => {
	const { 张三 } = stage;
	await 何洁.says('办结 #1');
	await 张三.says('满意 #1 我的身份证110101199003078515，谢谢');
	expect(何洁.heard().join()).not.toContain('110101199003078515');
	expect(await 张三.says('撤回')).toContain('已撤回');
	expect(await 张三.says('求助单 #1')).toContain('办结了，解决了吗');
});

const YES_AND_NO = [
	'满意 但还没解决',
	'满意 #1 但还没解决',
	'满意吧 可是钱还没到',
	'满意#1 可是他们还在拖',
	'满意，不过厂里欠着两千块',
	'满意 就是钱晚了一个月',
	'满意 才怪',
	'satisfied but they still owe me',
];

test.each(YES_AND_NO)('%s confirms nothing; one tap reopens it with these words', async (said) => {
	const { 张三 } = stage;
	await 何洁.says('办结 #1');
	const before = 何洁.heard().length;
	const asked = await 张三.says(said);
	expect(asked).toContain('编号1办好了吗');
	expect(asked).toMatch(/\[办好了\]\s*\[还没有，重开\]/);
	expect(asked).not.toContain('谢谢您告诉我们结果');
	expect(何洁.heard().length).toBe(before);
	expect(await 张三.taps('还没有，重开')).toContain('有人接办了');
	const words = said.replace(/^(?:满意|satisfied)(?:吧)?[\s，]*(?:#1)?\s*/, '');
	expect(何洁.heard().slice(before).join()).toContain(words);
});

test('办好了 confirms it after all, and the words go along', async () => {
	const { 张三 } = stage;
	await 何洁.says('办结 #1');
	await 张三.says('满意 不过下次请快一点');
	expect(await 张三.taps('办好了')).toContain('谢谢您告诉我们结果');
	expect(何洁.heard().slice(-2).join()).toContain('不过下次请快一点');
	expect(何洁.heard().slice(-2).join()).toContain('表示满意');
});

test('two that wait: which one is asked first, and nothing is confirmed on the way', async () => {
	const { 张三 } = stage;
	await 张三.says('求助 看病太贵');
	await 张三.taps('上级党委');
	await 何洁.taps('我来办');
	await 何洁.says('办结 #1');
	await 何洁.says('办结 #2');
	await 张三.says('满意 可是他们还在拖');
	expect(await 张三.taps('编号2 · 已办结，等求助人确认')).toContain('编号2办好了吗');
	expect(await 张三.taps('还没有，重开')).toContain('编号2');
	expect(何洁.heard().slice(-2).join()).toContain('可是他们还在拖');
});

test('words behind 撤回求助 are asked about, and reach whoever had it', async () => {
	const { 张三 } = stage;
	expect(await 张三.says('撤回求助 #1 已经自己解决了')).toContain('要撤回编号1吗');
	expect(何洁.heard().join()).not.toContain('已经自己解决了');
	expect(await 张三.taps('撤回，不办了')).toContain('已撤回');
	expect(何洁.heard().slice(-2).join()).toContain('已经自己解决了');
	expect(何洁.heard().slice(-2).join()).toContain('不用办了');
});

test('without a number, and while nobody has it, they are kept with the request', async () => {
	const { 张三 } = stage;
	await 张三.says('求助 看病太贵');
	await 张三.taps('上级党委');
	await 张三.says('撤回求助 #2 医保报了');
	expect(await 张三.taps('撤回，不办了')).toContain('已撤回');
	expect(何洁.heard().join()).not.toContain('医保报了');
});

test('a remark with 转办 goes with it, however short and however like a name', async () => {
	for (const remark of ['他懂社保', '王工懂', '李工', '请马上联系本人，厂里拖了三个月']) {
		expect(await 何洁.says(`转办 #1 @马军 ${remark}`)).toContain('已转给马军');
		expect(马军.reads()).toContain(remark);
		expect(await 何洁.says('撤回')).toContain('已撤回');
	}
});

test('a remark before the name, and one without a name, are kept until the name is chosen', async () => {
	expect(await 何洁.says('转办 #1 请懂社保的同志接着办')).toContain('转给哪一位');
	expect(await 何洁.taps('马军')).toContain('已转给马军');
	expect(马军.reads()).toContain('请懂社保的同志接着办');
});

test('a short remark without a name is no unknown person: it is asked to whom, and the words go along', async () => {
	expect(await 何洁.says('转办 #1 他懂社保')).toContain('转给哪一位');
	expect(await 何洁.taps('马军')).toContain('已转给马军');
	expect(马军.reads()).toContain('他懂社保');
});

test('a person named in full who may not have it is still refused by name', async () => {
	expect(await 何洁.says('转办 #1 周德福')).toContain('不能转给周德福');
	expect(await 何洁.says('转办 #1 马军 他懂社保')).toContain('已转给马军');
	expect(马军.reads()).toContain('他懂社保');
});
