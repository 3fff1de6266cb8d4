import type { MovableClock } from '../../src/runtime/clock.ts';

/** Clocks that run on by themselves and that a test can move: all of them, or the wall clock alone. */
export class HandClock implements MovableClock {
	#offset: number;
	#wallOffset = 0;

	/** `startsAt`: what the injected clock shows now, ms. */
	constructor(startsAt: number) {
		this.#offset = startsAt - Date.now();
	}

	now(): number {
		return Date.now() + this.#offset;
	}

	wall(): number {
		return Date.now() + this.#wallOffset;
	}

	monotonic(): number {
		return performance.now();
	}

	moveTo(instant: number): void {
		this.#offset = Math.max(this.#offset, instant - Date.now());
	}

	/** So much time (ms) passes for the injected and the wall clock. */
	pass(ms: number): void {
		this.#offset += ms;
		this.#wallOffset += ms;
	}
}

/** The injected clock stands still until it is moved, so that what waits for a moment waits however slow the machine is. */
export class StandingClock implements MovableClock {
	#shows: number;

	/** `startsAt`: what the injected clock shows now, ms. */
	constructor(startsAt: number) {
		this.#shows = startsAt;
	}

	now(): number {
		return this.#shows;
	}

	wall(): number {
		return Date.now();
	}

	monotonic(): number {
		return performance.now();
	}

	moveTo(instant: number): void {
		this.#shows = Math.max(this.#shows, instant);
	}

	/** So much time (ms) passes. */
	pass(ms: number): void {
		this.#shows += ms;
	}
}
