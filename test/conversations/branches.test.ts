import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BRANCH, forge, openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
});
afterAll(() => stage.town.close());

test('binding: in private, by a member, again, and in another group', async () => {
	const { town, 陈敏, 张三, group } = stage;
	expect(await 陈敏.says('支部 绑定 朝阳党支部')).toContain('请在支部自己的群里办');
	expect(await 张三.says('支部 绑定 朝阳党支部', group)).toContain('由组织员来办');
	expect(await 陈敏.says(`支部 绑定 ${BRANCH}`, group)).toContain('本群已经绑定');
	expect(await 陈敏.says('支部 绑定', group)).toContain('请写上支部全称');
	expect(await 陈敏.says('支部 绑定 朝阳党支部吗？', group)).toContain('您是在问吗');
	const other = town.group('星光新群', [陈敏, 张三]);
	expect(await 陈敏.says(`支部绑定 “${BRANCH}”`, other)).toContain('原来绑定的群不再收通知');
	expect(await 陈敏.taps('不对，撤回', other)).toContain('已撤回');
	expect(await 陈敏.says(`支部 绑定 ${BRANCH}`, group)).toContain('本群已经绑定');
});

test('who is on no roster is counted, asked in the group by a card, and entered by nobody', async () => {
	const { 陈敏, 路人, 李建国, group } = stage;
	const asked = 陈敏.heard().find((said) => said.includes('不在任何名册上'));
	expect(asked).toContain('群里有5人，其中5人不在任何名册上');
	expect(await 陈敏.taps('发报到卡')).toContain('报到卡正在发到群里');
	expect(await 路人.taps('我来报到', group)).toContain('请告诉我您的姓名');
	await 路人.says('陆仁');
	expect(await 路人.taps('知道了，报到')).toContain('已转给书记确认');
	expect(await 李建国.says('名册')).not.toContain('陆仁');
});

test('what was bound by mistake goes, unless something hangs on it by now', async () => {
	const { town, 陈敏, 张三 } = stage;
	const [right, wrong] = [town.group('朝阳', [陈敏, 张三]), town.group('夕阳', [陈敏, 张三])];
	await 陈敏.says('支部 绑定 夕阳党支部', wrong);
	expect(await 陈敏.taps('不对，撤回', wrong)).toContain('已撤回');
	expect(await 陈敏.says('支部 列表')).not.toContain('夕阳');
	await 陈敏.says('支部 绑定 朝阳党支部', right);
	await 陈敏.says('设为 委员 @张三', right);
	const [bound] = await town.look((db) =>
		db.all<{ turn: string }>(
			sql`select turn from ledger where command = 'branch.bind' order by id desc limit 1`,
		),
	);
	expect(await forge(town, 陈敏, 'undo', { turn: bound?.turn ?? '' })).toContain('后来又有了新的变化');
});

test('the tree: one above the other, never in a circle', async () => {
	const { town, 陈敏, group } = stage;
	const committee = town.group('两新党委', [陈敏]);
	expect(await 陈敏.says('支部 绑定 高新区两新党委', committee)).toContain('绑定好了');
	expect(await 陈敏.says('支部 隶属 没有的党委', group)).toContain('没有找到“没有的党委”');
	expect(await 陈敏.says('支部 隶属 高新区两新党委', group)).toContain('的上级党组织是“高新区两新党委”');
	expect(await 陈敏.says('支部 隶属 高新区两新党委', group)).toContain('本来就是');
	expect(await 陈敏.says(`支部 隶属 ${BRANCH}`, committee)).toContain('不能反过来挂');
	expect(await 陈敏.says('支部 隶属 朝阳党支部 高新区两新党委')).toContain('“朝阳党支部”的上级');
	expect(await 陈敏.says('支部 列表')).toMatch(/高新区两新党委：0人\n(?:.*\n)*.*　朝阳党支部/);
	expect(await 陈敏.says('撤回')).toContain('已撤回');
	expect(await 陈敏.says('支部 列表')).not.toContain('　朝阳党支部');
});

test('an officer of a part of the tree binds below that part, and nowhere else', async () => {
	const { town, 陈敏, 王小梅, group } = stage;
	const committee = town.group('园区总支群', [陈敏, 王小梅]);
	await 陈敏.says('支部 绑定 园区党总支', committee);
	expect(await 陈敏.says('设为 组织员 @王小梅 园区党总支', committee)).toContain('“园区党总支”组织员');
	const below = town.group('园区一支部群', [王小梅]);
	expect(await 王小梅.says('支部 绑定 园区第一党支部', below)).toContain('上级是“园区党总支”');
	expect(await 王小梅.says(`支部 绑定 ${BRANCH}`, below)).toContain('不归您管理');
	expect(await 王小梅.says('支部 绑定 新支部', group)).toContain('不归您管理');
	expect(await 王小梅.says('支部 列表')).not.toContain(BRANCH);
});
