import { once } from 'node:events';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { claimDatabase, isClaimed, raiseClockFloor } from '../../../db/app.ts';
import { newsStanding } from '../../../db/operator.ts';
import { outboxStates } from '../../../db/outbox/index.ts';
import { createApp } from '../../app.ts';
import { Courier } from '../../bot/courier/index.ts';
import { type Limits, PLATFORM_LIMITS } from '../../bot/courier/limits.ts';
import { appointAdmins, firstOfficerCode } from '../../bot/first-officer.ts';
import { settle } from '../../bot/operator.ts';
import type { Log } from '../../bot/ports.ts';
import { type Checks, checksOf } from '../../bot/ready.ts';
import type { Bot } from '../../bot/repertoire.ts';
import type { Talk } from '../../bot/storm.ts';
import type { Platform } from '../../bot/vocabulary/index.ts';
import type { IngressKeys, LarkOptions } from '../../lark/index.ts';
import type { Locale } from '../../locales/index.ts';
import { operatorRoutes } from '../asked.ts';
import { admitDataKeys, assemble, type Everything, knockThrough, learnSelf } from '../bot.ts';
import { type Machine, type MovableClock, systemClock } from '../clock.ts';
import { Custody } from './custody.ts';
import { keepPrivate, lockDirectory, makeDirectory } from './data-dir.ts';
import { dataKeys } from './data-key.ts';
import { openDatabase } from './database.ts';
import { freeBytes, tooLittle, watchDisk } from './disk.ts';
import { FILE_GONE, watchFiles } from './files.ts';
import { GroupCommit } from './group-commit.ts';
import { openLine } from './line.ts';
import { everyMinute } from './minute.ts';
import { promMetrics } from './operator.ts';
import { openSocket } from './socket.ts';

export interface StartOptions extends Everything {
	readonly keys: IngressKeys;
	readonly mode: 'webhook' | 'long-connection';
	readonly connection: LarkOptions;
	readonly platform: Platform;
	readonly log: Log;
	readonly dataDir: string;
	/** The name of the database's file in it. */
	readonly fileName: string;
	readonly dataKeys: readonly string[];
	readonly host: string;
	readonly port: number;
	readonly zone: string;
	readonly locale: Locale;
	/** How many calls a month holds; as many as are needed unless told. */
	readonly monthlyCalls?: number | undefined;
	/** How fast one person may speak; faster than any does unless told. */
	readonly talk?: Talk;
	readonly admins: readonly string[];
	/** Where the injected clock starts, ms; the wall clock when absent. */
	readonly clockStart?: number;
	/** Other clocks than the machine's, given as they are. */
	readonly clock?: MovableClock;
	/** What is left on the disk, bytes; asked of the system unless told. */
	readonly freeBytes?: () => number;
	/** What the machine's own clocks show. */
	readonly machine?: Machine;
	readonly limits?: Limits;
}

export interface Running {
	readonly url: string;
	readonly bot: Bot;
	readonly courier: Courier;
	readonly clock: MovableClock;
	/** The one-time code for the first officer, when this start, the very first, issued one. */
	readonly officerCode: string | undefined;
	/** Settles when the long connection was refused for its id or secret before it ever stood; undefined without one. */
	readonly refused?: Promise<string> | undefined;
	/** Settles when the bot knows its own open_id. */
	readonly ready: Promise<void>;
	/** Looks at once what is due; for a clock that was moved. Settles when all of it is in the outbox. */
	knock(): Promise<void>;
	stop(): Promise<void>;
}

/** A stop takes this long (ms) at most for requests that are being answered, and for calls that are under way. */
const STOP_WITHIN = { requests: 1_500, calls: 2_500 };

/**
 * Opens the database and starts serving. Throws `DirectoryTaken`, `WrongOwner` or `BadConfig` before anything is served, and leaves
 * nothing open behind when it throws.
 */
export async function start(options: StartOptions): Promise<Running> {
	const held = new DisposableStack();
	try {
		return await open(options, held);
	} catch (error) {
		held.dispose();
		throw error;
	}
}

/** `held` gets what has to be let go at the end, last first. */
async function open(options: StartOptions, held: DisposableStack): Promise<Running> {
	const { log, platform } = options;
	makeDirectory(options.dataDir);
	const lock = lockDirectory(options.dataDir);
	held.defer(() => lock.release());
	keepPrivate(options.dataDir, log);
	const { db, file } = openDatabase(join(options.dataDir, options.fileName));
	held.defer(() => void file.close());
	const custody = new Custody(file);
	held.defer(() => custody.close());
	const files = watchFiles(custody, log);
	held.defer(() => files.stop());
	const isNew = !isClaimed(db);
	const keys = dataKeys(options.dataKeys, { directory: options.dataDir, isNew, log });
	const metrics = promMetrics();
	const store = new GroupCommit(file, custody, {
		committed: metrics.commits.committed,
		voided(size, error) {
			metrics.commits.voided();
			log.error('batch-void', error, { size });
		},
	});
	const startedAt = options.clockStart ?? options.machine?.wall() ?? Date.now();
	const { clockFloor } = claimDatabase(db, options.keys.appId, startedAt);
	const clock = options.clock ?? systemClock(options.clockStart, clockFloor, options.machine);
	const bot = assemble({ ...options, db, store, metrics, clock, dataKeys: keys });
	await admitDataKeys(bot);
	const courier = new Courier(bot, platform, options.limits ?? PLATFORM_LIMITS);
	const officerCode = await store.commit(() => {
		courier.resume();
		appointAdmins(bot, options.admins, clock.now());
		// Of a line that nobody keeps any more nothing would ever be over.
		if (options.mode === 'webhook') settle(bot, 'line-down', 'line-refused', 'two-machines');
		return firstOfficerCode(db);
	});
	const stopping = new AbortController();
	const line = options.mode === 'long-connection' ? openLine(options, bot, courier) : undefined;
	const free = options.freeBytes ?? (() => freeBytes(options.dataDir));
	const checks = (): Checks => ({
		process: stopping.signal.aborted ? 'stopping' : undefined,
		files: files.trouble(),
		...(line && { line: line.down() }),
		disk: tooLittle(free()),
		...checksOf(bot, platform),
	});
	const app = createApp({
		bot,
		keys: options.keys,
		wake: () => courier.wake(),
		checks,
		metrics: {
			refused: metrics.refused,
			text: async () => ({
				body: await metrics.text(
					() => outboxStates(db),
					[...newsStanding(db).map(({ code }) => code), ...(files.trouble() ? [FILE_GONE] : [])],
					checks(),
				),
				contentType: metrics.contentType,
			}),
		},
	});
	const { server, port } = await listen(app.fetch, options);
	const operator = await openSocket(options.dataDir, operatorRoutes(bot), log);
	line?.open();
	const knockNow = async () => {
		await knockThrough(bot, () => courier.wake(), stopping.signal);
		await line?.minute();
	};
	platform.onHour?.((hour) => {
		if (clock.setting?.heard(hour)) void knockNow();
	});
	const noMinuteMore = everyMinute(async () => {
		await knockNow();
		const watched = store.commit(() => watchDisk(bot, free()));
		await watched.catch((error: unknown) => log.error('disk-not-noted', error));
		if (clock.setting?.doubted() || platform.tokenRefused?.()) await platform.self();
	});
	void knockNow();
	return {
		url: `http://${options.host}:${port}`,
		bot,
		courier,
		clock,
		officerCode,
		refused: line?.refused,
		ready: untilKnown(bot, platform, stopping.signal),
		knock: knockNow,
		async stop() {
			stopping.abort();
			noMinuteMore();
			line?.close();
			await closed(server);
			await operator?.close();
			await courier.stop(STOP_WITHIN.calls);
			await store
				.commit(() => raiseClockFloor(db, clock.now()))
				.catch((error: unknown) => log.error('clock-not-kept', error));
			held.dispose();
		},
	};
}

/** Rejects when the port is taken. */
async function listen(fetch: Hono['fetch'], { host, port }: StartOptions) {
	const server = serve({ fetch, hostname: host, port });
	await once(server, 'listening');
	const address = server.address();
	return { server, port: typeof address === 'object' && address ? address.port : port };
}

/** Takes nothing new in and lets requests end that are being answered. */
async function closed(server: ServerType): Promise<void> {
	const all = new Promise<void>((resolve) => server.close(() => resolve()));
	const tooLong = setTimeout(() => {
		if ('closeAllConnections' in server) server.closeAllConnections();
	}, STOP_WITHIN.requests);
	await all;
	clearTimeout(tooLong);
}

/** Asks the platform who the bot is until it tells; what an earlier run learned serves meanwhile. */
async function untilKnown(bot: Bot, platform: Platform, stopped: AbortSignal): Promise<void> {
	for (let wait = 500; !stopped.aborted; wait = Math.min(wait * 2, 60_000)) {
		if (await learnSelf(bot, platform, stopped)) return;
		const { promise, resolve } = Promise.withResolvers<void>();
		const timer = setTimeout(resolve, wait);
		stopped.addEventListener('abort', () => resolve(), { once: true });
		await promise;
		clearTimeout(timer);
	}
}
