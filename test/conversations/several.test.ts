import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	await stage.李建国.announces('主题党日 周五下午3点 二楼');
});
afterEach(() => stage.town.close());

test.each([
	['代 #接龙\n1. 张三\n2. 王小梅\n3. 周德福', ['参加：张三、王小梅、周德福']],
	['代 张三、周德福 请假', ['请假：张三、周德福']],
	['代 张三请假，王小梅参加', ['请假：张三', '参加：王小梅']],
	['代 #接龙\n1. 张三\n2. 王小梅（请假）', ['请假：王小梅', '参加：张三']],
])('«%s» is everybody in it, looked at first', async (words, lines) => {
	const { town, 李建国 } = stage;
	const before = await rowCounts(town);
	const asked = await 李建国.says(words);
	expect(asked).toContain('还没有记');
	for (const line of lines) expect(asked).toContain(line);
	expect(await rowCounts(town)).toEqual(before);
	const noted = await 李建国.taps('对，记下来');
	for (const line of lines) expect(noted).toContain(line);
	expect(await 李建国.says('会议 #1')).toMatch(/参加|请假/);
	await 李建国.taps('不对，撤回');
	expect((await rowCounts(town)).attendance).toBe(before.attendance);
});

test('several without an answer are asked about, all of them', async () => {
	const { 李建国 } = stage;
	expect(await 李建国.says('代 张三 周德福')).toContain('替张三、周德福答复什么？');
	await 李建国.taps('晚点到');
	expect(await 李建国.taps('对，记下来')).toContain('晚点到：张三、周德福');
	expect(await 李建国.says('会议 #1')).toContain('晚点到（2）：张三、周德福');
});

test('with somebody in it who is on no roster nobody’s answer is written', async () => {
	const { town, 李建国 } = stage;
	const before = await rowCounts(town);
	expect(await 李建国.says('代 #接龙\n1. 张三\n2. 钱多多\n3. 周德福')).toContain('名册里没有：钱多多');
	expect(await rowCounts(town)).toEqual(before);
});

test('somebody in the reason of one is nobody who is answered for', async () => {
	const said = await stage.李建国.says('代 张三 请假 陪王小梅去医院');
	expect(said).toContain('张三：请假');
	expect(said).toContain('原因：陪王小梅去医院');
});

test.each([
	['夜班，来不了', '夜班'],
	['来不了，厂里加班', '厂里加班'],
	['请假，孩子发烧，来不了', '孩子发烧'],
])('«%s» keeps why, without the words of the wish', async (words, reason) => {
	expect(await stage.张三.says(words)).toContain(`原因：${reason}（只有书记看得到）`);
	expect(await stage.李建国.says('会议 #1')).toContain(`张三（${reason}）`);
});

test('a wish alone is no reason', async () => {
	expect(await stage.张三.says('请假，来不了')).not.toContain('原因');
	expect(await stage.李建国.says('代 王小梅 夜班，来不了')).toContain('原因：夜班');
});
