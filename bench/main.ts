import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ingest } from './ingest/index.ts';
import { knockIdle } from './knock.ts';
import { machine } from './machine.ts';
import { readHostile } from './readers/index.ts';
import { remind } from './reminders.ts';
import { figures, figuresInChinese, type Results, report } from './report.ts';
import { startup } from './startup.ts';
import { countQuarter } from './statistics.ts';

/**
 * All figures in one run of about eight minutes, written into RESULTS.md and both READMEs. `--quick` is a smoke run that writes nothing;
 * `--all-reminders` waits the ten minutes that ten thousand messages take.
 */
const quick = process.argv.includes('--quick');
const watched = process.argv.includes('--all-reminders') ? 1_200 : quick ? 10 : 130;

async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
	const started = performance.now();
	const result = await work();
	console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
	return result;
}

const results: Results = {
	machine: machine(),
	quick,
	started: await step('start', () => startup(quick ? 1 : 3, quick ? 1 : 5)),
	ingested: await step('events', () => (quick ? ingest(1, 1_024, 2_048) : ingest(3, 2_048, 6_144))),
	knocked: await step('knock', () => knockIdle(100_000, quick ? 20 : 100)),
	counted: await step('statistics', () => ({
		small: countQuarter(1, quick ? 3 : 20),
		large: countQuarter(10, quick ? 3 : 20),
	})),
	held: await step('hostile texts', () => readHostile(quick ? 40 : 4)),
	reminded: await step('reminders', () => remind(10_000, watched)),
};
const text = report(results);
console.log(text);
if (!quick) {
	writeFileSync(fromHere('RESULTS.md'), text);
	repeat('../README.md', figures(results));
	repeat('../README.zh-CN.md', figuresInChinese(results));
}

/** Puts the table between the two marks of a README. */
function repeat(path: string, table: string): void {
	const readme = readFileSync(fromHere(path), 'utf8');
	const marks = /(<!-- figures -->\n).*(<!-- \/figures -->)/s;
	if (!marks.test(readme)) throw new Error(`${path} has no place for the figures`);
	writeFileSync(
		fromHere(path),
		readme.replace(marks, (_, start: string, end: string) => `${start}\n${table}\n\n${end}`),
	);
}

function fromHere(path: string): string {
	return fileURLToPath(new URL(path, import.meta.url));
}
