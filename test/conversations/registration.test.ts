import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY, forge, openNeighbour, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('who has an entry on the roster is matched to it', async () => {
	const { town, 李建国, group } = stage;
	await 李建国.says('名册 添加\n钱伟');
	await 李建国.taps('对，记入1人');
	const 钱伟 = town.person('钱伟');
	expect(await 钱伟.says('报到')).toContain('请告诉我您的姓名');
	expect(await 钱伟.says('钱伟')).toContain('先跟您说清楚');
	expect(李建国.heard().join()).not.toContain('有人报到');
	expect(await 钱伟.taps('知道了，报到')).toContain('已转给书记确认');
	expect(李建国.reads()).toContain('名册上有“钱伟”，还没有对应的飞书账号');
	expect(李建国.heard(group).join()).not.toContain('钱伟');
	expect(await 李建国.taps('是本支部党员')).toContain('已确认报到');
	expect(钱伟.reads()).toContain('报到已确认');
	expect(await 李建国.says('名册')).not.toContain('钱伟 · 没有飞书');
	expect(await 钱伟.says('报到 钱伟')).toContain('已经在“星光电子党支部”的名册上');
});

test('who has none is entered, and a second of the same name is a person of their own', async () => {
	const { town, 李建国 } = stage;
	await town.person('何芳甲').says('我是何芳');
	await town.person('何芳甲').taps('知道了，报到');
	expect(李建国.reads()).toContain('点一下是正式党员还是预备党员');
	expect(await 李建国.taps('预备党员')).toContain('已确认报到');
	expect(await 李建国.says('名册')).toContain('何芳 · 预备党员');
	const 何芳乙 = town.person('何芳乙');
	await 何芳乙.says('我是何芳');
	await 何芳乙.taps('知道了，报到');
	expect(李建国.reads()).toContain('名册上已有一位“何芳”，有飞书账号');
	expect(await 李建国.taps('同一位，不重复记')).toContain('没有确认这个报到');
	expect(何芳乙.reads()).toContain('没有确认您的报到');
	expect((await 李建国.says('名册')).match(/何芳/g)).toHaveLength(1);
	await 何芳乙.says('我是何芳');
	await 李建国.taps('另一位，正式党员');
	expect((await 李建国.says('名册')).match(/何芳/g)).toHaveLength(2);
	const chosen = await 李建国.says('调出 何芳 误加');
	expect(chosen).toContain('有几位叫“何芳”');
	expect(chosen).toContain('[何芳 · 有飞书 · 第2位]');
	expect(await 李建国.taps('第2位')).toContain('何芳已移出');
	expect((await 李建国.says('名册')).match(/何芳/g)).toHaveLength(1);
});

test('refused, decided twice, taken back and decided anew', async () => {
	const { town, 李建国, 陈敏, group } = stage;
	await 陈敏.says('设为 书记 @张三', group);
	const [张三, 路人] = [stage.张三, stage.路人];
	expect(await 路人.says('报到 陆仁', group)).toContain('先跟您说清楚');
	expect(await 路人.taps('知道了，报到')).toContain('已转给书记确认');
	expect(张三.reads()).toContain('有人报到');
	expect(await 李建国.taps('不是')).toContain('没有确认这个报到');
	expect(路人.reads()).toContain('没有确认您的报到');
	expect(张三.reads()).toContain('没有确认这个报到');
	expect(await forge(town, 张三, 'registration.confirm', { registration: '4' })).toContain('已经处理过了');
	expect(await 李建国.taps('不对，撤回')).toContain('已撤回');
	expect(路人.reads()).toContain('会重新确认');
	expect(张三.reads()).toContain('有人报到，请您确认');
	expect(await 李建国.says('还差什么')).toContain('陆仁 等您确认报到');
	expect(await 张三.taps('正式党员')).toContain('已确认报到');
	await 陈敏.says('卸任 @张三', group);
	await 陈敏.taps('登记卸任');
});

test('whoever asked can take it back; the card that waits says so', async () => {
	const { town, 李建国 } = stage;
	const 吴刚 = town.person('吴刚');
	await 吴刚.says('报到 吴刚');
	await 吴刚.taps('知道了，报到');
	expect(await 吴刚.taps('不对，撤回')).toContain('已撤回');
	expect(李建国.reads()).toContain('这个报到已经撤回了');
	expect(await 李建国.says('还差什么')).not.toContain('吴刚');
});

test('several branches are offered; one that does not exist is not guessed', async () => {
	await openNeighbour(stage);
	const { town, 李建国 } = stage;
	const 郑洁 = town.person('郑洁');
	expect(await 郑洁.says('报到 郑洁 太阳电子党支部')).toContain('没有叫“太阳电子党支部”的支部');
	expect(await 郑洁.says('报到 郑洁')).toContain('[月亮电子党支部]');
	expect(await 郑洁.taps('星光电子党支部')).toContain('先跟您说清楚');
	expect(await 郑洁.taps('知道了，报到')).toContain('已经转给“星光电子党支部”');
	expect(await 郑洁.says('我是党员')).not.toContain('已转给');
	expect(await 郑洁.says('我是 新来的')).toContain('请告诉我您的姓名');
	expect(await 郑洁.says('谢谢')).not.toContain('已转给');
	await town.pass(DAY);
	await 李建国.taps('正式党员');
	expect(await 李建国.says('撤回')).toContain('已撤回');
	expect(await 郑洁.says('我的参会')).toContain('还没有参会记录');
});

test('a card from before the question asks it at the tap', async () => {
	const { town, 李建国 } = stage;
	const 陆离 = town.person('陆离');
	await 陆离.says('报到 陆离 星光电子党支部');
	await 陆离.taps('知道了，报到');
	const last = await town.look((db) => db.all<{ id: number }>(sql`select max(id) as id from registration`));
	await forge(town, 李建国, 'registration.confirm', { registration: String(last[0]?.id) });
	expect(陆离.reads()).not.toContain('报到已确认');
	expect(await 李建国.says('名册')).not.toContain('陆离');
});

test('said five times it is one card for the secretary, another name is another', async () => {
	const { town, 李建国, 张三 } = stage;
	const 贺敏 = town.person('贺敏');
	const cards = () =>
		[李建国, 张三].map((each) => each.heard().filter((text) => text.includes('有人报到')).length);
	const before = cards();
	await 贺敏.says('报到 贺敏 星光电子党支部');
	expect(await 贺敏.taps('知道了，报到')).toContain('已转给书记确认');
	for (let times = 1; times < 5; times++)
		expect(await 贺敏.says('报到 贺敏 星光电子党支部')).toContain('已转给书记确认');
	const once = cards();
	expect(Math.max(...once.map((count, index) => count - (before[index] ?? 0)))).toBe(1);
	expect(await 贺敏.says('报到 贺小敏 星光电子党支部')).toContain('贺小敏');
	expect(Math.max(...cards().map((count, index) => count - (once[index] ?? 0)))).toBe(1);
});
