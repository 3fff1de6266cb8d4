import { nextDue, putBack } from '../../../db/outbox/index.ts';
import type { Bot } from '../registry.ts';
import type { Platform } from '../vocabulary/index.ts';
import { type Job, pick } from './claim.ts';
import { Limiter, type Limits } from './limits.ts';
import { record } from './record.ts';

/** Calls under way at once: enough for 50 a second at half a second each. */
const HANDS = 25;
/** The courier looks again after this long even if nobody woke it. */
const LONGEST_NAP = 30_000;

/**
 * Carries the outbox to the platform: claims what is due, keeps the limits, one call at a time on each lane, and
 * writes down what became of it. Every step is committed before the next one is taken.
 */
export class Courier {
	readonly #bot: Bot;
	readonly #platform: Platform;
	readonly #limiter: Limiter;
	readonly #underWay = new Map<string, Promise<void>>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#round: Promise<void> | undefined;
	#again = false;
	#stopped = false;
	#idle: (() => void)[] = [];

	constructor(bot: Bot, platform: Platform, limits: Limits) {
		this.#bot = bot;
		this.#platform = platform;
		this.#limiter = new Limiter(limits);
	}

	get limiter(): Limiter {
		return this.#limiter;
	}

	/** Something may be due. */
	wake(): void {
		if (this.#stopped) return;
		if (this.#round) {
			this.#again = true;
			return;
		}
		clearTimeout(this.#timer);
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

	/** Starts nothing more and waits for what is under way. */
	async stop(): Promise<void> {
		this.#stopped = true;
		clearTimeout(this.#timer);
		await this.#round;
		await Promise.all(this.#underWay.values());
	}

	async #claimAndStart(): Promise<void> {
		const { store, log } = this.#bot;
		try {
			const { jobs, waitMs } = await store.commit(() =>
				pick(this.#bot, this.#limiter, [...this.#underWay.keys()], HANDS - this.#underWay.size),
			);
			if (this.#stopped)
				await store.commit(() => jobs.forEach(({ row }) => void putBack(this.#bot.db, row.id)));
			else for (const job of jobs) this.#start(job);
			this.#nap(waitMs);
		} catch (error) {
			log.error('courier-round-failed', error);
			this.#napFor(1_000);
		}
	}

	#start(job: Job): void {
		const done = this.#carry(job).finally(() => {
			this.#underWay.delete(job.row.lane);
			this.wake();
		});
		this.#underWay.set(job.row.lane, done);
	}

	async #carry(job: Job): Promise<void> {
		const outcome = await job.call(this.#platform);
		for (let tries = 1; ; tries++) {
			try {
				await this.#bot.store.commit(() => record(this.#bot, this.#limiter, job, outcome));
				return;
			} catch (error) {
				this.#bot.log.error('courier-record-failed', error, { row: job.row.id });
				if (this.#stopped || tries >= 60) return;
				await new Promise((resolve) => setTimeout(resolve, 1_000));
			}
		}
	}

	/** Sleeps until the next row is due or a limit opens again. */
	#nap(waitMs: number | undefined): void {
		const due = nextDue(this.#bot.db);
		const untilDue = due === undefined ? LONGEST_NAP : due - this.#bot.clock.now();
		if (untilDue > 0 && this.#underWay.size === 0) {
			for (const resolve of this.#idle.splice(0)) resolve();
		}
		this.#napFor(Math.min(LONGEST_NAP, Math.max(untilDue, waitMs ?? 0, 1)));
	}

	#napFor(ms: number): void {
		clearTimeout(this.#timer);
		if (this.#stopped) return;
		this.#timer = setTimeout(() => this.wake(), ms);
		this.#timer.unref?.();
	}
}
