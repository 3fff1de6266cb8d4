import { expect, onTestFinished, test } from 'vitest';
import { DAY, openStage } from '../conversations/stage.ts';
import { reminders } from './cases.ts';

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
	expect(张三.heard().join()).toContain('#1：您的求助还没有人接，我已经催了值班的人。着急请直接打12333');
	expect(张三.heard().join()).not.toContain('#2');
});

test('given back late by who took it: that nobody has it is said at once, its day being over', async () => {
	const stage = await openStage();
	onTestFinished(() => stage.town.close());
	const { town, 陈敏, 张三, group } = stage;
	const 何洁 = town.person('何洁');
	const office = town.group('两新党委', [陈敏, 何洁]);
	await 陈敏.says('支部 绑定 高新区两新党委', office);
	await 陈敏.says('支部 隶属 高新区两新党委', group);
	await 陈敏.says('设为 组织员 @何洁 高新区两新党委', office);
	await 张三.says('求助 加班费不给');
	await 张三.taps('上级党委');
	await 何洁.taps('我来办');
	for (let day = 0; day < 4; day++) await town.pass(DAY);
	const heard = 陈敏.heard().length;
	await 陈敏.says('卸任 @何洁', office);
	await 陈敏.taps('登记卸任');
	for (let day = 0; day < 2; day++) await town.pass(DAY);
	const reminded = await reminders(town);
	expect(reminded.filter(({ rule }) => rule === 'ticket.not-taken')).toMatchObject([
		{ name: '陈敏', state: 'sent' },
	]);
	expect(陈敏.heard().slice(heard).join()).toContain('还没有人');
});
