import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { schedule } from 'node-cron';
import { claimDatabase, rememberSelf, selfOf } from '../../../db/app.ts';
import { attemptsSince, outboxStates, reclaim } from '../../../db/outbox/index.ts';
import { openVault } from '../../../db/vault.ts';
import { createApp } from '../../app.ts';
import { Courier } from '../../bot/courier/index.ts';
import { type Limits, PLATFORM_LIMITS } from '../../bot/courier/limits.ts';
import { appointAdmins, newOfficerCode } from '../../bot/first-officer.ts';
import { takeIn } from '../../bot/inbox.ts';
import { knock } from '../../bot/knock.ts';
import type { Log } from '../../bot/ports.ts';
import { type Bot, byName, type Registry } from '../../bot/registry.ts';
import type { Condition, View } from '../../bot/view.ts';
import type { Platform } from '../../bot/vocabulary/index.ts';
import { connect, type IngressKeys, type LarkOptions } from '../../lark/index.ts';
import { createWords, type Locale } from '../../locales/index.ts';
import { type MovableClock, systemClock } from './clock.ts';
import { dataKeys } from './data-key.ts';
import { openDatabase } from './database.ts';
import { GroupCommit } from './group-commit.ts';
import { lockDirectory } from './lock.ts';
import { promMetrics } from './metrics.ts';

export interface StartOptions {
	readonly keys: IngressKeys;
	readonly mode: 'webhook' | 'long-connection';
	readonly connection: LarkOptions;
	readonly platform: Platform;
	readonly registry: Registry;
	readonly views: readonly View[];
	readonly conditions: readonly Condition[];
	readonly log: Log;
	readonly dataDir: string;
	/** The name of the database's file in it. */
	readonly fileName: string;
	readonly dataKeys: readonly string[];
	readonly host: string;
	readonly port: number;
	readonly zone: string;
	readonly locale: Locale;
	readonly admins: readonly string[];
	/** Where the injected clock starts, ms; the wall clock when absent. */
	readonly clockStart?: number;
	readonly limits?: Limits;
}

export interface Running {
	readonly url: string;
	readonly bot: Bot;
	readonly courier: Courier;
	readonly clock: MovableClock;
	/** The one-time code for the first officer; undefined when there is one. */
	readonly officerCode: string | undefined;
	/** Settles when the bot knows its own open_id. */
	readonly ready: Promise<void>;
	/** Looks at once what is due; for a clock that was moved. */
	knock(): void;
	stop(): Promise<void>;
}

/** Opens the database and starts serving. Throws `DirectoryTaken` or `WrongOwner` before anything is served. */
export async function start(options: StartOptions): Promise<Running> {
	const { log, platform } = options;
	mkdirSync(options.dataDir, { recursive: true });
	const lock = lockDirectory(options.dataDir);
	const { db, file } = openDatabase(join(options.dataDir, options.fileName));
	const metrics = promMetrics();
	const store = new GroupCommit(file, {
		committed: metrics.commits.committed,
		voided(size, error) {
			metrics.commits.voided();
			log.error('batch-void', error, { size });
		},
	});
	const startedAt = options.clockStart ?? Date.now();
	const { clockFloor } = claimDatabase(db, options.keys.appId, startedAt);
	const clock = systemClock(options.clockStart, clockFloor);
	const bot: Bot = {
		db,
		store,
		metrics,
		clock,
		log,
		zone: options.zone,
		vault: openVault(dataKeys(options.dataKeys, options.dataDir, log)),
		words: createWords(options.locale),
		registry: options.registry,
		views: byName(options.views),
		conditions: byName(options.conditions),
	};
	const courier = new Courier(bot, platform, options.limits ?? PLATFORM_LIMITS);
	const officerCode = await store.commit(() => {
		reclaim(db);
		courier.limiter.recall(attemptsSince(db, clock.wall() - 60_000), clock.wall(), clock.monotonic());
		appointAdmins(db, options.admins, clock.now());
		return newOfficerCode(db);
	});
	const stopping = new AbortController();
	const app = createApp({
		bot,
		keys: options.keys,
		wake: () => courier.wake(),
		notReady: () => (stopping.signal.aborted ? 'stopping' : selfOf(db).botOpenId ? undefined : 'who am I'),
		metrics: {
			refused: metrics.refused,
			text: async () => ({
				body: await metrics.text(() => outboxStates(db)),
				contentType: metrics.contentType,
			}),
		},
	});
	const { promise: listening, resolve: onListening } = Promise.withResolvers<AddressInfo>();
	const server = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, onListening);
	const { port } = await listening;
	const knockNow = () => {
		store.commit(() => knock(bot)).catch((error: unknown) => log.error('knock-failed', error));
		courier.wake();
	};
	const minute = schedule('* * * * *', knockNow);
	knockNow();
	const line = options.mode === 'long-connection' ? await openLine(options, bot, courier) : undefined;
	return {
		url: `http://${options.host}:${port}`,
		bot,
		courier,
		clock,
		officerCode,
		ready: learnSelf(bot, platform, stopping.signal),
		knock: knockNow,
		async stop() {
			stopping.abort();
			await minute.stop();
			line?.close();
			await new Promise<void>((resolve) => server.close(() => resolve()));
			await courier.stop();
			await store.commit(() => knock(bot));
			file.close();
			lock.release();
		},
	};
}

/** Events over the platform's WebSocket instead of the webhook: no signature there, the same way through the house. */
function openLine({ connection, log }: StartOptions, bot: Bot, courier: Courier) {
	return connect(
		{ ...connection, onChange: (state) => log.warn('long-connection', { state }) },
		async (update) => {
			try {
				const received = await takeIn(bot, update);
				if (received.kind !== 'done') throw new Error(received.kind);
				return received.answer;
			} finally {
				courier.wake();
			}
		},
	);
}

/** Asks the platform who the bot is until it tells; what an earlier run learned serves meanwhile. */
async function learnSelf(bot: Bot, platform: Platform, stopped: AbortSignal): Promise<void> {
	for (let wait = 500; !stopped.aborted; wait = Math.min(wait * 2, 60_000)) {
		const found = await platform.self();
		if (stopped.aborted) return;
		if (found.ok) {
			const { openId, name } = found.value;
			await bot.store.commit(() => rememberSelf(bot.db, openId, name));
			return;
		}
		bot.log.warn('self-unknown', { code: found.fault.code });
		const { promise, resolve } = Promise.withResolvers<void>();
		const timer = setTimeout(resolve, wait);
		stopped.addEventListener('abort', () => resolve(), { once: true });
		await promise;
		clearTimeout(timer);
	}
}
