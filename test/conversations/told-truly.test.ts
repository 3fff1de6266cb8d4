import { afterEach, beforeEach, expect, test } from 'vitest';
import { glanceOf } from '../town/glance.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

const lockScreenOf = ({ content }: { readonly content: string }) => glanceOf(content);

test('the lock screen says when, what, where, and that an answer is wanted; never the topic', async () => {
	const { 李建国, 张三, group } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼 议题 困难党员慰问');
	const shown = lockScreenOf(李建国.newest(group));
	expect(shown).toMatch(/周五）下午3点 主题党日（二楼），请答复$/);
	expect(shown).not.toContain('困难');
	await 张三.says('会议 #1');
	expect(lockScreenOf(张三.newest())).toMatch(/下午3点 主题党日（二楼），请答复$/);
	await 张三.says('请假 家里有事');
	expect(lockScreenOf(张三.newest())).not.toContain('家里有事');
});

test('a notice is reported as arrived once it has', async () => {
	const said = await stage.李建国.announces('主题党日 周五下午3点 二楼');
	expect(said).not.toContain('通知已发到群里');
	expect(said).toContain('通知发好了');
});

test('who has lost the account counts as somebody without Feishu', async () => {
	const { town, 李建国, 王小梅 } = stage;
	expect(await 李建国.announces('主题党日 周五下午3点 二楼')).toContain('其中1人没有飞书');
	await town.feishu.resign(王小梅.openId);
	expect(await 李建国.announces('党课 周六下午3点 二楼')).toContain('其中2人没有飞书，请您转告');
});

test('the roster, a move and a cancellation count a lost account as somebody without Feishu too', async () => {
	const { town, 李建国, 王小梅, 张三 } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await 张三.says('参加');
	expect(await 李建国.says('名册')).not.toMatch(/王小梅 · /);
	await town.feishu.resign(王小梅.openId);
	expect(await 李建国.says('名册')).toMatch(/王小梅 · .*飞书/);
	expect(await 李建国.announces('会议 改期 #1 周六下午3点')).toContain('2人没有飞书，请您转告');
	await 李建国.says('会议 取消 #1');
	expect(await 李建国.taps('取消，通知大家')).toContain('2人没有飞书，请您转告');
});
