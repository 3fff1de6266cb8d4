import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../conversations/stage.ts';
import { waitUntil } from './moments.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('the day before a meeting: who comes or has not answered, each alone, and not who is on leave', async () => {
	const { town, 李建国, 张三, 王小梅, group } = stage;
	await 李建国.announces('主题党日 12月10日下午3点 二楼');
	await 王小梅.taps('请假', group);
	const before = {
		张三: 张三.heard().length,
		王小梅: 王小梅.heard().length,
		group: 张三.heard(group).length,
	};
	await waitUntil(town, '2026-12-09 08:29');
	expect(张三.heard()).toHaveLength(before.张三);
	await waitUntil(town, '2026-12-09 08:31');
	expect(张三.heard()).toHaveLength(before.张三 + 1);
	expect(张三.reads()).toContain('快开会了：主题党日');
	expect(张三.reads()).toContain('您还没有答复');
	expect(李建国.reads()).toContain('今天的提醒');
	expect(李建国.reads()).toContain('12月10日（周四）下午3点 主题党日');
	expect(王小梅.heard()).toHaveLength(before.王小梅);
	expect(张三.heard(group)).toHaveLength(before.group);
	const why = await 张三.says('为什么');
	expect(why).toContain('提前1天就是12月9日（周三）');
	expect(why).toContain('本应用的提醒安排');
	expect(await 张三.taps('参加')).toContain('已记：参加');
});

test('after it the secretary is asked for the roll, once', async () => {
	const { town, 李建国, 张三 } = stage;
	await waitUntil(town, '2026-12-11 08:31');
	expect(李建国.reads()).toContain('还没登记到会');
	const heard = 李建国.heard().length;
	await waitUntil(town, '2026-12-12 08:31');
	await waitUntil(town, '2026-12-14 08:31');
	expect(李建国.heard()).toHaveLength(heard);
	expect(张三.reads()).not.toContain('今天的提醒');
	expect(await 李建国.taps('为什么提醒我')).toContain('从第二天（12月11日（周五））起');
});
