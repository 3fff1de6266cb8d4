import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { chat, chatMember, membership, person } from './schema/index.ts';

export type Chat = typeof chat.$inferSelect;

const byId = prepared((db) =>
	db
		.select()
		.from(chat)
		.where(eq(chat.id, sql.placeholder('id')))
		.prepare(),
);

export function chatById(db: Db, id: string): Chat | undefined {
	return byId(db).get({ id });
}

/** Remembers a chat at its first word. */
export function rememberChat(db: Db, id: string, kind: Chat['kind'], name?: string): Chat {
	const known = chatById(db, id);
	if (known && (name === undefined || (name === known.name && known.botLeftAt === null))) return known;
	return db
		.insert(chat)
		.values({ id, kind, name })
		.onConflictDoUpdate({ target: chat.id, set: { name, botLeftAt: null } })
		.returning()
		.get();
}

/** Says whether the group was not greeted before, and remembers that it is now. */
export function greetOnce(db: Db, id: string, now: number): boolean {
	const known = chatById(db, id);
	if (!known || known.greetedAt !== null) return false;
	db.update(chat).set({ greetedAt: now }).where(eq(chat.id, id)).run();
	return true;
}

export function botLeft(db: Db, id: string, now: number): void {
	db.update(chat).set({ botLeftAt: now }).where(eq(chat.id, id)).run();
	db.delete(chatMember).where(eq(chatMember.chatId, id)).run();
}

/** Whether the bot was taken out of this group, or the group is gone. */
export function isClosed(db: Db, id: string | null): boolean {
	return id !== null && (chatById(db, id)?.botLeftAt ?? null) !== null;
}

export interface Seat {
	readonly openId: string;
	readonly name: string;
}

/** Takes the platform's list of a group's members for the truth. */
export function seatAll(db: Db, chatId: string, people: readonly Seat[]): void {
	db.delete(chatMember).where(eq(chatMember.chatId, chatId)).run();
	seat(db, chatId, people);
}

export function seat(db: Db, chatId: string, people: readonly Seat[]): void {
	for (const { openId, name } of people) {
		db.insert(chatMember)
			.values({ chatId, openId, name })
			.onConflictDoUpdate({ target: [chatMember.chatId, chatMember.openId], set: { name } })
			.run();
	}
}

export function unseat(db: Db, chatId: string, openIds: readonly string[]): void {
	for (const openId of openIds) {
		db.delete(chatMember)
			.where(and(eq(chatMember.chatId, chatId), eq(chatMember.openId, openId)))
			.run();
	}
}

export function seatsOf(db: Db, chatId: string): Seat[] {
	return db
		.select({ openId: chatMember.openId, name: chatMember.name })
		.from(chatMember)
		.where(eq(chatMember.chatId, chatId))
		.all();
}

/** How many sit in the group, and how many of them are on no roster at all. */
export function strangersIn(db: Db, chatId: string): { seated: number; strangers: number } {
	const seated = seatsOf(db, chatId).length;
	const onRoster = db
		.select({ id: membership.id })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.where(and(isNull(membership.until), eq(person.openId, chatMember.openId)));
	const strangers = db
		.select({ openId: chatMember.openId })
		.from(chatMember)
		.where(and(eq(chatMember.chatId, chatId), notExists(onRoster)))
		.all().length;
	return { seated, strangers };
}
