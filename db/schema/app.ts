import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row: whose database this is and what the bot knows of itself. */
export const app = sqliteTable('app', {
	id: integer().primaryKey(),
	appId: text('app_id').notNull(),
	/** Learned from the first authentic event; any other tenant is refused from then on. */
	tenantKey: text('tenant_key'),
	botOpenId: text('bot_open_id'),
	botName: text('bot_name'),
	/** The injected clock never shows an instant before this one. */
	clockFloor: integer('clock_floor').notNull().default(0),
	/** SHA-256 of the one-time code for the first officer; null once it was used. */
	officerCode: text('officer_code'),
	officerCodeTries: integer('officer_code_tries').notNull().default(0),
	createdAt: integer('created_at').notNull(),
});
