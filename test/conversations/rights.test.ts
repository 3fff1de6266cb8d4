import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../town/actor.ts';
import { BRANCH, forge, openNeighbour, openStage, rowCounts, type Stage } from './stage.ts';

/** Two parts of one tree: 王小梅 is officer of the one with 星光电子党支部 in it, the other has 月亮电子党支部. */
let stage: Stage;
let neighbour: Awaited<ReturnType<typeof openNeighbour>>;
beforeAll(async () => {
	stage = await openStage();
	neighbour = await openNeighbour(stage);
	const { town, 陈敏, 王小梅, group } = stage;
	const [east, west] = [town.group('东园党委', [陈敏, 王小梅]), town.group('西园党委', [陈敏])];
	await 陈敏.says('支部 绑定 东园党委', east);
	await 陈敏.says('支部 绑定 西园党委', west);
	await 陈敏.says('支部 隶属 东园党委', group);
	await 陈敏.says('支部 隶属 西园党委', neighbour.group);
	await 陈敏.says('设为 组织员 @王小梅 东园党委', east);
});
afterAll(() => stage.town.close());

/** Says it, reads the refusal, and nothing is different. */
async function refused(who: Actor, words: string, why: string | RegExp, chatId?: string): Promise<void> {
	const before = await rowCounts(stage.town);
	expect(await who.says(words, chatId)).toMatch(why);
	expect(await rowCounts(stage.town)).toEqual(before);
}

test('an officer hangs nothing below what is another officer’s', async () => {
	const { 王小梅, 陈敏, group } = stage;
	await refused(王小梅, '支部 隶属 西园党委', '没有找到“西园党委”', group);
	await refused(王小梅, `支部 隶属 ${BRANCH} 西园党委`, '没有找到“西园党委”');
	await refused(王小梅, '支部 隶属 月亮电子党支部 东园党委', '不归您管理');
	expect(await 陈敏.says('支部 列表')).toMatch(/东园党委：0人\n• 　星光电子党支部/);
});

test('an officer gives no role in another part of the tree, and ends none there', async () => {
	const { 王小梅, 张三 } = stage;
	const { 孙丽, 赵强, group } = neighbour;
	for (const role of ['书记', '委员', '组织员'])
		await refused(王小梅, `设为 ${role} @张三 月亮电子党支部`, '不归您管理', stage.group);
	await refused(王小梅, '设为 委员 孙丽 月亮电子党支部', /不归您管理|没有找到/);
	await refused(王小梅, '设为 组织员 @张三 西园党委', '不归您管理', stage.group);
	await refused(王小梅, '卸任 赵强', /没有找到|没有可以卸任/);
	expect(await 赵强.says('名册')).toContain('孙丽');
	expect(await 张三.says('名册')).not.toContain('孙丽');
	expect(孙丽.heard(group).join()).not.toContain('委员');
});

test('nobody is moved out of a branch by another one', async () => {
	const { town, 王小梅, 李建国 } = stage;
	const { 赵强, 孙丽 } = neighbour;
	const both = town.group('联合活动', [王小梅, 李建国, 赵强, 孙丽]);
	for (const who of [李建国, 王小梅]) await refused(who, '调出 @孙丽 误加', /没有找到|不归您/, both);
	await refused(赵强, '调出 @张三 误加', /没有找到|不归您/, both);
	expect(await 赵强.says('名册')).toContain('孙丽');
});

test('nobody answers, or marks, for a meeting of another branch, though they are invited to it', async () => {
	const { 陈敏, 李建国, 王小梅, town } = stage;
	const { 赵强 } = neighbour;
	await 陈敏.says('设为 组织员 @陈敏 西园党委');
	await 陈敏.announces('例会 12月10日下午3点 西园党委');
	await 陈敏.announces('主题党日 12月11日下午3点 月亮电子党支部');
	const [talk] = await town.look((db) =>
		db.all<{ id: number }>(sql`select id from meeting where invites = 'secretaries'`),
	);
	expect(await 赵强.says('会议')).toContain('例会');
	await refused(赵强, `代 赵强 请假 #${talk?.id}`, '不归您管理');
	for (const who of [李建国, 王小梅]) {
		await refused(who, '代 孙丽 请假 #2', /没有找到/);
		await forge(town, who, 'answer-for', { meeting: '2', person: '孙丽', answer: 'leave' });
	}
	expect(await 赵强.says('会议 #2')).not.toContain('请假（1）');
});

test('who receives a transfer does not end it, nor put it off', async () => {
	const { 李建国, 陈敏, town } = stage;
	const { 赵强 } = neighbour;
	await 李建国.says('转接 发起 张三 到 月亮电子党支部');
	await 陈敏.says('转接 介绍信 #1');
	await 赵强.says('转接 接收 #1');
	await refused(赵强, '转接 完成 #1', '由转出的支部来办');
	await forge(town, 赵强, 'transfer.finish', { transfer: '1', sure: 'yes' });
	expect(await 赵强.says('名册')).not.toContain('张三');
	await 李建国.says('转接 完成 #1');
	expect(await 李建国.taps('收到了，办完')).toContain('转接完成 #1');
	expect(await 赵强.says('名册')).toContain('张三');
});
