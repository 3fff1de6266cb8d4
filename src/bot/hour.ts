import { raiseClockFloor, selfOf } from '../../db/app.ts';
import { bringBack } from '../../db/hour.ts';
import { newsStanding } from '../../db/operator.ts';
import { addDays, localDate } from '../rules/dates.ts';
import { settle, tell } from './operator.ts';
import type { Tenant } from './tenant.ts';

/** What it needs of a tenant. */
type Timed = Pick<Tenant, 'db' | 'clock' | 'zone' | 'log'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A signed event may seem so old, or (ms) so new, and is taken: `lark/ingress`. */
const TAKEN = { slow: 5 * MINUTE, fast: DAY };

/** No machine that is right shows an earlier hour: this was not written yet. */
const WRITTEN = Date.UTC(2026, 10, 1);

/**
 * Inside a transaction, at each knock: remembers how late it is. A remembered hour more than a day beyond the one the clock
 * shows was wrong (a machine's clock, a BOT_CLOCK that has been taken away): it is lowered, and what waits for it with it.
 */
export function keepHour(bot: Timed): void {
	const { db, clock, zone } = bot;
	const now = clock.now();
	const { clockFloor } = selfOf(db);
	if (clockFloor > now + DAY) {
		bringBack(db, { from: clockFloor, to: now, yesterday: addDays(localDate(now, zone), -1) });
		tell(bot, 'clock-lowered', { days: Math.round((clockFloor - now) / DAY) });
	}
	raiseClockFloor(db, now);
	watchMachine(bot);
	forgetLowered(bot);
}

/**
 * An operator asks: as long as the platform has told no hour, whoever keeps the machine answers for its clock, and a
 * remembered hour more than a day beyond it is lowered. True when it was.
 */
export function takeMachineAtItsWord(bot: Timed): boolean {
	const { db, clock } = bot;
	const { clockFloor } = selfOf(db);
	const machine = clock.wall();
	if (clock.setting === undefined || clock.setting.platform() !== undefined) return false;
	if (clockFloor <= machine + DAY || machine < WRITTEN) return false;
	clock.setting.happened(machine);
	keepHour(bot);
	return true;
}

/** A machine whose clock is so wrong that what the platform signs is refused. */
function watchMachine(bot: Timed): void {
	const { clock } = bot;
	const platform = clock.setting?.platform();
	if (platform === undefined) return;
	const ahead = clock.wall() - platform;
	if (ahead < -TAKEN.slow) tell(bot, 'clock-slow', { minutes: Math.round(-ahead / MINUTE) });
	else settle(bot, 'clock-slow');
	if (ahead > TAKEN.fast) tell(bot, 'clock-fast', { hours: Math.round(ahead / HOUR) });
	else settle(bot, 'clock-fast');
}

/** It happened once: the day after it was told it is over. */
function forgetLowered(bot: Timed): void {
	const { db, clock, zone } = bot;
	const lowered = newsStanding(db).find(({ code }) => code === 'clock-lowered');
	if (lowered?.toldOn && lowered.toldOn < localDate(clock.now(), zone)) settle(bot, 'clock-lowered');
}
