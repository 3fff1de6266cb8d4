/** How much of one person is heard in a minute. */
export interface Talk {
	readonly messages: number;
	readonly taps: number;
}

/** Ours: nobody types a sentence every two seconds for a minute; a roll of fifty people is tapped through in one. */
export const TALK: Talk = { messages: 30, taps: 120 };

const MINUTE = 60_000;

interface Heard {
	/** When each was, oldest first; never many more than count. */
	times: number[];
	told: boolean;
}

/**
 * Who speaks faster than a person can is told so once, and not heard until it is calmer: a phone that has gone mad must not
 * keep others waiting. Kept in memory, by the monotonic clock (ms): a restart forgives.
 */
export class Storms {
	readonly #talk: Talk;
	readonly #heard = new Map<string, Heard>();
	#forgotten = 0;

	constructor(talk: Talk) {
		this.#talk = talk;
	}

	/** One more of this account: it is heard, it is the first that is too much, or one more that is. */
	note(what: keyof Talk, openId: string, now: number): 'heard' | 'first' | 'more' {
		const key = `${what}:${openId}`;
		const most = this.#talk[what];
		const heard = this.#heard.get(key) ?? { times: [], told: false };
		heard.times = [...heard.times.filter((at) => at > now - MINUTE), now].slice(-most - 1);
		this.#heard.set(key, heard);
		if (heard.times.length <= most) {
			heard.told = false;
			this.#forget(now);
			return 'heard';
		}
		if (heard.told) return 'more';
		heard.told = true;
		return 'first';
	}

	/** Once a minute: of whom nothing was heard in the last one nothing is kept. */
	#forget(now: number): void {
		if (now - this.#forgotten < MINUTE) return;
		this.#forgotten = now;
		for (const [key, { times }] of this.#heard)
			if ((times.at(-1) ?? 0) <= now - MINUTE) this.#heard.delete(key);
	}
}
