import { expect, onTestFinished, test } from 'vitest';
import { DAY, openStage } from '../conversations/stage.ts';

test('nobody takes it: those who were asked are reminded, nobody who was passed by', async () => {
	const stage = await openStage();
	onTestFinished(() => stage.town.close());
	const { town, 陈敏, 张三, 王小梅, 李建国, group } = stage;
	const 何洁 = town.person('何洁');
	const office = town.group('两新党委', [陈敏, 何洁]);
	await 陈敏.says('支部 绑定 高新区两新党委', office);
	await 陈敏.says('支部 隶属 高新区两新党委', group);
	await 陈敏.says('设为 组织员 @何洁 高新区两新党委', office);
	await 陈敏.says('设为 组织员 @王小梅 高新区两新党委', group);
	await 陈敏.says('设为 委员 @王小梅 星光电子党支部', group);
	await 张三.says('求助 加班费不给');
	await 张三.taps('上级党委');
	await 李建国.says('求助 家里交不起房租');
	await 李建国.taps('本支部');
	await town.pass(3 * DAY);
	expect(王小梅.heard().join()).not.toMatch(/编号1|#1/);
	const digest = 何洁.heard().join();
	expect(digest).toContain('#1 劳动维权');
	expect(digest).toContain('#2 困难救助');
});
