import { flushCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { zhibu } from '../../../commands/index.ts';
import { WrongOwner } from '../../../db/app.ts';
import { hasOfficer } from '../../../db/people.ts';
import { larkPlatform } from '../../lark/index.ts';
import { timetable } from '../../reminders/index.ts';
import { codeNotice, NO_OFFICER_YET } from '../operator.ts';
import { BadConfig, callsOf, missing } from '../settings.ts';
import { type RealConfig, readConfig, type SharedConfig } from './config.ts';
import { DirectoryTaken } from './data-dir.ts';
import { pinoLog } from './operator.ts';
import { type Running, start } from './start.ts';

/** EX_CONFIG of sysexits: the operator has to change something. */
const BAD_CONFIG = 78;

try {
	const config = readConfig(process.env);
	if (config.kind === 'real') stopOnSignal(await startReal(config));
	else stopOnSignal(await openSandbox(config));
} catch (error) {
	const lines = explain(error);
	if (!lines) throw error;
	for (const line of lines) console.error(line);
	process.exit(BAD_CONFIG);
}

/** Serves a real app. */
async function startReal(config: RealConfig): Promise<Running> {
	const log = pinoLog(config.LOG_LEVEL);
	const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_DOMAIN: domain } = config;
	const running = await start({
		keys: {
			appId,
			encryptKey: config.LARK_ENCRYPT_KEY ?? '',
			verificationToken: config.LARK_VERIFICATION_TOKEN ?? '',
		},
		mode: config.LARK_MODE,
		connection: { appId, appSecret, domain },
		platform: larkPlatform({ appId, appSecret, domain }),
		repertoire: zhibu,
		timetable,
		log,
		dataDir: config.DATA_DIR,
		fileName: `${appId}.db`,
		dataKeys: config.BOT_DATA_KEY,
		host: config.HOST,
		port: config.PORT,
		zone: config.BOT_TIMEZONE,
		locale: config.BOT_LOCALE,
		monthlyCalls: callsOf(config.BOT_MONTHLY_CALLS),
		admins: config.BOT_ADMINS,
		clockStart: config.BOT_CLOCK === undefined ? undefined : Date.parse(config.BOT_CLOCK),
	});
	log.info('listening', { url: running.url });
	void running.ready.then(settleDown);
	if (running.officerCode) console.log(`\n${codeNotice(running.officerCode)}\n`);
	else if (!hasOfficer(running.bot.db)) console.log(`\n${NO_OFFICER_YET}\n`);
	void running.refused?.then(async (code) => {
		console.error(refusedSecret(code));
		await running.stop();
		process.exit(BAD_CONFIG);
	});
	return running;
}

/** Its page's libraries are no dependencies of a bot that serves a real app. */
async function openSandbox(config: SharedConfig): Promise<{ stop(): Promise<void> }> {
	const { startSandbox } = await import('./sandbox/index.ts').catch((error: unknown) => {
		if (!(error instanceof Error && 'code' in error && String(error.code).endsWith('MODULE_NOT_FOUND')))
			throw error;
		throw new BadConfig([
			missing(
				'LARK_APP_ID',
				'the sandbox, which opens without it, needs the packages that --omit=dev leaves out: set it, or run «npm ci»',
			),
		]);
	});
	return startSandbox(config);
}

function refusedSecret(code: string): string {
	return `LARK_APP_SECRET: is not the secret of this LARK_APP_ID, says the platform (${code}); copy both anew (developer console → your app → Credentials & Basic Info)`;
}

/** Loading leaves 120 MB behind, most of it garbage, which nothing would give back in an idle process. */
function settleDown(): void {
	flushCompileCache();
	setFlagsFromString('--expose-gc');
	const collect: NodeJS.GCFunction = runInNewContext('gc');
	collect({ type: 'major', flavor: 'last-resort' });
}

function explain(error: unknown): readonly string[] | undefined {
	if (error instanceof BadConfig) return error.lines;
	if (error instanceof DirectoryTaken)
		return [`DATA_DIR: ${error.message} is in use by another process; stop it, or set another DATA_DIR`];
	if (error instanceof WrongOwner)
		return [`DATA_DIR: its database belongs to another app (${error.message}); set another DATA_DIR`];
	if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
		return ['PORT: is in use by another process; stop it, or set another PORT'];
	}
	return undefined;
}

/** The first signal stops gracefully, a second one at once. */
function stopOnSignal(running: { stop(): Promise<void> }): void {
	let asked = false;
	const stop = () => {
		if (asked) process.exit(1);
		asked = true;
		running.stop().then(
			() => process.exit(0),
			(error: unknown) => {
				console.error('stopping failed', error instanceof Error ? error.name : typeof error);
				process.exit(1);
			},
		);
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
}
