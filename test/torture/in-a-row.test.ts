import { expect, test } from 'vitest';
import { inARow } from '../../bench/in-a-row.ts';
import { patience, sized, survived } from './size.ts';

const MIB = 2 ** 20;
const EVENTS = sized(2_000, 100_000);
const EARLY = Math.min(10_000, EVENTS / 2);

test(
	`${EVENTS} events in a row: no more memory than after ${EARLY}, a short write-ahead log, a quiet log`,
	async () => {
		const { heap, wal, loggedPerEvent } = await inARow(EARLY, EVENTS);
		const figures = [
			`heap ${mib(heap.early)} → ${mib(heap.late)}`,
			`write-ahead log ${mib(wal)}`,
			`log ${loggedPerEvent.toFixed(1)} bytes an event`,
		].join(', ');
		expect(heap.late - heap.early, figures).toBeLessThanOrEqual(10 * MIB);
		expect(wal, figures).toBeLessThanOrEqual(32 * MIB);
		expect(loggedPerEvent, figures).toBeLessThanOrEqual(200);
		survived(`event in a row (${figures})`, EVENTS);
	},
	patience(300_000),
);

function mib(bytes: number): string {
	return `${(bytes / MIB).toFixed(1)} MiB`;
}
