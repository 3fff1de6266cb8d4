// npm run learn: learns from the sentences of all commands which wish a sentence has, and writes it down.
// With --figures: how well, by ten folds of the sentences; nothing is written.
import { writeFileSync } from 'node:fs';
import { train } from '../../reading/sentence/train.ts';
import { examples, fingerprint } from './examples.ts';
import { figures } from './figures.ts';

const FILE = new URL('../../reading/sentence/learned.json', import.meta.url);

const all = examples();
if (process.argv.includes('--figures')) console.log(figures(all));
else {
	const learned = train(all);
	writeFileSync(FILE, `${JSON.stringify({ from: fingerprint(all), ...learned }, null, '\t')}\n`);
	console.log(`${all.length} sentences, ${learned.wishes.length} wishes`);
}
