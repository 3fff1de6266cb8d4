import type { Db } from '../../db/database.ts';
import type { Vault } from '../../db/vault.ts';
import type { Words } from '../locales/index.ts';
import type { RuleBook } from '../rules/book.ts';
import type { Clock, Log, Metrics, Store } from './ports.ts';
import type { Condition, Scene, View } from './view.ts';

/** One app in one Feishu tenant with its database: an object passed around, never a global. */
export interface Tenant {
	readonly db: Db;
	readonly store: Store;
	readonly vault: Vault;
	readonly clock: Clock;
	/** IANA name, such as `Asia/Shanghai`. */
	readonly zone: string;
	/** How many calls a calendar month holds; undefined: as many as are needed. */
	readonly monthlyCalls: number | undefined;
	readonly words: Words;
	readonly book: RuleBook;
	readonly views: ReadonlyMap<string, View>;
	readonly conditions: ReadonlyMap<string, Condition>;
	readonly log: Log;
	readonly metrics: Metrics;
}

/** What views and conditions see of a tenant at this instant (ms). */
export function sceneOf({ db, vault, words, zone, book }: Tenant, now: number): Scene {
	return { db, vault, t: words, now, zone, book };
}
