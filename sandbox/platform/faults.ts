import type { Faults } from './contract.ts';

export const NO_FAULTS: Faults = {
	busy: 0,
	badGateway: 0,
	dropped: 0,
	lost: 0,
	tokenLife: 0,
	delayMs: 0,
	monthlyCalls: 0,
	cardLockMs: 0,
	machines: 0,
};

export interface Luck {
	readonly busy: boolean;
	readonly badGateway: boolean;
	readonly dropped: boolean;
	readonly lost: boolean;
}

/**
 * Numbers in [0, 1), the same row for the same seed (mulberry32). Every call but those for tokens draws four,
 * in the order dropped, badGateway, busy, lost, whatever the shares are: switching one fault on does not move
 * the others to different calls.
 */
export function openFaults(seed: number) {
	let state = seed >>> 0;
	const draw = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	let current = NO_FAULTS;
	return {
		get current() {
			return current;
		},
		set(faults: Partial<Faults>) {
			current = { ...current, ...faults };
		},
		luck(): Luck {
			return {
				dropped: draw() < current.dropped,
				badGateway: draw() < current.badGateway,
				busy: draw() < current.busy,
				lost: draw() < current.lost,
			};
		},
	};
}
