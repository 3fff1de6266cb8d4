import type { Storage } from 'cloudflare:workers';
import type { Pace } from '../../bot/ports.ts';

const MINUTE = 60_000;

/** The one alarm of an object, moved only to earlier until it has rung. All instants are wall clock, ms. */
export class Alarm {
	readonly #storage: Storage;
	#at = Number.POSITIVE_INFINITY;

	constructor(storage: Storage) {
		this.#storage = storage;
	}

	/** Settles when it is set to ring then or sooner. */
	async noLaterThan(at: number): Promise<void> {
		const lost = this.#at < Date.now() - MINUTE;
		if (at >= this.#at && !lost) return;
		this.#at = at;
		await this.#storage.setAlarm(at);
	}

	/** It rings now, and is to be set again before anything else is done. */
	rang(): void {
		this.#at = Number.POSITIVE_INFINITY;
	}
}

/** The beginning of the minute after this instant. */
export function nextMinute(now: number): number {
	return (Math.floor(now / MINUTE) + 1) * MINUTE;
}

/** Ours: half of the thousand calls that the paid plan has always allowed for each event. */
export const MOST_CALLS = 500;
/** A longer sleep (ms) is left to the alarm, so that an object with nothing to do may be put away. */
const LONGEST_TIMER = 2_000;

/** Portions the courier's work: so many calls an alarm, then the next alarm at once. */
export class AlarmPace implements Pace {
	readonly #ringIn: (ms: number) => void;
	#left = MOST_CALLS;

	constructor(ringIn: (ms: number) => void) {
		this.#ringIn = ringIn;
	}

	/** A new alarm has rung. */
	refill(): void {
		this.#left = MOST_CALLS;
	}

	left(): number {
		return this.#left;
	}

	took(calls: number): void {
		this.#left -= calls;
	}

	sleep(ms: number, wake: () => void): () => void {
		if (this.#left > 0 && ms <= LONGEST_TIMER) {
			const timer = setTimeout(wake, ms);
			return () => clearTimeout(timer);
		}
		this.#ringIn(ms);
		return () => undefined;
	}
}
