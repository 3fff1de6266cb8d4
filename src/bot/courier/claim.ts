import {
	cardOf,
	claim,
	contentOf,
	dueRows,
	finishDropped,
	finishFailed,
	MAYBE_TWICE,
	noteAttempt,
	type OutboxRow,
	purgeAttempts,
	putBehind,
	renewUuid,
	WORKS,
} from '../../../db/outbox/index.ts';
import type { Bot } from '../repertoire.ts';
import { sceneOf, type Tenant } from '../tenant.ts';
import type { Content, Drawn, Outcome, Platform, Sent, Target } from '../vocabulary/index.ts';
import { tellEnd } from './ended.ts';
import type { ErrandOrder } from './errands.ts';
import type { Limiter } from './limits.ts';
import type { Order } from './order.ts';

/** One call that is claimed and may be made. */
export interface Job {
	readonly row: OutboxRow;
	/** The view it was drawn from, with what came out, to see later whether that is still true. */
	readonly drawn?: { readonly view: string; readonly subject: string; readonly card: string };
	call(platform: Platform): Promise<Outcome<Done>>;
}

export type Done =
	| { readonly kind: 'sent'; readonly sent: Sent }
	| { readonly kind: 'patched' }
	| { readonly kind: 'fetched'; readonly result: unknown };

/** FEISHU.md: the same uuid succeeds at most once within an hour; with a margin of five minutes. */
const UUID_LIVES = 55 * 60_000;
/** The longest window of any limit, and a little. */
const REMEMBER_CALLS = 61_000;

/** The calls that may be made, how long (ms) until a limit opens for a row that had to wait, and as of when. */
export interface Picked {
	readonly jobs: readonly Job[];
	readonly waitMs: number | undefined;
	readonly at: number;
}

/** What decides when a row may go out, beside its own time. */
export interface Rules {
	readonly limiter: Limiter;
	readonly order: Order;
}

/** Looks at so many times the free hands at once, and so often; then it is somebody else's turn on the main thread. */
const WINDOW = 4;
const MOST_WINDOWS = 8;

/** Inside a transaction: claims at most `hands` due rows, one on each lane that is free. */
export function pick(
	tenant: Bot,
	{ limiter, order }: Rules,
	lanesUnderWay: readonly string[],
	hands: number,
): Picked {
	const { db, clock } = tenant;
	const at = clock.now();
	const monotonic = clock.monotonic();
	const full = limiter.closedLanes(monotonic);
	const lanes = new Set([...lanesUnderWay, ...full]);
	const waits = full.map((lane) => limiter.wait('', lane, monotonic));
	const works = new Set(WORKS);
	for (const work of WORKS) {
		const wait = limiter.wait(work, '', monotonic);
		if (wait === 0) continue;
		waits.push(wait);
		works.delete(work);
	}
	const jobs: Job[] = [];
	const most = hands * WINDOW;
	for (let windows = 0; jobs.length < hands; windows++) {
		if (windows === MOST_WINDOWS) {
			waits.push(1);
			break;
		}
		const rows = dueRows(db, at, [...works], [...lanes], most);
		for (const row of rows) {
			if (jobs.length >= hands) break;
			if (!works.has(row.work) || (row.work !== 'errand' && lanes.has(row.lane))) continue;
			const heldUntil = row.work === 'errand' ? undefined : order.heldUntil(row.lane, at);
			if (heldUntil !== undefined) {
				putBehind(db, row.id, heldUntil);
				continue;
			}
			const wait = limiter.wait(row.work, row.lane, monotonic);
			if (wait > 0) {
				waits.push(wait);
				if (row.work === 'errand' || limiter.isClosed(row.work, monotonic)) works.delete(row.work);
				else lanes.add(row.lane);
				continue;
			}
			const job = prepare(tenant, row, at);
			if (!job) continue;
			claim(db, row.id, clock.wall());
			noteAttempt(db, { at: clock.wall(), api: row.work, lane: row.lane });
			limiter.begin(row.id, row.work, row.lane);
			lanes.add(row.lane);
			jobs.push(job);
		}
		if (rows.length < most) break;
	}
	if (jobs.length > 0) purgeAttempts(db, clock.wall() - REMEMBER_CALLS);
	return { jobs, waitMs: waits.length > 0 ? Math.min(...waits) : undefined, at };
}

/** Makes the call ready, or ends the row with a named cause. */
function prepare(tenant: Bot, row: OutboxRow, now: number): Job | undefined {
	const { db, store, log, metrics } = tenant;
	try {
		return store.savepoint(() => {
			const cause = noLongerWanted(tenant, row, now);
			if (cause) {
				finishDropped(db, row.id, now, cause);
				tellEnd(tenant, row, now, cause);
				metrics.send(row.work, `dropped:${cause}`, now - row.createdAt);
				return undefined;
			}
			return jobOf(tenant, row, now);
		});
	} catch (error) {
		if (store.isBroken(error)) throw error;
		log.error('outbox-row-unusable', error, { row: row.id });
		finishFailed(db, row.id, now, 'our-error');
		tellEnd(tenant, row, now, 'our-error');
		metrics.send(row.work, 'failed:our-error', now - row.createdAt);
		return undefined;
	}
}

function noLongerWanted(tenant: Tenant, row: OutboxRow, now: number): string | undefined {
	if (row.condition === null) return undefined;
	const [name, subject]: [string, string] = JSON.parse(row.condition);
	const condition = tenant.conditions.get(name);
	if (!condition) throw new Error(`no condition ${name}`);
	return condition.holds(sceneOf(tenant, now), subject) ? undefined : 'settled';
}

function jobOf(tenant: Bot, row: OutboxRow, now: number): Job | undefined {
	if (row.work === 'errand') {
		const { errand, args }: ErrandOrder = JSON.parse(row.target);
		const known = tenant.repertoire.errands.get(errand);
		if (!known) throw new Error(`no errand ${errand}`);
		return {
			row,
			call: async (platform) =>
				mapOk(await known.run(platform, args), (result) => ({ kind: 'fetched', result })),
		};
	}
	return row.work === 'patch' ? patchJob(tenant, row, now) : sendJob(tenant, row, now);
}

function sendJob(tenant: Tenant, stored: OutboxRow, now: number): Job | undefined {
	const row = withinHour(tenant, stored, now);
	if (!row) return undefined;
	const content: Content = JSON.parse(contentOf(tenant.vault, row));
	const target: Target = JSON.parse(row.target);
	const said = content.kind === 'view' ? drawView(tenant, content.view, content.subject, now) : content;
	if (!said) return drop(tenant, row, now);
	const shown = row.cause === MAYBE_TWICE ? marked(tenant, said) : said;
	return {
		row,
		drawn: drawnOf(content, said),
		call: async (platform) =>
			mapOk(await platform.send(target, shown, row.uuid), (sent) => ({ kind: 'sent', sent })),
	};
}

function patchJob(tenant: Tenant, row: OutboxRow, now: number): Job | undefined {
	const shown = row.cardKey === null ? undefined : cardOf(tenant.db, row.cardKey);
	if (!shown?.view || shown.subject === null) return drop(tenant, row, now);
	const { messageId, view, subject } = shown;
	const card = drawView(tenant, view, subject, now);
	if (!card) return drop(tenant, row, now);
	return {
		row,
		call: async (platform) => mapOk(await platform.patch(messageId, card), () => ({ kind: 'patched' })),
	};
}

/**
 * The same uuid is good for an hour. After that a row whose attempts certainly came to nothing gets a new one; one
 * that may have arrived ends as `unknown`, unless it is urgent: then twice is better than never.
 */
function withinHour(tenant: Tenant, row: OutboxRow, now: number): OutboxRow | undefined {
	const { db, vault, clock, metrics } = tenant;
	if (row.firstTriedAt === null || clock.wall() - row.firstTriedAt < UUID_LIVES) return row;
	if (!row.doubtful || row.urgent) return renewUuid(db, vault, row, clock.wall());
	finishFailed(db, row.id, now, 'unknown');
	tellEnd(tenant, row, now, 'unknown');
	metrics.send(row.work, 'failed:unknown', now - row.createdAt);
	return undefined;
}

function drop(tenant: Tenant, row: OutboxRow, now: number): undefined {
	const { db, metrics } = tenant;
	finishDropped(db, row.id, now, 'gone');
	tellEnd(tenant, row, now, 'gone');
	metrics.send(row.work, 'dropped:gone', now - row.createdAt);
}

function marked({ words }: Tenant, said: Drawn): Drawn {
	const note = words('spine.maybe-twice');
	if (said.kind === 'text') return { kind: 'text', text: `${note}${said.text}` };
	return { kind: 'card', card: { ...said.card, title: `${note}${said.card.title}` } };
}

function drawnOf(content: Content, said: Drawn): Job['drawn'] {
	if (content.kind !== 'view') return undefined;
	return { view: content.view, subject: content.subject, card: JSON.stringify(said) };
}

/** Draws a view as it is now; undefined when its subject is gone. */
export function drawView(tenant: Tenant, view: string, subject: string, now: number): Drawn | undefined {
	const found = tenant.views.get(view);
	if (!found) throw new Error(`no view ${view}`);
	const card = found.draw(sceneOf(tenant, now), subject);
	return card && { kind: 'card', card };
}

function mapOk<T, U>(outcome: Outcome<T>, map: (value: T) => U): Outcome<U> {
	return outcome.ok ? { ok: true, value: map(outcome.value) } : outcome;
}
