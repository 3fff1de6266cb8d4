// The whole check, the same locally and in CI: format and lint, types, arrows between folders, tests in both
// runtimes, and what would be deployed on Workers.
import { spawnSync } from 'node:child_process';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
	console.error(
		`The tests need Node 24 or newer, this is ${process.versions.node}: run «npm ci && npm test».`,
	);
	process.exit(78);
}

const steps = [
	['format and lint', 'biome', ['ci', '.']],
	['types', 'tsc', []],
	[
		'arrows',
		'depcruise',
		['--config', '.dependency-cruiser.mjs', 'src', 'commands', 'db', 'sandbox', 'test', 'bench'],
	],
	['tests', 'vitest', ['run', ...process.argv.slice(2)]],
	[
		'tests in workerd',
		'vitest',
		['run', '--config', 'vitest.workers.config.ts', '--passWithNoTests', ...process.argv.slice(2)],
	],
	['bundle for Workers', 'wrangler', ['deploy', '--dry-run']],
];

// Nothing here waits for the network: no usage figures, no look-up of newer versions (made where the banner is
// printed), no sample of what the edge knows of a request.
const env = {
	...process.env,
	WRANGLER_SEND_METRICS: 'false',
	WRANGLER_HIDE_BANNER: 'true',
	CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

for (const [name, command, args] of steps) {
	const started = performance.now();
	console.log(`\n── ${name}: ${command} ${args.join(' ')}`);
	const { status, error } = spawnSync(command, args, {
		stdio: 'inherit',
		env,
		shell: process.platform === 'win32',
	});
	if (error) console.error(error.message);
	if (status !== 0) process.exit(status ?? 1);
	console.log(`── ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
