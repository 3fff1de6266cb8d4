import { rememberSelf } from '../../db/app.ts';
import { admitKeys, KeyMissing } from '../../db/data-keys.ts';
import type { Db } from '../../db/database.ts';
import { openVault } from '../../db/vault.ts';
import { knock } from '../bot/knock.ts';
import { operatorNews } from '../bot/operator.ts';
import type { Clock, Log, Metrics, Store } from '../bot/ports.ts';
import { type Bot, byName, type Repertoire } from '../bot/repertoire.ts';
import { sealWhatIsPlain } from '../bot/rewrap.ts';
import { Storms, TALK, type Talk } from '../bot/storm.ts';
import type { Tenant } from '../bot/tenant.ts';
import type { Timetable } from '../bot/timetable/index.ts';
import type { Platform } from '../bot/vocabulary/index.ts';
import { createWords, type Locale } from '../locales/index.ts';
import { defaultBook, type RuleBook } from '../rules/book.ts';
import { BadConfig } from './settings.ts';

/** What people can say and see, and what the bot says unasked: handed over by whoever starts it. */
export interface Everything {
	readonly repertoire: Repertoire;
	readonly timetable: Timetable;
	/** The rules it goes by; those that come with the house unless told. */
	readonly book?: RuleBook;
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
	/** How many calls a calendar month holds; as many as are needed unless told. */
	readonly monthlyCalls?: number | undefined;
	/** How fast one person may speak; faster than any does unless told. */
	readonly talk?: Talk | undefined;
}

/**
 * Takes the keys into use before anything is read or written with them. Throws {@link BadConfig} when one of those that
 * values lie sealed under is missing.
 */
export async function admitDataKeys(bot: Tenant): Promise<void> {
	const { db, store, vault, clock, log } = bot;
	try {
		await store.commit(() => admitKeys(db, vault, clock.now()));
	} catch (error) {
		if (!(error instanceof KeyMissing)) throw error;
		// The ids are for the operator alone: on Workers whoever calls is shown the line.
		log.error('data-key-missing', error, {
			missing: error.missing.join(),
			given: error.given.join(),
		});
		throw new BadConfig([
			'BOT_DATA_KEY: what is private in the database was sealed with another key (the log has its id with data-key-missing); add that one at the end of the list (it stands in data.key where one was made), or, where the variable was never set, put data.key back from your copy',
		]);
	}
	await sealWhatIsPlain(bot);
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
		monthlyCalls: parts.monthlyCalls,
		repertoire,
		vault: openVault(parts.dataKeys),
		words: createWords(parts.locale),
		book: parts.book ?? defaultBook(),
		storms: new Storms(parts.talk ?? TALK),
		timetable: timetable.reminders,
		views: byName('view', [...repertoire.views, ...timetable.views, operatorNews]),
		conditions: byName('condition', [...repertoire.conditions, ...timetable.conditions]),
	};
}

/**
 * Knocks until nothing more is due, a transaction each time, so that others get their turn in between; `wake` is told after
 * each. Never rejects: what went wrong is logged, and the next minute knocks again.
 */
export async function knockThrough(bot: Bot, wake: () => void, stopped?: AbortSignal): Promise<void> {
	try {
		for (let more = true; more && !stopped?.aborted; wake()) {
			more = await bot.store.commit(() => knock(bot));
		}
	} catch (error) {
		bot.log.error('knock-failed', error);
	}
}

/**
 * Asks the platform once who the bot is. False when it did not tell, or the database could not keep it now; what is
 * told after `stopped` is not kept, since nobody may write any more then.
 */
export async function learnSelf(
	{ store, db, log }: Tenant,
	platform: Platform,
	stopped?: AbortSignal,
): Promise<boolean> {
	const found = await platform.self();
	if (stopped?.aborted) return false;
	if (!found.ok) {
		log.warn('self-unknown', { code: found.fault.code });
		return false;
	}
	const { openId, name } = found.value;
	try {
		await store.commit(() => rememberSelf(db, openId, name));
		return true;
	} catch (error) {
		log.error('self-not-kept', error);
		return false;
	}
}
