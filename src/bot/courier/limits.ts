import type { Attempt } from '../../../db/outbox/index.ts';

/** FEISHU.md «Limits»: for each API and app, and for each person, group or patched message. */
export interface Limits {
	readonly perSecond: number;
	readonly perMinute: number;
	readonly perLane: number;
}

export const PLATFORM_LIMITS: Limits = { perSecond: 50, perMinute: 1000, perLane: 5 };

/** A little longer than the platform's windows: a clock that is being set right runs up to 1 part in 2000 faster or slower. */
const SECOND = 1_005;
const MINUTE = 60_100;
/** After a restart only the beginning of a call is known; it has ended this much later at most. */
const LONGEST_CALL = 1_000;

interface Call {
	readonly api: string;
	readonly lane: string;
}

/**
 * Sliding windows on the monotonic clock (ms). The platform counts a call at some moment between its beginning and its
 * end, so here it counts all the while it is under way and for a whole window after it has ended.
 */
export class Limiter {
	readonly #limits: Limits;
	readonly #underWay = new Map<number, Call>();
	readonly #byApi = new Map<string, number[]>();
	readonly #byLane = new Map<string, number[]>();
	readonly #paused = new Map<string, number>();

	constructor(limits: Limits) {
		this.#limits = limits;
	}

	/** How long (ms) a call has to wait; 0: it may go out now. */
	wait(api: string, lane: string, now: number): number {
		return Math.max(this.#waitForApi(api, now), this.#waitForLane(lane, now));
	}

	/** Whether it is the whole API that has to wait, whatever the lane. */
	isClosed(api: string, now: number): boolean {
		return this.#waitForApi(api, now) > 0;
	}

	/** A call is about to be made; `id` is its own until it has ended. */
	begin(id: number, api: string, lane: string): void {
		this.#underWay.set(id, { api, lane });
	}

	/** The call has ended, however. */
	end(id: number, now: number): void {
		const call = this.#underWay.get(id);
		if (!call) return;
		this.#underWay.delete(id);
		push(this.#byApi, call.api, now);
		push(this.#byLane, call.lane, now);
	}

	/** Forgets calls that were announced and never made: all but these. */
	keepOnly(ids: readonly number[]): void {
		const made = new Set(ids);
		for (const id of this.#underWay.keys()) if (!made.has(id)) this.#underWay.delete(id);
	}

	/** The platform said that this lane is full for so long (ms). */
	pause(lane: string, now: number, forMs: number): void {
		this.#paused.set(lane, Math.max(this.#paused.get(lane) ?? 0, now + forMs));
	}

	/** Lanes on which nothing may go out now. */
	closedLanes(now: number): string[] {
		for (const [lane, until] of this.#paused) if (until <= now) this.#paused.delete(lane);
		const known = new Set([...this.#byLane.keys(), ...this.#paused.keys()]);
		return [...known].filter((lane) => this.#waitForLane(lane, now) > 0);
	}

	/** Takes over what was called before a restart; `wallNow` and the attempts are wall clock, `now` monotonic. */
	recall(attempts: readonly Attempt[], wallNow: number, now: number): void {
		for (const { api, lane, at } of attempts) {
			const ended = Math.min(now, now - (wallNow - at) + LONGEST_CALL);
			push(this.#byApi, api, ended);
			push(this.#byLane, lane, ended);
		}
	}

	#waitForApi(api: string, now: number): number {
		const ended = recent(this.#byApi, api, now - MINUTE);
		const underWay = this.#count((call) => call.api === api);
		const { perMinute, perSecond } = this.#limits;
		const lately = ended.filter((at) => at > now - SECOND);
		return Math.max(
			untilFree(ended, underWay, perMinute, MINUTE, now),
			untilFree(lately, underWay, perSecond, SECOND, now),
		);
	}

	#waitForLane(lane: string, now: number): number {
		const ended = recent(this.#byLane, lane, now - SECOND);
		const underWay = this.#count((call) => call.lane === lane);
		const pause = Math.max(0, (this.#paused.get(lane) ?? 0) - now);
		return Math.max(pause, untilFree(ended, underWay, this.#limits.perLane, SECOND, now));
	}

	#count(counts: (call: Call) => boolean): number {
		let count = 0;
		for (const call of this.#underWay.values()) if (counts(call)) count++;
		return count;
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

/** How long until one more fits; when calls under way fill all places, one of them has to end first. */
function untilFree(
	ended: readonly number[],
	underWay: number,
	most: number,
	window: number,
	now: number,
): number {
	const places = most - underWay;
	if (ended.length < places) return 0;
	const oldest = places > 0 ? ended[ended.length - places] : now;
	return oldest === undefined ? window : oldest + window - now;
}
