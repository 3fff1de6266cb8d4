import { expect, test } from 'vitest';
import { zhibu } from '../../commands/index.ts';
import { createWords } from '../../src/locales/index.ts';

test('every command that can be said has words, a purpose in both languages and examples', () => {
	for (const locale of ['zh-CN', 'en'] as const) {
		const words = createWords(locale);
		for (const { purpose, examples, words: said } of zhibu.help) {
			expect(words(purpose)).not.toBe(purpose);
			expect(examples.length).toBeGreaterThan(0);
			expect(said.length).toBeGreaterThan(0);
		}
	}
});
