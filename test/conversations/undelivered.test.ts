import { afterEach, beforeEach, expect, test } from 'vitest';
import { openUndelivered } from '../../db/outbox/index.ts';
import { accountKnown } from '../../db/people.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

const PLAN = '主题党日 周五下午3点 二楼';

test('the bot was removed from the group: its author hears why, members are told singly, and it stays to be done', async () => {
	const { town, group, 李建国, 张三, 王小梅 } = stage;
	await town.feishu.removeBot(group, 李建国.openId);
	const said = await 李建国.announces(PLAN);
	expect(said).not.toMatch(/通知发好了|已发到群里/);
	expect(said).toContain('没能发到群里');
	expect(said).toMatch(/有消息没送到\n• “.*主题党日”的通知没能发到群里：我不在这个群里了/);
	expect(said).not.toMatch(/2300|2320/);
	expect(张三.reads()).toContain('主题党日');
	expect(await 张三.taps('参加')).toContain('参加');
	expect(王小梅.reads()).toContain('主题党日');
	expect(await 李建国.says('还差什么')).toContain('没能发到群里');
	await 李建国.taps('已转告');
	expect(await 李建国.says('还差什么')).not.toContain('没能发到');
});

test('what arrives is reported as on its way first, and as arrived only then', async () => {
	const { town, 李建国 } = stage;
	const seen: string[] = [];
	town.feishu.subscribe((change) => {
		if (change.kind === 'message' && change.message.chatId === 李建国.desk) seen.push(change.message.content);
	});
	const said = await 李建国.announces(PLAN);
	expect(said).toContain('通知发好了');
	expect(said).toContain('其中1人没有飞书');
	expect(seen.find((content) => content.includes('会议已安排'))).toContain('通知正在发到群里');
	expect(seen.at(-1)).toContain('通知发好了');
	expect(await 李建国.says('还差什么')).not.toContain('没送到');
});

test('a reply that is refused is not reported as passed on', async () => {
	const { town, 张三, 陈敏 } = stage;
	await 张三.says('求助 工资三个月没发');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
	town.feishu.block(张三.openId);
	const said = await 陈敏.says('回复 #1 明天上午联系您');
	expect(said).not.toMatch(/马上收到|已转给对方/);
	expect(said).toContain('没有送到');
	expect(said).toContain('没送到张三：对方停用了我');
	expect(said).toMatch(/打电话.*转办 #1/);
	expect(await 陈敏.says('还差什么')).toContain('没送到张三');
	town.feishu.block(张三.openId, false);
	await 陈敏.says('回复 #1 明天上午联系您');
	expect(张三.reads()).toContain('明天上午联系您');
	expect(await 陈敏.says('还差什么')).not.toContain('没送到张三');
});

test('a requester hears that nobody on duty was reached, and only when none was', async () => {
	const { town, 张三, 王小梅, 陈敏 } = stage;
	const 何洁 = town.person('何洁');
	const office = town.group('两新党委', [陈敏, 何洁]);
	await 陈敏.says('设为 组织员 @何洁', office);
	town.feishu.block(何洁.openId);
	await 张三.says('求助 工资三个月没发');
	expect(await 张三.taps('上级党委')).not.toContain('没送到');
	expect(陈敏.reads()).toContain('我来办');
	town.feishu.hide(陈敏.openId);
	await 王小梅.says('求助 工资三个月没发');
	const said = await 王小梅.taps('上级党委');
	expect(said).toContain('没送到该办的同志');
	expect(said).toContain('现在还没有人看到您的求助');
	expect(said.match(/有消息没送到/g)).toHaveLength(1);
});

test('several who can’t be reached are one message to who moved the meeting', async () => {
	const { town, 李建国, 张三, 王小梅 } = stage;
	await 李建国.announces(PLAN);
	await 张三.says('参加');
	await 王小梅.says('参加');
	await town.feishu.removeBot(stage.group, 李建国.openId);
	town.feishu.block(张三.openId);
	town.feishu.hide(王小梅.openId);
	const before = 李建国.heard().length;
	const said = await 李建国.announces('会议 改期 #1 周六下午3点');
	expect(said).toContain('没送到张三：对方停用了我');
	expect(said).toContain('没送到王小梅：我还没有对这位同志开放');
	expect(said.match(/有消息没送到/g)).toHaveLength(1);
	expect(李建国.heard().length).toBe(before + 2);
});

test('who is told of a role, and can’t be, is told of by whoever noted it', async () => {
	const { town, group, 陈敏, 张三 } = stage;
	await 张三.says('你好');
	town.feishu.block(张三.openId);
	expect(await 陈敏.says('设为 委员 @张三', group)).toContain('没送到张三');
	expect(await 陈敏.says('还差什么')).toContain('您让我转告的消息没送到张三');
});

test('the decision on a registration that does not arrive is told of to who decided', async () => {
	const { town, 路人, 李建国 } = stage;
	await 路人.says('报到 路人');
	await 路人.taps('知道了，报到');
	town.feishu.block(路人.openId);
	expect(await 李建国.taps('正式党员')).toContain('没送到路人');
});

test('nobody settles what another could not deliver', async () => {
	const { town, group, 李建国, 陈敏 } = stage;
	await town.feishu.removeBot(group, 李建国.openId);
	await 李建国.announces(PLAN);
	expect(await 陈敏.says('还差什么')).not.toContain('没能发到');
});

test('back in the group the bot tells what it could not, and it is settled', async () => {
	const { town, group, 李建国 } = stage;
	await town.feishu.removeBot(group, 李建国.openId);
	await 李建国.announces(PLAN);
	await town.feishu.addBot(group, 李建国.openId);
	await town.settle();
	expect(李建国.heard(group).join('\n')).toContain('主题党日');
	expect(李建国.heard().join('\n')).toContain('已经办好了');
	expect(await 李建国.says('还差什么')).not.toContain('没能发到');
});

test('removed after the notice went out: a move and the end reach everybody singly', async () => {
	const { town, group, 李建国, 张三, 王小梅 } = stage;
	await 李建国.announces(PLAN);
	await town.feishu.removeBot(group, 李建国.openId);
	await 李建国.announces('会议 改期 #1 周六下午3点');
	for (const each of [张三, 王小梅]) expect(each.reads()).toContain('会议改期了');
	await town.feishu.addBot(group, 李建国.openId);
	const before = 张三.heard().length;
	await 李建国.announces('会议 改期 #1 周六下午4点');
	expect(张三.heard().length).toBe(before);
	expect(张三.reads(group)).toContain('会议改期了');
});

/** 陈敏 has written to 张三, who can't be reached. */
async function unheard(): Promise<void> {
	const { town, 张三, 陈敏 } = stage;
	await 张三.says('求助 工资三个月没发');
	await 张三.taps('上级党委');
	await 陈敏.taps('我来办');
	town.feishu.block(张三.openId);
	await 陈敏.says('回复 #1 明天上午联系您');
	expect(await 陈敏.says('还差什么')).toContain('没送到张三');
	town.feishu.block(张三.openId, false);
}

test('a request that is erased leaves nothing to deliver', async () => {
	const { town, 张三, 陈敏 } = stage;
	await unheard();
	const asked = town.feishu.messages(张三.desk).find(({ from }) => from === 张三.openId);
	await town.feishu.recall(张三.openId, asked?.messageId ?? '');
	await town.settle();
	await 张三.taps('删除');
	expect(await 陈敏.says('还差什么')).not.toContain('没送到');
	expect(陈敏.heard().join('\n')).toContain('没送到的消息，已经办好了');
});

test('an account that is gone leaves none of its own behind, and is not brought back by what it said', async () => {
	const { town, 陈敏 } = stage;
	await unheard();
	const left = () =>
		town.look((db) => [
			accountKnown(db, 陈敏.openId)?.leftAt != null,
			openUndelivered(db, 陈敏.openId).length,
		]);
	expect(await left()).toEqual([false, 1]);
	await town.feishu.resign(陈敏.openId);
	await town.settle();
	expect(await left()).toEqual([true, 0]);
});

test('an account that turns out to be somebody on a roster keeps what did not arrive', async () => {
	const { town, 李建国, 陈敏 } = stage;
	const 钱伟 = town.person('钱伟');
	await 李建国.says('名册 添加 钱伟');
	await 李建国.taps('对，记入1人');
	await 钱伟.says('求助 被公司辞退了');
	await 钱伟.taps('不说');
	await 钱伟.taps('上级党委');
	await 陈敏.taps('我来办');
	town.feishu.block(陈敏.openId);
	await 钱伟.says('回复 #1 合同还在');
	town.feishu.block(陈敏.openId, false);
	const before = await town.look((db) => accountKnown(db, 钱伟.openId)?.id);
	await 钱伟.says('报到 钱伟');
	await 钱伟.taps('知道了，报到');
	await 李建国.taps('是本支部党员');
	expect(await town.look((db) => accountKnown(db, 钱伟.openId)?.id)).not.toBe(before);
	expect(await 钱伟.says('还差什么')).toContain('没送到对方');
	await 钱伟.taps('已转告');
	expect(await 钱伟.says('还差什么')).not.toContain('没送到');
});
