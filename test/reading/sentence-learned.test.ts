import { expect, test } from 'vitest';
import { examples, fingerprint } from '../../src/cli/learn/examples.ts';
import { learned, open, scores } from '../../src/reading/sentence/model.ts';
import { train } from '../../src/reading/sentence/train.ts';

const all = examples();

test('what was learnt was learnt from the sentences there are: npm run learn', () => {
	expect(learned.from).toBe(fingerprint(all));
});

test('every wish that has sentences can be found', () => {
	expect(learned.wishes).toEqual([...new Set(all.map(({ wish }) => wish))].sort());
	expect(learned.wishes.length).toBeLessThan(128);
});

test('the same sentences are learnt the same, and remembered', () => {
	const some = all.filter((_, at) => at % 40 === 0);
	const first = train(some);
	expect(train(some)).toEqual(first);
	const model = open(first);
	const right = some.filter(({ wish, features }) => {
		const sums = scores(model, features);
		return model.wishes[sums.indexOf(Math.max(...sums))] === wish;
	});
	expect(right.length / some.length).toBeGreaterThan(0.95);
});

test('what is kept is small', () => {
	expect(JSON.stringify(learned).length).toBeLessThan(800_000);
});
