import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What is imported when it runs: types vanish. */
const IMPORTED =
	/(?:^|\n)\s*(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g;

/** The packages that this entry loads, by itself or by what it imports, but for what lies in these folders. */
export function packagesReached(entries: readonly string[], except: readonly string[] = []): Set<string> {
	const seen = new Set<string>();
	const packages = new Set<string>();
	const visit = (path: string): void => {
		const name = relative(ROOT, path);
		if (seen.has(path) || !/\.m?[jt]s$/.test(path) || except.some((folder) => name.startsWith(folder)))
			return;
		seen.add(path);
		for (const [, stated, loaded] of readFileSync(path, 'utf8').matchAll(IMPORTED)) {
			const target = stated ?? loaded ?? '';
			if (target.startsWith('.')) visit(join(dirname(path), target));
			else if (!target.startsWith('node:') && !builtinModules.includes(target))
				packages.add(packageOf(target));
		}
	};
	for (const entry of entries) visit(join(ROOT, entry));
	return packages;
}

/** `@hono/node-server` of `@hono/node-server/serve-static`. */
export function packageOf(specifier: string): string {
	return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
