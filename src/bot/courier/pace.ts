/** How the place it runs in lets the courier work. */
export interface Pace {
	/** How many calls may begin now. */
	left(): number;
	/** So many begin. */
	took(calls: number): void;
	/** Has `wake` called in so many ms (endless when nothing is to come), or sooner; answers how to call that off. */
	sleep(ms: number, wake: () => void): () => void;
}

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
