import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from './figures-stage.ts';
import { BRANCH, openNeighbour, openStage, type Stage } from './stage.ts';

const MOON = '月亮电子党支部';
const UNION = '园区党总支';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await openNeighbour(stage);
	const { town, 陈敏, 路人 } = stage;
	const union = town.group('园区总支群', [陈敏, 路人]);
	await 陈敏.says(`支部 绑定 ${UNION}`, union);
	await 陈敏.says(`支部 隶属 ${BRANCH} ${UNION}`);
	await 陈敏.says(`设为 组织员 @路人 ${UNION}`, union);
	await town.look((db) => {
		const { tickets, at, branchId } = rowsOf(db);
		tickets(6, 'labour', BRANCH, '2026-10-10', { state: 'taken', takenAt: at('2026-10-11') });
		tickets(5, 'insurance', BRANCH, '2026-10-12');
		tickets(2, 'hardship', BRANCH, '2026-11-02', { state: 'confirmed', confirmedAt: at('2026-11-05') });
		tickets(3, 'other', BRANCH, '2026-11-02', { state: 'withdrawn' });
		tickets(1, 'medical', MOON, '2026-11-03');
		const past = { route: 'superior' as const };
		tickets(7, 'legal', BRANCH, '2026-11-04', { ...past, dutyBranchId: branchId(UNION) });
		tickets(5, 'loans', BRANCH, '2026-11-04', { ...past, dutyBranchId: null });
	});
});
afterAll(() => stage.town.close());

test('a branch never counts what passes it by', async () => {
	const own = await stage.李建国.says('统计 求助');
	expect(own).toContain('新求助13件，接手6件，确认办结2件');
	expect(own).toContain('还没办结\n11件');
	expect(own).toContain('劳动维权 | 6');
	expect(own).toContain('司法援助 | <5');
	expect(own).toContain('贷款 | <5');
	expect(own).not.toMatch(/王小梅|sealed/);
});

test('a small number can not be taken from the total: one more category is kept back', async () => {
	const own = await stage.李建国.says('统计 求助');
	expect(own).toContain('困难救助 | <5');
	expect(own).toContain('保险 | 不单列');
	expect(own).not.toContain('保险 | 5');
	const overview = await stage.李建国.says('统计');
	expect(overview).toContain('劳动维权6件，其他几类不单列');
	expect(overview).not.toContain('困难');
});

test('an officer counts what is asked at or below the own node, and not above', async () => {
	const { 路人, 陈敏 } = stage;
	const part = await 路人.says('统计 求助');
	expect(part).toContain('新求助20件');
	expect(part).toContain('贷款 | <5');
	const whole = await 陈敏.says('统计 求助');
	expect(whole).toContain('新求助26件');
	expect(whole).toContain('贷款 | 不单列');
	expect(whole).toContain('司法援助 | 7');
	expect(await 路人.says(`统计 求助 ${MOON}`)).toContain('不归您管理');
});

test('a part of what one looks after comes without categories', async () => {
	const { 陈敏 } = stage;
	const part = await 陈敏.says(`统计 求助 ${MOON}`);
	expect(part).toContain('新求助1件');
	expect(part).not.toMatch(/医疗|劳动维权/);
	expect(part).toContain('以免从几个小数字推出是谁');
	expect(await 陈敏.says(`统计 ${MOON}`)).not.toMatch(/医疗|劳动维权/);
	const one = await 陈敏.says(`统计 求助 ${BRANCH}`);
	expect(one).toContain('新求助13件');
	expect(one).not.toMatch(/司法援助|贷款/);
});

test('who acts in a branch does not count what passes it by, whatever else they are', async () => {
	const { 陈敏, group } = stage;
	await 陈敏.says('设为 书记 @陈敏', group);
	expect(await 陈敏.says('统计 求助')).toContain('新求助14件');
	await 陈敏.says('卸任 书记 @陈敏', group);
	await 陈敏.taps('登记卸任');
	expect(await 陈敏.says('统计 求助')).toContain('新求助26件');
});

test('the node at the top and no node at all are one question: nothing can be taken from the other', async () => {
	const { town, 陈敏 } = stage;
	await 陈敏.says(`支部 隶属 ${MOON} ${UNION}`);
	await town.look((db) =>
		rowsOf(db).tickets(1, 'labour', BRANCH, '2026-11-05', { route: 'superior', dutyBranchId: null }),
	);
	const figures = (card: string) => card.slice(card.indexOf('截至'));
	for (const words of ['统计 求助', '统计']) {
		const all = await 陈敏.says(words);
		expect(all).toMatch(/劳动维权( \| )?7/);
		expect(figures(await 陈敏.says(`${words} ${UNION}`))).toBe(figures(all));
	}
});
