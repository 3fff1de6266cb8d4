// npm run learn: learns from the sentences of all commands which wish a sentence has, and writes it down.
// With --figures: how well, by ten folds of the sentences; nothing is written.
import { writeFileSync } from 'node:fs';
import { train } from '../../reading/sentence/train.ts';
import { examples, fingerprint } from './examples.ts';
import { figures } from './figures.ts';

const FILE = new URL('../../reading/sentence/learned.ts', import.meta.url);

const all = examples();
if (process.argv.includes('--figures')) console.log(figures(all));
else {
	const learned = train(all);
	writeFileSync(
		FILE,
		`import type { Learned } from './model.ts';

/** Written by \`npm run learn\` from the sentences of all commands; not by hand. */
export const learned: Learned = ${JSON.stringify(learned)};

/** What it was learnt from. */
export const learnedFrom = '${fingerprint(all)}';
`,
	);
	console.log(`${all.length} sentences, ${learned.wishes.length} wishes`);
}
