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
	/** SHA-256 of the one-time code that makes an officer; null when none is good. */
	officerCode: text('officer_code'),
	/** Of earlier versions, which counted for all; migrations only add. */
	officerCodeTries: integer('officer_code_tries').notNull().default(0),
	createdAt: integer('created_at').notNull(),
});

/** Wrong one-time codes, by who sent them; gone once they count no more. */
export const wrongOfficerCode = sqliteTable('wrong_officer_code', {
	openId: text('open_id').primaryKey(),
	tries: integer().notNull(),
	/** Of the last one; injected clock, ms. */
	lastAt: integer('last_at').notNull(),
});

/** Whom BOT_ADMINS has made an officer: each open_id once, whatever becomes of them. */
export const adminSeed = sqliteTable('admin_seed', {
	openId: text('open_id').primaryKey(),
	sownAt: integer('sown_at').notNull(),
	/** The log said that the setting and the roles differ here; null while they don't. */
	toldAt: integer('told_at'),
});
