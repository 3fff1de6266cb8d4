import type { Pace } from '../../bot/ports.ts';

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
