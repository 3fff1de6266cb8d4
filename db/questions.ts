import { and, eq, lt, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { question } from './schema/index.ts';
import { seal, unseal } from './sealed.ts';
import type { Vault } from './vault.ts';

/** What the bot waits for from one person in one chat. */
export interface Question {
	readonly personId: number;
	readonly chatId: string;
	readonly command: string;
	readonly args: Readonly<Record<string, string>>;
	/** The argument that the next words are; null: they may change the draft. */
	readonly missing: string | null;
	/** The draft they complete. */
	readonly draft?: string | null;
	readonly expiresAt: number;
}

const here = and(
	eq(question.personId, sql.placeholder('personId')),
	eq(question.chatId, sql.placeholder('chatId')),
);

const statements = prepared((db) => ({
	byPlace: db.select().from(question).where(here).prepare(),
	settle: db.delete(question).where(here).prepare(),
}));

/** The open question of this person in this chat; an expired one is none. */
export function openQuestion(
	db: Db,
	vault: Vault,
	personId: number,
	chatId: string,
	now: number,
): Question | undefined {
	const row = statements(db).byPlace.get({ personId, chatId });
	if (!row || row.expiresAt <= now) return undefined;
	return { ...row, args: JSON.parse(unseal(vault, question, 'args', keyOf(row), row.args)) };
}

/** Asks; what was asked before in this chat is forgotten. */
export function ask(db: Db, vault: Vault, asked: Question): void {
	const row = { ...asked, args: seal(vault, question, 'args', keyOf(asked), JSON.stringify(asked.args)) };
	db.insert(question)
		.values(row)
		.onConflictDoUpdate({ target: [question.personId, question.chatId], set: row })
		.run();
}

export function settle(db: Db, personId: number, chatId: string): void {
	statements(db).settle.run({ personId, chatId });
}

/** Forgets what waits and was said in this message, which was taken back. */
export function forgetSaidIn(db: Db, vault: Vault, messageId: string): void {
	for (const row of db.select().from(question).all()) {
		const args: Readonly<Record<string, string>> = JSON.parse(
			unseal(vault, question, 'args', keyOf(row), row.args),
		);
		if (args.message === messageId) settle(db, row.personId, row.chatId);
	}
}

export function purgeQuestions(db: Db, now: number): void {
	db.delete(question).where(lt(question.expiresAt, now)).run();
}

function keyOf({ personId, chatId }: { personId: number; chatId: string }) {
	return { personId, chatId };
}
