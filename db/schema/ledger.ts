import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Every change: who, when, by which command, which fields. Values lie in ledger_image and can be erased. */
export const ledger = sqliteTable(
	'ledger',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		/** The update whose Turn made it; a Turn is taken back as a whole. */
		turn: text().notNull(),
		at: integer().notNull(),
		/** Null: the bot by itself (a reminder, a retention job, the first start). */
		personId: integer('person_id'),
		command: text().notNull(),
		subjectTable: text('subject_table').notNull(),
		/** The primary key as JSON. */
		subjectKey: text('subject_key').notNull(),
		change: text({ enum: ['added', 'changed', 'removed'] }).notNull(),
		/** Column names as JSON. */
		fields: text().notNull(),
		undoneBy: text('undone_by'),
	},
	(table) => [
		/** 撤回 looks for one person's last change. */
		index('ledger_person').on(table.personId, table.id),
		index('ledger_turn').on(table.turn),
	],
);

export const ledgerImage = sqliteTable(
	'ledger_image',
	{
		ledgerId: integer('ledger_id')
			.primaryKey()
			.references(() => ledger.id),
		/** Whose data it is; erased with them. */
		subjectPersonId: integer('subject_person_id'),
		before: text(),
		after: text(),
		/** Holds something private: the values go at this instant, who, when and which fields stay. */
		forgetAt: integer('forget_at'),
	},
	(table) => [
		index('ledger_image_subject').on(table.subjectPersonId),
		index('ledger_image_forget').on(table.forgetAt).where(sql`forget_at is not null`),
	],
);
