import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONNECTIONS } from './ingest/index.ts';
import { CORE, startPart } from './process.ts';
import { buildVillage, PEOPLE } from './village.ts';

/** Where the time of a Turn goes: `node bench/profile.ts [events] [lines]` prints the functions with the most own time. */
const [events = 8_192, most = 60] = process.argv.slice(2).map(Number);
const directory = mkdtempSync(join(tmpdir(), 'zhibu-profile-'));
buildVillage(join(directory, 'village.db'));
const platform = startPart('platform.ts', CORE.beside, [String(PEOPLE)]);
const load = startPart('ingest/load.ts', CORE.beside, [String(events)]);
const [url] = await Promise.all([platform.next(), load.next()]);
const flags = ['--cpu-prof', `--cpu-prof-dir=${directory}`, '--cpu-prof-interval=200'];
const ours = startPart('ingest/ours.ts', CORE.measured, [url, directory, 'held'], flags);
const port = await ours.next();
console.log(await load.ask(`${port} ${CONNECTIONS} 0 ${events} 600`));
await ours.end();
await load.end();
await platform.end();

interface Profile {
	readonly nodes: readonly {
		readonly id: number;
		readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
		readonly children?: readonly number[];
	}[];
	readonly samples: readonly number[];
	readonly timeDeltas: readonly number[];
}

const name = readdirSync(directory).find((file) => file.endsWith('.cpuprofile')) ?? '';
const profile: Profile = JSON.parse(readFileSync(join(directory, name), 'utf8'));
rmSync(directory, { recursive: true });

const own = new Map<number, number>();
profile.samples.forEach((id, index) => {
	own.set(id, (own.get(id) ?? 0) + (profile.timeDeltas[index] ?? 0));
});
const byId = new Map(profile.nodes.map((node) => [node.id, node]));
const selfTime = new Map<string, number>();
const wholeTime = new Map<string, number>();
const add = (to: Map<string, number>, key: string, time: number) => to.set(key, (to.get(key) ?? 0) + time);

/** Own time of a node and all below it; a function counts once however deep it calls itself. */
function walk(id: number, above: ReadonlySet<string>): number {
	const node = byId.get(id);
	if (!node) return 0;
	const { functionName, url, lineNumber } = node.callFrame;
	const key = `${functionName || '(anonymous)'} ${url.replace(/^.*\/(node_modules\/)?/, '')}:${lineNumber + 1}`;
	const inside = new Set(above).add(key);
	let whole = own.get(id) ?? 0;
	add(selfTime, key, whole);
	for (const child of node.children ?? []) whole += walk(child, inside);
	if (!above.has(key)) add(wholeTime, key, whole);
	return whole;
}
const [root] = profile.nodes;
const all = root ? walk(root.id, new Set()) : 0;
for (const [title, times] of [
	['own', selfTime],
	['with all below', wholeTime],
] as const) {
	console.log(`\n${title}`);
	for (const [key, time] of [...times].sort((a, b) => b[1] - a[1]).slice(0, most)) {
		console.log(
			`${((100 * time) / all).toFixed(1).padStart(5)} %  ${(time / events).toFixed(1).padStart(7)} µs  ${key}`,
		);
	}
}
