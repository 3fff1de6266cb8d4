import { afterEach, expect, test } from 'vitest';
import { changedBook } from '../rules/changed.ts';
import { rowsOf } from './figures-stage.ts';
import { BRANCH, openStage, type Stage } from './stage.ts';

let stage: Stage | undefined;
afterEach(() => stage?.town.close());

test('the quarter before a change keeps its figure; this one is counted by the new number', async () => {
	const book = changedBook('transfer.due', 3, '2026-10-01');
	stage = await openStage({ overrides: { book } });
	const { town, 李建国 } = stage;
	await town.look((db) => {
		const { float } = rowsOf(db);
		// On 30 September: six months since 30 March, not yet since 1 April. On 21 November: three since 21 August.
		float('张三', BRANCH, '2026-03-30');
		float('王小梅', BRANCH, '2026-04-01');
		float('周德福', BRANCH, '2026-08-21');
		float('李建国', BRANCH, '2026-08-22');
	});
	const before = await 李建国.says('统计 流动 上季度');
	expect(before).toContain('流出4人');
	expect(before).toContain('转接到期\n1人');
	expect(before).toContain('满6个月');
	const now = await 李建国.says('统计 流动');
	expect(now).toContain('3人：正在办转接0，暂不转0，已超期3');
	expect(now).toContain('满3个月');
});

test('so do the contacts, and the categories that are not told', async () => {
	stage = await openStage({ overrides: { book: changedBook('contact.every', 1, '2026-10-01') } });
	const { town, 李建国 } = stage;
	await town.look((db) => {
		const { float, contact } = rowsOf(db);
		contact(float('张三', BRANCH, '2026-01-10'), '2026-06-01', '李建国');
		contact(float('王小梅', BRANCH, '2026-01-10', { contactedOn: '2026-10-22' }), '2026-10-22', '李建国');
	});
	expect(await 李建国.says('统计 流动 上季度')).toContain('50%（1÷2）');
	expect(await 李建国.says('统计 流动')).toContain('50%（1÷2）');
	await 李建国.says('统计 总览');
	expect(李建国.reads()).toContain('1个月');
});
