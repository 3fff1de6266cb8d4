import { admitTenant, selfOf } from '../../db/app.ts';
import { chatById, rememberChat } from '../../db/chats.ts';
import { answered, keepPoison, receive } from '../../db/inbox.ts';
import { cardOf } from '../../db/outbox/index.ts';
import { accountBack, type Me, meOf, personById, personOfAccount } from '../../db/people.ts';
import { type Admitted, withoutIdentity } from './intake.ts';
import type { Place } from './occasion.ts';
import type { Bot, Repertoire } from './repertoire.ts';
import { routeMenu, routeMessage, routeTap } from './router.ts';
import type { Talk } from './storm.ts';
import type { Tenant } from './tenant.ts';
import { Turn } from './turn.ts';
import type { Answer, Happening, Update } from './vocabulary/index.ts';

/** What becomes of an update: it is done (now or before), it must come again, or it is not for this database. */
export type Received =
	| { readonly kind: 'done'; readonly answer: Answer }
	| { readonly kind: 'again' }
	| { readonly kind: 'stranger' };

/**
 * Takes an update in, once, and lets it act; settles when all of it is durable. Rejects with `BatchVoid` when
 * the database could not keep it.
 */
export function takeIn(bot: Bot, update: Update): Promise<Received> {
	return bot.store.commit(() => handle(bot, update));
}

/** One update inside a transaction: known already, or run as a Turn. */
export function handle(bot: Bot, update: Update): Received {
	const { db, vault, metrics, clock } = bot;
	const self = selfOf(db);
	if (update.tenantKey !== undefined && !admitTenant(db, self, update.tenantKey)) return { kind: 'stranger' };
	// What the bot tells itself confirms nothing.
	if (update.tenantKey !== undefined) clock.setting?.happened(update.at);
	if (update.kind === 'message' && update.chatType === 'group' && self.botOpenId === null)
		return { kind: 'again' };
	const messageId = update.kind === 'message' ? update.messageId : undefined;
	const taken = receive(db, vault, { eventId: update.id, messageId, receivedAt: bot.clock.now() });
	if (!taken.new) {
		metrics.update(update.kind, 'repeat');
		return { kind: 'done', answer: taken.answer === null ? {} : JSON.parse(taken.answer) };
	}
	// Other apps talk too, some without an account that could be answered.
	if (update.kind === 'message' && update.fromApp) return { kind: 'done', answer: {} };
	const answer = act(bot, withoutIdentity(update), self.botOpenId);
	if (answer.toast || answer.card) answered(db, vault, update.id, JSON.stringify(answer));
	return { kind: 'done', answer };
}

/** Runs the Turn; an error of our own code undoes it alone and is kept with the event. */
function act(bot: Bot, { update, dropped }: Admitted, botOpenId: string | null): Answer {
	try {
		return bot.store.savepoint(() => {
			const turn = openTurn(bot, update);
			const meant = dispatch(bot, turn, update, botOpenId);
			if (meant && dropped > 0) turn.whisper(turn.t('spine.identity-dropped', { count: dropped }));
			bot.metrics.update(update.kind, 'done');
			return turn.answer;
		});
	} catch (error) {
		if (bot.store.isBroken(error)) throw error;
		return stumble(bot, update, error);
	}
}

/** False: nothing of it was heard; people spoke among themselves, or faster than anybody speaks. */
function dispatch(bot: Bot, turn: Turn, update: Update, botOpenId: string | null): boolean {
	const { repertoire } = bot;
	if (update.kind === 'message') {
		if (!isMeant(turn, update, botOpenId) || isStorm(bot, turn, 'messages', update.from)) return false;
		happen(repertoire, turn, update);
		routeMessage(repertoire, turn, update, botOpenId);
	} else if (update.kind === 'tap') {
		if (isStorm(bot, turn, 'taps', update.by)) return false;
		routeTap(repertoire, turn, update);
	} else if (update.kind === 'errand') {
		repertoire.errands.get(update.errand)?.returns(turn, update.args, update.result);
	} else if (update.kind === 'menu') routeMenu(repertoire, turn, update.key);
	else happen(repertoire, turn, update);
	return true;
}

/** Faster than a person: told once in words, each tap by a toast, which costs no call. */
function isStorm({ storms, clock }: Bot, turn: Turn, what: keyof Talk, openId: string): boolean {
	const noted = storms.note(what, openId, clock.monotonic());
	if (noted === 'heard') return false;
	if (what === 'taps') turn.refuse(turn.t('spine.too-fast-taps'));
	else if (noted === 'first') turn.whisper(turn.t('spine.too-fast'));
	turn.tenant.metrics.update(turn.update.kind, 'storm');
	return true;
}

function happen({ listeners }: Repertoire, turn: Turn, update: Happening): void {
	for (const listener of listeners) if (listener.on === update.kind) listener.hears(turn, update);
}

/** In a group only what mentions the bot, or answers one of its cards. */
function isMeant(
	turn: Turn,
	update: Extract<Update, { kind: 'message' }>,
	botOpenId: string | null,
): boolean {
	if (update.chatType === 'private') return true;
	if (update.mentions.some(({ openId }) => openId !== undefined && openId === botOpenId)) return true;
	return update.repliesTo !== undefined && cardOf(turn.db, update.repliesTo) !== undefined;
}

function openTurn(tenant: Tenant, update: Update): Turn {
	return new Turn(tenant, update, { person: personBehind(tenant, update), chat: placeOf(tenant, update) });
}

function personBehind(tenant: Tenant, update: Update): Me | undefined {
	const { db, clock } = tenant;
	if (update.kind === 'errand') {
		const person = update.by === null ? undefined : personById(db, update.by);
		return person && meOf(db, person);
	}
	const openId = 'from' in update ? update.from : 'by' in update ? update.by : undefined;
	if (openId === undefined) return undefined;
	const person = personOfAccount(db, openId, clock.now());
	// What was said before they went may come late, and is no return.
	const acts = update.kind !== 'undelivered' && update.kind !== 'held-up';
	if (acts && person.leftAt !== null && update.at > person.leftAt) accountBack(db, person.id);
	return meOf(db, person);
}

function placeOf({ db }: Tenant, update: Update): Place | undefined {
	if (update.kind === 'message') return rememberChat(db, update.chatId, update.chatType);
	if (update.kind === 'chat-entered') return rememberChat(db, update.chatId, 'private');
	if (update.kind === 'bot-added') return addedTo(db, update.chatId);
	if (update.kind === 'tap') return tappedIn(db, update.chatId);
	return update.kind === 'menu' ? { id: '', kind: 'private' } : undefined;
}

/** It keeps the name it had; a new one is asked for. */
function addedTo(db: Tenant['db'], chatId: string): Place {
	return rememberChat(db, chatId, 'group', chatById(db, chatId)?.name ?? '');
}

/** A chat the bot has never met is treated as a group: less is shown there. */
function tappedIn(db: Tenant['db'], chatId: string): Place {
	return chatById(db, chatId) ?? { id: chatId, kind: 'group' };
}

/** The person gets one sentence with a reference, the operator the stack under the same one. */
function stumble(tenant: Tenant, update: Update, error: unknown): Answer {
	const { db, vault, clock, log, metrics, words } = tenant;
	const reference = crypto.randomUUID().slice(0, 8);
	log.error('poison', error, { reference, kind: update.kind });
	metrics.update(update.kind, 'poison');
	keepPoison(db, vault, {
		reference,
		eventId: update.id,
		at: clock.now(),
		update: JSON.stringify(update),
		error: trailOf(error),
	});
	const text = words('spine.stumbled', { reference });
	if (update.kind === 'tap') return { toast: { tone: 'error', text } };
	if (update.kind === 'message') openTurn(tenant, update).whisper(text);
	return {};
}

/** Where it happened: the kind of error and its frames. Its message may quote people: left out. */
function trailOf(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
	return [error.name, ...frames].join('\n');
}
