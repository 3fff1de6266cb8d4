import {
	claim,
	dueRows,
	noteAttempt,
	type OutboxRow,
	purgeAttempts,
	putBehind,
	WORKS,
} from '../../../db/outbox/index.ts';
import { sparedUntil, spend, usedShare } from '../quota.ts';
import type { Bot } from '../repertoire.ts';
import { quietUntil } from '../timetable/release.ts';
import { type Job, prepare } from './job.ts';
import type { Limiter } from './limits.ts';

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

/** Ours: so many attempts in vain (about half a minute) hold up what comes behind; then arriving matters more than the order. */
export const HOLDS_UP = 6;

/**
 * What is said to one person or group arrives in the order in which it was said: while a row waits for its next attempt,
 * what comes behind it on the lane waits too. Nothing is overtaken but what was tried more than `HOLDS_UP` times in vain,
 * or waits for an operator. Instants (ms) are the injected clock's.
 */
export class Order {
	readonly #held = new Map<string, number>();

	/** A row was tried for the `attempts`th time in vain and comes again at `notBefore`. */
	hold({
		lane,
		work,
		attempts,
		notBefore,
	}: Pick<OutboxRow, 'lane' | 'work' | 'attempts' | 'notBefore'>): void {
		if (work !== 'errand' && attempts <= HOLDS_UP) this.#held.set(lane, notBefore);
	}

	/** Until when this lane is held up; undefined when it is free. */
	heldUntil(lane: string, now: number): number | undefined {
		const until = this.#held.get(lane);
		if (until === undefined || until > now) return until;
		this.#held.delete(lane);
		return undefined;
	}
}
