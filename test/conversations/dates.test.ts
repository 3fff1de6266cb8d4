import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('a day that doesn’t exist is named, and the hour survives the question', async () => {
	const { 李建国 } = stage;
	expect(await 李建国.says('会议 2月30号下午3点 二楼会议室')).toContain('没有2月30日');
	expect(await 李建国.says('12月3号')).toContain('12月3日（周四）下午3点');
	expect(李建国.reads()).toContain('二楼会议室');
	await 李建国.taps('先不发');
});

test.each([
	['会议 下周下午3点 二楼', '周三', '11月25日（周三）下午3点'],
	['会议 下下周下午3点 二楼', '周三', '12月2日（周三）下午3点'],
	['会议 12月10日后下午3点 二楼', '12月11日', '12月11日（周五）下午3点'],
	['会议 周五下午 二楼', '三点半', '11月27日（周五）下午3点半'],
	['会议 周五晚上 二楼', '八点', '11月27日（周五）晚上8点'],
])('«%s», «%s» → %s', async (words, answer, means) => {
	const { 李建国 } = stage;
	expect(await 李建国.says(words)).not.toContain('发之前请您看一眼');
	const shown = await 李建国.says(answer);
	expect(shown).toContain(means);
	expect(shown).toContain('二楼');
	await 李建国.taps('先不发');
});

test('what was given survives answers about something else', async () => {
	const { 李建国 } = stage;
	expect(await 李建国.says('主题党日 12月3日')).toContain('几点开');
	expect(await 李建国.says('三楼会议室')).toContain('几点开');
	expect(await 李建国.says('下午四点')).toContain('12月3日（周四）下午4点');
	expect(李建国.reads()).toContain('三楼会议室');
	await 李建国.taps('先不发');
});

test('weekday and date that contradict each other are two buttons', async () => {
	const { 李建国 } = stage;
	const asked = await 李建国.says('会议 12月5日（周五）下午3点 二楼');
	expect(asked).toContain('对不上');
	expect(asked).toContain('12月5日（周六）');
	expect(await 李建国.taps('12月4日（周五）')).toContain('12月4日（周五）下午3点');
	await 李建国.taps('先不发');
});

test('a day that is over asks for the year, and another year is shown', async () => {
	const { 李建国 } = stage;
	expect(await 李建国.says('会议 11月20日下午3点 二楼')).toContain('今年已经过去了');
	expect(await 李建国.taps('2027年11月20日')).toContain('2027年11月20日');
	await 李建国.taps('先不发');
	expect(await 李建国.says('会议 1月6日下午3点 二楼')).toContain('2027年1月6日');
	await 李建国.taps('先不发');
});

test('改期 to a day that is not understood moves nothing', async () => {
	const { 李建国, 张三, group } = stage;
	await 李建国.announces('主题党日 12月10日下午3点 二楼');
	const number = /#(\d+)/.exec(张三.reads(group))?.[1];
	expect(await 李建国.says(`会议 改期 #${number} 2月30号下午3点`)).toContain('没有2月30日');
	expect(await 李建国.says(`会议 改期 #${number} 推迟到元旦后下午3点`)).toContain('哪一天');
	expect(await 李建国.says(`会议 改期 #${number} 下午三点半`)).toContain('12月10日（周四）下午3点半');
	await 李建国.taps('先不发');
});

describe('several meetings in one line', () => {
	test('a rule is listed whole, posted by one tap, and taken back by one', async () => {
		const { 李建国, 张三, group } = stage;
		const before = 张三.heard(group).length;
		const shown = await 李建国.says('党课 每周三下午2点 二楼会议室');
		for (const day of ['11月25日', '12月2日', '12月9日', '12月16日'])
			expect(shown).toContain(`${day}（周三）下午2点`);
		expect(shown).toContain('没有说到什么时候为止');
		expect(张三.heard(group)).toHaveLength(before);
		expect(await 李建国.taps('都发到群里')).toContain('4场会议已安排');
		expect(张三.heard(group)).toHaveLength(before + 4);
		await 李建国.taps('不对，撤回');
		expect(张三.heard(group).filter((each) => each.includes('取消了，不用来了'))).toHaveLength(4);
	});

	test('only once is looked at again as one', async () => {
		const { 李建国, 张三, group } = stage;
		await 李建国.says('会议 每月15号下午3点 主题党日');
		const one = await 李建国.taps('只开一次');
		expect(one).toContain('12月15日（周二）下午3点');
		expect(one).not.toContain('1月15日（周五）');
		await 李建国.taps('发到群里');
		expect(张三.reads(group)).toContain('12月15日');
	});

	test.each([
		['主题党日 两场：周三下午3点、周四上午9点 二楼', ['11月25日（周三）下午3点', '11月26日（周四）上午9点']],
		['主题党日 12月3日、10日下午3点 二楼', ['12月3日（周四）下午3点', '12月10日（周四）下午3点']],
		['党课 每月最后一个周五下午3点 共2次', ['11月27日（周五）下午3点', '12月25日（周五）下午3点']],
	])('«%s»', async (words, all) => {
		const { 李建国 } = stage;
		const shown = await 李建国.says(words);
		for (const each of all) expect(shown).toContain(each);
		expect(shown).toContain('都发到群里');
		await 李建国.taps('先不发');
	});

	test('days side by side without a word between them are asked about', async () => {
		expect(await stage.李建国.says('会议 周三周四下午3点 二楼')).toContain('不止一个日子');
	});
});
