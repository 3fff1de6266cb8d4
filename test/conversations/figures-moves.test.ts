import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from './figures-stage.ts';
import { BRANCH, openNeighbour, openStage, type Stage } from './stage.ts';

const MOON = '月亮电子党支部';

let stage: Stage;
beforeAll(async () => {
	stage = await openStage();
	await openNeighbour(stage);
	await stage.town.look((db) => {
		const { float, contact, transfer, at } = rowsOf(db);
		// Today is 21 November: who went on 21 May is due today, who went a day later is not.
		const fresh = float('张三', BRANCH, '2026-05-21', { direction: 'out' });
		contact(fresh, '2026-05-22', '李建国');
		float('王小梅', BRANCH, '2026-05-22', { contactedOn: '2026-05-21' });
		float('周德福', BRANCH, '2026-01-10');
		float('李建国', BRANCH, '2026-01-10', { fixed: false });
		float('孙丽', MOON, '2025-12-01', { direction: 'in', registeredAt: at('2026-10-08') });
		float('赵强', MOON, '2026-02-01', { state: 'back', endedOn: '2026-10-20' });
		transfer('周德福', BRANCH, null, '2026-10-05');
		transfer('孙丽', null, MOON, '2026-07-01', { stage: 'exempt', stageOn: '2026-10-09' });
		transfer('张三', BRANCH, MOON, '2026-09-01', {
			stage: 'done',
			stageOn: '2026-10-11',
			doneAt: at('2026-10-11'),
		});
		transfer('王小梅', BRANCH, null, '2026-10-01', {
			stage: 'done',
			stageOn: '2026-10-11',
			doneAt: at('2026-10-11'),
		});
		transfer('李建国', BRANCH, null, '2026-08-01', { stage: 'back', stageOn: '2026-08-20' });
	});
});
afterAll(() => stage.town.close());

test('who is away, due and in touch: the day itself counts, an uncertain place never falls due', async () => {
	const own = await stage.李建国.says('统计 流动');
	expect(own).toContain('2026年第4季度流动情况');
	expect(own).toContain('截至今天，11月21日（周六）');
	expect(own).toContain('流出4人，流入0人');
	expect(own).toContain('新登记0人，返回0人');
	expect(own).toContain('2人：正在办转接1，暂不转0，已超期1');
	expect(own).toContain('25%（1÷4）');
	expect(own).toContain('满6个月');
	expect(own).not.toMatch(/张三|周德福|月亮/);
});

test('an officer sees all branches by name, and each may be asked for', async () => {
	const { 陈敏 } = stage;
	const all = await 陈敏.says('统计 流动');
	expect(all).toContain('流出4人，流入1人');
	expect(all).toContain('新登记1人，返回1人');
	expect(all).toContain('3人：正在办转接1，暂不转1，已超期1');
	expect(all).toContain(`${MOON} | 流出 0 · 流入 1 · 转接到期 1 · 联系过 0/1`);
	expect(all.indexOf(MOON)).toBeGreaterThan(all.indexOf(BRANCH));
	const part = await 陈敏.says(`统计 流动 ${MOON}`);
	expect(part).toContain(`${MOON}：2026年第4季度流动情况`);
	expect(part).toContain('流出0人，流入1人');
	expect(await stage.李建国.says(`统计 流动 ${MOON}`)).toContain('不归您管理');
	expect(await stage.张三.says('统计 流动')).toContain('由支部书记或组织员来办');
});

test('a quarter that is over is counted as of its last day', async () => {
	const past = await stage.陈敏.says('统计 流动 上季度');
	expect(past).toContain('截至季度最后一天，9月30日（周三）');
	expect(past).toContain('流出5人，流入0人');
	expect(past).toContain('转接到期\n2人');
	expect(past).not.toMatch(/超期\d|还没有结束/);
});

test('transfers: each counted once, listed with both branches, the median beside', async () => {
	const { 陈敏, 李建国 } = stage;
	const all = await 陈敏.says('统计 转接');
	expect(all).toContain('发起2，办结2，退回0，暂不转1');
	expect(all).toContain('等介绍信1，介绍信已开0，等回执0');
	expect(all).toContain('25天（中位数）');
	expect(all).toContain(`${BRANCH} | 发起 2 · 办结 2 · 退回 0`);
	expect(all).toContain(`${MOON} | 发起 0 · 办结 1 · 退回 0`);
	const past = await 李建国.says('统计 转接 上季度');
	expect(past).toContain('发起2，办结0，退回1，暂不转0');
	expect(past).not.toMatch(/现在在办|中位数/);
	expect(await 李建国.says('统计 转接 去年四季度')).toContain('这个季度没有转接');
});

test('from the overview to a part, to the quarter before and back, by mouse alone', async () => {
	const { 李建国 } = stage;
	const overview = await 李建国.says('统计');
	expect(overview).toContain('2026年第4季度总览');
	expect(overview).toContain('2人：正在办转接1，暂不转0，已超期1');
	expect(overview).toContain('发起2，办结2');
	expect(overview).toContain('这个季度还没有开过会');
	expect(overview).toContain('没有求助的记录');
	expect(await 李建国.taps('流动')).toContain('2026年第4季度流动情况');
	expect(await 李建国.taps('上一季度')).toContain('2026年第3季度流动情况');
	expect(await 李建国.taps('总览')).toContain('2026年第3季度总览');
	expect(await 李建国.taps('转接')).toContain('2026年第3季度转接情况');
});

test('a quarter that has not begun has no figures', async () => {
	const { 李建国 } = stage;
	expect(await 李建国.says('统计 转接 2027Q1')).toContain('2027年第1季度还没有开始');
	expect(await 李建国.taps('看本季度')).toContain('2026年第4季度转接情况');
	expect(await 李建国.says('统计 下季度')).toContain('还没有开始');
});

test('a letter that is over is not on its way, and what was put off until yesterday is put off no more', async () => {
	const { town, 李建国 } = stage;
	const until = (column: 'letter_until' | 'exempt_until', step: string, day: string) =>
		town.look((db) =>
			db.run(
				sql`update transfer set stage = ${step}, ${sql.identifier(column)} = ${day}
					where person_id = (select id from person where name = '周德福')`,
			),
		);
	const due = async () => /2人：.*/.exec(await 李建国.says('统计 流动'))?.[0];
	for (const [column, step, value] of [
		['letter_until', 'letter', '正在办转接1，暂不转0，已超期1'],
		['exempt_until', 'exempt', '正在办转接0，暂不转1，已超期1'],
	] as const) {
		await until(column, step, '2026-11-21');
		expect(await due()).toBe(`2人：${value}`);
		await until(column, step, '2026-11-20');
		expect(await due()).toBe('2人：正在办转接0，暂不转0，已超期2');
	}
});
