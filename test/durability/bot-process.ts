import { flushCompileCache } from 'node:module';
import { zhibu } from '../../commands/index.ts';
import { nextDue } from '../../db/outbox/index.ts';
import { larkPlatform } from '../../src/lark/index.ts';
import { timetable } from '../../src/reminders/index.ts';
import { pinoLog } from '../../src/runtime/node/operator.ts';
import { start } from '../../src/runtime/node/start.ts';
import { APP } from '../town/town.ts';

/**
 * A bot in a process of its own, made to be killed: `bot-process.ts <platform> <data directory> <officer> <encrypt key>`.
 * Tells its parent where it listens; asked for `settle`, says `settled` once nothing waits in the outbox any more.
 */

// Whoever kills it may be killed too; then nobody else would end it.
process.on('disconnect', () => process.exit());

const [domain = '', dataDir = '', officer = '', encryptKey = ''] = process.argv.slice(2);
const running = await start({
	keys: { ...APP, encryptKey },
	mode: 'webhook',
	connection: { ...APP, domain },
	platform: larkPlatform({ ...APP, domain, timeoutMs: 2_000 }),
	repertoire: zhibu,
	timetable,
	log: pinoLog('silent'),
	dataDir,
	fileName: 'bot.db',
	dataKeys: ['0123456789abcdef0123456789abcdef'],
	host: '127.0.0.1',
	port: 0,
	zone: 'Asia/Shanghai',
	locale: 'zh-CN',
	admins: [officer],
	// Moved by hand below: no platform knows better.
	clockStart: Date.now(),
	limits: { perSecond: 1_000, perMinute: 100_000, perLane: 1_000 },
	// One officer says in a minute what others say in a week.
	talk: { messages: 100_000, taps: 100_000 },
});
await running.ready;
// The next process starts sooner.
flushCompileCache();

process.on('message', async () => {
	for (let due = nextDue(running.bot.db); due !== undefined; due = nextDue(running.bot.db)) {
		running.clock.moveTo(due + 1);
		await running.courier.caughtUp();
	}
	await running.courier.caughtUp();
	await running.stop();
	process.send?.('settled');
	process.disconnect?.();
});
process.send?.(running.url);
