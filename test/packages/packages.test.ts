import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { LICENCES, licences } from './licences.ts';
import { packageOf, packagesReached, ROOT } from './reached.ts';

const named = z.record(z.string(), z.string());
const manifest = z
	.object({ dependencies: named, devDependencies: named })
	.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
const ENTRIES = ['src/runtime/node/launch.mjs', 'src/cli/zhibu.mjs'];

test('the dependencies are what a real app and the operator’s command load, no more and no less', () => {
	const reached = packagesReached(ENTRIES, ['src/runtime/node/sandbox/']);
	expect([...reached].toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
});

test('what the sandbox’s page alone needs is left out by --omit=dev', () => {
	const assets = readFileSync(join(ROOT, 'sandbox/page/assets.ts'), 'utf8');
	const served = [...assets.matchAll(/beside\('([^']+)'/g)].map(([, name = '']) => packageOf(name));
	expect(served).toContain('@visactor/vchart');
	for (const name of served) expect(manifest.devDependencies).toHaveProperty([name]);
	for (const name of packagesReached(['sandbox/page/index.ts', 'sandbox/platform/index.ts']))
		expect({ ...manifest.dependencies, ...manifest.devDependencies }).toHaveProperty([name]);
});

test('the lock file names no host, so that any registry serves', () => {
	expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
});

test('docs/licences.md is what «npm run licences» writes now, and each package states a licence', () => {
	const written = readFileSync(LICENCES, 'utf8');
	expect(written).toBe(licences());
	expect(written).not.toContain('none stated');
});
