import { afterEach, beforeEach, expect, test } from 'vitest';
import { ticket } from '../../db/schema/index.ts';
import type { Actor } from '../town/actor.ts';
import { DAY, openNeighbour, openStage, type Stage } from './stage.ts';

let stage: Stage;
let 老板: Actor;
/** 陈敏 looks after the whole tree; so does 老板, who owns 星光电子 and is the second secretary of its branch. */
beforeEach(async () => {
	stage = await openStage();
	const { town, 陈敏 } = stage;
	老板 = town.person('钱老板');
	const both = town.group('老板们', [陈敏, 老板]);
	await 陈敏.says('设为 书记 @钱老板 星光电子党支部', both);
	await 陈敏.says('设为 组织员 @钱老板', both);
	await 陈敏.says('你好');
});
afterEach(() => stage.town.close());

test('who is on no roster is asked where they work before anything is sent, and may keep it to themselves', async () => {
	const { 路人 } = stage;
	const asked = await 路人.says('求助 加班费不给');
	expect(asked).toContain('您在哪家单位');
	expect(asked).toContain('只用来避开本单位的人，可以不说');
	expect(asked).toContain('[不说]');
	expect(await stage.town.look((db) => db.select().from(ticket).all())).toEqual([]);
	expect(await 路人.taps('不说')).toContain('请谁来帮您');
	expect(await 路人.taps('上级党委')).toContain('编号1');
	expect(老板.heard().join()).toContain('编号1');
});

test.each(['不说', '不想说', '没有工作', '我不方便说'])(
	'«%s» is such an answer, and no end of the matter',
	async (said) => {
		const { 路人 } = stage;
		await 路人.says('求助 加班费不给');
		const routes = await 路人.says(said);
		expect(routes).toContain('请谁来帮您');
		expect(routes).not.toContain('避开');
	},
);

test('whom it is kept from never hears of it: not told, not shown, not reminded, nothing is passed to them', async () => {
	const { 路人, 陈敏, town } = stage;
	const before = 老板.heard().length;
	await 路人.says('求助 加班费不给');
	const routes = await 路人.says('东湖镇星光电子有限公司');
	expect(routes).toContain('避开\n东湖镇星光电子有限公司');
	expect(routes).not.toContain('钱老板');
	const received = await 路人.taps('上级党委');
	expect(received).toContain('编号1');
	expect(received).not.toContain('钱老板');
	for (const words of ['求助单 #1', '我来办 #1', '回复 #1 在吗', '转办 #1 @陈敏', '办结 #1'])
		expect(await 老板.says(words)).toContain('没有找到编号1');
	expect(await 老板.says('求助单')).not.toContain('编号1');
	expect(await 老板.says('还差什么')).not.toContain('求助');
	expect(await 老板.says('我来办')).toContain('没有可以这样办的求助');
	await town.pass(5 * DAY);
	expect(老板.heard().slice(before).join()).not.toMatch(/加班|劳动|#1|还没有人接/);
	expect(陈敏.heard().join()).toContain('编号1');
	await 陈敏.says('我来办 #1');
	expect(陈敏.reads()).toContain('加班费不给');
	expect(await 陈敏.says('转办 #1 @钱老板')).toMatch(/没有别的人|不能转给/);
	await 陈敏.says('办结 #1');
	await 路人.taps('还没解决');
	await town.pass(9 * DAY);
	expect(老板.heard().slice(before).join()).not.toMatch(/加班|劳动|#1|等人接办/);
});

test.each(['劳动维权', '司法援助', '矛盾调解', '困难救助', '医疗', '贷款', '保险', '其他'])(
	'by mouse alone, whatever it is about: %s',
	async (category) => {
		const { 路人 } = stage;
		const before = 老板.heard().length;
		await 路人.says('求助');
		await 路人.taps(category);
		await 路人.taps('下一步', 路人.desk, { story: '说来话长' });
		expect(路人.reads()).toContain('您在哪家单位');
		await 路人.taps('下一步', 路人.desk, { firm: '星光' });
		await 路人.taps('上级党委');
		expect(路人.reads()).toContain('编号1');
		expect(老板.heard().slice(before)).toEqual([]);
	},
);

test.each(['高新区', '东湖镇', '电子厂', '一家科技公司'])(
	'a mere place or trade keeps nobody away: %s',
	async (said) => {
		const { 路人 } = stage;
		await 路人.says('求助 加班费不给');
		await 路人.says(said);
		await 路人.taps('上级党委');
		expect(老板.heard().join()).toContain('编号1');
	},
);

test('with nobody else there it is said whom to call, and nothing is kept', async () => {
	const { 路人, 陈敏, town } = stage;
	await town.feishu.resign(陈敏.openId);
	await town.settle();
	await 路人.says('求助 加班费不给');
	expect(await 路人.says('星光电子')).toContain('现在没有能接办的人');
	expect(await town.look((db) => db.select().from(ticket).all())).toEqual([]);
});

test('the firm lies sealed, goes with 删除, and the message of the story still opens it', async () => {
	const { 路人, town } = stage;
	await 路人.says('求助 加班费不给');
	await 路人.says('星光电子');
	await 路人.taps('上级党委');
	const [row] = await town.look((db) => db.select().from(ticket).all());
	expect(row?.firm).toMatch(/\./);
	expect(row?.firm).not.toContain('星光');
	const asked = town.feishu.messages(路人.desk).find(({ content }) => content.includes('求助 加班费'));
	if (!asked) throw new Error('the message is there');
	await town.feishu.recall(路人.openId, asked.messageId);
	await town.settle();
	await 路人.taps('删除');
	expect(await town.look((db) => db.select().from(ticket).all())).toMatchObject([{ firm: null, story: '' }]);
});

test('a member is not asked: it is known', async () => {
	const { 张三 } = stage;
	expect(await 张三.says('求助 加班费不给')).toContain('请谁来帮您');
});

test('other officers of other firms may help, and who comes to the firm later may not', async () => {
	const { 路人, 陈敏 } = stage;
	const { 赵强, group } = await openNeighbour(stage);
	await 陈敏.says('设为 组织员 @赵强', group);
	await 路人.says('求助 加班费不给');
	await 路人.says('星光电子');
	await 路人.taps('上级党委');
	expect(赵强.heard().join()).toContain('编号1');
	await 赵强.says('我来办 #1');
	expect(赵强.reads()).toContain('加班费');
	await 陈敏.says('设为 委员 @赵强 星光电子党支部', group);
	expect(赵强.heard().join()).not.toContain('加班费');
	expect(await 赵强.says('求助单 #1')).toContain('没有找到');
});
