/** What the bot needs of the place it runs in. */

/** Three clocks, each for its own questions; see DESIGN «Time». All in ms. */
export interface Clock {
	/** The injected clock: windows, lateness, reminders, retention. Never goes back. */
	now(): number;
	/** Wall clock: freshness of signatures, the platform's hour, leases. */
	wall(): number;
	/** Monotonic: rates and time-outs. */
	monotonic(): number;
	/** How the platform's word sets `now` right; absent where the hour was given (BOT_CLOCK, the sandbox). */
	readonly setting?: ClockSetting;
}

/** What the platform tells of the hour. Instants in ms. */
export interface ClockSetting {
	/** The machine's hour is more than a day off, and nobody has confirmed it: `now` runs on from the last commit, and nothing falls due. */
	doubted(): boolean;
	/** An answer of the platform says what hour it is. True when `now` shows another hour since, or is believed again. */
	heard(hour: number): boolean;
	/** A signed event was made at this instant, so that it is no earlier. True as above. */
	happened(instant: number): boolean;
	/** The platform's hour, by its last answer; undefined before the first. */
	platform(): number | undefined;
}

/** The database's transactions. */
export interface Store {
	/** Runs inside a savepoint: an error undoes this part alone and is thrown on. */
	savepoint<T>(work: () => T): T;
	/**
	 * Runs in the next commit, together with whatever else waits; settles when that commit is durable. Rejects with
	 * {@link BatchVoid} when the whole batch was undone.
	 */
	commit<T>(work: () => T): Promise<T>;
	/** Whether the last commit was kept. */
	readonly sound: boolean;
	/** The database itself is in trouble (full, I/O, busy, memory, corrupt): nothing of the batch may stay. */
	isBroken(error: unknown): boolean;
}

/** The batch was undone as a whole; whoever waits for it tells the platform to try again. */
export class BatchVoid extends Error {
	override name = 'BatchVoid';
}

/** Structured facts only: never names, open_ids, tokens or what people wrote. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
	info(event: string, facts?: Facts): void;
	warn(event: string, facts?: Facts): void;
	/** The trail for the operator; of the error only its type and stack are kept. */
	error(event: string, error: unknown, facts?: Facts): void;
}

/** How a message was understood. */
export type How =
	| 'word'
	| 'sentence'
	| 'offered'
	| 'asked'
	| 'doubtful'
	| 'question-answered'
	| 'talk'
	| 'nothing';

export interface Metrics {
	update(kind: string, result: string): void;
	/** One message: which wish was heard in it, and how. */
	heard(wish: string, how: How): void;
	send(work: string, result: string, delayMs: number): void;
}

/** How the courier may work and sleep. */
export interface Pace {
	/** How many calls may begin now. */
	left(): number;
	/** So many begin. */
	took(calls: number): void;
	/** Has `wake` called in so many ms (endless when nothing is to come), or sooner; answers how to call that off. */
	sleep(ms: number, wake: () => void): () => void;
}
