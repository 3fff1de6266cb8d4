import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { machine } from '../../bench/machine.ts';

/**
 * `npm run torture`: the tests of durability and rights at full size, about three quarters of an hour on two idle cores; `-- --size 0.01` runs
 * a hundredth. Writes what was survived into docs/torture.md, and ends with 1 when something was not.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { size: { type: 'string', default: '1' } } });
const size = z.coerce.number().positive().max(1).parse(values.size);

/** Which tests, and what they have to bring about. */
const LANES = [
	{
		file: 'test/durability/kill.test.ts',
		only: 'killed',
		means: 'all that was acknowledged is there, and was told, once',
	},
	{
		file: 'test/durability/faults.test.ts',
		only: 'two calls in five',
		means: 'each arrived once, in order, and the card ends true',
	},
	{
		file: 'test/durability/batch.test.ts',
		only: 'a full disk',
		means: 'kept and 200, or 503 and kept when it came again',
	},
	{ file: 'test/durability/hostile-bodies.test.ts', only: '', means: 'refused, and nothing happened' },
	{ file: 'test/rights/matrix.test.ts', only: '', means: 'nothing changed or told that may not be' },
	{ file: 'test/rights/hostile.test.ts', only: '', means: 'a refusal or a question, no error of ours' },
	{ file: 'test/torture/in-a-row.test.ts', only: '', means: 'memory and files do not grow with the events' },
] as const;

const figure = z.object({ what: z.string(), count: z.number() });
const directory = mkdtempSync(join(tmpdir(), 'zhibu-torture-'));
const rows: string[] = [];
const beforehand = machine();
for (const { file, only, means } of LANES) {
	const path = join(directory, `${rows.length}.jsonl`);
	writeFileSync(path, '');
	const began = performance.now();
	const { status } = spawnSync(
		'vitest',
		['run', '--maxConcurrency=2', file, ...(only === '' ? [] : ['-t', only])],
		{
			cwd: ROOT,
			stdio: 'inherit',
			env: { ...process.env, TORTURE_SIZE: String(size), TORTURE_FIGURES: path },
			shell: process.platform === 'win32',
		},
	);
	const minutes = ((performance.now() - began) / 60_000).toFixed(1);
	const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
	const sums = Map.groupBy(
		lines.map((line) => figure.parse(JSON.parse(line))),
		({ what }) => what,
	);
	const survived = [...sums].map(
		([what, all]) => `${what}: ${all.reduce((sum, { count }) => sum + count, 0).toLocaleString('en')}`,
	);
	if (status !== 0) process.exitCode = 1;
	rows.push(
		`| ${survived.join(', ') || '—'} | ${status === 0 ? means : '**failed**'} | ${minutes} min | ${file} |`,
	);
}
rmSync(directory, { recursive: true });

const report = [
	'# Torture',
	'',
	`Written by \`npm run torture${size === 1 ? '' : ` -- --size ${size}`}\`${size === 1 ? '' : `: ${(size * 100).toLocaleString('en')} % of the whole`}.`,
	'',
	...beforehand.map((each) => `- ${each}`),
	'',
	'| survived | which means | took | by |',
	'| --- | --- | --- | --- |',
	...rows,
	'',
].join('\n');
console.log(report);
writeFileSync(join(ROOT, 'docs/torture.md'), report);
