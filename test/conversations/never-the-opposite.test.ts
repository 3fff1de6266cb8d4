import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

const rows = async (table: 'ticket' | 'float') =>
	JSON.stringify(await stage.town.look((db) => db.all(sql`select * from ${sql.identifier(table)}`)));

test('a step of help that is negated, asked or called off in the same breath is not done', async () => {
	const { 张三, 陈敏 } = stage;
	await 张三.says('求助 加班费不给');
	await 张三.taps('上级党委');
	const open = await rows('ticket');
	for (const words of ['我来办 不了', '我来办 #1 算了', '不是我来办', '认领 不', '我来办吗'])
		expect(await 陈敏.says(words)).toMatch(/没有办|在问吗/);
	expect(await rows('ticket')).toBe(open);
	await 陈敏.says('我来办 #1');
	const taken = await rows('ticket');
	for (const words of ['办结 不用了', '办结 #1 还没办好', '没办结 #1', '不用办结', '转办 #1 不用了'])
		expect(await 陈敏.says(words)).toContain('没有办');
	for (const words of ['撤回求助 不', '撤回求助 #1 算了', '不要撤回求助'])
		expect(await 张三.says(words)).toContain('没有办');
	expect(await rows('ticket')).toBe(taken);
	await 陈敏.says('办结 #1');
	const done = await rows('ticket');
	expect(await 张三.says('重开 算了')).toContain('什么也没有记');
	for (const words of ['不是很满意', '不太满意', '没解决', '解决了吗', '还没有解决呢', '解决了'])
		expect(await 张三.says(words)).toMatch(/解决了吗？[\s\S]*\[满意\]/);
	expect(await rows('ticket')).toBe(done);
});

test('who is still on the way, or did not get through, is not noted as back or reached', async () => {
	const { 张三, 李建国 } = stage;
	await 张三.says('流动登记 深圳 7月1日起');
	await 张三.taps('同意，登记');
	const before = await rowCounts(stage.town);
	const entry = await rows('float');
	for (const words of [
		'我要返回',
		'我要回来了',
		'我想返回',
		'我不回来了',
		'回来了吗',
		'我回来了 才怪',
		'返回不了',
	])
		expect(await 张三.says(words)).not.toContain('已记');
	for (const words of [
		'已联系 张三 没联系上',
		'已联系 张三 电话没接',
		'没联系过 张三',
		'已回来 张三 还没',
		'已联系 不上',
	])
		expect(await 李建国.says(words)).not.toContain('已记');
	expect(await 李建国.says('我回来了')).toContain('您没有外出登记');
	await 李建国.says('赵六回来了');
	expect(await 李建国.taps('登记：已经回来')).toContain('[张三 · 深圳]');
	expect(await rows('float')).toBe(entry);
	expect(await rowCounts(stage.town)).toEqual(before);
});

test.each(['不登记了', '取消', '算了', '别登记', '不用了', '不用求助了', '先不说', '我不求助了'])(
	'«%s» ends what was asked for, and is the answer to nothing',
	async (words) => {
		const { 张三 } = stage;
		for (const begun of ['流动登记 深圳', '流动登记 7月1日', '流动登记 深圳 7月1日']) {
			await 张三.says(begun);
			expect(await 张三.says(words)).toBe('好的，什么也没有记。');
		}
		await 张三.says('求助');
		await 张三.taps('劳动维权');
		expect(await 张三.says(words)).toBe('好的，什么也没有记。');
		await 张三.says('求助 工资没发');
		await 张三.says(words);
		expect(await 张三.taps('上级党委')).toContain('没有保留');
		expect(
			await stage.town.look((db) => db.all(sql`select * from question where command <> 'roster.add'`)),
		).toEqual([]);
	},
);

test.each(['流动登记 别登记', '流动登记 深圳 不去了', '流动登记 我不去深圳了 7月1日'])(
	'«%s» registers nothing',
	async (words) => {
		expect(await stage.张三.says(words)).toContain('听起来是不登记了');
	},
);

test('an answer given for somebody that was negated or asked writes nothing; its buttons say it clearly', async () => {
	const { 李建国 } = stage;
	await 李建国.announces('主题党日 11月27日下午3点 二楼');
	const before = await rowCounts(stage.town);
	for (const words of [
		'代 周德福 不參加',
		'代 周德福 能不能参加',
		'代 周德福 请假取消',
		'帮 周德福 可能参加',
	])
		expect(await 李建国.says(words)).toMatch(/还没有记[\s\S]*\[请假\]/);
	expect(await rowCounts(stage.town)).toEqual(before);
	expect(await 李建国.taps('请假')).toContain('周德福：请假');
	expect(await 李建国.says('会议')).not.toContain('取消');
});

test('a word that was mistyped keeps the doubt through the tap that mends it', async () => {
	const { 李建国 } = stage;
	await 李建国.announces('主题党日 11月27日下午3点 二楼');
	const before = await rowCounts(stage.town);
	expect(await 李建国.says('代提 周德福 不参加')).toContain('[替人答复会议');
	expect(await 李建国.taps('替人答复会议')).toContain('还没有记');
	expect(await rowCounts(stage.town)).toEqual(before);
});

test('a return still to come ends nothing, in whatever characters', async () => {
	const { 张三 } = stage;
	await 张三.says('流动登记 深圳 7月1日起');
	await 张三.taps('同意，登记');
	const before = await rows('float');
	for (const words of ['我會返回', '我會回來', '返回不了']) await 张三.says(words);
	expect(await rows('float')).toBe(before);
	expect(await 张三.says('我回來了')).toContain('已记');
	expect(await rows('float')).not.toBe(before);
});
