import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sealed, sealedUnder } from './sealed.ts';

/** Each thing to be said or fetched, from the Turn that decided it to its named end. */
export const outbox = sqliteTable(
	'outbox',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		/** The idempotency key the platform sees; the same for every attempt. */
		uuid: text().notNull(),
		/** The update whose Turn said it. */
		turn: text().notNull(),
		work: text({ enum: ['send', 'patch', 'errand'] }).notNull(),
		/** `person:<open_id>`, `chat:<chat_id>`, `message:<message_id>` or `errands`: what the limits and the order are kept by. */
		lane: text().notNull(),
		/** The target, the patched card's key, or the errand's name with its arguments, as JSON. */
		target: text().notNull(),
		/** Sealed JSON of what is said; null for errands and patches. */
		content: sealed(),
		/** The key under which `card` remembers the sent message; for patches, the key to redraw. */
		cardKey: text('card_key'),
		notBefore: integer('not_before').notNull(),
		/** Asked again when it is claimed, as JSON [name, subject]: what is settled meanwhile is dropped. */
		condition: text(),
		state: text({ enum: ['waiting', 'sending', 'sent', 'failed', 'dropped'] }).notNull(),
		/** Why it failed or was dropped: a word of ours or the platform's code. */
		cause: text(),
		attempts: integer().notNull().default(0),
		/** Wall clock; committed before the first call, the same uuid is good for 55 minutes from here. */
		firstTriedAt: integer('first_tried_at'),
		/** Some attempt may have been done although no answer said so. */
		doubtful: integer({ mode: 'boolean' }).notNull().default(false),
		/** Urgent tickets are sent again when the outcome of an attempt stays unknown. */
		urgent: integer({ mode: 'boolean' }).notNull().default(false),
		/** The account of who caused it and hears of it when it can't be delivered; null when nobody waits for that. */
		by: text(),
		/** Of several said in one Turn it is enough that one arrives: whoever is on duty. */
		anyOne: integer('any_one', { mode: 'boolean' }).notNull().default(false),
		createdAt: integer('created_at').notNull(),
		finishedAt: integer('finished_at'),
		messageId: text('message_id'),
	},
	(table) => [
		/** When the courier has to look again; finished rows are not in it. */
		index('outbox_due').on(table.notBefore, table.id).where(sql`state = 'waiting'`),
		/** The courier takes what is due of one kind of work, oldest first, without sorting all that waits. */
		index('outbox_oldest').on(table.work, table.id, table.notBefore).where(sql`state = 'waiting'`),
		index('outbox_sending').on(table.id).where(sql`state = 'sending'`),
		/** A patch that waits already stands for the next one too. */
		index('outbox_card').on(table.cardKey).where(sql`state = 'waiting'`),
		/** The purge walks by age. */
		index('outbox_finished').on(table.finishedAt),
		/** 撤回 drops what still waits. */
		index('outbox_turn').on(table.turn),
	],
);

// Its words are sealed before it has a number.
sealedUnder(outbox, 'uuid');

/**
 * What could not be delivered, until it was after all or its author settled it by hand. People are named by their accounts,
 * which stay the same when an account turns out to be somebody on a roster.
 */
export const undelivered = sqliteTable(
	'undelivered',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		/** The update whose Turn said it: all of one Turn is one matter to its author. */
		turn: text().notNull(),
		by: text().notNull(),
		/** Whom it was for: `person:<open_id>` or `chat:<chat_id>`. */
		lane: text().notNull(),
		/** What it is about: `meeting:12`. */
		about: text(),
		/** Why, in a word that people are told a sentence for. */
		why: text({
			enum: [
				'bot-out',
				'no-group',
				'muted',
				'stopped',
				'not-open',
				'gone',
				'not-taken',
				'words',
				'unsure',
				'other',
			],
		}).notNull(),
		anyOne: integer('any_one', { mode: 'boolean' }).notNull(),
		at: integer().notNull(),
		/** It is still being tried until then; null when it never will arrive. Kept when it arrived after all. */
		triedUntil: integer('tried_until'),
		settledAt: integer('settled_at'),
	},
	(table) => [
		/** 还差什么 of its author. */
		index('undelivered_by').on(table.by).where(sql`settled_at is null`),
		/** The card of one matter. */
		index('undelivered_turn').on(table.turn),
		/** Whatever arrives asks whether it settles something; hardly ever does anything wait. */
		index('undelivered_lane').on(table.lane).where(sql`settled_at is null`),
		/** The purge walks by age. */
		index('undelivered_settled').on(table.settledAt),
	],
);

/** Calls of the last minute, so that limits hold over a restart. Wall clock. */
export const attempt = sqliteTable(
	'attempt',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		at: integer().notNull(),
		api: text().notNull(),
		lane: text().notNull(),
	},
	(table) => [index('attempt_at').on(table.at)],
);

/** Which message shows which card; kept for the 14 days a card can be used and changed. */
export const card = sqliteTable(
	'card',
	{
		messageId: text('message_id').primaryKey(),
		/** What it shows: `meeting:12`. */
		key: text().notNull(),
		chatId: text('chat_id').notNull(),
		/** The view and subject it is redrawn from; null: a card that stays as sent. */
		view: text(),
		subject: text(),
		sentAt: integer('sent_at').notNull(),
	},
	(table) => [
		index('card_key').on(table.key),
		/** The purge walks by age. */
		index('card_sent').on(table.sentAt),
	],
);
