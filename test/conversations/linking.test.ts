import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTown, type Town } from '../town/town.ts';

let town: Town;
beforeEach(async () => {
	town = await openTown();
});
afterEach(() => town.close());

test('a secretary invited before the roster knows the account keeps the invitation when the two are joined', async () => {
	const 陈敏 = town.person('陈敏');
	const 老李 = town.person('李建国');
	const committee = town.group('两新党委', [陈敏, 老李]);
	const group = town.group('星光电子', [陈敏, 老李]);
	await 陈敏.says(`管理码 ${town.running.officerCode}`);
	await 陈敏.says('支部 绑定 东湖镇两新党委', committee);
	await 陈敏.says('支部 绑定 星光电子党支部', group);
	await 陈敏.says('设为 书记 @李建国', group);
	await 陈敏.announces('例会 下周三下午3点', committee);
	expect(await 老李.says('参加')).toContain('已记：参加');

	await 陈敏.says('名册 添加 李建国 星光电子党支部');
	await 陈敏.taps('对，记入1人');
	expect(await 老李.says('会议')).toContain('党务工作者例会');
	expect(await 老李.says('会议 #1')).toContain('参加');
});

test('what was taken back by its own way is not found a second time', async () => {
	const 陈敏 = town.person('陈敏');
	const group = town.group('星光电子', [陈敏]);
	await 陈敏.says(`管理码 ${town.running.officerCode}`);
	await 陈敏.says('支部 绑定 星光电子党支部', group);
	await 陈敏.announces('主题党日 下周三下午3点', group);
	expect(await 陈敏.says('撤回')).toContain('已撤回');
	expect(await 陈敏.says('撤回')).not.toContain('有新的变化');
});

test('who asked for help before the roster knew the account keeps the request, and can still erase it', async () => {
	const 陈敏 = town.person('陈敏');
	const 钱伟 = town.person('钱伟');
	const group = town.group('星光电子', [陈敏]);
	await 陈敏.says(`管理码 ${town.running.officerCode}`);
	await 陈敏.says('支部 绑定 星光电子党支部', group);
	await 陈敏.says('名册 添加 钱伟');
	await 陈敏.taps('对，记入1人');
	await 钱伟.says('求助 被公司辞退了');
	await 钱伟.taps('不说');
	await 钱伟.taps('上级党委');
	await 陈敏.taps('我来办');
	await 钱伟.says('回复 #1 合同还在');
	const asked = town.feishu
		.messages(钱伟.desk)
		.find(({ from, content }) => from === 钱伟.openId && content.includes('辞退'));
	if (!asked) throw new Error('the message is there');
	await 钱伟.says('报到 钱伟');
	await 钱伟.taps('知道了，报到');
	expect(await 陈敏.taps('是本支部党员')).toContain('已确认报到');
	expect(await 钱伟.says('求助单')).toContain('编号1 · 劳动维权 · 正在办');
	await town.feishu.recall(钱伟.openId, asked.messageId);
	await town.settle();
	expect(await 钱伟.taps('删除')).toContain('内容已删除');
	const left = await town.look((db) =>
		db.all(
			sql`select 1 from ledger_image join ledger on ledger.id = ledger_id
				where subject_table in ('ticket', 'ticket_word') and (before is not null or after is not null)`,
		),
	);
	expect(left).toEqual([]);
});

test('who came in, and whose transfer was begun, before the roster knew the account keeps both', async () => {
	const 陈敏 = town.person('陈敏');
	const 钱伟 = town.person('钱伟');
	const group = town.group('星光电子', [陈敏]);
	await 陈敏.says(`管理码 ${town.running.officerCode}`);
	await 陈敏.says('支部 绑定 星光电子党支部', group);
	await 钱伟.says('流动登记 流入 原属 光明社区党支部 东湖工业园 5月1日起');
	await 钱伟.says('钱伟');
	await 钱伟.taps('同意，登记');
	await 钱伟.says('转接 发起');
	expect(await 钱伟.says('转接')).toContain('#1');
	await 陈敏.says('名册 添加 钱伟');
	await 陈敏.taps('对，记入1人');
	await 钱伟.says('报到 钱伟');
	expect(await 钱伟.taps('知道了，报到')).toContain('已转给书记确认');
	await 陈敏.taps('是本支部党员');
	expect(await 钱伟.says('转接')).toContain('#1');
	expect(await 钱伟.says('流动')).toContain('东湖工业园');
});
