import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHours } from '../../src/reading/when/index.ts';
import { openStage, type Stage } from '../conversations/stage.ts';
import { reminders } from './cases.ts';
import { waitUntil } from './moments.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

test('nothing yet to explain', async () => {
	expect(await stage.张三.says('为什么')).toContain('最近没有给您发过提醒');
});

test('a pause by buttons alone, and its end', async () => {
	const { town, 李建国, 张三 } = stage;
	await 李建国.announces('主题党日 11月26日下午3点 二楼');
	expect(await 张三.says('少提醒我')).toContain('现在照常提醒');
	expect(await 张三.taps('暂停7天')).toContain('提醒暂停到11月28日（周六）');
	expect(await 张三.says('少提醒我')).toContain('已经暂停，11月28日（周六）起恢复');
	await waitUntil(town, '2026-11-25 09:00');
	expect(张三.reads()).not.toContain('快开会了');
	expect(await 张三.taps('恢复提醒')).toContain('恢复提醒');
	await town.pass(60_000);
	expect(张三.reads()).toContain('快开会了');
});

test('what was held back and is past by then is dropped', async () => {
	const { town, 李建国, 张三 } = stage;
	await 李建国.announces('主题党日 11月26日下午3点 二楼');
	await 张三.says('提醒暂停7天');
	await waitUntil(town, '2026-11-25 09:00');
	await waitUntil(town, '2026-11-30 09:00');
	expect(张三.reads()).not.toContain('快开会了');
	expect((await reminders(town)).filter(({ name }) => name === '张三')).toMatchObject([
		{ state: 'dropped', cause: 'past' },
	]);
});

test.each([
	['提醒 暂停 2周', '12月5日（周六）'],
	['提醒 暂停 一周', '11月28日（周六）'],
	['提醒 暂停 十天', '12月1日（周二）'],
	['提醒 暂停 1个月', '12月21日（周一）'],
	['提醒 暂停到12月1日', '12月1日（周二）'],
	['提醒 暂停 7', '11月28日（周六）'],
])('«%s» lasts until %s', async (words, until) => {
	expect(await stage.张三.says(words)).toContain(`提醒暂停到${until}`);
});

test('a pause that is taken back holds nothing', async () => {
	const { town, 李建国, 张三 } = stage;
	await 李建国.announces('主题党日 11月26日下午3点 二楼');
	await 张三.says('提醒 暂停 30天');
	expect(await 张三.taps('不对，撤回')).toContain('已撤回');
	await waitUntil(town, '2026-11-25 09:00');
	expect(张三.reads()).toContain('快开会了');
});

test('own hours: in the evening, or on night shift', async () => {
	const { town, 李建国, 张三, 王小梅 } = stage;
	await 李建国.announces('主题党日 11月26日下午3点 二楼');
	expect(await 张三.says('提醒 时段 18:00-21:00')).toContain('以后在18:00到21:00提醒您');
	await 王小梅.says('少提醒我');
	await 王小梅.taps('换个时段');
	expect(await 王小梅.taps('22:00到第二天6:00')).toContain('22:00到第二天6:00');
	await waitUntil(town, '2026-11-25 00:01');
	expect(王小梅.reads()).toContain('快开会了');
	await waitUntil(town, '2026-11-25 17:59');
	expect(张三.reads()).not.toContain('快开会了');
	await waitUntil(town, '2026-11-25 18:00');
	expect(张三.reads()).toContain('快开会了');
});

test('a digest in the secretary’s own hours', async () => {
	const { town, 李建国 } = stage;
	await 李建国.says('提醒 时段 晚上6点到9点');
	await 李建国.announces('主题党日 11月26日下午3点 二楼');
	await waitUntil(town, '2026-11-25 12:00');
	expect(李建国.reads()).not.toContain('今天的提醒');
	await waitUntil(town, '2026-11-25 18:00');
	expect(李建国.reads()).toContain('今天的提醒');
});

test('what can’t be meant changes nothing', async () => {
	const { 张三 } = stage;
	expect(await 张三.says('提醒 暂停 400天')).toContain('最多暂停90天');
	expect(await 张三.says('提醒 时段 25:00-26:00')).toContain('时段没看懂');
	expect(await 张三.says('提醒 时段 晚上')).toContain('时段没看懂');
	expect(await 张三.says('提醒 暂停')).toContain('现在照常提醒');
	expect(await 张三.says('提醒大家开会')).not.toContain('已记下');
});

test.each([
	['18:00-21:00', 18 * 60, 21 * 60],
	['时段 18：30 到 21点', 18 * 60 + 30, 21 * 60],
	['晚上6点到9点', 18 * 60, 21 * 60],
	['晚上10点到早上6点', 22 * 60, 6 * 60],
	['22:00-6:00', 22 * 60, 6 * 60],
	['下午2点半至5点', 14 * 60 + 30, 17 * 60],
	['中午12点到下午2点', 12 * 60, 14 * 60],
	['6 pm to 9 pm', 18 * 60, 21 * 60],
	['晚上8点到12点', 20 * 60, 0],
	['晚上8点到晚上12点', 20 * 60, 0],
	['中午11点半到1点', 11 * 60 + 30, 13 * 60],
	['12 pm to 2 pm', 12 * 60, 14 * 60],
	['夜里11点到凌晨2点', 23 * 60, 2 * 60],
])('«%s»', (words, from, until) => {
	expect(readHours(words)).toMatchObject({ from, until });
});

test.each(['晚上', '18点', '18:00-18:00', '25:00-26:00', '1到2到3'])(
	'«%s» is not two times of the day',
	(words) => {
		expect(readHours(words)).toBeUndefined();
	},
);
