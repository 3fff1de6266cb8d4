import type { Listed } from '../people.ts';

/** What a sentence is read against, as plain values; nothing of it is changed or kept beyond the array it came in. */
export interface World {
	/** Milliseconds since 1970. */
	readonly now: number;
	/** An IANA name. */
	readonly zone: string;
	/** `YYYY-MM-DD`, there. */
	readonly today: string;
	/** The people in the speaker's scope and whoever was mentioned. */
	readonly people: readonly Listed[];
	/** The branches in the speaker's scope. */
	readonly branches: readonly Listed[];
}
