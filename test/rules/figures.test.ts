import { describe, expect, test } from 'vitest';
import { median, percent, sheltered, type Told } from '../../src/rules/figures.ts';

test.each([
	[0, 0, undefined],
	[0, 4, 0],
	[4, 4, 100],
	[1, 2, 50],
	[2, 3, 67],
	[999, 1000, 99],
	[1, 1000, 1],
	[995, 1000, 99],
])('%i of %i is %s per cent', (part, whole, share) => {
	expect(percent(part, whole)).toBe(share);
});

test.each([
	[[], undefined],
	[[7], 7],
	[[3, 1], 2],
	[[10, 2, 9], 9],
	[[1, 2, 3, 10], 2.5],
])('the middle of %j is %s', (values, middle) => {
	expect(median(values)).toBe(middle);
});

describe('small categories of help', () => {
	test.each<[readonly number[], readonly Told[], Told]>([
		[[5, 6, 7], [5, 6, 7], 18],
		[[4, 6, 7], ['few', 'withheld', 7], 17],
		[[5, 6, 4], ['withheld', 6, 'few'], 15],
		[[0, 6, 7], ['few', 'withheld', 7], 13],
		[[4, 4, 7, 9], ['few', 'few', 'withheld', 9], 24],
		[[0, 0, 0], ['few', 'few', 'few'], 0],
		[[4, 4, 4], ['few', 'few', 'few'], 'withheld'],
		[[4, 4, 3], ['few', 'few', 'few'], 'withheld'],
		[[4, 3, 3], ['few', 'few', 'few'], 10],
	])('%j is told as %j', (counts, told, total) => {
		expect(sheltered(5, counts)).toEqual({ told, total });
	});

	const all = (length: number, most: number): number[][] =>
		length === 0
			? [[]]
			: all(length - 1, most).flatMap((counts) =>
					Array.from({ length: most + 1 }, (_, count) => [...counts, count]),
				);

	test.each([2, 3])(
		'among %i, whoever knows the rule and what is told can work out no single case',
		(length) => {
			const told = (counts: readonly number[]) => JSON.stringify(sheltered(5, counts));
			// Room above, so that a withheld category may be larger than any that is looked at.
			const explanations = Map.groupBy(all(length, 14), told);
			for (const counts of all(length, 8)) {
				for (const [index, count] of counts.entries()) {
					if (count === 0 || count > 4) continue;
					const possible = new Set(explanations.get(told(counts))?.map((each) => each[index]));
					expect(possible.size, `${counts}`).toBeGreaterThan(1);
				}
			}
		},
	);
});
