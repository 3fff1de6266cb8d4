import { eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { type Act, add, change } from './ledger.ts';
import { host } from './schema/index.ts';

/** There is one row. */
const ID = 1;

/** Who uses the bot, as an officer confirmed it. */
export interface Host {
	readonly name: string | null;
	readonly phone: string | null;
}

/** What was confirmed; nulls where nothing was. */
export function hostOf(db: Db): Host {
	return db.select().from(host).where(eq(host.id, ID)).get() ?? { name: null, phone: null };
}

/** Writes down what an officer confirmed; says whether anything is different now. */
export function confirmHost(db: Db, act: Act, confirmed: Host): boolean {
	const known = db.select().from(host).where(eq(host.id, ID)).get();
	if (known) return change(db, act, host, { id: ID }, confirmed);
	add(db, act, host, { id: ID, ...confirmed });
	return true;
}
