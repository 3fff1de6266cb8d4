import { zhibu } from '../../commands/index.ts';
import { PLATFORM_LIMITS } from '../../src/bot/courier/limits.ts';
import { larkPlatform } from '../../src/lark/index.ts';
import { timetable } from '../../src/reminders/index.ts';
import { pinoLog } from '../../src/runtime/node/operator.ts';
import { start } from '../../src/runtime/node/start.ts';
import { answerWithTime, tell } from '../process.ts';
import { APP, DATA_KEY } from '../village.ts';

/**
 * Ours, as it is started for a real app: `ours.ts <platform> <data directory> [held]`, the database being `village.db` in
 * it. `held` lets one message a minute out, where events are measured beside a peer that sends none.
 */
const [domain = '', dataDir = '', held] = process.argv.slice(2);
const running = await start({
	keys: APP,
	mode: 'webhook',
	connection: { ...APP, domain },
	platform: larkPlatform({ ...APP, domain }),
	repertoire: zhibu,
	timetable,
	log: pinoLog('info'),
	dataDir,
	fileName: 'village.db',
	dataKeys: [DATA_KEY],
	host: '127.0.0.1',
	port: 0,
	zone: 'Asia/Shanghai',
	locale: 'zh-CN',
	admins: [],
	// A few senders stand for many.
	talk: { messages: Number.MAX_SAFE_INTEGER, taps: Number.MAX_SAFE_INTEGER },
	limits: held === undefined ? PLATFORM_LIMITS : { perSecond: 1, perMinute: 1, perLane: 1 },
});
await running.ready;
process.on('SIGTERM', () => running.stop().then(() => process.exit()));
answerWithTime();
tell(new URL(running.url).port);
