import { asc, gt, sql } from 'drizzle-orm';
import { cardOf, contentOf } from '../../db/outbox/index.ts';
import { ask } from '../../db/questions.ts';
import { ledger, outbox, poison } from '../../db/schema/index.ts';
import { handle } from '../../src/bot/inbox.ts';
import type { Bot } from '../../src/bot/repertoire.ts';
import { sceneOf } from '../../src/bot/tenant.ts';
import type { Answer, Content, Target, Update } from '../../src/bot/vocabulary/index.ts';
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
	readonly waiting?: { readonly command: string; readonly args: Strings };
}

/** Something that was said because of it: to an account, or into a chat. */
export interface Heard {
	readonly openId?: string;
	readonly chatId?: string;
	readonly text: string;
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
}

class Back extends Error {}

let taps = 0;

/** Taps, sees what comes of it, and puts everything back. Inside a commit. */
export function tap({ town, tree }: House, before: World, forged: Forged): Outcome {
	const { bot } = town.running;
	const seen: Outcome[] = [];
	const back = new Back();
	try {
		bot.store.savepoint(() => {
			const chatId = forged.place === 'private' ? forged.by.desk : tree.group;
			if (forged.waiting) wait(bot, forged, chatId);
			const marks = marksOf(bot);
			const codes = town.refused.length;
			const update: Update = {
				kind: 'tap',
				id: `forged-${++taps}`,
				at: bot.clock.now(),
				by: forged.by.openId,
				messageId: forged.messageId,
				chatId,
				action: { command: forged.command, args: forged.args },
				form: {},
			};
			const received = handle(bot, update);
			const after = worldOf(bot.db, before);
			seen.push({
				done: received.kind === 'done',
				refused: town.refused.slice(codes),
				stumbled: bot.db
					.select({ error: poison.error })
					.from(poison)
					.all()
					.map(({ error }) => error),
				changes: changesBetween(before, after),
				after,
				ledger: bot.db.select().from(ledger).where(gt(ledger.id, marks.ledger)).all(),
				heard: [
					...(received.kind === 'done' ? answered(received.answer, forged, chatId) : []),
					...sentSince(bot, marks.outbox, tree.everybody),
				],
			});
			throw back;
		});
	} catch (error) {
		if (error !== back) throw error;
	}
	const [outcome] = seen;
	if (!outcome) throw new Error('a tap comes to an end');
	return outcome;
}

function wait({ db, vault, clock }: Bot, { by, waiting }: Forged, chatId: string): void {
	if (!waiting) return;
	const expiresAt = clock.now() + 60_000;
	for (const place of ['private', chatId])
		ask(db, vault, { personId: by.id, chatId: place, ...waiting, missing: null, expiresAt });
}

function marksOf({ db }: Bot) {
	return db.get<{ ledger: number; outbox: number }>(
		sql`select (select coalesce(max(id), 0) from ${ledger}) ledger, (select coalesce(max(id), 0) from ${outbox}) outbox`,
	);
}

/** A toast is for the eyes of who tapped; a card in a group for all. */
function answered({ toast, card }: Answer, { by, place }: Forged, chatId: string): Heard[] {
	const { openId } = by;
	return [
		...(toast ? [{ openId, text: toast.text }] : []),
		...(card ? [{ ...(place === 'private' ? { openId } : { chatId }), text: JSON.stringify(card) }] : []),
	];
}

/** What waits to be sent, drawn as it would be now. */
function sentSince(bot: Bot, last: number, everybody: readonly Somebody[]): Heard[] {
	const { db, vault } = bot;
	const rows = db.select().from(outbox).where(gt(outbox.id, last)).orderBy(asc(outbox.id)).all();
	return rows.flatMap((row): Heard[] => {
		if (row.work === 'errand') return [];
		if (row.work === 'patch') return redrawn(bot, row.cardKey ?? '', everybody);
		const target: Target = JSON.parse(row.target);
		const content: Content = JSON.parse(contentOf(vault, row));
		const text = drawn(bot, content);
		if (target.kind === 'account') return [{ openId: target.openId, text }];
		return [{ chatId: target.chatId, text }];
	});
}

function redrawn(bot: Bot, messageId: string, everybody: readonly Somebody[]): Heard[] {
	const card = cardOf(bot.db, messageId);
	if (!card?.view || card.subject === null) return [];
	const text = drawn(bot, { kind: 'view', view: card.view, subject: card.subject });
	const reader = everybody.find(({ desk }) => desk === card.chatId);
	return [reader ? { openId: reader.openId, text } : { chatId: card.chatId, text }];
}

function drawn(bot: Bot, content: Content): string {
	if (content.kind !== 'view') return JSON.stringify(content);
	const card = bot.views.get(content.view)?.draw(sceneOf(bot, bot.clock.now()), content.subject);
	return JSON.stringify(card ?? {});
}
