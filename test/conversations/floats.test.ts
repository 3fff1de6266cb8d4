import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forge, openNeighbour, openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

const floats = () => stage.town.look((db) => db.all<{ state: string }>(sql`select state from float`));

test('oneself, in one line: asked once, written after the tap, and the secretary is told', async () => {
	const { 张三, 李建国 } = stage;
	const before = await rowCounts(stage.town);
	const asked = await 张三.says('流动登记 深圳南山 7月1日起 13800000000');
	expect(asked).toContain('“星光电子党支部”的书记和上级组织员能看到您的去向和联系方式');
	expect(asked).toContain('7月1日（周三）');
	expect(await rowCounts(stage.town)).toEqual(before);
	expect(李建国.heard().join()).not.toContain('登记了外出');
	const done = await 张三.taps('同意，登记');
	expect(done).toContain('已登记');
	expect(done).toContain('13800000000');
	expect(李建国.reads()).toContain('张三登记了外出');
	expect(李建国.reads()).not.toContain('13800000000');
	expect(await 李建国.says('流动')).toMatch(
		/张三　外出 · 深圳南山\n7月1日（周三）起，4个月\n2027年1月1日满6个月\n还没联系过/,
	);
	expect(await 李建国.says('流动 张三')).toContain('13800000000');
	expect(await 张三.says('流动')).toContain('13800000000');
});

test('not agreed to: nothing is written, and the card is no use any more', async () => {
	const { 张三 } = stage;
	await 张三.says('外出登记 深圳 7月1日');
	expect(await 张三.taps('不登记')).toContain('没有记');
	expect(await floats()).toEqual([]);
	expect(await 张三.says('流动')).toContain('您没有外出登记');
});

test('what is missing is asked for, one at a time', async () => {
	const { 张三 } = stage;
	expect(await 张三.says('流动登记 13800000000')).toContain('去了哪里');
	expect(await 张三.says('深圳')).toContain('从哪天开始');
	expect(await 张三.says('去年10月')).toContain('2025年10月1日');
	expect(await 张三.taps('同意，登记')).toContain('13800000000');
});

test('the form alone does it, by mouse', async () => {
	const { 张三, 李建国 } = stage;
	expect(await 张三.says('流动登记')).toContain('登记外出');
	const form = { place: '深圳', since: '2026-08-31', until: '', contact: '13800000000', fixed: 'yes' };
	expect(await 张三.taps('下一步', 张三.desk, form)).toContain('同意登记吗');
	expect(await 张三.taps('同意，登记')).toContain('固定');
	await 李建国.says('流动登记');
	const people = await 李建国.taps('下一步', 李建国.desk, { ...form, person: '5' });
	expect(people).toContain('周德福');
	expect(await 李建国.taps('本人已同意')).toContain('已登记');
	expect(await floats()).toHaveLength(2);
});

test('the secretary for somebody, who hears of it; and for one without Feishu', async () => {
	const { 王小梅, 李建国 } = stage;
	expect(await 李建国.says('流动登记 王小梅 深圳 10月1日起')).toContain('登记要本人同意');
	expect(await 李建国.taps('本人已同意，登记')).toContain('王小梅');
	expect(王小梅.reads()).toContain('为您做了外出或流入登记');
	expect(await 李建国.says('流动登记 周德福 上海 9月1日 到12月31日')).toContain('12月31日（周四）');
	expect(await 李建国.taps('本人已同意，登记')).toContain('周德福');
	expect(await 李建国.says('流动登记 钱五 深圳 7月1日')).toContain('名册里没有找到“钱五”');
	expect(await 王小梅.says('流动登记 周德福 深圳 7月1日')).not.toContain('本人已同意');
});

test('in a group nothing of it is read, kept or shown', async () => {
	const { 张三, group } = stage;
	const before = await rowCounts(stage.town);
	const said = 张三.heard(group);
	const heard = await 张三.says('流动登记 深圳南山 7月1日起 13800000000', group);
	expect(heard).toContain('这件事请在这里办');
	expect(张三.heard(group)).toEqual(said);
	expect(await rowCounts(stage.town)).toEqual(before);
	expect(await 张三.taps('登记外出')).toContain('去向');
	expect(张三.heard().join()).not.toContain('1380000');
});

test('said again it is corrected; taken back it is as before', async () => {
	const { 张三, 李建国 } = stage;
	await 张三.says('流动登记 深圳 7月1日起');
	expect(await 张三.taps('同意，登记')).toContain('还没有留联系方式');
	expect(await 张三.says('流动登记 13900000000')).toContain('已更正');
	expect(await 张三.says('流动登记 广州')).toMatch(/广州[\s\S]*13900000000/);
	expect(await 张三.says('撤回')).toContain('已撤回');
	expect(await 张三.says('流动')).toMatch(/深圳[\s\S]*13900000000/);
	expect(await 张三.says('流动登记')).toContain('改一改');
	expect(await 张三.taps('改一改')).toContain('登记外出');
	const form = { place: '珠海', since: '2026-07-02', until: '', contact: '13900000000', fixed: 'no' };
	expect(await 张三.taps('保存', 张三.desk, form)).toContain('珠海');
	expect(await 李建国.says('流动 张三')).toContain('珠海');
	expect(await floats()).toHaveLength(1);
});

test('registered and taken back: the secretary hears that too', async () => {
	const { 张三, 李建国 } = stage;
	await 张三.says('流动登记 深圳 7月1日起');
	await 张三.taps('同意，登记');
	expect(await 张三.taps('不对，撤回')).toContain('已撤回');
	expect(await floats()).toEqual([]);
	expect(李建国.reads()).toContain('已经撤回');
});

test('in touch, and back again: by name, by mouse, by the person', async () => {
	const { 张三, 王小梅, 李建国, group } = stage;
	for (const who of [张三, 王小梅]) {
		await who.says('流动登记 深圳 7月1日起');
		await who.taps('同意，登记');
	}
	expect(await 李建国.says('已联系 @张三 昨天', group)).toMatch(
		/11月20日（周五）和张三联系过[\s\S]*2027年5月20日/,
	);
	expect(张三.heard(group).join()).not.toContain('联系过');
	expect(await 李建国.says('流动')).toMatch(/上次联系11月20日/);
	await 李建国.taps('已联系');
	expect(await 李建国.taps('王小梅 · 深圳')).toContain('和王小梅联系过');
	expect(await 李建国.says('已联系 张三 明天')).toContain('还没到');
	expect(await 张三.says('我回来了')).toContain('张三已回来');
	expect(await 张三.says('撤回')).toContain('已撤回');
	expect((await floats()).map(({ state }) => state)).toEqual(['open', 'open']);
	await 李建国.says('流动');
	await 李建国.taps('已回来');
	expect(await 李建国.taps('王小梅')).toContain('王小梅已回来');
	expect((await floats()).map(({ state }) => state)).toEqual(['open', 'back']);
	expect(await 张三.says('已回来 王小梅')).toContain('没有找到');
});

test('somebody who came in: by the secretary, and by themselves', async () => {
	const { 路人, 李建国 } = stage;
	expect(
		await 李建国.says('流动登记 流入 钱小燕 原属 光明社区党支部 东湖工业园 9月1日起 13900000001'),
	).toMatch(/钱小燕[\s\S]*光明社区党支部[\s\S]*东湖工业园/);
	expect(await 李建国.taps('本人已同意，登记')).toContain('钱小燕');
	expect(await 路人.says('流动登记 深圳 7月1日')).toContain('您还不在名册上');
	expect(await 路人.says('流动登记 流入')).toContain('您的姓名');
	expect(await 路人.says('路大海')).toContain('组织关系还在哪个党组织');
	expect(await 路人.says('青山村党支部')).toContain('去了哪里');
	expect(await 路人.says('东湖工业园')).toContain('从哪天开始');
	expect(await 路人.says('9月1日')).toContain('青山村党支部');
	expect(await 路人.taps('同意，登记')).toContain('已登记');
	expect(李建国.reads()).toContain('路大海登记了流入');
	expect(await 李建国.says('流动')).toMatch(/外出0人，流入2人[\s\S]*钱小燕[\s\S]*路大海/);
	expect(await 李建国.says('已联系 钱小燕')).toContain('和钱小燕联系过');
	expect(await 李建国.says('名册')).not.toContain('钱小燕');
});

test.each([
	['流动登记深圳南山7月1日起', '深圳南山', '7月1日（周三）'],
	['外出登记 从9月1日起去苏州了 电话13800000000', '苏州', '9月1日（周二）'],
	['流动登记 7月1日到12月31日 深圳 地点不固定', '不固定', '12月31日（周四）'],
	['流动登记 12月1日起 深圳', '还没出发', '12月1日（周二）'],
	['float Shenzhen since 1 July', 'Shenzhen', '7月1日（周三）'],
	['float Shenzhen from 1 July', 'Shenzhen', '7月1日（周三）'],
	['流动登记 +86 138 0000 0000 深圳 7月1日', '深圳', '13800000000'],
	['流动登记 深圳 7月1日起 138-0000-0000', '深圳', '13800000000'],
	['float Shenzhen since 1 July phone +86 13800000000', 'Shenzhen', '13800000000'],
	['流动登记 深圳 7月1日 wechat zhangsan99', '深圳', '联系方式\nwechat zhangsan99'],
	['流动登记 深圳 110101198001010011 7月1日', '去向\n深圳\n', '7月1日（周三）'],
	['流动登记 深圳 110101 1980 0101 001X 7月1日', '去向\n深圳\n', '7月1日（周三）'],
	['流动登记 张三 深圳 7月1日', '去向\n深圳\n', '7月1日（周三）'],
	['流动登记 江西 2026年3月起 打工', '去向\n江西 打工\n', '3月1日（周日）'],
	['流动登记 去年10月去了广东东莞，电话 13800000000', '广东东莞', '2025年10月1日'],
])('«%s» is read', async (words, one, two) => {
	const { 张三 } = stage;
	await 张三.says(words);
	await 张三.taps('同意，登记');
	const shown = await 张三.says('流动');
	expect(shown).toContain(one);
	expect(shown).toContain(two);
	expect(shown).not.toMatch(/since|从|去苏州/);
});

test('a second tap shows what the first one wrote', async () => {
	const { 张三, town } = stage;
	await 张三.says('流动登记 深圳 7月1日');
	await 张三.taps('同意，登记');
	expect(await forge(town, 张三, 'float.consent', {})).toContain('深圳');
	await 张三.says('流动');
	await 张三.taps('已回来');
	expect(await forge(town, 张三, 'float.back', { person: '3' })).toContain('已经结束');
	expect(await floats()).toEqual([{ state: 'back' }]);
});

test('dates that can’t be, and what waited too long', async () => {
	const { 张三, town } = stage;
	expect(await 张三.says('流动登记 深圳 7月1日 到2026年6月1日')).toContain('要在外出之后');
	await 张三.says('流动登记 深圳 7月1日');
	await town.pass(20 * 60_000);
	expect(await 张三.taps('同意，登记')).toContain('已经不保留了');
	expect(await floats()).toEqual([]);
});

test('who came in by themselves and turns out to be on the roster keeps the entry', async () => {
	const { 李建国, 路人 } = stage;
	await 路人.says('流动登记 流入 原属 青山村党支部 东湖工业园 9月1日');
	await 路人.says('周德福');
	await 路人.taps('同意，登记');
	await 路人.says('报到 周德福');
	await 路人.taps('知道了，报到');
	await 李建国.taps('是本支部党员');
	expect(await 路人.says('流动')).toContain('东湖工业园');
});

test('the neighbours see and change nothing', async () => {
	const { 赵强, 孙丽 } = await openNeighbour(stage);
	const { 张三 } = stage;
	await 张三.says('流动登记 珠海 7月1日起 13800000000');
	await 张三.taps('同意，登记');
	const before = await rowCounts(stage.town);
	for (const words of [
		'流动',
		'流动 张三',
		'已联系 张三',
		'已回来 张三',
		'流动登记 张三 广州 8月1日',
		'流动登记 @张三',
	]) {
		for (const who of [赵强, 孙丽])
			expect(await who.says(words)).not.toMatch(/珠海|1380000|和张三联系过|张三已回来|同意/);
	}
	for (const command of [
		'float.back',
		'float.contacted',
		'float.form',
		'float',
		'float.register',
		'float.consent',
	])
		for (const who of [赵强, 孙丽])
			expect(await forge(stage.town, who, command, { person: '3', place: '广州' })).not.toMatch(
				/珠海|1380000/,
			);
	expect(await rowCounts(stage.town)).toEqual(before);
});

test.each([
	'流动人口登记在哪',
	'流动红旗',
	'流动党员怎么管',
	'转接头坏了',
	'返回舱',
	'已联系不上',
	'外出就餐',
	'回来了没有',
	'组织关系怎么转',
])('«%s» does nothing', async (words) => {
	const before = await rowCounts(stage.town);
	expect(await stage.李建国.says(words)).not.toMatch(/已记|同意登记吗|登记外出\n/);
	expect(await rowCounts(stage.town)).toEqual(before);
});
