import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { draft } from './schema/index.ts';
import { seal, unseal } from './sealed.ts';
import type { Vault } from './vault.ts';

/** What somebody has yet to look at before it is done. Instants in ms. */
export interface Draft {
	/** The update it came with. */
	readonly id: string;
	readonly personId: number;
	readonly command: string;
	readonly args: Readonly<Record<string, string>>;
	/** What is shown of it, as JSON; null: another card carries its buttons. */
	readonly card: string | null;
	/** `changed`: a later one stands in its place. */
	readonly state: 'open' | 'done' | 'dropped' | 'changed';
	readonly expiresAt: number;
}

const statements = prepared((db) => ({
	byId: db
		.select()
		.from(draft)
		.where(and(eq(draft.id, sql.placeholder('id')), gt(draft.expiresAt, sql.placeholder('now'))))
		.prepare(),
}));

/** Keeps it; what was kept under the same name is replaced. */
export function keepDraft(db: Db, vault: Vault, kept: Omit<Draft, 'state'>): void {
	const key = { id: kept.id };
	const row = {
		...kept,
		args: seal(vault, draft, 'args', key, JSON.stringify(kept.args)),
		card: kept.card === null ? null : seal(vault, draft, 'card', key, kept.card),
		state: 'open' as const,
	};
	db.insert(draft).values(row).onConflictDoUpdate({ target: draft.id, set: row }).run();
}

/** A draft as it stands; undefined when there is none, or none any more. */
export function draftById(db: Db, vault: Vault, id: string, now: number): Draft | undefined {
	const row = statements(db).byId.get({ id, now });
	if (!row) return undefined;
	const key = { id };
	return {
		...row,
		args: JSON.parse(unseal(vault, draft, 'args', key, row.args)),
		card: row.card && unseal(vault, draft, 'card', key, row.card),
	};
}

/** It waits no longer; false when it did not. */
export function endDraft(db: Db, id: string, state: Exclude<Draft['state'], 'open'>): boolean {
	const open = and(eq(draft.id, id), eq(draft.state, 'open'));
	return db.update(draft).set({ state }).where(open).returning({ id: draft.id }).all().length > 0;
}

/** Forgets what was said in this message, which was taken back. */
export function forgetDraftsSaidIn(db: Db, vault: Vault, messageId: string): void {
	for (const row of db.select().from(draft).all()) {
		const args: Draft['args'] = JSON.parse(unseal(vault, draft, 'args', { id: row.id }, row.args));
		if (args.message === messageId) db.delete(draft).where(eq(draft.id, row.id)).run();
	}
}

export function purgeDrafts(db: Db, now: number): void {
	db.delete(draft).where(lt(draft.expiresAt, now)).run();
}
