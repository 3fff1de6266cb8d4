import type { Db } from '../../db/database.ts';
import { openVault } from '../../db/vault.ts';
import type { Clock, Log, Metrics, Store } from '../bot/ports.ts';
import { type Bot, byName, type Repertoire } from '../bot/repertoire.ts';
import type { Timetable } from '../bot/timetable/index.ts';
import { createWords, type Locale } from '../locales/index.ts';

/** What people can say and see, and what the bot says unasked: handed over by whoever starts it. */
export interface Everything {
	readonly repertoire: Repertoire;
	readonly timetable: Timetable;
}

export interface BotParts extends Everything {
	readonly db: Db;
	readonly store: Store;
	readonly clock: Clock;
	readonly log: Log;
	readonly metrics: Metrics;
	/** The first seals, all open; at least one. */
	readonly dataKeys: readonly string[];
	/** IANA name, such as `Asia/Shanghai`. */
	readonly zone: string;
	readonly locale: Locale;
}

/** Puts a bot together from its database and what the place it runs in offers. */
export function assemble(parts: BotParts): Bot {
	const { db, store, clock, log, metrics, zone, repertoire, timetable } = parts;
	return {
		db,
		store,
		clock,
		log,
		metrics,
		zone,
		repertoire,
		vault: openVault(parts.dataKeys),
		words: createWords(parts.locale),
		timetable: timetable.reminders,
		views: byName('view', [...repertoire.views, ...timetable.views]),
		conditions: byName('condition', [...repertoire.conditions, ...timetable.conditions]),
	};
}
