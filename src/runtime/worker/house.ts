import type { ObjectState, Storage } from 'cloudflare:workers';
import type { Hono } from 'hono';
import { claimDatabase, selfOf } from '../../../db/app.ts';
import { newsStanding } from '../../../db/operator.ts';
import { outboxStates } from '../../../db/outbox/index.ts';
import { createApp } from '../../app.ts';
import { Courier } from '../../bot/courier/index.ts';
import type { Limits } from '../../bot/courier/limits.ts';
import { appointAdmins, firstOfficerCode } from '../../bot/first-officer.ts';
import type { Log } from '../../bot/ports.ts';
import { checksOf } from '../../bot/ready.ts';
import type { Bot } from '../../bot/repertoire.ts';
import type { Talk } from '../../bot/storm.ts';
import type { Platform } from '../../bot/vocabulary/index.ts';
import { admitDataKeys, assemble, type Everything, knockThrough, learnSelf } from '../bot.ts';
import { type Machine, type MovableClock, systemClock } from '../clock.ts';
import { callsOf } from '../settings.ts';
import { type Alarm, AlarmPace } from './alarm.ts';
import { CONTENT_TYPE, textMetrics } from './operator.ts';
import { operatorDoor } from './operator-door.ts';
import type { Settings } from './settings.ts';
import { ObjectStore, openDatabase } from './store.ts';

/** What a house is opened with. */
export interface Plan extends Everything {
	readonly settings: Settings;
	readonly platform: Platform;
	readonly limits: Limits;
	/** How fast one person may speak; faster than any does unless told. */
	readonly talk?: Talk | undefined;
	readonly log: Log;
	/** What the machine's own clocks show; the runtime's unless told. */
	readonly machine?: Machine | undefined;
	/** The deployment that runs. */
	readonly version: string;
}

/** A bot at work in a Durable Object. */
export interface House {
	readonly bot: Bot;
	readonly courier: Courier;
	readonly clock: MovableClock;
	readonly app: Hono;
	/** The one-time code for the first officer, when this start, the very first, issued one. */
	readonly officerCode: string | undefined;
	/** The alarm rang: looks what is due, and carries on with fresh strength. */
	rung(): Promise<void>;
}

/** Under this key the object remembers which deployment it was started by last. */
const DEPLOYED = 'deployed';
const MINUTE = 60_000;

/** Opens the database and takes up the work where it was left; throws `WrongOwner` when it is another app's, and `BadConfig` without its data key. */
export async function openHouse({ storage }: ObjectState, alarm: Alarm, plan: Plan): Promise<House> {
	const { settings, platform, log } = plan;
	const appId = settings.LARK_APP_ID;
	const db = await openDatabase(storage);
	const metrics = textMetrics();
	const store = new ObjectStore(storage, (error) => {
		metrics.voided();
		log.error('batch-void', error);
	});
	const clockStart = settings.BOT_CLOCK === undefined ? undefined : Date.parse(settings.BOT_CLOCK);
	const { clockFloor } = claimDatabase(db, appId, clockStart ?? plan.machine?.wall() ?? Date.now());
	const clock = systemClock(clockStart, clockFloor, plan.machine);
	const bot = assemble({
		db,
		store,
		clock,
		log,
		metrics,
		repertoire: plan.repertoire,
		timetable: plan.timetable,
		book: plan.book,
		dataKeys: settings.BOT_DATA_KEY,
		zone: settings.BOT_TIMEZONE,
		locale: settings.BOT_LOCALE,
		talk: plan.talk,
		monthlyCalls: callsOf(settings.BOT_MONTHLY_CALLS),
	});
	await admitDataKeys(bot);
	const pace = new AlarmPace((ms) => {
		alarm.noLaterThan(clock.wall() + ms).catch((error: unknown) => log.error('alarm-not-set', error));
	});
	const courier = new Courier(bot, platform, plan.limits, pace);
	const { officerCode, isNew } = await store.commit(() => {
		courier.resume();
		appointAdmins(bot, settings.BOT_ADMINS, clock.now());
		return { officerCode: firstOfficerCode(db), isNew: isNewDeployment(storage, plan.version) };
	});
	const app = createApp({
		bot,
		keys: {
			appId,
			encryptKey: settings.LARK_ENCRYPT_KEY ?? '',
			verificationToken: settings.LARK_VERIFICATION_TOKEN ?? '',
		},
		wake: () => courier.wake(),
		checks: () => checksOf(bot, platform),
		metrics: {
			refused: metrics.refused,
			text: async () => ({
				body: metrics.text(
					outboxStates(db),
					newsStanding(db).map(({ code }) => code),
					checksOf(bot, platform),
				),
				contentType: CONTENT_TYPE,
			}),
		},
	});
	app.route('/operator', operatorDoor(bot, settings.BOT_OPERATOR_TOKEN));
	const knockNow = () => knockThrough(bot, () => courier.wake());
	platform.onHour?.((hour) => {
		if (clock.setting?.heard(hour)) void knockNow();
	});
	let knowsSelf = !isNew && selfOf(db).botOpenId !== null;
	let knocked = -1;
	courier.wake();
	return {
		bot,
		courier,
		clock,
		app,
		officerCode,
		async rung() {
			pace.refill();
			const minute = Math.floor(clock.wall() / MINUTE);
			if (minute !== knocked) {
				knocked = minute;
				await knockNow();
			}
			courier.wake();
			const asks = !knowsSelf || clock.setting?.doubted() || platform.tokenRefused?.() !== undefined;
			if (asks) knowsSelf = await learnSelf(bot, platform);
		},
	};
}

/** Inside a transaction: true once for each deployment; an object is put away and started again at any time. */
function isNewDeployment(storage: Storage, version: string): boolean {
	const isNew = storage.kv.get(DEPLOYED) !== version;
	if (isNew) storage.kv.put(DEPLOYED, version);
	return isNew;
}
