import type { Attempt } from '../../../db/outbox/index.ts';

/** FEISHU.md «Limits»: for each API and app, and for each person, group or patched message. */
export interface Limits {
	readonly perSecond: number;
	readonly perMinute: number;
	readonly perLane: number;
}

export const PLATFORM_LIMITS: Limits = { perSecond: 50, perMinute: 1000, perLane: 5 };

/** A little longer than the platform's second, since calls don't arrive as evenly as they leave. */
const SECOND = 1_050;
const MINUTE = 60_500;

/** Sliding windows over the calls of the last minute, on the monotonic clock (ms). */
export class Limiter {
	readonly #limits: Limits;
	readonly #byApi = new Map<string, number[]>();
	readonly #byLane = new Map<string, number[]>();
	readonly #paused = new Map<string, number>();

	constructor(limits: Limits) {
		this.#limits = limits;
	}

	/** How long (ms) a call has to wait; 0: it may go out now. */
	wait(api: string, lane: string, now: number): number {
		const calls = recent(this.#byApi, api, now - MINUTE);
		const own = recent(this.#byLane, lane, now - SECOND);
		return Math.max(
			0,
			(this.#paused.get(lane) ?? 0) - now,
			full(calls, this.#limits.perMinute, MINUTE, now),
			full(
				calls.filter((at) => at > now - SECOND),
				this.#limits.perSecond,
				SECOND,
				now,
			),
			full(own, this.#limits.perLane, SECOND, now),
		);
	}

	/** Counts a call. */
	note(api: string, lane: string, now: number): void {
		push(this.#byApi, api, now);
		push(this.#byLane, lane, now);
	}

	/** The platform said that this lane is full for so long (ms). */
	pause(lane: string, now: number, forMs: number): void {
		this.#paused.set(lane, now + forMs);
	}

	/** Lanes on which nothing may go out now. */
	closedLanes(now: number): string[] {
		for (const [lane, until] of this.#paused) if (until <= now) this.#paused.delete(lane);
		const full = [...this.#byLane.keys()].filter(
			(lane) => recent(this.#byLane, lane, now - SECOND).length >= this.#limits.perLane,
		);
		return [...new Set([...full, ...this.#paused.keys()])];
	}

	/** Takes over what was called before a restart; `wallNow` and the attempts are wall clock, `now` monotonic. */
	recall(attempts: readonly Attempt[], wallNow: number, now: number): void {
		for (const { api, lane, at } of attempts) this.note(api, lane, now - (wallNow - at));
	}
}

function recent(calls: Map<string, number[]>, key: string, since: number): number[] {
	const known = calls.get(key) ?? [];
	const kept = known.filter((at) => at > since);
	if (kept.length === 0) calls.delete(key);
	else if (kept.length < known.length) calls.set(key, kept);
	return kept;
}

function push(calls: Map<string, number[]>, key: string, at: number): void {
	const known = calls.get(key);
	if (known) known.push(at);
	else calls.set(key, [at]);
}

function full(calls: readonly number[], most: number, window: number, now: number): number {
	const oldest = calls[calls.length - most];
	return oldest === undefined ? 0 : oldest + window - now;
}
