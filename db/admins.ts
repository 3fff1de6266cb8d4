import { eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { adminSeed } from './schema/index.ts';

export type AdminSeed = typeof adminSeed.$inferSelect;

/** Everybody whom the setting has made an officer so far. */
export function adminSeeds(db: Db): AdminSeed[] {
	return db.select().from(adminSeed).all();
}

/** Notes that the setting is used up for this open_id; false when it was before. */
export function sowAdmin(db: Db, openId: string, now: number): boolean {
	const sown = db.insert(adminSeed).values({ openId, sownAt: now }).onConflictDoNothing().returning().all();
	return sown.length > 0;
}

/** Notes whether the log has said that setting and roles differ for this open_id. */
export function seedTold(db: Db, openId: string, toldAt: number | null): void {
	db.update(adminSeed).set({ toldAt }).where(eq(adminSeed.openId, openId)).run();
}
