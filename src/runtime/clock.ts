import type { Clock, ClockSetting } from '../bot/ports.ts';

export interface MovableClock extends Clock {
	/** Sets the injected clock; an instant before the one it shows is ignored. */
	moveTo(instant: number): void;
}

/** What a machine's clocks show, ms. */
export type Machine = Pick<Clock, 'wall' | 'monotonic'>;

const thisMachine: Machine = { wall: () => Date.now(), monotonic: () => performance.now() };

/** The three clocks: given from `startsAt` on, else the machine's, set right by the platform. `floor`: what an earlier run had reached. */
export function systemClock(
	startsAt: number | undefined,
	floor: number,
	machine: Machine = thisMachine,
): MovableClock {
	return startsAt === undefined ? new WatchedClock(floor, machine) : givenClock(startsAt, floor, machine);
}

/** BOT_CLOCK: runs on from `startsAt`, and never goes back, not behind `floor` either. The platform is not asked. */
function givenClock(startsAt: number, floor: number, machine: Machine): MovableClock {
	let offset = Math.max(startsAt, floor) - machine.wall();
	let shown = floor;
	const now = () => {
		shown = Math.max(shown, machine.wall() + offset);
		return shown;
	};
	return {
		...machine,
		now,
		moveTo(instant) {
			if (instant > now()) offset = instant - machine.wall();
		},
	};
}

const DAY = 24 * 3_600_000;

/**
 * The machine's hour. One that is more than a day off what was last shown is doubted until the platform has told the hour:
 * meanwhile it runs on from there. A machine that is more than a day wrong is corrected by the platform's hour.
 */
class WatchedClock implements MovableClock, ClockSetting {
	readonly setting = this;
	readonly wall: () => number;
	readonly monotonic: () => number;
	/** The last believed instant, and when that was by the monotonic clock. */
	#last: { readonly shown: number; readonly at: number };
	#shown: number;
	/** What the machine's hour lacks. */
	#offset = 0;
	#platform: { readonly hour: number; readonly at: number } | undefined;

	constructor(floor: number, { wall, monotonic }: Machine) {
		this.wall = wall;
		this.monotonic = monotonic;
		this.#shown = floor === 0 ? wall() : floor;
		this.#last = { shown: this.#shown, at: monotonic() };
	}

	now(): number {
		if (this.doubted()) {
			this.#shown = Math.max(this.#shown, Math.floor(this.#ran()));
			return this.#shown;
		}
		return this.#believe(Math.max(this.#shown, this.#reading()));
	}

	doubted(): boolean {
		return Math.abs(this.#reading() - this.#ran()) > DAY;
	}

	heard(hour: number): boolean {
		this.#platform = { hour, at: this.monotonic() };
		return this.#set(hour, true);
	}

	happened(instant: number): boolean {
		return this.#set(instant, false);
	}

	platform(): number | undefined {
		return this.#platform && Math.floor(this.#platform.hour + this.monotonic() - this.#platform.at);
	}

	moveTo(instant: number): void {
		if (instant <= this.now()) return;
		this.#offset = instant - this.wall();
		this.#believe(instant);
	}

	/** Takes this hour's word; one that may be late already (`exact` false) sets nothing back. */
	#set(hour: number, exact: boolean): boolean {
		const doubted = this.doubted();
		const shown = this.now();
		const ahead = shown - hour;
		if (!doubted && Math.abs(ahead) <= DAY) return false;
		const fits = Math.abs(this.wall() - hour) <= DAY;
		if (!exact && !fits && ahead >= 0) return false;
		if (!exact && !doubted && ahead > DAY) return false;
		this.#offset = fits ? 0 : hour - this.wall();
		const reading = this.#reading();
		this.#shown = ahead > DAY ? reading : Math.max(shown, reading);
		this.#believe(this.#shown);
		return true;
	}

	#believe(instant: number): number {
		this.#shown = instant;
		this.#last = { shown: instant, at: this.monotonic() };
		return instant;
	}

	/** What the machine would have it show. */
	#reading(): number {
		return this.wall() + this.#offset;
	}

	/** What it would show by the time that has passed. */
	#ran(): number {
		return this.#last.shown + this.monotonic() - this.#last.at;
	}
}
