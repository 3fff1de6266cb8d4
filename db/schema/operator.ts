import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What the operator has to know, by its code: since when it stands, and when it was told. Injected clock, ms. */
export const operatorNews = sqliteTable('operator_news', {
	code: text().primaryKey(),
	/** JSON of figures and codes; never anything of a person. */
	facts: text().notNull(),
	since: integer().notNull(),
	/** The local date of the message that told it, `YYYY-MM-DD`; null: nobody was told yet. */
	toldOn: text('told_on'),
	/** Null while it stands. */
	overAt: integer('over_at'),
});

/** The platform's calls that count, for each calendar month of the tenant's zone. */
export const monthCalls = sqliteTable('month_calls', {
	/** `YYYY-MM`. */
	month: text().primaryKey(),
	calls: integer().notNull(),
});
