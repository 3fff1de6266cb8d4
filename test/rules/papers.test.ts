import { expect, test } from 'vitest';
import { defaultBook } from '../../src/rules/book.ts';
import { type Move, monthsOf, STAYS, whichPaper } from '../../src/rules/papers.ts';

test.each<[Move, ReturnType<typeof whichPaper>]>([
	[{}, { ask: 'moved' }],
	[{ moved: true }, { ask: 'host' }],
	[
		{ moved: true, host: false },
		{ paper: 'elsewhere', rules: ['transfer.moved', 'transfer.where'], because: 'moved' },
	],
	[{ moved: true, host: true }, { ask: 'online' }],
	[
		{ moved: true, host: true, online: true },
		{ paper: 'transfer', rules: ['transfer.moved', 'paper.online-first'], because: 'moved' },
	],
	[{ moved: false }, { ask: 'stay' }],
	[{ moved: false, stay: 'short' }, { ask: 'visit' }],
	[
		{ moved: false, stay: 'short', visit: true },
		{ paper: 'none', rules: ['paper.none-until'] },
	],
	[
		{ moved: false, stay: 'short', visit: false },
		{ paper: 'certificate', rules: ['paper.certificate-until'] },
	],
	[
		{ moved: false, stay: 'unsure' },
		{ paper: 'activity-card', rules: ['paper.activity-card'] },
	],
	[{ moved: false, stay: 'middle' }, { ask: 'fixed' }],
	[
		{ moved: false, stay: 'middle', fixed: true },
		{ paper: 'certificate', rules: ['paper.certificate-until'] },
	],
	[
		{ moved: false, stay: 'middle', fixed: false },
		{ paper: 'activity-card', rules: ['paper.activity-card'] },
	],
	[
		{ moved: false, stay: 'long', fixed: false },
		{ paper: 'activity-card', rules: ['paper.activity-card'] },
	],
	[{ moved: false, stay: 'long', fixed: true }, { ask: 'host' }],
	[
		{ moved: false, stay: 'long', fixed: true, host: false },
		{ paper: 'elsewhere', rules: ['transfer.due', 'transfer.where'], because: 'due' },
	],
	[
		{ moved: false, stay: 'long', fixed: true, host: true, online: false },
		{
			paper: 'transfer-by-letter',
			rules: ['transfer.due', 'letter.issuer', 'letter.longest'],
			because: 'due',
		},
	],
])('%j', (known, said) => {
	expect(whichPaper(known)).toEqual(said);
});

test('what is asked once is not asked again, whatever the answers', () => {
	for (const stay of STAYS)
		for (const moved of [true, false])
			for (const visit of [true, false])
				for (const fixed of [true, false])
					for (const host of [true, false])
						for (const online of [true, false])
							expect(whichPaper({ moved, stay, visit, fixed, host, online })).toHaveProperty('paper');
});

test('three months part a short stay from a middle one, six that from a long one', () => {
	expect(monthsOf(defaultBook().at('2026-11-25'))).toEqual({ short: 3, middle: 6 });
});
