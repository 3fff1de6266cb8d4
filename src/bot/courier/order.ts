import type { OutboxRow } from '../../../db/outbox/index.ts';

/** Ours: so many attempts in vain (about half a minute) hold up what comes behind; then arriving matters more than the order. */
export const HOLDS_UP = 6;

/**
 * What is said to one person or group arrives in the order in which it was said: while a row waits for its next attempt,
 * what comes behind it on the lane waits too. Nothing is overtaken but what was tried more than `HOLDS_UP` times in vain,
 * or waits for an operator. Instants (ms) are the injected clock's.
 */
export class Order {
	readonly #held = new Map<string, number>();

	/** A row was tried for the `attempts`th time in vain and comes again at `notBefore`. */
	hold({
		lane,
		work,
		attempts,
		notBefore,
	}: Pick<OutboxRow, 'lane' | 'work' | 'attempts' | 'notBefore'>): void {
		if (work !== 'errand' && attempts <= HOLDS_UP) this.#held.set(lane, notBefore);
	}

	/** Until when this lane is held up; undefined when it is free. */
	heldUntil(lane: string, now: number): number | undefined {
		const until = this.#held.get(lane);
		if (until === undefined || until > now) return until;
		this.#held.delete(lane);
		return undefined;
	}
}
