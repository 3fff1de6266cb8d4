import { attemptsSince, nextDue, putBack, reclaim, retrying } from '../../../db/outbox/index.ts';
import { whySendingRests } from '../operator.ts';
import type { Pace } from '../ports.ts';
import type { Bot } from '../repertoire.ts';
import type { Outcome, Platform } from '../vocabulary/index.ts';
import type { Done, Job } from './job.ts';
import { Limiter, type Limits } from './limits.ts';
import { Order } from './order.ts';
import { type Picked, pick } from './pick.ts';
import { record } from './record.ts';

/** The courier looks again after this long (ms) even if nobody woke it. */
const LONGEST_NAP = 30_000;

/** A process of its own: as many calls as the platform's limits allow, and timers to sleep by. */
export const unbounded: Pace = {
	left: () => Number.POSITIVE_INFINITY,
	took: () => undefined,
	sleep(ms, wake) {
		const timer = setTimeout(wake, Math.min(ms, LONGEST_NAP));
		timer.unref?.();
		return () => clearTimeout(timer);
	},
};

/** Calls under way at once: enough for 50 a second at half a second each. */
const HANDS = 25;
/** The longest window of any limit. */
const MINUTE = 60_000;

/**
 * Carries the outbox to the platform: claims what is due, keeps the limits, one call at a time on each lane, and
 * writes down what became of it. Every step is committed before the next one is taken.
 */
export class Courier {
	readonly #bot: Bot;
	readonly #platform: Platform;
	readonly #limiter: Limiter;
	readonly #order = new Order();
	/** By outbox row. */
	readonly #underWay = new Map<number, { readonly lane: string; readonly done: Promise<void> }>();
	readonly #pace: Pace;
	#rise: () => void = () => undefined;
	#round: Promise<void> | undefined;
	#again = false;
	#stopped = false;
	#idle: (() => void)[] = [];

	constructor(bot: Bot, platform: Platform, limits: Limits, pace = unbounded) {
		this.#bot = bot;
		this.#pace = pace;
		this.#platform = platform;
		this.#limiter = new Limiter(limits);
	}

	/** Inside the first transaction: takes over from the run before, however that ended. */
	resume(): void {
		const { db, clock } = this.#bot;
		reclaim(db);
		const wall = clock.wall();
		this.#limiter.recall(attemptsSince(db, wall - MINUTE), wall, clock.monotonic());
		const now = clock.now();
		const refused = whySendingRests(this.#bot);
		// What waits for an operator holds nothing up.
		for (const row of retrying(db, now)) if (!refused.has(row.cause)) this.#order.hold(row);
		if (refused.size > 0) this.#order.close({ code: 'restart', until: now, keptUntil: now });
	}

	/** Something may be due. */
	wake(): void {
		if (this.#stopped) return;
		if (this.#round) {
			this.#again = true;
			return;
		}
		this.#rise();
		this.#round = this.#claimAndStart().finally(() => {
			this.#round = undefined;
			if (this.#again) {
				this.#again = false;
				this.wake();
			}
		});
	}

	/** Settles when nothing is under way and nothing is due by now; what waits for later is left. */
	caughtUp(): Promise<void> {
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#idle.push(resolve);
		this.wake();
		return promise;
	}

	/**
	 * Starts nothing more and waits for what is under way, `withinMs` at most: what has no answer by then counts as
	 * unknown at the next start.
	 */
	async stop(withinMs: number): Promise<void> {
		this.#stopped = true;
		this.#rise();
		await this.#round;
		const { promise: tooLong, resolve } = Promise.withResolvers<void>();
		const timer = setTimeout(resolve, withinMs);
		await Promise.race([tooLong, Promise.all([...this.#underWay.values()].map(({ done }) => done))]);
		clearTimeout(timer);
	}

	async #claimAndStart(): Promise<void> {
		const { store, log, db } = this.#bot;
		const rules = { limiter: this.#limiter, order: this.#order };
		const hands = Math.min(HANDS - this.#underWay.size, this.#pace.left());
		try {
			const picked = await store.commit(() => pick(this.#bot, rules, this.#lanesUnderWay(), hands));
			if (this.#stopped) {
				await store.commit(() => picked.jobs.forEach(({ row }) => void putBack(db, row.id)));
				return;
			}
			this.#pace.took(picked.jobs.length);
			for (const job of picked.jobs) this.#start(job);
			this.#nap(picked);
		} catch (error) {
			this.#limiter.keepOnly([...this.#underWay.keys()]);
			if (this.#underWay.size === 0) this.#order.undecided();
			log.error('courier-round-failed', error);
			this.#napFor(1_000);
		}
	}

	#lanesUnderWay(): string[] {
		return [...new Set([...this.#underWay.values()].map(({ lane }) => lane))];
	}

	#start(job: Job): void {
		const { id, lane } = job.row;
		const done = this.#carry(job).finally(() => {
			this.#underWay.delete(id);
			if (job.row.work !== 'errand') this.#order.undecided();
			this.wake();
		});
		this.#underWay.set(id, { lane, done });
	}

	async #carry(job: Job): Promise<void> {
		const { store, log, clock } = this.#bot;
		const rules = { limiter: this.#limiter, order: this.#order };
		const outcome = await this.#call(job);
		this.#limiter.end(job.row.id, clock.monotonic());
		for (let tries = 1; ; tries++) {
			try {
				await store.commit(() => record(this.#bot, rules, job, outcome));
				return;
			} catch (error) {
				log.error('courier-record-failed', error, { row: job.row.id });
				if (this.#stopped || tries >= 60) return;
				await new Promise((resolve) => setTimeout(resolve, 1_000));
			}
		}
	}

	/** A message that can't even be drawn is our mistake, and the end of this row alone. */
	async #call(job: Job): Promise<Outcome<Done>> {
		try {
			return await job.call(this.#platform);
		} catch (error) {
			this.#bot.log.error('outbox-row-unusable', error, { row: job.row.id });
			return { ok: false, fault: { kind: 'content', code: 'our-error' } };
		}
	}

	/** Sleeps until the next row is due or a limit opens again; a call that ends wakes it before that. */
	#nap({ jobs, waitMs = Number.POSITIVE_INFINITY, at }: Picked): void {
		const { db, clock } = this.#bot;
		const due = nextDue(db);
		const nothingDue = due === undefined || due > clock.now();
		if (nothingDue && jobs.length === 0 && this.#underWay.size === 0) {
			for (const resolve of this.#idle.splice(0)) resolve();
		}
		const later = nothingDue || this.#pace.left() > 0 ? nextDue(db, at) : at;
		const untilDue = later === undefined ? Number.POSITIVE_INFINITY : later - clock.now();
		this.#napFor(Math.min(waitMs, Math.max(untilDue, 1)));
	}

	#napFor(ms: number): void {
		this.#rise();
		if (this.#stopped) return;
		this.#rise = this.#pace.sleep(ms, () => this.wake());
	}
}
