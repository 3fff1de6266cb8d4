import type { Feishu, FeishuOptions } from '../../sandbox/platform/contract.ts';
import { buildFeishu } from '../../sandbox/platform/feishu.ts';
import { knock } from '../../src/bot/knock.ts';
import type { Log } from '../../src/bot/ports.ts';
import { learnSelf } from '../../src/runtime/self.ts';
import { consoleLog } from '../../src/runtime/worker/log.ts';
import { plans } from '../worker/main.ts';
import { hold } from '../worker/object.ts';
import { open } from '../worker/roads.ts';
import type { Home, HomeOptions } from './home.ts';

/** The platform in the isolate: the same open API, over requests and responses of the runtime. */
export async function openFeishu(options: FeishuOptions): Promise<Feishu> {
	const inside = buildFeishu(options);
	const host = `feishu-${crypto.randomUUID()}.test`;
	const end = open(host, (request) => inside.answer(request, () => Response.error()));
	return inside.servedAt(`http://${host}`, async () => end());
}

/** Starts a bot in a Durable Object; `continued` is the name of an object that was there before. */
export async function startHome(options: HomeOptions, continued?: string): Promise<Home> {
	const name = continued ?? `town-${crypto.randomUUID()}`;
	const { keys, connection, admins, locale, zone, clockStart } = options;
	plans.set(name, {
		registry: options.registry,
		views: options.views,
		conditions: options.conditions,
		platform: options.platform,
		limits: options.limits,
		log: options.log,
		settings: {
			LARK_APP_ID: keys.appId,
			LARK_APP_SECRET: connection.appSecret,
			LARK_ENCRYPT_KEY: keys.encryptKey,
			LARK_VERIFICATION_TOKEN: keys.verificationToken,
			LARK_DOMAIN: connection.domain,
			LARK_MODE: 'webhook',
			LOG_LEVEL: 'debug',
			BOT_ADMINS: [...admins],
			BOT_TIMEZONE: zone,
			BOT_LOCALE: locale,
			BOT_DATA_KEY: ['0123456789abcdef0123456789abcdef'],
			BOT_CLOCK: clockStart === undefined ? undefined : new Date(clockStart).toISOString(),
		},
	});
	const object = hold(name);
	const end = open(`${name}.test`, object.fetch);
	const { bot, courier, clock, officerCode } = await object.within((house) => house);
	return {
		running: {
			url: `http://${name}.test`,
			bot,
			courier,
			clock,
			officerCode,
			ready: object.within(async () => void (await learnSelf(bot, options.platform))),
			knock: () => void bot.store.commit(() => knock(bot)),
			async stop() {
				await object.within(() => courier.stop(2_500));
				await object.evict();
				end();
			},
		},
		dataDir: name,
		within: (work) => object.within(work),
		forget: () => void plans.delete(name),
	};
}

/** Line by line to `write`; nowhere without it. */
export function townLog(write?: (line: string) => void): Log {
	return consoleLog(write ? 'debug' : 'silent', write);
}
