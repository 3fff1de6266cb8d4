import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestStanding, standingAt } from '../../src/reading/names.ts';

const words = fc.string({ unit: fc.constantFrom('张', '三', '一', '第', 'a'), maxLength: 5 });
const texts = fc.string({ unit: fc.constantFrom('张', '三', '一', '第', 'a', ' '), maxLength: 40 });

test('the longest name that stands in a text, as trying one after the other finds it', () => {
	const tried = (text: string, names: readonly string[], notAt: number) => {
		for (const name of names.toSorted((a, b) => b.length - a.length))
			for (let from = text.indexOf(name); name !== '' && from >= 0; from = text.indexOf(name, from + 1))
				if (from !== notAt) return { name, from };
		return undefined;
	};
	fc.assert(
		fc.property(texts, fc.array(words, { maxLength: 12 }), fc.nat(5), (text, names, notAt) => {
			const found = longestStanding(text, names, ({ from }) => from !== notAt);
			expect(found).toEqual(tried(text, names, notAt));
		}),
		{ numRuns: 2_000 },
	);
});

test('the names at a place, the longest first', () => {
	const standing = standingAt(['王', '王芳', '王芳华', '李四', '']);
	expect(standing('见王芳华', 1)).toEqual(['王芳华', '王芳', '王']);
	expect(standing('王', 0)).toEqual(['王']);
	expect(standing('见王芳华', 0)).toEqual([]);
});
