import { rememberChat } from '../../../db/chats.ts';
import {
	contentOf,
	enqueue,
	enqueuePatch,
	finishFailed,
	letGo,
	type OutboxRow,
	postpone,
	rememberCard,
} from '../../../db/outbox/index.ts';
import { handle } from '../inbox.ts';
import { settle, settleErrand, tell } from '../operator.ts';
import { nextMonth, thisMonth, USED_UP } from '../quota.ts';
import type { Bot } from '../repertoire.ts';
import { sceneOf } from '../tenant.ts';
import type { Fault, Outcome, Sent, Target } from '../vocabulary/index.ts';
import { endInVain, endWell, holdUp } from './end.ts';
import { type Done, drawView, type ErrandOrder, type Job } from './job.ts';
import type { Order } from './order.ts';
import type { Rules } from './pick.ts';

const DAY = 24 * 3_600_000;
/** Ours: what could not be delivered for a day is given up, unless it has only just become due. */
const GIVE_UP = { forMs: DAY, attempts: 100 };
/** Ours: settings that an operator has to change are tried again this often. */
const OPERATOR_PAUSE = 10 * 60_000;
/** Ours: whether more was bought is found out this often, with what waits first. */
const QUOTA_PAUSE = 60 * 60_000;

/** Ours: whoever said something hears when it has not arrived within this time. */
const IN_GOOD_TIME = 5 * 60_000;

/** Inside a transaction: writes down what became of a call. */
export function record(bot: Bot, rules: Rules, job: Job, outcome: Outcome<Done>): void {
	if (outcome.ok) recordDone(bot, rules, job, outcome.value);
	else recordFault(bot, rules, job, outcome.fault);
}

function recordDone(bot: Bot, { order }: Rules, job: Job, done: Done): void {
	const { db, clock, metrics } = bot;
	const { row } = job;
	const now = clock.now();
	endWell(bot, row, now, done.kind === 'sent' ? done.sent.messageId : null);
	if (row.work === 'errand') settleErrand(bot, orderOf(row).errand);
	else {
		order.open();
		if (settle(bot, 'sending-refused', 'quota-gone')) letGo(db, USED_UP, now);
	}
	metrics.send(row.work, 'sent', now - row.createdAt);
	if (done.kind === 'sent') remember(bot, job, done.sent, now);
	else if (done.kind === 'fetched') comeBack(bot, job, done.result);
}

/** Remembers the card, and redraws it when what it shows changed while it was on its way. */
function remember(bot: Bot, { row, drawn }: Job, { messageId, chatId }: Sent, now: number): void {
	const { db } = bot;
	const target: Target = JSON.parse(row.target);
	if (target.kind === 'account') rememberChat(db, chatId, 'private');
	if (row.cardKey === null) return;
	const { view, subject } = drawn ?? { view: null, subject: null };
	rememberCard(db, { messageId, key: row.cardKey, chatId, view, subject, sentAt: now });
	// An earlier attempt may be the one that arrived, with the card as it was drawn then.
	if (drawn && (row.doubtful || !isStillTrue(bot, drawn, now))) enqueuePatch(db, row.turn, row.cardKey, now);
}

/** A view that can't be drawn must not keep the message that arrived from being written down. */
function isStillTrue(bot: Bot, drawn: NonNullable<Job['drawn']>, now: number): boolean {
	const { store, log } = bot;
	try {
		const current = store.savepoint(() => drawView(bot, drawn.view, drawn.subject, sceneOf(bot, now)));
		return JSON.stringify(current) === drawn.card;
	} catch (error) {
		if (store.isBroken(error)) throw error;
		log.error('view-unusable', error, { view: drawn.view });
		return true;
	}
}

/** What was fetched, or that it could not be, runs a Turn of its own in the same transaction. */
function comeBack(bot: Bot, { row }: Job, result: unknown): void {
	const { errand, args, by } = orderOf(row);
	const at = bot.clock.now();
	handle(bot, { kind: 'errand', id: `errand:${row.id}`, at, errand, args, by, result });
}

function recordFault(bot: Bot, { limiter, order }: Rules, job: Job, fault: Fault): void {
	const { db, clock, log, metrics } = bot;
	const { row } = job;
	const now = clock.now();
	const delay = now - row.createdAt;
	const final = finalCause(fault, delay, row.attempts + 1);
	log.info('send-failed', { row: row.id, work: row.work, kind: fault.kind, code: fault.code, final });
	metrics.send(row.work, `${final ? 'failed' : 'again'}:${fault.kind}`, delay);
	if (fault.kind === 'operator') tellOperator(bot, row, fault);
	if (fault.whole && row.work !== 'errand') close(bot, order, fault);
	if (final) {
		if (fault.recalled && sayInPrivate(bot, row, now)) finishFailed(db, row.id, now, final);
		else endInVain(bot, row, now, final, fault.why);
		if (row.work === 'errand') comeBack(bot, job, undefined);
		return;
	}
	if (fault.kind === 'retry' && fault.afterMs) limiter.pause(row.lane, clock.monotonic(), fault.afterMs);
	const notBefore = nextTry(bot, fault, row.attempts, now);
	if (fault.kind !== 'operator') order.hold({ ...row, attempts: row.attempts + 1, notBefore });
	postpone(db, row.id, notBefore, fault.code, fault.kind === 'unknown');
	const until = heldUntil(fault, row, notBefore);
	if (until !== undefined) holdUp(bot, row, now, until, fault.why);
}

/** Until when (ms) it is tried, once it is clear that it will not have arrived in good time; only what may pass by itself. */
function heldUntil(
	{ patience }: Fault,
	{ createdAt, attempts }: OutboxRow,
	next: number,
): number | undefined {
	if (!patience || attempts + 1 < patience.attempts || next - createdAt < IN_GOOD_TIME) return undefined;
	return createdAt + patience.forMs;
}

/** All that is to be said waits with this row; one of them asks again after a while. */
function close(bot: Bot, order: Order, fault: Fault): void {
	const now = bot.clock.now();
	const keptUntil = isForThisMonth(bot, fault, now) ? nextMonth(bot) : now + OPERATOR_PAUSE;
	order.close({ code: fault.code, until: Math.min(now + OPERATOR_PAUSE, keptUntil), keptUntil });
}

/** What only an operator can mend: without words to send, without names to read, or the month used up. */
function tellOperator(bot: Bot, row: OutboxRow, { code, until, futile }: Fault): void {
	if (until === 'next-month') tell(bot, 'quota-gone', { code });
	else if (row.work !== 'errand') tell(bot, 'sending-refused', { code });
	else tell(bot, futile ? 'names-withheld' : 'reading-refused', { code, errand: orderOf(row).errand });
}

function orderOf({ target }: OutboxRow): ErrandOrder {
	return JSON.parse(target);
}

/** An answer whose question was taken back from the group goes to whoever asked, alone; false when nobody is known. */
function sayInPrivate({ db, vault }: Bot, row: OutboxRow, now: number): boolean {
	const target: Target = JSON.parse(row.target);
	if (row.work !== 'send' || target.kind !== 'reply' || !target.to) return false;
	const condition: [string, string] | undefined =
		row.condition === null ? undefined : JSON.parse(row.condition);
	enqueue(db, vault, {
		turn: row.turn,
		target: { kind: 'account', openId: target.to },
		content: contentOf(vault, row),
		about: row.cardKey ?? undefined,
		condition,
		urgent: row.urgent,
		now,
	});
	return true;
}

/** What waits for an operator is never given up, unless asking again is futile. */
function finalCause(
	{ kind, code, futile, patience = GIVE_UP }: Fault,
	delay: number,
	attempts: number,
): string | undefined {
	if (kind === 'target' || kind === 'content' || futile) return `${kind}:${code}`;
	if (kind === 'operator') return undefined;
	return delay > patience.forMs && attempts >= patience.attempts ? `gave-up:${code}` : undefined;
}

/** The platform's month may begin a little later than ours. */
function isForThisMonth(bot: Bot, { until }: Fault, now: number): boolean {
	return until === 'next-month' && now - thisMonth(bot) > DAY;
}

function nextTry(bot: Bot, fault: Fault, attempts: number, now: number): number {
	const { kind, afterMs, waits } = fault;
	if (isForThisMonth(bot, fault, now)) return Math.min(nextMonth(bot), now + QUOTA_PAUSE);
	if (kind === 'operator') return now + OPERATOR_PAUSE;
	return now + (afterMs ?? waits?.[attempts] ?? backOff(attempts));
}

/** 0.5 s, doubled each time, at most 5 minutes. */
function backOff(attempts: number): number {
	return Math.min(500 * 2 ** attempts, 5 * 60_000);
}
