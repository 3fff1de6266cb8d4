import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { like, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outbox } from '../../db/schema/index.ts';
import { plain } from '../town/plain.ts';
import { forge, openStage, type Stage } from './stage.ts';

let stage: Stage;
const log: string[] = [];
beforeEach(async () => {
	log.length = 0;
	stage = await openStage({ log: (line) => log.push(line) });
});
afterEach(() => stage.town.close());

function count(table: 'ticket' | 'ticket_word'): number {
	const [row] = stage.town.running.bot.db.all<{ count: number }>(
		sql`select count(*) as count from ${sql.identifier(table)}`,
	);
	return row?.count ?? 0;
}

test('a plain sentence of distress is asked about; nothing is stored before the taps', async () => {
	const { 张三, 陈敏, group } = stage;
	expect(await 张三.says('我快撑不下去了')).toContain('是想求助吗？');
	expect(await 张三.taps('不是')).toContain('什么也没有记');
	expect(await 张三.says('被拖欠工资三个月了')).toContain('是想求助吗？');
	expect(count('ticket')).toBe(0);
	expect(await 张三.taps('是')).toContain('请谁来帮您？');
	expect(count('ticket')).toBe(0);
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
	expect(await 王小梅.taps('请谁来帮您', 王小梅.desk, { story: '不想活了' })).toContain('12356');
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
	expect(count('ticket_word')).toBe(1);
	expect(await forge(town, 陈敏, 'ticket.erase', { ticket: '1' })).toContain('没有找到');
	await feishu.recall(张三.openId, asked.messageId);
	await settle();
	expect(await 张三.taps('删除')).toContain('内容已删除');
	expect(count('ticket_word')).toBe(0);
	expect(陈敏.heard().join()).not.toContain('辞退');
	expect(陈敏.heard().join()).toContain('编号1不用办了');
	expect(张三.heard().join()).not.toContain('劳动仲裁');
	const { db } = town.running.bot;
	const images = db.all<{ before: string | null; after: string | null }>(
		sql`select before, after from ledger_image join ledger on ledger.id = ledger_id
			where subject_table in ('ticket', 'ticket_word')`,
	);
	expect(images.length).toBeGreaterThan(4);
	expect(images.filter(({ before, after }) => before !== null || after !== null)).toEqual([]);
	expect(db.all(sql`select story, state from ticket`)).toEqual([{ story: '', state: 'withdrawn' }]);
	expect(await 张三.says('撤回')).not.toContain('已撤回');
});

test('what was written is read by requester and assignee alone', async () => {
	const { town, 张三, 陈敏, 李建国, 王小梅, 路人, group } = stage;
	const [story, word, answer] = ['髋关节置换', '轮椅租赁', '残联补贴'];
	await 张三.says(`求助 医疗 ${story}`);
	await 张三.taps('上级党委');
	await 李建国.says('求助单');
	await 陈敏.says('求助单');
	expect(陈敏.heard().join()).not.toContain(story);
	await 陈敏.taps('我来办');
	await 张三.says(`回复 #1 ${word}`);
	await 陈敏.says(`回复 #1 ${answer}`);
	await 路人.says(`回复 #1 ${word}吗`);
	await 李建国.says('还差什么');
	await 陈敏.says('求助单');
	await 陈敏.taps('看编号1');
	await 陈敏.says('办结');
	await 张三.says(`重开 #1 ${word}还没到`);
	expect(陈敏.heard().join()).toContain(story);
	expect(张三.heard().join()).toContain(answer);
	const secrets = [story, word, answer];
	const elsewhere = [李建国, 王小梅, 路人].flatMap((each) => each.heard());
	const inGroup = town.feishu
		.messages(group)
		.filter(({ from }) => from === 'bot')
		.map(plain);
	const metrics = await (await fetch(`${town.running.url}/metrics`)).text();
	const written = [...elsewhere, ...inGroup, ...log, metrics].join('\n');
	for (const secret of secrets) expect(written.includes(secret), secret).toBe(false);
	const files = readdirSync(town.dataDir).map((name) => join(town.dataDir, name));
	const leaks = files.filter(
		(path) => !path.endsWith('lock.db') && secrets.some((secret) => readFileSync(path).includes(secret)),
	);
	expect(files.some((path) => path.endsWith('-wal'))).toBe(true);
	expect(leaks).toEqual([]);
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
	const { db } = town.running.bot;
	await 张三.says('求助 司法援助 被人骗了三万');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
	await 陈敏.says('回复 #1 请报案');
	const rows = db
		.select()
		.from(outbox)
		.where(like(outbox.cardKey, 'ticket:%'))
		.all()
		.filter(({ work }) => work === 'send');
	expect(rows).toHaveLength(4);
	expect(rows.filter(({ urgent }) => urgent)).toHaveLength(4);
});

test('a button tapped twice makes one ticket', async () => {
	const { town, 张三 } = stage;
	await 张三.says('求助 公司欠薪');
	const receipt = await 张三.taps('上级党委');
	expect(receipt).toContain('收到，编号1');
	expect(await forge(town, 张三, 'ticket.send', { route: 'superior' })).toContain('收到，编号1');
	expect(count('ticket')).toBe(1);
});
