import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The keys that values may lie sealed under. A key stands here before anything is sealed with it, and until nothing is
 * any more; a start that is not given all of them refuses.
 */
export const dataKey = sqliteTable('data_key', {
	/** Tells a key apart and nothing of it (db/vault.ts), or `plain` for what was written before its column was sealed. */
	id: text().primaryKey(),
	/** When it came into use. Injected clock, ms. */
	since: integer().notNull(),
	/** What is written is sealed with this one. */
	seals: integer({ mode: 'boolean' }).notNull(),
	/** Of the one that seals: how far all else has been sealed with it, as JSON; null: not begun, or nothing left. */
	rewrapped: text(),
});
