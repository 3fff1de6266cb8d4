import { DurableObject } from 'cloudflare:workers';
import { zhibu } from '../../../commands/index.ts';
import { PLATFORM_LIMITS } from '../../bot/courier/limits.ts';
import { larkPlatform } from '../../lark/index.ts';
import { timetable } from '../../reminders/index.ts';
import { codeNotice } from '../operator.ts';
import { BadConfig } from '../settings.ts';
import { Alarm, nextMinute } from './alarm.ts';
import { type House, openHouse, type Plan } from './house.ts';
import { consoleLog } from './operator.ts';
import { type Env, misconfigured, readSettings } from './settings.ts';

/** One app: its database, its one alarm, and the bot that works on them. */
export class Zhibu extends DurableObject<Env> {
	readonly #alarm = new Alarm(this.ctx.storage);
	#house: Promise<House> | undefined;

	/** Answers what the Hono app answers; 503 while the bot cannot be opened, so that the platform tries again. */
	async fetch(request: Request): Promise<Response> {
		try {
			// The first alarm comes at once: it knocks, and asks the platform who the bot is.
			await this.#alarm.noLaterThan(this.#house ? nextMinute(Date.now()) : Date.now());
			const { app } = await this.house();
			return await app.fetch(request);
		} catch (error) {
			if (error instanceof BadConfig) return misconfigured(error);
			consoleLog('error').error('not-open', error);
			return Response.json({ code: 'not-ready' }, { status: 503 });
		}
	}

	/** Never throws: the platform gives up an alarm that fails a few times, and with it everything that is due. */
	async alarm(): Promise<void> {
		try {
			this.#alarm.rang();
			await this.#alarm.noLaterThan(nextMinute(Date.now()));
			const { rung } = await this.house();
			await rung();
		} catch (error) {
			consoleLog('error').error('alarm-failed', error);
		}
	}

	/** Opened once; one that could not be opened is tried again with the next event. */
	protected house(): Promise<House> {
		this.#house ??= this.#open();
		return this.#house;
	}

	/** Throws {@link BadConfig}. */
	protected plan(): Plan {
		const settings = readSettings(this.env);
		const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_DOMAIN: domain } = settings;
		return {
			settings,
			repertoire: zhibu,
			timetable,
			platform: larkPlatform({ appId, appSecret, domain }),
			limits: PLATFORM_LIMITS,
			log: consoleLog(settings.LOG_LEVEL),
			version: this.env.VERSION?.id ?? '',
		};
	}

	async #open(): Promise<House> {
		try {
			const house = await openHouse(this.ctx, this.#alarm, this.plan());
			if (house.officerCode) console.log(codeNotice(house.officerCode));
			return house;
		} catch (error) {
			this.#house = undefined;
			throw error;
		}
	}
}
