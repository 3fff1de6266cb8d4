import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rewrapState } from '../../db/rewrap/index.ts';
import { openVault } from '../../db/vault.ts';
import { DATA_KEY } from '../town/home.ts';
import { keysFound, sealedWords } from '../town/sealed-values.ts';
import { DAY, openStage, type Stage } from './stage.ts';

const NEW = 'the key that is to take its place from now on';
const [oldId] = openVault([DATA_KEY]).keys;
const [newId] = openVault([NEW]).keys;

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
});
afterEach(() => stage.town.close());

async function privateThings({ 张三, 王小梅, 李建国 }: Stage): Promise<void> {
	await 张三.says('流动登记 深圳 7月1日起 13812345678');
	await 张三.taps('同意，登记');
	await 李建国.says('转接 发起 张三 到 南山科技党支部');
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await 王小梅.says('请假 髋关节置换');
}

test('a new first key takes over, and what was private is read as before with it alone', async () => {
	const { town, 李建国, 张三, 王小梅 } = stage;
	await privateThings(stage);
	const words = await town.look((db) => sealedWords(db, openVault([DATA_KEY])));
	expect(await town.look(keysFound)).toEqual({ [oldId]: words.length });

	await town.restart({ dataKeys: [NEW, DATA_KEY] });
	await town.pass(1_000);
	expect(await town.look(rewrapState)).toEqual({ seals: newId, others: [], rewrap: 'finished' });
	expect((await town.look(keysFound))[oldId]).toBeUndefined();

	await town.restart({ dataKeys: [NEW] });
	expect(await 李建国.says('会议 #1')).toContain('髋关节置换');
	expect(await 张三.says('流动')).toContain('13812345678');
	expect(await 李建国.says('转接 #1')).toContain('南山科技党支部');
	// What was done under the old key is taken back under the new one.
	await 王小梅.says('撤回');
	expect(await 李建国.says('会议 #1')).not.toContain('髋关节置换');
});

test('what an earlier version kept in plain is sealed before anybody can read it', async () => {
	const { town, 李建国 } = stage;
	await privateThings(stage);
	await town.look((db) => {
		db.run(sql`update float set place = '深圳市南山区'`);
		db.run(sql`update transfer set from_name = '星光电子党支部', to_name = '前海科技党支部'`);
		db.run(sql`delete from ledger_image`);
		db.run(sql`insert into ledger_image (ledger_id, after)
			select max(id), '{"toName":"前海科技党支部"}' from ledger where subject_table = 'transfer'`);
		db.run(sql`insert into data_key (id, since, seals) values ('plain', 0, 0)`);
	});
	await town.restart();
	const kept = () =>
		town.look((db) =>
			JSON.stringify(
				['float', 'transfer', 'ledger_image'].map((name) => db.all(sql.raw(`select * from ${name}`))),
			),
		);
	expect(await kept()).not.toMatch(/深圳|前海|星光电子/);
	expect(await kept()).toContain('toName');
	expect(await town.look(rewrapState)).toMatchObject({ others: [], rewrap: 'finished' });
	expect(await 李建国.says('流动 张三')).toContain('深圳市南山区');
	expect(await 李建国.says('转接 #1')).toContain('前海科技党支部');
	await town.pass(DAY);
	expect(await kept()).not.toContain('toName');
});
