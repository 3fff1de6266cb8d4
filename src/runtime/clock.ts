import type { Clock } from '../bot/ports.ts';

export interface MovableClock extends Clock {
	/** Sets the injected clock; an instant before the one it shows is ignored. */
	moveTo(instant: number): void;
}

/**
 * The three clocks. The injected one runs on from `startsAt` (wall clock when absent) and never goes back: not
 * behind `floor`, which an earlier run had reached, and not when the machine's own clock is set back.
 */
export function systemClock(startsAt: number | undefined, floor: number): MovableClock {
	let offset = Math.max(startsAt ?? Date.now(), floor) - Date.now();
	let shown = floor;
	const now = () => {
		shown = Math.max(shown, Date.now() + offset);
		return shown;
	};
	return {
		now,
		wall: () => Date.now(),
		monotonic: () => performance.now(),
		moveTo(instant) {
			if (instant > now()) offset = instant - Date.now();
		},
	};
}
