import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

function ticketCount(): Promise<unknown[]> {
	return stage.town.look((db) => db.all(sql`select id from ticket`));
}

test('the same request said again while it is open is one request, and is told once', async () => {
	const { 张三, 陈敏 } = stage;
	await 张三.says('求助 劳动维权 三个月没发工资');
	await 张三.taps('上级党委');
	const heard = 陈敏.heard().length;
	await 张三.says('求助 劳动维权 三个月没发工资');
	expect(await 张三.taps('上级党委')).toContain('编号1');
	expect(await ticketCount()).toHaveLength(1);
	expect(陈敏.heard()).toHaveLength(heard);
});

test('another matter is another request, and so is the same one after its end', async () => {
	const { 张三, 陈敏 } = stage;
	await 张三.says('求助 劳动维权 三个月没发工资');
	await 张三.taps('上级党委');
	await 张三.says('求助 劳动维权 社保断缴了');
	await 张三.taps('上级党委');
	expect(await ticketCount()).toHaveLength(2);
	await 陈敏.says('我来办 #1');
	await 陈敏.says('办结 #1');
	await 张三.says('满意 #1');
	await 张三.says('求助 劳动维权 三个月没发工资');
	await 张三.taps('上级党委');
	expect(await ticketCount()).toHaveLength(3);
});
