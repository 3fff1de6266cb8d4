import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { card } from '../schema/index.ts';

export type SentCard = typeof card.$inferSelect;

const queries = prepared((db) => ({
	byMessage: db
		.select()
		.from(card)
		.where(eq(card.messageId, sql.placeholder('messageId')))
		.prepare(),
	byKey: db
		.select()
		.from(card)
		.where(and(eq(card.key, sql.placeholder('key')), isNotNull(card.view)))
		.prepare(),
}));

/** The cards out there that are drawn from the database under this key. */
export function cardsOf(db: Db, key: string): SentCard[] {
	return queries(db).byKey.all({ key });
}

/** What a message shows, while it is remembered. */
export function cardOf(db: Db, messageId: string): SentCard | undefined {
	return queries(db).byMessage.get({ messageId });
}

/** Remembers what a message shows from now on. */
export function rememberCard(db: Db, shown: SentCard): void {
	db.insert(card).values(shown).onConflictDoUpdate({ target: card.messageId, set: shown }).run();
}

/** Cards can be used and changed for 14 days (FEISHU.md); this forgets those sent before (ms). */
export function purgeCards(db: Db, before: number): void {
	db.delete(card).where(lt(card.sentAt, before)).run();
}
