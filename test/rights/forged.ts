import { asc, desc, gt, sql } from 'drizzle-orm';
import { selfOf } from '../../db/app.ts';
import { prepared } from '../../db/database.ts';
import { cardOf, contentOf, type OutboxRow } from '../../db/outbox/index.ts';
import { ask, openQuestion } from '../../db/questions.ts';
import { ledger, outbox, poison } from '../../db/schema/index.ts';
import { handle } from '../../src/bot/inbox.ts';
import type { Bot } from '../../src/bot/repertoire.ts';
import { sceneOf } from '../../src/bot/tenant.ts';
import type { Answer, Content, MessageUpdate, Target, Update } from '../../src/bot/vocabulary/index.ts';
import type { Strings } from './combinations.ts';
import type { House } from './house.ts';
import type { Somebody } from './tree.ts';
import { type Change, changesBetween, type World, worldOf } from './world.ts';

/** A tap whose button stands on no card. */
export interface Forged {
	readonly by: Somebody;
	readonly place: 'private' | 'group';
	readonly command: string;
	readonly args: Strings;
	/** The message on whose card it would stand. */
	readonly messageId: string;
	/** What waits for this person's tap meanwhile. */
	readonly waiting?: Draft;
}

/** A command with its arguments that waits for the tap of a button. */
export interface Draft {
	readonly command: string;
	readonly args: Strings;
}

/** Something that was said because of it: to an account, or into a chat. */
export interface Heard {
	readonly openId?: string;
	readonly chatId?: string;
	readonly text: string;
	/** A card that stood there already. */
	readonly redrawn?: true;
}

/** All that came of it. */
export interface Outcome {
	readonly done: boolean;
	/** The codes of refusals. */
	readonly refused: readonly string[];
	/** The trails of errors of our own code. */
	readonly stumbled: readonly string[];
	readonly changes: readonly Change[];
	/** The world as it is then. */
	readonly after: World;
	readonly ledger: readonly (typeof ledger.$inferSelect)[];
	readonly heard: readonly Heard[];
	/** What waits for a tap from then on. */
	readonly draft: Draft | undefined;
}

class Back extends Error {}

let times = 0;

/** Taps, sees what comes of it, and puts everything back. Inside a commit. */
export function tap(house: House, before: World, forged: Forged): Outcome {
	const { bot } = house.town.running;
	const chatId = chatOf(house, forged);
	return seeing(house, before, forged, () => {
		if (forged.waiting) wait(bot, forged, chatId);
		return {
			kind: 'tap',
			id: `forged-${++times}`,
			at: bot.clock.now(),
			by: forged.by.openId,
			messageId: forged.messageId,
			chatId,
			action: { command: forged.command, args: forged.args },
			form: {},
		};
	});
}

/** Something that somebody writes. */
export interface Written extends Pick<Forged, 'by' | 'place'>, Pick<MessageUpdate, 'text' | 'mentions'> {}

/** Writes (in a group to the bot), sees what comes of it, and puts everything back. Inside a commit. */
export function write(house: House, before: World, written: Written): Outcome {
	const { by, place, text } = written;
	const { bot } = house.town.running;
	const botOpenId = selfOf(bot.db).botOpenId ?? '';
	const called = { key: '@_user_9', openId: botOpenId, name: '支部助手' };
	const id = `written-${++times}`;
	return seeing(house, before, written, () => ({
		kind: 'message',
		id,
		at: bot.clock.now(),
		messageId: `om_${id}`,
		chatId: chatOf(house, written),
		chatType: place,
		from: by.openId,
		fromApp: false,
		form: 'text',
		text: place === 'group' ? `${called.key} ${text}` : text,
		mentions: place === 'group' ? [...written.mentions, called] : written.mentions,
	}));
}

function chatOf({ tree }: House, { by, place }: Pick<Forged, 'by' | 'place'>): string {
	return place === 'private' ? by.desk : tree.group;
}

function seeing(house: House, before: World, who: Pick<Forged, 'by' | 'place'>, make: () => Update): Outcome {
	const { town, tree } = house;
	const { bot } = town.running;
	const seen: Outcome[] = [];
	const back = new Back();
	try {
		bot.store.savepoint(() => {
			const update = make();
			const since = statements(bot.db);
			const last = { ledger: since.lastNoted.get()?.id ?? 0, outbox: since.lastSaid.get()?.id ?? 0 };
			const codes = town.refused.length;
			const received = handle(bot, update);
			const after = worldOf(bot.db, before);
			seen.push({
				done: received.kind === 'done',
				refused: town.refused.slice(codes),
				stumbled: since.stumbled.all().map(({ error }) => error),
				changes: changesBetween(before, after),
				after,
				ledger: since.noted.all({ last: last.ledger }),
				draft: draftOf(bot, who.by),
				heard: [
					...(received.kind === 'done' ? answered(received.answer, who, chatOf(house, who)) : []),
					...since.said.all({ last: last.outbox }).flatMap((row) => heardOf(bot, row, tree.everybody)),
				],
			});
			throw back;
		});
	} catch (error) {
		if (error !== back) throw error;
	}
	const [outcome] = seen;
	if (!outcome) throw new Error('an update comes to an end');
	return outcome;
}

function wait({ db, vault, clock }: Bot, { by, waiting }: Forged, chatId: string): void {
	if (!waiting) return;
	const expiresAt = clock.now() + 60_000;
	for (const place of ['private', chatId])
		ask(db, vault, { personId: by.id, chatId: place, ...waiting, missing: null, expiresAt });
}

function draftOf({ db, vault, clock }: Bot, { id }: Somebody): Draft | undefined {
	const open = openQuestion(db, vault, id, 'private', clock.now());
	return open?.missing === null ? { command: open.command, args: open.args } : undefined;
}

const statements = prepared((db) => {
	const last = sql.placeholder('last');
	return {
		lastNoted: db.select({ id: ledger.id }).from(ledger).orderBy(desc(ledger.id)).limit(1).prepare(),
		lastSaid: db.select({ id: outbox.id }).from(outbox).orderBy(desc(outbox.id)).limit(1).prepare(),
		stumbled: db.select({ error: poison.error }).from(poison).prepare(),
		noted: db.select().from(ledger).where(gt(ledger.id, last)).prepare(),
		said: db.select().from(outbox).where(gt(outbox.id, last)).orderBy(asc(outbox.id)).prepare(),
	};
});

/** A toast is for the eyes of who tapped; a card in a group for all. */
function answered(
	{ toast, card }: Answer,
	{ by, place }: Pick<Forged, 'by' | 'place'>,
	chatId: string,
): Heard[] {
	const { openId } = by;
	return [
		...(toast ? [{ openId, text: toast.text }] : []),
		...(card ? [{ ...(place === 'private' ? { openId } : { chatId }), text: JSON.stringify(card) }] : []),
	];
}

/** What waits to be sent, drawn as it would be now. */
function heardOf(bot: Bot, row: OutboxRow, everybody: readonly Somebody[]): Heard[] {
	if (row.work === 'errand') return [];
	if (row.work === 'patch') return redrawn(bot, row.cardKey ?? '', everybody);
	const target: Target = JSON.parse(row.target);
	const content: Content = JSON.parse(contentOf(bot.vault, row));
	const text = drawn(bot, content);
	return [target.kind === 'account' ? { openId: target.openId, text } : { chatId: target.chatId, text }];
}

function redrawn(bot: Bot, messageId: string, everybody: readonly Somebody[]): Heard[] {
	const card = cardOf(bot.db, messageId);
	if (!card?.view || card.subject === null) return [];
	const text = drawn(bot, { kind: 'view', view: card.view, subject: card.subject });
	const reader = everybody.find(({ desk }) => desk === card.chatId);
	return [{ ...(reader ? { openId: reader.openId } : { chatId: card.chatId }), text, redrawn: true }];
}

function drawn(bot: Bot, content: Content): string {
	if (content.kind !== 'view') return JSON.stringify(content);
	const card = bot.views.get(content.view)?.draw(sceneOf(bot, bot.clock.now()), content.subject);
	return JSON.stringify(card ?? {});
}
