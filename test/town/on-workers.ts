import type { Feishu, FeishuOptions } from '../../sandbox/platform/contract.ts';
import { buildFeishu } from '../../sandbox/platform/feishu.ts';
import type { Log } from '../../src/bot/ports.ts';
import { knockThrough, learnSelf } from '../../src/runtime/bot.ts';
import { consoleLog } from '../../src/runtime/worker/operator.ts';
import { plans } from '../worker/main.ts';
import { hold } from '../worker/object.ts';
import { open } from '../worker/roads.ts';
import { DATA_KEY, type Home, type HomeOptions } from './home.ts';

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
		repertoire: options.repertoire,
		timetable: options.timetable,
		book: options.book,
		platform: options.platform,
		limits: options.limits,
		talk: options.talk,
		log: options.log,
		machine: options.machine,
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
			BOT_MONTHLY_CALLS: options.monthlyCalls ?? 'off',
			BOT_LOCALE: locale,
			BOT_DATA_KEY: [...(options.dataKeys ?? [DATA_KEY])],
			BOT_CLOCK: clockStart === undefined ? undefined : new Date(clockStart).toISOString(),
		},
	});
	const object = hold(name);
	const end = open(`${name}.test`, object.fetch);
	let house = await object.within((opened) => opened);
	// An object that was put away in the meantime has another house.
	const within: Home['within'] = (work) =>
		object.within((opened) => {
			house = opened;
			return work();
		});
	return {
		running: {
			url: `http://${name}.test`,
			officerCode: house.officerCode,
			get bot() {
				return house.bot;
			},
			get courier() {
				return house.courier;
			},
			get clock() {
				return house.clock;
			},
			ready: within(async () => void (await learnSelf(house.bot, options.platform))),
			knock: () => knockThrough(house.bot, () => house.courier.wake()),
			async stop() {
				await within(() => house.courier.stop(2_500));
				await object.evict();
				end();
			},
		},
		dataDir: name,
		within,
		forget: () => void plans.delete(name),
	};
}

/** Line by line to `write`; nowhere without it. */
export function townLog(write?: (line: string) => void): Log {
	return consoleLog(write ? 'debug' : 'silent', write);
}
