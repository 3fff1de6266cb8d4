import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVault, SealBroken } from '../../db/vault.ts';
import { openStage, type Stage } from '../conversations/stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('what is sealed opens at its own place and at no other', () => {
	const vault = openVault(['a key that is long enough for a test']);
	const place = { table: 'attendance', column: 'reason', row: '1:2' };
	const sealed = vault.seal('夜班', place);
	expect(vault.open(sealed, place)).toBe('夜班');
	for (const moved of [{ table: 'ticket' }, { column: 'note' }, { row: '1:3' }])
		expect(() => vault.open(sealed, { ...place, ...moved })).toThrow(SealBroken);
});

test('a reason that was moved to somebody else’s row is read to nobody', async () => {
	const { town, 张三, 王小梅, 李建国 } = stage;
	await 李建国.announces('主题党日 周五下午3点 二楼');
	await 张三.says('请假 髋关节置换');
	await 王小梅.says('请假 夜班');
	expect(await 李建国.says('会议 #1')).toContain('髋关节置换');
	const { db } = town.running.bot;
	db.run(sql`update attendance set reason = (select other.reason from attendance as other where other.person_id =
		(select id from person where open_id = ${张三.openId})) where person_id =
		(select id from person where open_id = ${王小梅.openId})`);
	expect(await 李建国.says('会议 #1')).not.toContain('髋关节置换');
});
