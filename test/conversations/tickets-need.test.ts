import { like, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import { forge, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

async function count(table: 'ticket' | 'ticket_word'): Promise<number> {
	const [row] = await stage.town.look((db) =>
		db.all<{ count: number }>(sql`select count(*) as count from ${sql.identifier(table)}`),
	);
	return row?.count ?? 0;
}

test('a plain sentence of distress is asked about; nothing is stored before the taps', async () => {
	const { 张三, 陈敏, group } = stage;
	expect(await 张三.says('我快撑不下去了')).toContain('是想求助吗？');
	expect(await 张三.taps('不是')).toContain('什么也没有记');
	expect(await 张三.says('被拖欠工资三个月了')).toContain('是想求助吗？');
	expect(await count('ticket')).toBe(0);
	expect(await 张三.taps('是')).toContain('请谁来帮您？');
	expect(await count('ticket')).toBe(0);
	expect(await 张三.taps('上级党委')).toContain('收到，编号1');
	expect(await 陈敏.taps('我来办')).toContain('被拖欠工资三个月了');
	expect(await 张三.says('被拖欠工资三个月了', group)).not.toContain('是想求助吗');
	expect(张三.heard(group).join()).not.toContain('求助');
	expect(await 张三.says('救命稻草这个词')).not.toContain('是想求助吗');
});

test('words of danger bring the numbers to call before anything else', async () => {
	const { 张三, 王小梅, group } = stage;
	const alone = await 张三.says('我不想活了');
	for (const number of ['110', '120', '12356']) expect(alone).toContain(number);
	expect(alone.indexOf('12356')).toBeLessThan(alone.indexOf('是想求助吗'));
	await 张三.taps('是');
	expect(await 张三.taps('其他')).toContain('请谁来帮您');
	expect(await 张三.taps('上级党委')).toContain('收到');
	const asked = await 王小梅.says('求助 我老公打我');
	expect(asked.indexOf('110')).toBeGreaterThanOrEqual(0);
	expect(asked.indexOf('110')).toBeLessThan(asked.indexOf('您想求助哪一类'));
	await 王小梅.says('求助');
	await 王小梅.taps('困难救助');
	expect(await 王小梅.taps('下一步', 王小梅.desk, { story: '不想活了' })).toContain('12356');
	expect(await 王小梅.says('报到')).toContain('姓名');
	expect(await 王小梅.says('我不想活了')).toContain('12356');
	expect(await 王小梅.says('请假 车间着火了')).toContain('119');
	expect(await 王小梅.says('求助 有人拿刀', group)).toContain('110');
	expect(王小梅.heard(group).join()).not.toMatch(/110|拿刀/);
});

test('a recalled message: kept, or erased to the last trace', async () => {
	const { town, 张三, 陈敏 } = stage;
	const { feishu, settle } = town;
	await 张三.says('求助 被公司辞退了');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
	await 陈敏.says('回复 #1 劳动仲裁可以免费');
	expect(张三.reads()).toContain('劳动仲裁');
	const asked = feishu
		.messages(张三.desk)
		.find(({ from, content }) => from === 张三.openId && content.includes('辞退'));
	if (!asked) throw new Error('the message is there');
	await feishu.recall(张三.openId, asked.messageId);
	await settle();
	expect(张三.reads()).toContain('要把编号1的内容也删掉吗');
	expect(await 张三.taps('保留')).toContain('照常办理');
	expect(await count('ticket_word')).toBe(1);
	expect(await forge(town, 陈敏, 'ticket.erase', { ticket: '1' })).toContain('没有找到');
	await feishu.recall(张三.openId, asked.messageId);
	await settle();
	expect(await 张三.taps('删除')).toContain('内容已删除');
	expect(await count('ticket_word')).toBe(0);
	expect(陈敏.heard().join()).not.toContain('辞退');
	expect(陈敏.heard().join()).toContain('编号1不用办了');
	expect(张三.heard().join()).not.toContain('劳动仲裁');
	const images = await town.look((db) =>
		db.all<{ before: string | null; after: string | null }>(
			sql`select before, after from ledger_image join ledger on ledger.id = ledger_id
				where subject_table in ('ticket', 'ticket_word')`,
		),
	);
	expect(images.length).toBeGreaterThan(4);
	expect(images.filter(({ before, after }) => before !== null || after !== null)).toEqual([]);
	const kept = await town.look((db) => db.all(sql`select story, state from ticket`));
	expect(kept).toEqual([{ story: '', state: 'withdrawn' }]);
	expect(await 张三.says('撤回')).not.toContain('已撤回');
});

test('what a locked phone shows names nobody and no kind of trouble', async () => {
	const { town, 张三, 陈敏 } = stage;
	await 张三.says('求助 困难 孩子学费交不起');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
	await 陈敏.says('回复 #1 您好');
	await 陈敏.taps('办结');
	await 张三.taps('还没解决');
	const cards = [张三, 陈敏]
		.flatMap(({ desk }) => town.feishu.messages(desk))
		.filter(({ from }) => from === 'bot');
	const summaries = cards.map(({ content }) => {
		const card: { config?: { summary?: { content?: string } } } = JSON.parse(content);
		return card.config?.summary?.content ?? '';
	});
	expect(summaries.filter((text) => text.includes('有一件事')).length).toBeGreaterThan(4);
	for (const text of summaries) expect(text).not.toMatch(/困难|张三|求助|学费/);
});

test('notices of help are urgent: twice is better than never', async () => {
	const { town, 张三, 陈敏 } = stage;
	await 张三.says('求助 司法援助 被人骗了三万');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
	await 陈敏.says('回复 #1 请报案');
	const notices = await town.look((db) =>
		db.select().from(outbox).where(like(outbox.cardKey, 'ticket:%')).all(),
	);
	// What tells its author how far a word is, is no notice.
	const rows = notices.filter(({ work, cardKey }) => work === 'send' && !cardKey?.endsWith(':sent'));
	expect(rows).toHaveLength(4);
	expect(rows.filter(({ urgent }) => urgent)).toHaveLength(4);
});

test('a button tapped twice makes one ticket', async () => {
	const { town, 张三 } = stage;
	await 张三.says('求助 公司欠薪');
	const receipt = await 张三.taps('上级党委');
	expect(receipt).toContain('收到，编号1');
	expect(await forge(town, 张三, 'ticket.send', { route: 'superior' })).toContain('收到，编号1');
	expect(await count('ticket')).toBe(1);
});

test.each(['求助公司欠我钱', '求助身份证被冒用贷款', '求助吗？', '怎么求助'])(
	'«%s» is asked about',
	async (words) => {
		expect(await stage.张三.says(words)).toContain('是想求助吗？');
		expect(await stage.张三.taps('是')).toMatch(/请谁来帮您|哪一类/);
	},
);

test.each(['不求助', '不用求助了', '别求助', '取消求助'])('«%s» asks for nothing', async (words) => {
	expect(await stage.张三.says(words)).toContain('什么也没有记');
	expect(await count('ticket')).toBe(0);
});

test('a message taken back before the tap is sent nowhere', async () => {
	const { town, 张三, 陈敏 } = stage;
	const { feishu, settle } = town;
	const takesBack = async () => {
		const said = feishu.messages(张三.desk).findLast(({ from }) => from === 张三.openId);
		if (!said) throw new Error('the message is there');
		await feishu.recall(张三.openId, said.messageId);
		await settle();
	};
	await 张三.says('求助 加班费不给');
	await takesBack();
	expect(await 张三.taps('上级党委')).toContain('没有保留');
	await 张三.says('流动登记 深圳 7月1日');
	await takesBack();
	expect(await 张三.taps('同意，登记')).toContain('已经不保留了');
	await 张三.says('求助 加班费不给');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
	await 张三.says('老板姓王', 张三.desk, 张三.newest().messageId);
	await takesBack();
	await 张三.taps('发给对方');
	expect(await count('ticket_word')).toBe(0);
	expect(陈敏.heard().join()).not.toContain('老板姓王');
});

test('an account without a name is shown to the assignee, who has to find them', async () => {
	const { 路人, 陈敏 } = stage;
	await 路人.says('求助 公司不给交社保');
	await 路人.taps('不说');
	await 路人.taps('上级党委');
	expect(await 陈敏.taps('我来办')).toContain(路人.openId);
});
