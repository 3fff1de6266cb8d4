import { zhibu } from '../../commands/index.ts';
import type { Db } from '../../db/database.ts';
import { nextDue } from '../../db/outbox/index.ts';
import type { Feishu } from '../../sandbox/platform/contract.ts';
import type { Log } from '../../src/bot/ports.ts';
import type { Platform } from '../../src/bot/vocabulary/index.ts';
import { larkPlatform, MANIFEST } from '../../src/lark/index.ts';
import type { Locale } from '../../src/locales/index.ts';
import { timetable } from '../../src/reminders/index.ts';
import type { Running } from '../../src/runtime/node/start.ts';
import { Actor } from './actor.ts';
import { privateWords } from './glance.ts';
import type { Home, HomeOptions } from './home.ts';
// The tests of the other runtime put on-workers.ts here: vitest.workers.config.ts.
import { openFeishu, startHome, townLog } from './on-node.ts';
import { watchCards } from './watched.ts';

export const APP = {
	appId: 'cli_a1b2c3d4e5f60718',
	appSecret: 'a secret',
	encryptKey: 'an encrypt key',
	verificationToken: 'a verification token',
	tenantKey: 'tenant',
	manifest: MANIFEST,
} as const;

/** Saturday 21 November 2026, ten in the morning in Shanghai. */
export const START = Date.parse('2026-11-21T10:00:00+08:00');

/** Limits that no conversation reaches; the real ones have tests of their own. */
const WIDE = { perSecond: 1_000, perMinute: 100_000, perLane: 1_000 };
/** Tests speak faster than people. */
const FAST = { messages: 100_000, taps: 100_000 };

export interface TownOptions {
	readonly locale?: Locale;
	readonly clockStart?: number;
	/** Continue in the directory of an earlier town. */
	readonly dataDir?: string;
	readonly feishu?: Feishu;
	/** What hour it is at the platform (ms); the bot's own unless told. */
	readonly hour?: () => number;
	/** Where the log goes; nowhere unless told. */
	readonly log?: (line: string) => void;
	readonly overrides?: Partial<HomeOptions>;
	/** What stands between the bot and the platform; nothing unless told. */
	readonly between?: (platform: Platform, address: string) => Platform;
}

/** A bot and a platform that talk over loopback, and the people in front of it. */
export interface Town {
	readonly feishu: Feishu;
	readonly running: Running;
	readonly dataDir: string;
	readonly people: Map<string, Actor>;
	/** Somebody with an account; the private chat with the bot stands open. */
	person(name: string): Actor;
	/** A group with these people and the bot; answers its chat id. */
	group(name: string, members: readonly Actor[]): string;
	/** Lets everything that is due arrive, also what waits for a later moment; throws when a card breaks card-json.ts or glance.ts. */
	settle(): Promise<void>;
	/** The codes with which something was refused, oldest first. */
	readonly refused: readonly string[];
	/** Looks into the database, on the runtime whose it is. */
	look<T>(see: (db: Db) => T): Promise<T>;
	/** Stops the bot and starts it again, with these options otherwise; its data and the platform stay. */
	restart(more?: Partial<HomeOptions>): Promise<void>;
	/** Moves the injected clock on, ms. */
	pass(ms: number): Promise<void>;
	close(): Promise<void>;
}

export async function openTown(options: TownOptions = {}): Promise<Town> {
	let started: Running | undefined;
	const refused: string[] = [];
	const clockStart = options.clockStart ?? START;
	const feishu =
		options.feishu ??
		(await openFeishu({
			...APP,
			botName: '支部助手',
			eventUrl: () => `${started?.url ?? ''}/lark/events`,
			now: options.hour ?? (() => started?.clock.now() ?? clockStart),
			limits: { perSecond: 2_000, perMinute: 200_000, perTargetPerSecond: 2_000, patchPerSecond: 2_000 },
			retryAfterMs: [],
		}));
	const platform = larkPlatform({ ...APP, domain: feishu.url, timeoutMs: 2_000 });
	const all: HomeOptions = {
		keys: APP,
		mode: 'webhook',
		connection: { ...APP, domain: feishu.url },
		platform: options.between?.(platform, feishu.url) ?? platform,
		repertoire: zhibu,
		timetable,
		log: hearing(townLog(options.log), refused),
		zone: 'Asia/Shanghai',
		locale: options.locale ?? 'zh-CN',
		admins: [],
		clockStart,
		limits: WIDE,
		talk: FAST,
		...options.overrides,
	};
	let home = await startHome(all, options.dataDir);
	const { dataDir } = home;
	const within: Home['within'] = (work) => home.within(work);
	started = home.running;
	await started.ready;
	const people = new Map<string, Actor>();
	const cards = watchCards(feishu);
	const settle = () =>
		within(async () => {
			const { courier, clock, bot } = home.running;
			await courier.caughtUp();
			for (let due = nextDue(bot.db); due !== undefined; due = nextDue(bot.db)) {
				clock.moveTo(due + 1);
				await courier.caughtUp();
			}
			cards.check(() => privateWords(bot));
		});

	const town: Town = {
		feishu,
		get running() {
			return home.running;
		},
		dataDir,
		people,
		settle,
		refused,
		person(name) {
			const known = people.get(name);
			if (known) return known;
			const actor = new Actor(town, name, `ou_${Buffer.from(name).toString('hex')}`);
			feishu.addAccount({ openId: actor.openId, name });
			feishu.privateChat(actor.openId);
			people.set(name, actor);
			return actor;
		},
		group(name, members) {
			const chatId = `oc_${Buffer.from(name).toString('hex')}`;
			feishu.addGroup({ chatId, name, members: members.map(({ openId }) => openId), hasBot: true });
			return chatId;
		},
		look: (see) => within(() => see(home.running.bot.db)),
		async restart(more) {
			const now = home.running.clock.now();
			await home.running.stop();
			home = await startHome({ ...all, clockStart: now, ...more }, dataDir);
			started = home.running;
			await started.ready;
		},
		async pass(ms) {
			const { clock } = home.running;
			clock.moveTo(clock.now() + ms);
			await within(() => home.running.knock());
			await settle();
		},
		async close() {
			await home.running.stop();
			if (!options.feishu) await feishu.close();
			if (!options.dataDir) home.forget();
		},
	};
	return town;
}

/** Keeps the codes of refusals beside the log. */
function hearing(log: Log, refused: string[]): Log {
	return {
		info(event, facts) {
			if (event === 'refused' && typeof facts?.code === 'string') refused.push(facts.code);
			log.info(event, facts);
		},
		warn: (event, facts) => log.warn(event, facts),
		error: (event, error, facts) => log.error(event, error, facts),
	};
}
