import type { Running, StartOptions } from '../../src/runtime/node/start.ts';

/** What a town starts its bot with; the platform it talks to is known by its URL. */
export type HomeOptions = Omit<StartOptions, 'dataDir' | 'fileName' | 'dataKeys' | 'host' | 'port'> & {
	/** One that all towns have, unless told. */
	readonly dataKeys?: readonly string[];
};

export const DATA_KEY = '0123456789abcdef0123456789abcdef';

/** A bot that has been started, on whichever runtime the tests run. */
export interface Home {
	readonly running: Running;
	/** Where its data stays: a start with the same continues there. */
	readonly dataDir: string;
	/** Runs where the database may be looked at and the courier waited for. */
	within<T>(work: () => T | Promise<T>): Promise<T>;
	/** Forgets what was kept; after `running.stop()`. */
	forget(): void;
}
