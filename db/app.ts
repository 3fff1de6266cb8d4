import { eq, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { app } from './schema/index.ts';

/** What the bot knows of itself. */
export type Self = typeof app.$inferSelect;

/** The database belongs to another app or tenant than the one that is configured. */
export class WrongOwner extends Error {
	override name = 'WrongOwner';
}

const ID = 1;

const selfQuery = prepared((db) => db.select().from(app).where(eq(app.id, ID)).prepare());

const clockFloorUpdate = prepared((db) =>
	db
		.update(app)
		.set({ clockFloor: sql`${sql.placeholder('clockFloor')}` })
		.where(eq(app.id, ID))
		.prepare(),
);

/** Whether an earlier start made this database. */
export function isClaimed(db: Db): boolean {
	return selfQuery(db).get() !== undefined;
}

/** Makes the one row at the very first start; throws {@link WrongOwner} when the file is another app's. */
export function claimDatabase(db: Db, appId: string, now: number): Self {
	db.insert(app).values({ id: ID, appId, createdAt: now }).onConflictDoNothing().run();
	const self = selfOf(db);
	if (self.appId !== appId) throw new WrongOwner(self.appId);
	return self;
}

/** The one row; throws when the database was never claimed. */
export function selfOf(db: Db): Self {
	const self = selfQuery(db).get();
	if (!self) throw new Error('the database has no owner yet');
	return self;
}

/** Whether an event of this tenant may act; the first authentic one decides for good. */
export function admitTenant(db: Db, { tenantKey: known }: Self, tenantKey: string): boolean {
	if (known === null) db.update(app).set({ tenantKey }).where(eq(app.id, ID)).run();
	return known === null || known === tenantKey;
}

/** Remembers by which open_id the bot is mentioned. */
export function rememberSelf(db: Db, botOpenId: string, botName: string): void {
	db.update(app).set({ botOpenId, botName }).where(eq(app.id, ID)).run();
}

/** The injected clock will not show an earlier instant (ms) again. */
export function raiseClockFloor(db: Db, clockFloor: number): void {
	clockFloorUpdate(db).run({ clockFloor });
}

/** Sets (or with null voids) the hash of the one-time code that makes an officer. */
export function setOfficerCode(db: Db, officerCode: string | null): void {
	db.update(app).set({ officerCode }).where(eq(app.id, ID)).run();
}
