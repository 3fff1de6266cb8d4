import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { zhibu } from '../../../../commands/index.ts';
import { branchesBelow } from '../../../../db/branches.ts';
import { hasOfficer } from '../../../../db/people.ts';
import { sandboxPage } from '../../../../sandbox/page/index.ts';
import { type Feishu, openFeishu } from '../../../../sandbox/platform/index.ts';
import { SAMPLE_ROSTER } from '../../../../sandbox/township/cast.ts';
import { type Township, township } from '../../../../sandbox/township/index.ts';
import { issueOfficerCode } from '../../../bot/first-officer.ts';
import { larkPlatform, MANIFEST } from '../../../lark/index.ts';
import { timetable } from '../../../reminders/index.ts';
import type { SharedConfig } from '../config.ts';
import { makeDirectory } from '../data-dir.ts';
import { markOf } from '../mark.ts';
import { pinoLog } from '../operator.ts';
import { type Running, start } from '../start.ts';
import { populate, seed } from './seed.ts';

/** The demo app's credentials; they open nothing but the box. */
const APP = {
	appId: 'cli_0000000000000000',
	appSecret: 'sandbox-secret',
	encryptKey: 'sandbox-encrypt-key',
	verificationToken: 'sandbox-verification-token',
	tenantKey: 'sandbox',
} as const;
const DATABASE = 'sandbox.db';
const PLATFORM = 'sandbox-feishu.json';
/** How often the box's own memory is written down. */
const SAVE_EVERY = 5_000;

interface Box {
	readonly feishu: Feishu;
	readonly running: Running;
	readonly officerCode: string | undefined;
	readonly page: { fetch(request: Request): Response | Promise<Response> };
	stop(): Promise<void>;
}

/** A complete Feishu with the bot in it, and the page to sit in front of; everything on loopback. */
export async function startSandbox(config: SharedConfig): Promise<{ stop(): Promise<void> }> {
	makeDirectory(config.DATA_DIR);
	const saved = join(config.DATA_DIR, PLATFORM);
	let box = await openBox(config, startOver);
	const server = serve({
		fetch: (request) => box.page.fetch(request),
		hostname: '127.0.0.1',
		port: config.PORT === 0 ? 0 : config.PORT + 1,
	});
	const pagePort = await new Promise<number>((resolve) => {
		server.on('listening', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
	announce(`http://127.0.0.1:${pagePort}/`, box.officerCode);

	async function startOver(): Promise<void> {
		await box.stop();
		const database = join(config.DATA_DIR, DATABASE);
		const files = [database, `${database}-wal`, `${database}-shm`, markOf(database), saved];
		for (const file of files) rmSync(file, { force: true });
		box = await openBox(config, startOver);
	}

	return {
		async stop() {
			await box.stop();
			if ('closeAllConnections' in server) server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

async function openBox(config: SharedConfig, startOver: () => Promise<void>): Promise<Box> {
	const demo: Township = township();
	const clockStart = config.BOT_CLOCK === undefined ? undefined : Date.parse(config.BOT_CLOCK);
	let bot: Running | undefined;
	const saved = join(config.DATA_DIR, PLATFORM);
	const restore: unknown = existsSync(saved) ? JSON.parse(readFileSync(saved, 'utf8')) : undefined;
	const feishu = await openFeishu({
		...APP,
		manifest: MANIFEST,
		botName: '支部助手',
		eventUrl: () => `${bot?.url ?? ''}/lark/events`,
		now: () => bot?.clock.now() ?? clockStart ?? Date.now(),
		restore,
	});
	if (restore === undefined) populate(feishu, demo);
	const running = await start({
		keys: APP,
		mode: 'webhook',
		connection: { ...APP, domain: feishu.url },
		platform: larkPlatform({ appId: APP.appId, appSecret: APP.appSecret, domain: feishu.url }),
		repertoire: zhibu,
		timetable,
		log: pinoLog(config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL),
		dataDir: config.DATA_DIR,
		fileName: DATABASE,
		dataKeys: config.BOT_DATA_KEY,
		host: '127.0.0.1',
		port: config.PORT,
		zone: config.BOT_TIMEZONE,
		locale: config.BOT_LOCALE,
		admins: config.BOT_ADMINS,
		// Its hour is moved by hand, and no platform knows better.
		clockStart: clockStart ?? Date.now(),
	});
	bot = running;
	const { store, db } = running.bot;
	const officerCode = await store.commit(() => {
		if (branchesBelow(db, null).length === 0) seed(running.bot, demo);
		// Whoever opens the box again sits down without the terminal of the last time.
		return hasOfficer(db) ? undefined : issueOfficerCode(db);
	});
	await running.ready;
	const save = () => writeFileSync(saved, JSON.stringify(feishu.snapshot()));
	save();
	const saving = setInterval(save, SAVE_EVERY).unref();
	return {
		feishu,
		running,
		officerCode,
		page: sandboxPage(feishu, {
			clock: {
				now: () => running.clock.now(),
				moveTo(at) {
					running.clock.moveTo(at);
					void running.knock();
				},
			},
			officerCode: () => officerCode,
			startOver,
			locale: config.BOT_LOCALE,
			samples: [
				{
					title: config.BOT_LOCALE === 'en' ? 'A roster from a spreadsheet' : '从表格里复制的名单',
					text: SAMPLE_ROSTER,
				},
			],
		}),
		async stop() {
			clearInterval(saving);
			await running.stop();
			save();
			await feishu.close();
		},
	};
}

function announce(page: string, code: string | undefined): void {
	console.log(`\n  支部助手 sandbox  ${page}\n`);
	if (code) console.log(`  管理码 Admin code: ${code}\n`);
}
