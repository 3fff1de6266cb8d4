import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONNECTIONS } from './ingest/index.ts';
import type { Seen } from './ingest/load.ts';
import type { Left } from './ingest/ours.ts';
import { CORE, type Part, startPart } from './process.ts';
import { buildVillage, PEOPLE } from './village.ts';

/** What many events leave behind, and what fewer left; bytes. */
export interface InARow {
	readonly events: number;
	/** Of the heap, once everything was sent and collected. */
	readonly heap: { readonly early: number; readonly late: number };
	/** The write-ahead log at its largest: the file does not shrink. */
	readonly wal: number;
	readonly loggedPerEvent: number;
}

/** Made beforehand at a time: they are held in memory, and their signatures are good for minutes only. */
const AT_A_TIME = 5_000;
/** However slow the machine is, s. */
const LONGEST = 240;

/** So many events in a row, each answered with a message; the heap is compared with the one after the first `early`. */
export async function inARow(early: number, events: number): Promise<InARow> {
	const directory = mkdtempSync(join(tmpdir(), 'zhibu-row-'));
	const village = join(directory, 'village.db');
	buildVillage(village);
	const platform = startPart('platform.ts', CORE.beside, [String(PEOPLE), 'wide']);
	const bot = startPart(
		'ingest/ours.ts',
		CORE.measured,
		[await platform.next(), directory, 'wide'],
		['--expose-gc'],
	);
	const port = await bot.next();
	await send(port, early);
	const before = await leftBy(bot);
	await send(port, events - early);
	const after = await leftBy(bot);
	const { size } = statSync(`${village}-wal`);
	await bot.end();
	await platform.end();
	rmSync(directory, { recursive: true });
	return {
		events,
		heap: { early: before.heap, late: after.heap },
		wal: size,
		loggedPerEvent: after.logged / events,
	};
}

async function leftBy(bot: Part): Promise<Left> {
	return JSON.parse(await bot.ask('left'));
}

async function send(port: string, events: number): Promise<void> {
	for (let sent = 0; sent < events; ) {
		const count = Math.min(AT_A_TIME, events - sent);
		const load = startPart('ingest/load.ts', CORE.beside, [String(count)]);
		await load.next();
		const seen: Seen = JSON.parse(await load.ask(`${port} ${CONNECTIONS} 0 ${count} ${LONGEST}`));
		await load.end();
		if (seen.notOk > 0 || seen.answered < count)
			throw new Error(`${seen.answered - seen.notOk} of ${count} events were answered with 200`);
		sent += count;
	}
}
