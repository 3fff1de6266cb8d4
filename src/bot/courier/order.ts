import type { OutboxRow } from '../../../db/outbox/index.ts';

/** Ours: so many attempts in vain (about half a minute) hold up what comes behind; then arriving matters more than the order. */
export const HOLDS_UP = 6;

/** The app is refused as a whole: until when nothing is tried, and until when its rows are kept (ms, injected clock). */
export interface Closed {
	readonly code: string;
	readonly until: number;
	readonly keptUntil: number;
}

/**
 * What is said to one person or group arrives in the order in which it was said: while a row waits for its next attempt,
 * what comes behind it on the lane waits too. Nothing is overtaken but what was tried more than `HOLDS_UP` times in vain,
 * or waits for an operator. Instants (ms) are the injected clock's.
 */
export class Order {
	readonly #held = new Map<string, number>();
	#closed: Closed | undefined;
	/** After a refusal one row is tried alone. */
	#probe: 'none' | 'wanted' | 'under-way' = 'none';

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

	/** The platform refuses the app: no other row has to ask for itself. */
	close(closed: Closed): void {
		this.#closed = closed;
		this.#probe = 'none';
	}

	/** The platform has taken something. */
	open(): void {
		this.#closed = undefined;
		this.#probe = 'none';
	}

	/** What keeps all of it back now; undefined when it may be tried. */
	closed(now: number): Closed | undefined {
		return this.isOver(now) ? undefined : this.#closed;
	}

	/** The time is past for which it was closed. */
	isOver(now: number): boolean {
		return this.#closed !== undefined && this.#closed.until <= now;
	}

	/** One row may find out whether it is still refused. */
	probe(): void {
		this.#closed = undefined;
		this.#probe = 'wanted';
	}

	/** Whether a row may be tried, seen from those that find out. */
	admits(): boolean {
		return this.#probe !== 'under-way';
	}

	/** A row is about to be tried. */
	begin(): void {
		if (this.#probe === 'wanted') this.#probe = 'under-way';
	}

	/** It has come to an end; one that tells nothing of the app lets another find out. */
	undecided(): void {
		if (this.#probe === 'under-way') this.#probe = 'wanted';
	}
}
