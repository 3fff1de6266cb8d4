import type { Storage } from 'cloudflare:workers';

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
