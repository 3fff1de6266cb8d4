import {
	arrivedAfterAll,
	enqueuePatch,
	finishDropped,
	finishFailed,
	finishSent,
	isOnTheWay,
	noLongerHeld,
	type OutboxRow,
} from '../../../db/outbox/index.ts';
import { handle } from '../inbox.ts';
import type { Bot } from '../repertoire.ts';
import { sceneOf, type Tenant } from '../tenant.ts';
import type { UndeliveredUpdate, Why } from '../vocabulary/index.ts';

/** Under this key lies what tells an author how far something is that they said: drawn anew when all of it has ended. */
export function receiptKey(about: string): string {
	return `${about}:sent`;
}

/** Under this key lies what tells an author what of one Turn did not arrive. */
export function undeliveredKey(turn: string): string {
	return `undelivered:${turn}`;
}

/** A row arrived; what could not be delivered there before is settled by it. */
export function endWell(bot: Bot, row: OutboxRow, now: number, messageId: string | null): void {
	const { db } = bot;
	finishSent(db, row.id, now, messageId);
	tellEnd(bot, row, now, null);
	settleHeld(bot, row, now);
	if (row.work !== 'send' || row.cardKey === null) return;
	for (const turn of arrivedAfterAll(db, row.lane, row.cardKey, now))
		enqueuePatch(db, row.turn, undeliveredKey(turn), now);
	redrawReceipt(bot, row, now);
}

/** A row will never arrive, for a named cause: whoever said it hears so, in a Turn of its own in this transaction. */
export function endInVain(bot: Bot, row: OutboxRow, now: number, cause: string, why: Why = 'other'): void {
	finishFailed(bot.db, row.id, now, cause);
	tellEnd(bot, row, now, cause);
	if (row.work !== 'send' || row.by === null) return;
	const { by, turn, cardKey: about, anyOne } = row;
	const to: UndeliveredUpdate['to'] = JSON.parse(row.target);
	handle(bot, {
		kind: 'undelivered',
		id: `undelivered:${row.id}`,
		at: now,
		by,
		turn,
		to,
		about,
		why,
		anyOne,
	});
	redrawReceipt(bot, row, now);
}

/** A row is refused for a while, and tried until then (ms): whoever said it hears so, once. */
export function holdUp(bot: Bot, row: OutboxRow, now: number, until: number, why: Why = 'other'): void {
	const { by, turn, cardKey: about } = row;
	// Of several it is enough to reach one; that none was reached is told at the end.
	if (row.work !== 'send' || by === null || row.anyOne) return;
	const to: UndeliveredUpdate['to'] = JSON.parse(row.target);
	handle(bot, { kind: 'held-up', id: `held-up:${row.id}`, at: now, by, turn, to, about, why, until });
	if (about !== null) enqueuePatch(bot.db, turn, receiptKey(about), now);
}

function settleHeld({ db }: Tenant, { by, turn, lane, attempts }: OutboxRow, now: number): void {
	if (by === null || attempts === 0 || !noLongerHeld(db, turn, lane, now)) return;
	enqueuePatch(db, turn, undeliveredKey(turn), now);
}

/** A row need not be said any more, for a named cause. */
export function endUnsaid(tenant: Tenant, row: OutboxRow, now: number, cause: string): void {
	finishDropped(tenant.db, row.id, now, cause);
	tellEnd(tenant, row, now, cause);
	settleHeld(tenant, row, now);
	redrawReceipt(tenant, row, now);
}

function redrawReceipt({ db }: Tenant, { by, turn, cardKey }: OutboxRow, now: number): void {
	if (by !== null && cardKey !== null && !isOnTheWay(db, turn))
		enqueuePatch(db, turn, receiptKey(cardKey), now);
}

/** Tells the condition under which a row waited what became of it; `cause` is null when it arrived. */
function tellEnd(tenant: Tenant, { condition }: OutboxRow, now: number, cause: string | null): void {
	if (condition === null) return;
	const [name, subject]: [string, string] = JSON.parse(condition);
	tenant.conditions.get(name)?.ended?.(sceneOf(tenant, now), subject, cause);
}
