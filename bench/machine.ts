import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { PINNED } from './process.ts';

/** What the figures were measured on; without a date, so that two runs can be compared line by line. */
export function machine(): string[] {
	const cores = cpus();
	const file = new Database(':memory:');
	const sqlite = file.prepare('select sqlite_version()').pluck().get();
	file.close();
	const versions = ['hono', '@hono/node-server', 'better-sqlite3', '@larksuiteoapi/node-sdk', 'express'];
	return [
		`${cores[0]?.model.trim()}, ${cores.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
		`Node ${process.versions.node}, SQLite ${sqlite}, ${versions.map((name) => `${name} ${versionOf(name)}`).join(', ')}`,
		`Load average when it began: ${loadavg()[0]?.toFixed(1)}; what else ran took from the figures.`,
		PINNED
			? 'Whatever is measured runs on one core of its own; the load and the platform share another one.'
			: 'Servers, load and platform share all cores: processes can not be tied to one here.',
	];
}

function versionOf(name: string): string {
	const path = fileURLToPath(new URL(`../node_modules/${name}/package.json`, import.meta.url));
	const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'));
	return version;
}
