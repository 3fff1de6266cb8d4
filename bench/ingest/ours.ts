import { zhibu } from '../../commands/index.ts';
import { type Limits, PLATFORM_LIMITS } from '../../src/bot/courier/limits.ts';
import { larkPlatform } from '../../src/lark/index.ts';
import { timetable } from '../../src/reminders/index.ts';
import { pinoLog } from '../../src/runtime/node/operator.ts';
import { start } from '../../src/runtime/node/start.ts';
import { answerWith, processorTime, tell } from '../process.ts';
import { APP, DATA_KEY } from '../village.ts';

/**
 * Ours, as it is started for a real app: `ours.ts <platform> <data directory> [held|wide]`, the database being `village.db`
 * in it. `held` lets one message a minute out, where events are measured beside a peer that sends none; `wide` as many as
 * there are, and the log is counted instead of written.
 */
const [domain = '', dataDir = '', sending = 'real'] = process.argv.slice(2);
const LIMITS: Readonly<Record<string, Limits>> = {
	held: { perSecond: 1, perMinute: 1, perLane: 1 },
	wide: { perSecond: 2_000, perMinute: 200_000, perLane: 2_000 },
};
let logged = 0;
const counting = {
	write(line: string) {
		logged += Buffer.byteLength(line);
	},
};
const running = await start({
	keys: APP,
	mode: 'webhook',
	connection: { ...APP, domain },
	platform: larkPlatform({ ...APP, domain }),
	repertoire: zhibu,
	timetable,
	log: pinoLog('info', sending === 'wide' ? counting : undefined),
	dataDir,
	fileName: 'village.db',
	dataKeys: [DATA_KEY],
	host: '127.0.0.1',
	port: 0,
	zone: 'Asia/Shanghai',
	locale: 'zh-CN',
	admins: [],
	limits: LIMITS[sending] ?? PLATFORM_LIMITS,
	// A few senders stand for many.
	talk: { messages: Number.MAX_SAFE_INTEGER, taps: Number.MAX_SAFE_INTEGER },
});
await running.ready;
process.on('SIGTERM', () => running.stop().then(() => process.exit()));

/** What is left once everything has been sent and collected, bytes. */
export interface Left {
	readonly heap: number;
	readonly logged: number;
}

async function left(): Promise<Left> {
	await running.courier.caughtUp();
	globalThis.gc?.();
	return { heap: process.memoryUsage().heapUsed, logged };
}

answerWith(async (question) => (question === 'left' ? JSON.stringify(await left()) : processorTime()));
tell(new URL(running.url).port);
