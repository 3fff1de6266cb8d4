import type { Drawn, Target } from './message.ts';
import type { AccountName } from './update.ts';
import type { Why } from './why.ts';

/** What the courier needs of the platform. Every call settles; a failure is a value, never an exception. */
export interface Platform {
	/** Sends once for each uuid within the platform's hour. */
	send(target: Target, content: Drawn, uuid: string): Promise<Outcome<Sent>>;
	/** Redraws a card that was sent before. */
	patch(messageId: string, content: Drawn): Promise<Outcome<void>>;
	accountName(openId: string): Promise<Outcome<AccountName>>;
	/** All members, however many pages it takes. */
	chatMembers(chatId: string): Promise<Outcome<readonly AccountName[]>>;
	/** What a group is called; the name in an event may be the bot's. */
	chatName(chatId: string): Promise<Outcome<string>>;
	/** How many machines hold a long connection for this app. */
	connections(): Promise<Outcome<number>>;
	/** The bot's own account. */
	self(): Promise<Outcome<AccountName>>;
	/** The code with which no token was to be had the last time one was asked for; undefined while there is one. */
	tokenRefused?(): string | undefined;
	/** Has `tell` told the platform's hour (ms, by whole seconds) with each of its answers. */
	onHour?(tell: (hour: number) => void): void;
}

export interface Sent {
	readonly messageId: string;
	readonly chatId: string;
}

export type Outcome<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly fault: Fault };

/**
 * Why a call failed and what follows.
 * - `retry`: the platform was busy; nothing was done. Again after `afterMs` (or our own back-off).
 * - `unknown`: no answer, or one that leaves open whether it was done; again with the same uuid.
 * - `target`: for good, for this target (left, stopped the bot, dissolved).
 * - `content`: our own mistake in what we sent; again would fail again.
 * - `operator`: somebody must change the app's settings; kept, and tried again later.
 * `token` faults never come out of the client: it fetches a new token and tries once more itself.
 */
export interface Fault {
	readonly kind: 'retry' | 'unknown' | 'target' | 'content' | 'operator';
	/** The platform's code, an HTTP status, or a word of the network's; never contains what people wrote. */
	readonly code: string;
	readonly afterMs?: number;
	/** How long (ms) to wait before each next attempt, beginning with the first; our own back-off when they are used up. */
	readonly waits?: readonly number[];
	/** Tried so often and for so long (ms) at least, then given up; a day unless told otherwise. */
	readonly patience?: { readonly forMs: number; readonly attempts: number };
	/** It is the app that is refused, not this message: no other has to be tried meanwhile. */
	readonly whole?: true;
	/** Nothing goes out before the 1st of next month. */
	readonly until?: 'next-month';
	/** An operator must hear of it, and the call is not worth making again. */
	readonly futile?: true;
	/** What was to be answered has been taken back: the same may be said elsewhere. */
	readonly recalled?: true;
	/** Why it did not arrive, as its author can be told; `other` without one. */
	readonly why?: Why;
}
