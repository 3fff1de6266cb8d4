import { expect, test } from 'vitest';
import { defaultBook } from '../../src/rules/book.ts';
import { type Move, monthsOf, STAYS, whichPaper } from '../../src/rules/papers.ts';

test.each<[Move, ReturnType<typeof whichPaper>]>([
	[{}, { ask: 'stay' }],
	[{ stay: 'short' }, { paper: 'none', rules: ['paper.none-until'] }],
	[{ stay: 'middle' }, { paper: 'certificate', rules: ['paper.certificate-until'] }],
	[{ stay: 'unsure' }, { paper: 'activity-card', rules: ['paper.activity-card'] }],
	[{ stay: 'long' }, { ask: 'fixed' }],
	[
		{ stay: 'long', fixed: false },
		{ paper: 'activity-card', rules: ['paper.activity-card'] },
	],
	[{ stay: 'long', fixed: true }, { ask: 'host' }],
	[
		{ stay: 'long', fixed: true, host: false },
		{ paper: 'stay', rules: ['transfer.due', 'float.from'] },
	],
	[{ stay: 'long', fixed: true, host: true }, { ask: 'online' }],
	[
		{ stay: 'long', fixed: true, host: true, online: true },
		{ paper: 'transfer', rules: ['transfer.due'] },
	],
	[
		{ stay: 'long', fixed: true, host: true, online: false },
		{ paper: 'transfer-by-letter', rules: ['transfer.due', 'letter.longest', 'letter.valid'] },
	],
])('%j', (known, said) => {
	expect(whichPaper(known)).toEqual(said);
});

test('what is asked once is not asked again, whatever the answers', () => {
	for (const stay of STAYS)
		for (const fixed of [true, false])
			for (const host of [true, false])
				for (const online of [true, false])
					expect(whichPaper({ stay, fixed, host, online })).toHaveProperty('paper');
});

test('three months part a short stay from a middle one, six that from a long one', () => {
	expect(monthsOf(defaultBook().at('2026-11-25'))).toEqual({ short: 3, middle: 6 });
});
