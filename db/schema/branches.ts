import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ledgered } from './ledgered.ts';

/** A node of the tree of party organisations. */
export const branch = ledgered(
	sqliteTable(
		'branch',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			name: text().notNull().unique(),
			kind: text({ enum: ['committee', 'general-branch', 'branch', 'group'] }).notNull(),
			parentId: integer('parent_id').references((): AnySQLiteColumn => branch.id),
			/** The Feishu group it is bound to. */
			chatId: text('chat_id').unique(),
			createdAt: integer('created_at').notNull(),
			closedAt: integer('closed_at'),
		},
		/** The tree is walked downwards for every officer's scope. */
		(table) => [index('branch_parent').on(table.parentId)],
	),
	{ about: null, restorable: true },
);

/** A chat the bot sits in. */
export const chat = sqliteTable('chat', {
	id: text().primaryKey(),
	kind: text({ enum: ['group', 'private'] }).notNull(),
	name: text(),
	/** The one greeting a group gets. */
	greetedAt: integer('greeted_at'),
	botLeftAt: integer('bot_left_at'),
});

/** Who sits in a group, by the platform's word: to match names with accounts, never to infer membership. */
export const chatMember = sqliteTable(
	'chat_member',
	{
		chatId: text('chat_id').notNull(),
		openId: text('open_id').notNull(),
		name: text().notNull(),
	},
	(table) => [primaryKey({ columns: [table.chatId, table.openId] })],
);
