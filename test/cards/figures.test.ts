import { expect, test } from 'vitest';
import type { AttendanceFigures } from '../../db/figures/attendance.ts';
import { validateCard } from '../../sandbox/platform/index.ts';
import type { Card } from '../../src/bot/vocabulary/index.ts';
import { attendanceCard } from '../../src/cards/figures/attendance.ts';
import type { Frame } from '../../src/cards/figures/frame.ts';
import { drawCard } from '../../src/lark/index.ts';
import { createWords } from '../../src/locales/index.ts';
import { spanOf } from '../../src/rules/dates.ts';
import { buttonsOf, plain } from '../town/plain.ts';

const t = createWords('zh-CN');
const frame: Frame = {
	part: 'attendance',
	span: spanOf({ year: 2026, quarter: 4 }, '2026-11-21'),
	page: 0,
};

const rowsOf = (count: number, rest: Partial<AttendanceFigures> = {}): AttendanceFigures[] =>
	Array.from({ length: count }, (_, index) => ({
		branchId: index + 1,
		branch: `高新技术产业开发区第${index + 1}“两新”组织联合党支部委员会`,
		held: 3,
		recorded: 3,
		expected: 60,
		present: 45,
		excused: 9,
		absent: 6,
		invited: 60,
		answered: 50,
		...rest,
	}));

const message = (card: Card) => ({ content: JSON.stringify(drawCard(card)) });
const chartOf = (card: Card) => card.body.find((block) => block.kind === 'chart');

test('a card of two thousand branches goes out in pages and says so', () => {
	const report = { rows: rowsOf(2000), quarters: [], branches: 2000 };
	const first = attendanceCard(t, { frame, ...report });
	expect(validateCard(drawCard(first))).toEqual({ ok: true });
	expect(plain(message(first))).toContain('这里是第1到第60个，共2000个');
	const last = attendanceCard(t, { frame: { ...frame, page: 33 }, ...report });
	expect(validateCard(drawCard(last))).toEqual({ ok: true });
	expect(plain(message(last))).toContain('这里是第1981到第2000个');
	expect(plain(message(last))).toContain('出席率\n75%（90000÷120000）');
	expect(buttonsOf(message(first)).map(({ label }) => label)).toContain('后面的支部');
	expect(buttonsOf(message(last)).map(({ label }) => label)).toContain('回到前面的支部');
	const beyond = attendanceCard(t, { frame: { ...frame, page: 999 }, ...report });
	expect(plain(message(beyond))).toContain('这里是第1981到第2000个');
});

test('few branches are drawn beside each other in the order of the list, the number with each', () => {
	const [first, second] = rowsOf(2);
	if (!first || !second) throw new Error('two rows');
	const rows = [first, { ...second, present: 60 }];
	const card = attendanceCard(t, { frame, rows, quarters: [], branches: 2 });
	expect(chartOf(card)).toMatchObject({
		title: '出席率（%）',
		bars: [
			{ label: first.branch, value: 75 },
			{ label: second.branch, value: 100 },
		],
	});
	expect(validateCard(drawCard(card))).toEqual({ ok: true });
});

test('one branch, or many, is drawn over the last quarters; a quarter without a roll has no bar', () => {
	const quarters = [
		{ year: 2026, quarter: 2, present: 0, expected: 0 },
		{ year: 2026, quarter: 3, present: 1, expected: 4 },
		{ year: 2026, quarter: 4, present: 3, expected: 4 },
	];
	for (const rows of [rowsOf(1), rowsOf(13)]) {
		const card = attendanceCard(t, { frame, rows, quarters, branches: rows.length });
		expect(chartOf(card)).toMatchObject({
			bars: [{ label: '2026年2季度', value: undefined }, { label: '2026年3季度', value: 25 }, { value: 75 }],
		});
		expect(JSON.stringify(drawCard(card))).not.toContain('2026年2季度');
	}
	expect(chartOf(attendanceCard(t, { frame, rows: rowsOf(1), quarters: [], branches: 1 }))).toBeUndefined();
});
