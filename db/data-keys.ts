import { eq, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { dataKey } from './schema/index.ts';
import type { Vault } from './vault.ts';

/** A key that values may lie sealed under. */
export type KeyInUse = typeof dataKey.$inferSelect;

/** Stands among the keys for what was written before its column was sealed. */
export const PLAIN = 'plain';

/** Values lie sealed under keys that were not given. */
export class KeyMissing extends Error {
	override name = 'KeyMissing';
	readonly missing: readonly string[];
	readonly given: readonly string[];

	constructor(missing: readonly string[], given: readonly string[]) {
		super(missing.join(', '));
		this.missing = missing;
		this.given = given;
	}
}

const all = prepared((db) => db.select().from(dataKey).orderBy(dataKey.since, dataKey.id).prepare());

/** All keys that values may lie sealed under, the oldest first. */
export function keysInUse(db: Db): KeyInUse[] {
	return all(db).all();
}

/**
 * Notes which key seals from now on, before anything is; `now` in ms. Throws {@link KeyMissing}, nothing written, when a key
 * in use is not among those given.
 */
export function admitKeys(db: Db, vault: Vault, now: number): void {
	const missing = keysInUse(db)
		.map(({ id }) => id)
		.filter((id) => id !== PLAIN && !vault.keys.includes(id));
	if (missing.length > 0) throw new KeyMissing(missing, vault.keys);
	const [id] = vault.keys;
	// A rewrap for another key begins anew, and so does one that met values it could not open.
	db.update(dataKey).set({ seals: false, rewrapped: null }).where(sql`${dataKey.id} <> ${id}`).run();
	db.insert(dataKey)
		.values({ id, since: now, seals: true })
		.onConflictDoUpdate({
			target: dataKey.id,
			set: {
				seals: true,
				rewrapped: sql`case when ${dataKey.rewrapped} ->> 'over' then null else ${dataKey.rewrapped} end`,
			},
		})
		.run();
}

/** Remembers how far the rewrap has come. */
export function noteRewrapped(db: Db, id: string, rewrapped: string | null): void {
	db.update(dataKey).set({ rewrapped }).where(eq(dataKey.id, id)).run();
}

/** Nothing lies sealed under this key any more. */
export function retireKey(db: Db, id: string): void {
	db.delete(dataKey).where(eq(dataKey.id, id)).run();
}
