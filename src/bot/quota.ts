import { Temporal } from 'temporal-polyfill';
import { callsIn, countCalls } from '../../db/operator.ts';
import { settle, tell } from './operator.ts';
import type { Tenant } from './tenant.ts';

/** FEISHU.md «Monthly quota»: a free tenant's calls for all its apps together. */
export const FREE_TENANT = 10_000;
/** The platform's word for a month that is used up. */
export const USED_UP = '99991403';

/** WORDING 10: told at these shares. */
const SOME_LEFT = 0.7;
const LITTLE_LEFT = 0.9;
/** Ours: what is left from here on is for help and notices. */
const KEPT_FOR_HELP = 0.95;
/** A row that is kept back is looked at again this often (ms): the quota may have been raised. */
const HOUR = 3_600_000;
/** Ours: how long (ms) changes of a card are gathered into one patch, by how much of the month is used. */
const GATHERED = [
	{ from: LITTLE_LEFT, ms: 5 * 60_000 },
	{ from: SOME_LEFT, ms: 30_000 },
] as const;

/** The share of the month's calls that is used, 0 when nobody counts. */
export function usedShare(tenant: Tenant): number {
	const { db, monthlyCalls } = tenant;
	return monthlyCalls === undefined ? 0 : callsIn(db, monthOf(tenant)) / monthlyCalls;
}

/** Inside the transaction that claims them: so many calls that count are made. */
export function spend(tenant: Tenant, calls: number): void {
	if (calls > 0) countCalls(tenant.db, monthOf(tenant), calls);
}

/** Until when (ms) a row waits so that the month's calls last; undefined: it may go now. */
export function sparedUntil(
	tenant: Tenant,
	share: number,
	row: { readonly work: string; readonly turn: string; readonly urgent: boolean; readonly createdAt: number },
): number | undefined {
	const now = tenant.clock.now();
	if (row.work === 'patch') {
		const gather = GATHERED.find(({ from }) => share >= from)?.ms ?? 0;
		return row.createdAt + gather > now ? row.createdAt + gather : undefined;
	}
	const isReminder = /^(reminder|digest):/.test(row.turn) && !row.urgent;
	return share >= KEPT_FOR_HELP && isReminder ? Math.min(nextMonth(tenant), now + HOUR) : undefined;
}

/** Inside a transaction, once a minute: the operator learns in time that the month gets short. */
export function watchQuota(tenant: Tenant): void {
	const { monthlyCalls } = tenant;
	const share = usedShare(tenant);
	if (share < SOME_LEFT || share >= LITTLE_LEFT) settle(tenant, 'quota-70');
	if (share < LITTLE_LEFT) settle(tenant, 'quota-90');
	if (monthlyCalls === undefined || share < SOME_LEFT) return;
	const { used, day } = outlook(tenant);
	const percent = Math.min(100, Math.floor(share * 100));
	tell(tenant, share < LITTLE_LEFT ? 'quota-70' : 'quota-90', { percent, used, size: monthlyCalls, day });
}

/** At this rate, the day of the month on which it ends; the month's last one at most, and never past. */
function outlook(tenant: Tenant): { used: number; day: number } {
	const local = here(tenant);
	const begin = local.with({ day: 1 }).startOfDay();
	const used = callsIn(tenant.db, monthOf(tenant));
	const gone = local.epochMilliseconds - begin.epochMilliseconds;
	const whole = (gone * (tenant.monthlyCalls ?? used)) / Math.max(used, 1);
	const day = Math.floor(whole / 86_400_000) + 1;
	return { used, day: Math.min(Math.max(day, local.day), local.daysInMonth) };
}

/** The instant (ms) at which this month began. */
export function thisMonth(tenant: Tenant): number {
	return here(tenant).with({ day: 1 }).startOfDay().epochMilliseconds;
}

/** The instant (ms) at which the next month begins. */
export function nextMonth(tenant: Tenant): number {
	return here(tenant).with({ day: 1 }).add({ months: 1 }).startOfDay().epochMilliseconds;
}

function monthOf(tenant: Tenant): string {
	return here(tenant).toPlainDate().toPlainYearMonth().toString();
}

function here({ clock, zone }: Tenant): Temporal.ZonedDateTime {
	return Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(zone);
}
