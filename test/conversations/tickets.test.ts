import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Town } from '../town/town.ts';
import { openStage, type Stage } from './stage.ts';

async function ticketCount(town: Town): Promise<number> {
	const [row] = await town.look((db) => db.all<{ count: number }>(sql`select count(*) as count from ticket`));
	return row?.count ?? 0;
}

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('an unpaid wage, from the first line to 满意, with words both ways', async () => {
	const { 张三, 陈敏, 李建国 } = stage;
	const asked = await 张三.says('求助 老板三个月没发工资，怎么办？');
	expect(asked).toContain('请谁来帮您？');
	expect(asked.indexOf('上级党委，不经过本单位')).toBeLessThan(asked.indexOf('[本支部]'));
	expect(陈敏.reads()).not.toContain('求助');

	const receipt = await 张三.taps('上级党委');
	expect(receipt).toContain('收到，编号1。');
	expect(receipt).toContain('谁接办，谁才看得到内容。一个工作日没人接，我会催，也会告诉您。');
	expect(receipt).not.toContain('联系您');
	expect(李建国.heard().join()).not.toContain('编号1');

	const duty = 陈敏.reads();
	expect(duty).toContain('编号1');
	expect(duty).toContain('劳动维权');
	expect(duty).toContain('不到一天');
	expect(duty).not.toMatch(/张三|老板|工资/);

	const taken = await 陈敏.taps('我来办');
	expect(taken).toContain('老板三个月没发工资');
	expect(taken).toContain('张三');
	expect(taken).toContain('编号1：由您接办');
	expect(张三.reads()).toContain('编号1：有人接办了');
	expect(张三.reads()).toContain('接办人');

	expect(await 陈敏.says('回复 #1 请把合同准备好')).toContain('已转给对方');
	expect(张三.reads()).toContain('请把合同准备好');
	expect(await 张三.taps('回复')).toContain('要说的话');
	expect(await 张三.taps('发给对方', 张三.desk, { text: '合同在车间' })).toContain('已转给对方');
	expect(陈敏.reads()).toContain('合同在车间');

	expect(await 陈敏.taps('办结')).toContain('正在请本人确认');
	expect(张三.reads()).toContain('办结了，解决了吗？');
	expect(await 张三.taps('满意')).toContain('编号1：已办结');
	expect(陈敏.reads()).toContain('本人对编号1表示满意');
	expect(李建国.heard().join()).not.toMatch(/编号1|合同/);
});

const LABELS = [
	['劳动维权', '上级党委'],
	['司法援助', '上级党委'],
	['矛盾调解', '上级党委'],
	['困难救助', '本支部'],
	['医疗', '本支部'],
	['贷款', '本支部'],
	['保险', '本支部'],
	['其他', '本支部'],
] as const;

test.each(LABELS)('«%s» by mouse alone, to its end', async (category, route) => {
	const { 王小梅, 陈敏, 李建国 } = stage;
	const officer = route === '本支部' ? 李建国 : 陈敏;
	expect(await 王小梅.says('求助')).toContain('您想求助哪一类？');
	expect(await 王小梅.taps(category)).toContain('请说说是什么事');
	const asked = await 王小梅.taps('下一步', 王小梅.desk, { story: `${category}的事` });
	expect(asked.split('\n').find((line) => line.startsWith('['))).toContain('上级党委');
	expect(await 王小梅.taps(route)).toContain('收到，编号');
	expect(officer.reads()).toContain(category);
	expect(await officer.taps('我来办')).toContain(`${category}的事`);
	await officer.taps('回复');
	await officer.taps('发给对方', officer.desk, { text: '已经在问了' });
	expect(王小梅.reads()).toContain('已经在问了');
	await officer.taps('办结');
	expect(await 王小梅.taps('还没解决，重开')).toContain('有人接办了');
	expect(officer.reads()).toContain('由您接办');
	await officer.taps('办结');
	expect(await 王小梅.taps('满意')).toContain('已办结');
});

test('in a group nothing is kept: one neutral line there, the way on in private', async () => {
	const { town, 张三, 路人, group } = stage;
	const before = await ticketCount(town);
	const heard = await 张三.says('求助 欠薪三个月没发', group);
	expect(张三.reads(group)).toBe('这类事请私聊我，群里不记。');
	expect(heard).toContain('[劳动维权]');
	expect(heard).not.toContain('欠薪三个月');
	await 张三.taps('劳动维权');
	expect(await 张三.says('算了')).toContain('什么也没有记');
	for (const words of ['回复 #1 你好', '我来办 #1', '满意 #1', '办结 #1', '求助单']) {
		expect(await 路人.says(words, group)).not.toMatch(/编号|劳动/);
		expect(张三.reads(group)).not.toContain('编号');
	}
	expect(await ticketCount(town)).toBe(before);
});

test('an identity-card number is not kept, and what nobody chooses is nothing', async () => {
	const { town, 张三, 陈敏 } = stage;
	const before = await ticketCount(town);
	await 张三.says('求助 110101198001010011 被辞退了');
	await 张三.taps('先不求助');
	await 张三.says('求助 110101198001010011 被辞退了');
	await town.pass(20 * 60_000);
	expect(await 张三.taps('上级党委')).toContain('没有保留');
	expect(await ticketCount(town)).toBe(before);
	await 张三.says('求助 110101198001010011 被辞退了');
	await 张三.taps('上级党委');
	const story = await 陈敏.taps('我来办');
	expect(story).toContain('被辞退了');
	expect(story).not.toContain('1101');
});

test('taken back before anybody took it: those who were told hear of it', async () => {
	const { 张三, 陈敏 } = stage;
	await 张三.says('求助 贷款的事');
	await 张三.taps('上级党委');
	expect(陈敏.reads()).toContain('等人接办');
	expect(await 张三.says('撤回')).toContain('已撤回');
	expect(陈敏.reads()).toContain('不用办了');
	expect(await 陈敏.says('求助单')).not.toContain('贷款');
	await 张三.says('求助 贷款的事');
	await 张三.taps('上级党委');
	expect(await 张三.taps('撤回求助')).toContain('要撤回编号');
	expect(await 张三.taps('撤回，不办了')).toContain('这件求助已撤回');
	expect(await 陈敏.says('还差什么')).not.toContain('等人接办');
});

test('plain words in answer to the card are carried after a tap', async () => {
	const { 张三, 陈敏 } = stage;
	await 张三.says('求助 保险理赔不下来');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
	const card = 张三.newest();
	expect(await 张三.says('单子我拍照了', 张三.desk, card.messageId)).toContain('是要回复编号');
	expect(陈敏.reads()).not.toContain('拍照');
	expect(await 张三.taps('发给对方')).toContain('已转给对方');
	expect(陈敏.reads()).toContain('单子我拍照了');
	expect(await 张三.says('回复 明天交', 张三.desk, card.messageId)).toContain('已转给对方');
	expect(陈敏.reads()).toContain('明天交');
	await 陈敏.taps('办结');
	expect(await 张三.says('不满意')).toMatch(/办好了吗[\s\S]*\[还没有，重开\]/);
	expect(await 陈敏.says('撤回')).toContain('已撤回');
	expect(张三.reads()).toContain('正在办');
});
