import { cardOf, contentOf, MAYBE_TWICE, type OutboxRow, renewUuid } from '../../../db/outbox/index.ts';
import type { Bot } from '../repertoire.ts';
import { sceneOf, type Tenant } from '../tenant.ts';
import type { Scene } from '../view.ts';
import type { Content, Drawn, Outcome, Platform, Sent, Target } from '../vocabulary/index.ts';
import { endInVain, endUnsaid } from './end.ts';

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
/** Makes the call ready, or ends the row with a named cause. */
export function prepare(tenant: Bot, row: OutboxRow, now: number): Job | undefined {
	const { store, log, metrics } = tenant;
	try {
		return store.savepoint(() => {
			const scene = sceneOf(tenant, now);
			const cause = noLongerWanted(tenant, row, scene);
			if (cause) {
				endUnsaid(tenant, row, now, cause);
				metrics.send(row.work, `dropped:${cause}`, now - row.createdAt);
				return undefined;
			}
			return jobOf(tenant, row, scene);
		});
	} catch (error) {
		if (store.isBroken(error)) throw error;
		log.error('outbox-row-unusable', error, { row: row.id });
		endInVain(tenant, row, now, 'our-error');
		metrics.send(row.work, 'failed:our-error', now - row.createdAt);
		return undefined;
	}
}

function noLongerWanted(tenant: Tenant, row: OutboxRow, scene: Scene): string | undefined {
	if (row.condition === null) return undefined;
	const [name, subject]: [string, string] = JSON.parse(row.condition);
	const condition = tenant.conditions.get(name);
	if (!condition) throw new Error(`no condition ${name}`);
	return condition.holds(scene, subject) ? undefined : 'settled';
}

function jobOf(tenant: Bot, row: OutboxRow, scene: Scene): Job | undefined {
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
	return row.work === 'patch' ? patchJob(tenant, row, scene) : sendJob(tenant, row, scene);
}

function sendJob(tenant: Bot, stored: OutboxRow, scene: Scene): Job | undefined {
	const row = withinHour(tenant, stored, scene.now);
	if (!row) return undefined;
	const content: Content = JSON.parse(contentOf(tenant.vault, row));
	const target: Target = JSON.parse(row.target);
	const said = content.kind === 'view' ? drawView(tenant, content.view, content.subject, scene) : content;
	if (!said) return drop(tenant, row, scene.now);
	const shown = row.cause === MAYBE_TWICE ? marked(tenant, said) : said;
	return {
		row,
		drawn: drawnOf(content, said),
		call: async (platform) =>
			mapOk(await platform.send(target, shown, row.uuid), (sent) => ({ kind: 'sent', sent })),
	};
}

function patchJob(tenant: Tenant, row: OutboxRow, scene: Scene): Job | undefined {
	const { now } = scene;
	const shown = row.cardKey === null ? undefined : cardOf(tenant.db, row.cardKey);
	if (!shown?.view || shown.subject === null) return drop(tenant, row, now);
	const { messageId, view, subject } = shown;
	const card = drawView(tenant, view, subject, scene);
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
function withinHour(tenant: Bot, row: OutboxRow, now: number): OutboxRow | undefined {
	const { db, vault, clock, metrics } = tenant;
	if (row.firstTriedAt === null || clock.wall() - row.firstTriedAt < UUID_LIVES) return row;
	if (!row.doubtful || row.urgent) return renewUuid(db, vault, row, clock.wall());
	endInVain(tenant, row, now, 'unknown', 'unsure');
	metrics.send(row.work, 'failed:unknown', now - row.createdAt);
	return undefined;
}

function drop(tenant: Tenant, row: OutboxRow, now: number): undefined {
	endUnsaid(tenant, row, now, 'gone');
	tenant.metrics.send(row.work, 'dropped:gone', now - row.createdAt);
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
export function drawView(tenant: Tenant, view: string, subject: string, scene: Scene): Drawn | undefined {
	const found = tenant.views.get(view);
	if (!found) throw new Error(`no view ${view}`);
	const card = found.draw(scene, subject);
	return card && { kind: 'card', card };
}

function mapOk<T, U>(outcome: Outcome<T>, map: (value: T) => U): Outcome<U> {
	return outcome.ok ? { ok: true, value: map(outcome.value) } : outcome;
}

/** What is to be fetched, as the outbox keeps it. */
export interface ErrandOrder {
	readonly errand: string;
	readonly args: Readonly<Record<string, string>>;
	readonly by: number | null;
}
