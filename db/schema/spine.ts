import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sealed } from './sealed.ts';

/** What was received, kept for 7 days so that nothing acts twice. */
export const inbox = sqliteTable(
	'inbox',
	{
		eventId: text('event_id').primaryKey(),
		/** The platform may send one message under two event ids. */
		messageId: text('message_id').unique(),
		receivedAt: integer('received_at').notNull(),
		/** What was answered, as sealed JSON; a repeat is answered the same. Null: nothing but 200. */
		answer: sealed(),
	},
	(table) => [
		/** The purge walks by age. */
		index('inbox_received').on(table.receivedAt),
		/** The answers go sooner. */
		index('inbox_answered').on(table.receivedAt).where(sql`answer is not null`),
	],
);

/** An event our own code stumbled over: sealed, kept for 7 days, found by the reference the person was given. */
export const poison = sqliteTable(
	'poison',
	{
		reference: text().primaryKey(),
		eventId: text('event_id').notNull(),
		at: integer().notNull(),
		update: sealed().notNull(),
		error: text().notNull(),
	},
	/** The purge walks by age. */
	(table) => [index('poison_at').on(table.at)],
);

/** An argument asked for, or a draft that the next words may change: one per person and chat. */
export const question = sqliteTable(
	'question',
	{
		personId: integer('person_id').notNull(),
		chatId: text('chat_id').notNull(),
		command: text().notNull(),
		/** The arguments so far, sealed. */
		args: sealed().notNull(),
		/** The argument whose value the next words are; null: they may change the draft. */
		missing: text(),
		/** The draft that the next words complete. */
		draft: text(),
		expiresAt: integer('expires_at').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.personId, table.chatId] }),
		/** The purge walks by age. */
		index('question_expires').on(table.expiresAt),
	],
);

/**
 * What its author has yet to look at: a preview, a half-checked list, a choice among several. It belongs to its card; several
 * may wait, each under the update it came with.
 */
export const draft = sqliteTable(
	'draft',
	{
		id: text().primaryKey(),
		personId: integer('person_id').notNull(),
		command: text().notNull(),
		/** The arguments so far. */
		args: sealed().notNull(),
		/** What is shown of it; null: another card carries its buttons. */
		card: sealed(),
		state: text({ enum: ['open', 'done', 'dropped', 'changed'] }).notNull(),
		expiresAt: integer('expires_at').notNull(),
	},
	/** The purge walks by age. */
	(table) => [index('draft_expires').on(table.expiresAt)],
);
