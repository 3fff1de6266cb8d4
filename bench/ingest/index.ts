import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { median } from '../median.ts';
import { CORE, type Part, startPart } from '../process.ts';
import { buildVillage, PEOPLE } from '../village.ts';
import type { Seen } from './load.ts';

export const CONNECTIONS = 64;
/** However slow the disk is, a side is watched no longer: the whole bench has to end within eight minutes. */
export const LONGEST_SECONDS = 15;
export type Side = 'ours' | 'peer' | 'bare';
const SIDES: readonly Side[] = ['peer', 'ours', 'bare'];

export interface Ingested {
	readonly perSecond: Readonly<Record<Side, readonly number[]>>;
	readonly p50: Readonly<Record<Side, number>>;
	readonly p99: Readonly<Record<Side, number>>;
	/** Processor time of the server (µs) for one event; waiting for the disk is not in it. */
	readonly perEvent: Readonly<Record<Side, number>>;
	readonly warmUp: number;
	readonly events: number;
}

interface Measured extends Seen {
	/** Processor time of the server, ms. */
	readonly time: number;
}

/** The three sides in alternation, each round with fresh processes on fresh copies of one database. */
export async function ingest(rounds: number, warmUp: number, events: number): Promise<Ingested> {
	const directory = mkdtempSync(join(tmpdir(), 'zhibu-bench-'));
	const village = join(directory, 'village.db');
	buildVillage(village);
	const load = startPart('ingest/load.ts', CORE.beside, [String(warmUp + events)]);
	await load.next();
	const seen: Record<Side, Measured[]> = { ours: [], peer: [], bare: [] };
	for (let round = 0; round < rounds; round++) {
		for (const side of SIDES) {
			const own = mkdtempSync(join(directory, `${side}-`));
			copyFileSync(village, join(own, 'village.db'));
			const platform = side === 'ours' ? startPart('platform.ts', CORE.beside, [String(PEOPLE)]) : undefined;
			const server = await serve(side, own, platform && (await platform.next()));
			const warmed = await ask(load, server.port, 0, warmUp);
			const timeBefore = await timeOf(server.part);
			const run = await ask(load, server.port, warmUp, warmUp + events);
			const time = (await timeOf(server.part)) - timeBefore;
			seen[side].push({ ...run, time });
			await server.part.end();
			await platform?.end();
			if (side !== 'bare') checkWritten(side, own, warmed.answered + run.answered);
			rmSync(own, { recursive: true });
		}
	}
	await load.end();
	rmSync(directory, { recursive: true });
	const each = <T>(of: (runs: readonly Measured[]) => T) => ({
		ours: of(seen.ours),
		peer: of(seen.peer),
		bare: of(seen.bare),
	});
	return {
		perSecond: each((runs) => runs.map(({ answered, seconds }) => answered / seconds)),
		p50: each((runs) => median(runs.map((run) => run.p50))),
		perEvent: each((runs) => median(runs.map(({ time, answered }) => (1000 * time) / answered))),
		p99: each((runs) => median(runs.map((run) => run.p99))),
		warmUp,
		events,
	};
}

async function serve(side: Side, own: string, platform: string | undefined) {
	const args = { ours: [platform ?? '', own, 'held'], peer: [join(own, 'village.db')], bare: [] }[side];
	const part = startPart(`ingest/${side}.ts`, CORE.measured, args);
	return { part, port: await part.next() };
}

/** Processor time (ms) a server has used so far. */
async function timeOf(part: Part): Promise<number> {
	return Number(await part.ask(''));
}

async function ask(load: Part, port: string, from: number, until: number): Promise<Seen> {
	const seen: Seen = JSON.parse(await load.ask(`${port} ${CONNECTIONS} ${from} ${until} ${LONGEST_SECONDS}`));
	if (seen.notOk > 0) throw new Error(`${seen.notOk} requests were not answered with 200`);
	return seen;
}

/** A side that answers without having written is no side. */
function checkWritten(side: Side, own: string, events: number): void {
	for (const table of ['inbox', `ledger where change <> 'added'`, `outbox where work = 'send'`]) {
		const rows = countIn(own, `select count(*) from ${table}`);
		if (rows !== events) throw new Error(`${side} wrote ${rows} of ${events} rows: ${table}`);
	}
}

function countIn(own: string, query: string): number {
	const file = new Database(join(own, 'village.db'), { readonly: true });
	const count = file.prepare<[], number>(query).pluck().get() ?? 0;
	file.close();
	return count;
}
