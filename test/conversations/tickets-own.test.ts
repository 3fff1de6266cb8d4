import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../town/actor.ts';
import { DAY, openNeighbour, openStage, type Stage } from './stage.ts';

let stage: Stage;
let 何洁: Actor;
let office: string;
/** 何洁 looks after the committee above the branch, 陈敏 after the whole tree. */
beforeEach(async () => {
	stage = await openStage();
	const { town, 陈敏, group } = stage;
	何洁 = town.person('何洁');
	office = town.group('两新党委', [陈敏, 何洁]);
	await 陈敏.says('支部 绑定 高新区两新党委', office);
	await 陈敏.says('支部 隶属 高新区两新党委', group);
	await 陈敏.says('设为 组织员 @何洁 高新区两新党委', office);
});
afterEach(() => stage.town.close());

async function leaves(name: string): Promise<void> {
	const { 李建国 } = stage;
	await 李建国.says(`移出名册 ${name} 转出`);
	for (const button of ['移出', '对，']) if (李建国.reads().includes(`[${button}`)) await 李建国.taps(button);
	expect(await 李建国.says('名册')).not.toContain(name);
}

test.each([
	'加班费不给',
	'想打官司',
	'和邻居闹矛盾',
	'家里交不起房租',
	'看病太贵',
	'想贷款办厂',
	'社保断了',
	'有件别的事',
])('the way past the branch comes first: %s', async (words) => {
	const { 张三 } = stage;
	await 张三.says(`求助 ${words}`);
	if (张三.reads().includes('哪一类')) await 张三.taps('其他');
	const asked = 张三.reads();
	expect(asked.indexOf('上级党委')).toBeGreaterThan(0);
	expect(asked.indexOf('上级党委')).toBeLessThan(asked.indexOf('本支部'));
});

test('who left the branch lately counts as one of its people, who left it long ago does not', async () => {
	const { 张三, 王小梅, 陈敏, town } = stage;
	await leaves('王小梅');
	await 陈敏.says('设为 组织员 @王小梅 高新区两新党委', stage.group);
	await 张三.says('求助 被公司辞退');
	expect(张三.reads()).not.toContain('王小梅');
	await 张三.taps('上级党委');
	expect(王小梅.heard().join()).not.toContain('编号1');
	expect(await 王小梅.says('求助单 #1')).toContain('没有找到');
	expect(await 王小梅.says('求助单')).not.toContain('编号1');
	await 何洁.taps('我来办');
	expect(await 何洁.says('转办 #1 @王小梅')).toContain('不能转给王小梅');
	await town.pass(366 * DAY);
	await 张三.says('求助 社保断了');
	expect(张三.reads()).toContain('王小梅');
});

test('for who has left the branch its people are still their own', async () => {
	const { 张三, 李建国, 陈敏, town } = stage;
	await 陈敏.says('设为 组织员 @李建国 高新区两新党委', stage.group);
	await leaves('张三');
	const before = 李建国.heard().length;
	await 张三.says('求助 被公司辞退');
	if (张三.reads().includes('哪家单位')) await 张三.taps('不说');
	expect(张三.reads()).not.toContain('李建国');
	await 张三.taps('上级党委');
	expect(张三.reads()).toContain('编号1');
	await town.pass(5 * DAY);
	expect(李建国.heard().slice(before).join()).not.toMatch(/编号1|#1|还没有人接/);
	expect(await 李建国.says('求助单 #1')).toContain('没有找到');
});

test('a role in the branch that has ended counts for a year as well', async () => {
	const { 张三, 陈敏, town } = stage;
	const 钱进 = town.person('钱进');
	const both = town.group('办公', [陈敏, 钱进]);
	await 陈敏.says('设为 委员 @钱进 星光电子党支部', both);
	await 陈敏.says('卸任 @钱进', both);
	await 陈敏.taps('登记卸任');
	await 陈敏.says('设为 组织员 @钱进 高新区两新党委', both);
	await 张三.says('求助 被公司辞退');
	expect(张三.reads()).not.toContain('钱进');
	await town.pass(366 * DAY);
	await 张三.says('求助 被公司辞退');
	expect(张三.reads()).toContain('钱进');
});

test('the branch’s secretary is asked only by name, and nobody who comes later has it', async () => {
	const { 张三, 李建国, 陈敏, 王小梅, group } = stage;
	await 张三.says('求助 家里交不起房租');
	expect(张三.reads()).toContain('李建国');
	await 张三.taps('本支部');
	expect(李建国.reads()).toContain('编号1');
	await stage.town.pass(DAY);
	await 陈敏.says('卸任 @李建国', group);
	await 陈敏.taps('登记卸任');
	await 陈敏.says('设为 书记 @王小梅', group);
	expect(await 王小梅.says('求助单 #1')).toContain('没有找到');
	expect(await 王小梅.says('求助单')).not.toContain('编号1');
	expect(await 何洁.says('求助单 #1')).toContain('编号1');
	expect(await 张三.says('求助单 #1')).toContain('何洁');
});

test('the neighbour’s secretary, who is an officer too, may help: the branch is not theirs', async () => {
	const { 张三, 陈敏 } = stage;
	const { group } = await openNeighbour(stage);
	await 陈敏.says('设为 组织员 @赵强 高新区两新党委', group);
	await 张三.says('求助 被公司辞退');
	expect(张三.reads()).toContain('赵强');
});
