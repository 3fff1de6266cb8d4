import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keysOf } from '../../db/schema/keys.ts';
import { declaredOf, ledgeredTables } from '../../db/schema/ledgered.ts';
import { sealedIn } from '../../db/schema/sealed.ts';
import { BRANCH, DAY, openNeighbour, openStage, type Stage } from '../conversations/stage.ts';
import type { Town } from '../town/town.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage({ clockStart: Date.parse('2026-07-01T10:00:00+08:00') });
	await watchWrites(stage.town);
	await longDay(stage);
}, 60_000);
afterAll(() => stage.town.close());

/** SQLite itself notes every write of a ledgered table, whoever makes it and by whatever statement. */
async function watchWrites({ look }: Town): Promise<void> {
	await look((db) => {
		const run = (statement: string) => db.run(sql.raw(statement));
		run(
			'create table written (id integer primary key, subject text, subject_key text, change text, after integer)',
		);
		for (const table of ledgeredTables()) {
			const name = getTableName(table);
			const columns = Object.entries(getTableColumns(table));
			const nameOf = (key: string) => snake(columns.find(([each]) => each === key)?.[1].name ?? key);
			const { unledgered = [] } = declaredOf(table);
			const key = (row: string) =>
				`json_object(${keysOf(table).map((each) => `'${each}', ${row}.${nameOf(each)}`)})`;
			const differs = columns
				.filter(([each]) => !unledgered.some((technical) => technical === each))
				.map(([each]) => `old."${nameOf(each)}" is not new."${nameOf(each)}"`);
			const note = (change: string, row: string) =>
				`insert into written (subject, subject_key, change, after) select '${name}', ${key(row)}, '${change}', coalesce(max(id), 0) from ledger`;
			run(`create trigger added_${name} after insert on "${name}" begin ${note('added', 'new')}; end`);
			run(`create trigger removed_${name} after delete on "${name}" begin ${note('removed', 'old')}; end`);
			run(
				`create trigger changed_${name} after update on "${name}" when ${differs.join(' or ')} begin ${note('changed', 'new')}; end`,
			);
		}
	});
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Words that write into every table that people's data live in, and take something back. */
async function longDay(stage: Stage): Promise<void> {
	const { town, 陈敏, 李建国, 张三, 王小梅, group } = stage;
	const { 赵强 } = await openNeighbour(stage);
	const office = town.group('两新党委', [陈敏]);
	await 陈敏.says('支部 绑定 高新区两新党委', office);
	await 陈敏.says('支部 隶属 高新区两新党委', group);
	await 李建国.announces('主题党日 7月10日下午3点 二楼');
	await 张三.says('请假 髋关节置换');
	await 王小梅.taps('参加', group);
	await 王小梅.says('撤回');
	await 李建国.says('名册 添加\n钱伟');
	await 李建国.taps('对，记入1人');
	const 钱伟 = town.person('钱伟');
	await 钱伟.says('求助 被公司辞退了');
	await 钱伟.taps('下一步', 钱伟.desk, { firm: '远洋纸箱厂' });
	await 钱伟.taps('上级党委');
	await 陈敏.taps('我来办');
	await 钱伟.says('回复 #1 合同还在');
	await 陈敏.says('回复 #1 请带身份证');
	await 钱伟.says('提醒 暂停 30天');
	await 钱伟.says(`报到 钱伟 ${BRANCH}`);
	await 钱伟.taps('知道了，报到');
	await 李建国.taps('是本支部党员');
	await town.feishu.enterPrivateChat(钱伟.openId);
	await 钱伟.says('谢谢');
	await 张三.says('流动登记 深圳 6月1日 13800000000');
	await 张三.taps('同意，登记');
	await 李建国.says('流动登记 流入 钱小燕 原属 光明社区党支部 东湖工业园 6月1日起 13900000001');
	await 李建国.taps('已同意，登记');
	await 李建国.says('已联系 张三');
	await 李建国.says('转接 发起 张三 到 月亮电子党支部');
	await 陈敏.says('转接 介绍信 #1');
	await 赵强.says('转接 退回 #1 抬头写错了');
	await 李建国.announces('会议 今天上午10点20分 三楼');
	await 李建国.says('登记到会 #2 全到');
	await 李建国.says('登记到会 #2 缺 王小梅 事由 核对签到表');
	await 李建国.says('会议 取消 #1 下雨');
	await 李建国.taps('取消，通知大家');
	await 陈敏.says('告知信息 高新区两新党委 0755-12345678');
	await 陈敏.taps('对，就这样告知');
	await 陈敏.says(`名册 ${BRANCH}`);
	await 陈敏.taps('核对名册');
	await town.feishu.resign(王小梅.openId);
	await town.settle();
}

test('each write of a ledgered table, technical fields apart, stands in the ledger, and in its order', async () => {
	const { written, noted } = await stage.town.look((db) => ({
		written: db.all<{ subject: string; key: string; change: string }>(
			sql`select subject, subject_key as key, change from written order by id`,
		),
		noted: db.all<{ subject: string; key: string; change: string }>(
			sql`select subject_table as subject, subject_key as key, change from ledger
				where id > (select min(after) from written) order by id`,
		),
	}));
	expect(written).toEqual(noted);
	expect([...new Set(written.map(({ subject }) => subject))].sort()).toEqual(
		ledgeredTables().map(getTableName).sort(),
	);
});

test('what was sealed stays in the ledger for a day, whatever the table; that it was written stays', async () => {
	const images = () =>
		stage.town.look((db) =>
			ledgeredTables().flatMap((table) =>
				sealedIn(table).map((name) => {
					const found = db.all<{ kept: number }>(
						sql`select before is not null or after is not null as kept from ledger
							join ledger_image on ledger_id = id where subject_table = ${getTableName(table)}
							and exists (select 1 from json_each(fields) where value = ${name})`,
					);
					const kept = found.filter((each) => each.kept === 1).length;
					return { name: `${getTableName(table)}.${name}`, written: found.length > 0, kept: kept > 0 };
				}),
			),
		);
	const before = await images();
	expect(before.map(({ name }) => name).sort()).toEqual([
		'attendance.correctedWhy',
		'attendance.reason',
		'float.contact',
		'float.home',
		'float.place',
		'look.why',
		'ticket.firm',
		'ticket.story',
		'ticket_word.text',
		'transfer.fromName',
		'transfer.reason',
		'transfer.toName',
	]);
	for (const each of before) expect(each).toMatchObject({ written: true, kept: true });
	await stage.town.pass(DAY + 60_000);
	for (const each of await images()) expect(each).toMatchObject({ written: true, kept: false });
});
