import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ROOT } from './reached.ts';

/** `npm run licences` writes docs/licences.md from the lock file; a test says when it is stale. */

export const LICENCES = join(ROOT, 'docs/licences.md');

const lockFile = z.object({
	packages: z.record(
		z.string(),
		z.object({
			version: z.string().optional(),
			license: z.string().optional(),
			dev: z.boolean().default(false),
			os: z.union([z.string(), z.array(z.string())]).optional(),
		}),
	),
});

const BEGINNING = 'node_modules/';

/** All that «npm ci --omit=dev» installs, on whichever system, by licence. */
export function licences(): string {
	const { packages } = lockFile.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
	const rows = Object.entries(packages)
		.filter(([path, { dev }]) => path !== '' && !dev)
		.map(([path, { version = '', license = 'none stated', os }]) => {
			const name = path.slice(path.lastIndexOf(BEGINNING) + BEGINNING.length);
			return `| ${name} | ${version} | ${license} |${os ? ` ${[os].flat().join(', ')} only` : ''} |`;
		});
	const counts = Map.groupBy(rows, (row) => row.split(' | ')[2]?.split(' |')[0] ?? '');
	const sums = [...counts].map(([licence, { length }]) => `${licence}: ${length}`);
	return [
		'# Licences of what runs in production',
		'',
		'All packages that `npm ci --omit=dev` installs, as the lock file states them. Written by `npm run licences`.',
		'',
		`${sums.toSorted().join(' · ')}.`,
		'',
		'| package | version | licence | |',
		'| --- | --- | --- | --- |',
		...[...new Set(rows)].toSorted(),
		'',
	].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(LICENCES, licences());
