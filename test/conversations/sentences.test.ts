import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

/** Everything written in the branch's own tables. */
function written(): Promise<unknown[]> {
	return stage.town.look((db) => db.all('select id from ledger'));
}

describe('a plan in plain words is shown, and posted by the tap alone', () => {
	test.each([
		[
			'明天下午三点在二楼会议室开支部党员大会请大家准时参加',
			['支部党员大会', '11月22日（周日）下午3点', '二楼会议室'],
		],
		['周五晚上七点组织大家上党课，在三楼活动室', ['党课', '11月27日（周五）晚上7点', '三楼活动室']],
		['兹定于12月2日（星期三）下午3点召开主题党日，请全体党员参加', ['主题党日', '12月2日（周三）下午3点']],
	])('%s', async (words, wanted) => {
		const { 李建国, 张三, group } = stage;
		const before = 张三.heard(group).length;
		const shown = await 李建国.says(words);
		for (const each of ['发之前请您看一眼', ...wanted]) expect(shown).toContain(each);
		expect(张三.heard(group)).toHaveLength(before);
		await 李建国.taps('发到群里');
		for (const each of wanted) expect(张三.reads(group)).toContain(each);
	});
});

describe('the answer to the only invitation is noted when the whole sentence says it', () => {
	test.each([
		['我临时有事来不了了', '已记：请假'],
		['我来不了，上夜班', '已记：请假'],
		['我参加', '已记：参加'],
		["I'm coming", '已记：参加'],
		['上夜班，来不了', '已记：请假'],
	])('«%s» → %s', async (words, noted) => {
		const { 李建国, 张三 } = stage;
		await 李建国.announces('主题党日 11月27日下午3点 二楼');
		expect(await 张三.says(words)).toContain(noted);
		expect(张三.reads()).toContain('[不对，撤回]');
	});
});

describe('what is not sure writes nothing', () => {
	test.each([
		'能不能参加啊',
		'我可能参加',
		'如果不加班我就参加',
		'他说他参加',
		'不是不想参加',
		'参加的人多吗',
		'今天天气真好',
		'把周德福从名册里去掉',
		'替王小梅请个假行不行',
		'12月30号的会我参加',
	])('«%s»', async (words) => {
		const { 李建国, 张三 } = stage;
		await 李建国.announces('主题党日 11月27日下午3点 二楼');
		const before = await written();
		await 张三.says(words);
		await 李建国.says(words);
		expect(await written()).toEqual(before);
	});
});

test('no question swallows a clear answer to an invitation', async () => {
	const { 李建国 } = stage;
	await 李建国.announces('主题党日 11月27日下午3点 二楼');
	expect(await 李建国.says('会议 三楼 学习讨论')).toContain('什么时候开');
	expect(await 李建国.says('家里有事，请个假')).toContain('已记：请假');
});

test('a question is answered at once', async () => {
	const { 李建国, 王小梅 } = stage;
	await 李建国.announces('主题党日 11月27日下午3点 二楼');
	expect(await 王小梅.says('几点开会')).toContain('11月27日（周五）下午3点');
	expect(await 李建国.says('会议改到周几了？')).toContain('近期会议');
});

test('what was meant by a day is that day’s meeting, for moving and for answering', async () => {
	const { 李建国, 张三, group } = stage;
	await 李建国.announces('主题党日 11月27日下午3点 二楼');
	await 李建国.announces('党课 12月4日下午3点 二楼');
	expect(await 李建国.says('周五的会改到下午四点')).toContain('现在是11月27日（周五）下午4点');
	await 李建国.taps('发到群里');
	expect(张三.reads(group)).toContain('11月27日（周五）下午4点 主题党日');
	expect(await 张三.says('12月4日的党课我参加')).toContain('党课（#2）');
});

test('what can’t be done yet gets one true sentence and the nearest button', async () => {
	const { 李建国 } = stage;
	expect(await 李建国.says('帮我打印签到表')).toContain('现在还不会办');
	expect(await 李建国.says('导出')).not.toContain('调出');
});

test('a wish is never met with a bare refusal, and its buttons carry what was read', async () => {
	const { 李建国 } = stage;
	expect(await 李建国.says('把周德福从名册里去掉')).toContain('[移出名册：周德福]');
	expect(await 李建国.says('把周德福从名册里去掉')).toContain('都不是的话');
});
