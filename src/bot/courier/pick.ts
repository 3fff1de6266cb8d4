import {
	claim,
	dueRows,
	letGo,
	noteAttempt,
	postpone,
	purgeAttempts,
	putBehind,
	WORKS,
} from '../../../db/outbox/index.ts';
import { sparedUntil, spend, USED_UP, usedShare } from '../quota.ts';
import type { Bot } from '../repertoire.ts';
import { quietUntil } from '../timetable/release.ts';
import { type Job, prepare } from './job.ts';
import type { Limiter } from './limits.ts';
import type { Order } from './order.ts';

/** The longest window of any limit, and a little. */
const REMEMBER_CALLS = 61_000;

/** The calls that may be made, how long (ms) until a limit opens for a row that had to wait, and as of when. */
export interface Picked {
	readonly jobs: readonly Job[];
	readonly waitMs: number | undefined;
	readonly at: number;
}

/** What decides when a row may go out, beside its own time. */
export interface Rules {
	readonly limiter: Limiter;
	readonly order: Order;
}

/** Looks at so many times the free hands at once, and so often; then it is somebody else's turn on the main thread. */
const WINDOW = 4;
const MOST_WINDOWS = 8;

/** Inside a transaction: claims at most `hands` due rows, one on each lane that is free. */
export function pick(
	tenant: Bot,
	{ limiter, order }: Rules,
	lanesUnderWay: readonly string[],
	hands: number,
): Picked {
	const { db, clock } = tenant;
	const at = clock.now();
	const monotonic = clock.monotonic();
	const full = limiter.closedLanes(monotonic);
	const lanes = new Set([...lanesUnderWay, ...full]);
	const waits = full.map((lane) => limiter.wait('', lane, monotonic));
	const works = new Set(WORKS);
	for (const work of WORKS) {
		const wait = limiter.wait(work, '', monotonic);
		if (wait === 0) continue;
		waits.push(wait);
		works.delete(work);
	}
	// What was kept for the 1st was said before whatever is to be tried now.
	if (order.isOver(at) && dueRows(db, at, ['send', 'patch'], [], 1).length > 0) {
		order.probe();
		letGo(db, USED_UP, at);
	}
	const jobs: Job[] = [];
	const share = usedShare(tenant);
	const most = hands * WINDOW;
	for (let windows = 0; jobs.length < hands; windows++) {
		if (windows === MOST_WINDOWS) {
			waits.push(1);
			break;
		}
		const rows = dueRows(db, at, [...works], [...lanes], most);
		for (const row of rows) {
			if (jobs.length >= hands) break;
			if (!works.has(row.work) || (row.work !== 'errand' && lanes.has(row.lane))) continue;
			const closed = row.work === 'errand' ? undefined : order.closed(at);
			if (closed) {
				postpone(db, row.id, closed.keptUntil, closed.code, false);
				continue;
			}
			if (row.work !== 'errand' && !order.admits()) {
				works.delete('send');
				works.delete('patch');
				continue;
			}
			const heldUntil = row.work === 'errand' ? undefined : order.heldUntil(row.lane, at);
			if (heldUntil !== undefined) {
				putBehind(db, row.id, heldUntil);
				continue;
			}
			const later = sparedUntil(tenant, share, row) ?? quietUntil(tenant, row, at);
			if (later !== undefined) {
				putBehind(db, row.id, later);
				continue;
			}
			const wait = limiter.wait(row.work, row.lane, monotonic);
			if (wait > 0) {
				waits.push(wait);
				if (row.work === 'errand' || limiter.isClosed(row.work, monotonic)) works.delete(row.work);
				else lanes.add(row.lane);
				continue;
			}
			const job = prepare(tenant, row, at);
			if (!job) continue;
			if (row.work !== 'errand') order.begin();
			claim(db, row.id, clock.wall());
			noteAttempt(db, { at: clock.wall(), api: row.work, lane: row.lane });
			limiter.begin(row.id, row.work, row.lane);
			lanes.add(row.lane);
			jobs.push(job);
		}
		if (rows.length < most) break;
	}
	spend(tenant, jobs.filter(({ row }) => row.work !== 'errand').length);
	if (jobs.length > 0) purgeAttempts(db, clock.wall() - REMEMBER_CALLS);
	return { jobs, waitMs: waits.length > 0 ? Math.min(...waits) : undefined, at };
}
