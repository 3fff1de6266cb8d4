import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { card } from '../schema/index.ts';

export type SentCard = typeof card.$inferSelect;

const shown = {
	messageId: sql`${sql.placeholder('messageId')}`,
	key: sql`${sql.placeholder('key')}`,
	chatId: sql`${sql.placeholder('chatId')}`,
	view: sql`${sql.placeholder('view')}`,
	subject: sql`${sql.placeholder('subject')}`,
	sentAt: sql`${sql.placeholder('sentAt')}`,
};

const statements = prepared((db) => ({
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
	remember: db
		.insert(card)
		.values(shown)
		.onConflictDoUpdate({ target: card.messageId, set: shown })
		.prepare(),
	purge: db
		.delete(card)
		.where(lt(card.sentAt, sql.placeholder('before')))
		.prepare(),
}));

/** The cards out there that are drawn from the database under this key. */
export function cardsOf(db: Db, key: string): SentCard[] {
	return statements(db).byKey.all({ key });
}

/** What a message shows, while it is remembered. */
export function cardOf(db: Db, messageId: string): SentCard | undefined {
	return statements(db).byMessage.get({ messageId });
}

/** Remembers what a message shows from now on. */
export function rememberCard(db: Db, shown: SentCard): void {
	statements(db).remember.run({ ...shown });
}

/** Cards can be used and changed for 14 days (FEISHU.md); this forgets those sent before (ms). */
export function purgeCards(db: Db, before: number): void {
	statements(db).purge.run({ before });
}
