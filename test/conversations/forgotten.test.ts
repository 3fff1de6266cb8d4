import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealedWords } from '../town/sealed-values.ts';
import { DAY, MINUTE, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

/** Where these words lie sealed, for whoever has the key. */
function lying(words: RegExp): Promise<string[]> {
	const { town } = stage;
	return town.look((db) =>
		sealedWords(db, town.running.bot.vault)
			.filter((each) => words.test(each.words))
			.map(({ at }) => at),
	);
}

const PRIVATE = /深圳|13812345678|髋关节置换|工资拖欠|抬头写错|南山科技/;

test('what was taken back is forgotten after a day, wherever it lay', async () => {
	const { town, 张三, 李建国, 王小梅 } = stage;
	await 张三.says('流动登记 深圳 7月1日起 13812345678');
	await 张三.taps('同意，登记');
	expect(await lying(/13812345678/)).toContain('float.contact');
	await 李建国.says('转接 发起 张三 到 南山科技党支部');
	await 李建国.says('转接 介绍信 #1');
	await 李建国.says('撤回');
	await 张三.says('撤回');
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await 王小梅.says('请假 髋关节置换');
	await 王小梅.says('撤回');
	await 张三.says('求助 劳动维权 工资拖欠三个月');
	await 张三.taps('上级党委');
	await 张三.says('撤回');
	const lies = await lying(PRIVATE);
	expect(lies).toContain('ledger:attendance.reason');
	await town.pass(DAY - MINUTE);
	expect(await lying(PRIVATE)).not.toEqual([]);
	await town.pass(2 * MINUTE);
	expect(await lying(PRIVATE)).toEqual([]);
});
