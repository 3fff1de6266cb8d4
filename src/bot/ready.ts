import { selfOf } from '../../db/app.ts';
import { callsSince, waitsUntried } from '../../db/outbox/index.ts';
import { blockedBy } from './operator.ts';
import type { Tenant } from './tenant.ts';
import type { Platform } from './vocabulary/index.ts';

/** What has to hold so that the bot does its work, by name: why it does not, undefined where it does. */
export type Checks = Readonly<Record<string, string | undefined>>;

const MINUTE = 60_000;
/** Ours: what is due goes out within seconds; a full minute of calls is the longest that limits hold it up. */
const STUCK_AFTER = 5 * MINUTE;

/** What can be asked in every place it runs in. Never throws. */
export function checksOf(bot: Tenant, platform: Pick<Platform, 'tokenRefused'>): Checks {
	const { db, store, clock } = bot;
	const token = platform.tokenRefused?.();
	try {
		return {
			self: selfOf(db).botOpenId ? undefined : 'who am I',
			token: token && `no token: ${token}`,
			database: store.sound ? undefined : 'the last commit was not kept',
			clock: clock.setting?.doubted() ? 'the hour is doubted' : undefined,
			outbox: isStuck(bot) ? 'nothing goes out' : undefined,
			operator: blockedBy(bot),
		};
	} catch (error) {
		bot.log.error('checks-failed', error);
		return { database: 'can not be read' };
	}
}

/** Something has been due for a while without an attempt, and nothing else goes out either: not merely a busy morning. */
function isStuck({ db, clock }: Tenant): boolean {
	return waitsUntried(db, clock.now() - STUCK_AFTER) && !callsSince(db, clock.wall() - MINUTE);
}

/** The first reason why it is not ready; undefined when it is. */
export function notReady(checks: Checks): string | undefined {
	return Object.values(checks).find((why) => why !== undefined);
}
