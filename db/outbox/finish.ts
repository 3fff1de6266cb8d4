import { eq, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { outbox } from '../schema/index.ts';
import { MAYBE_TWICE } from './claim.ts';

/** It arrived. */
export function finishSent(db: Db, id: number, now: number, messageId: string | null): void {
	end(db, id, { state: 'sent', messageId, finishedAt: now });
}

/** It will never arrive, for this cause. */
export function finishFailed(db: Db, id: number, now: number, cause: string): void {
	end(db, id, { state: 'failed', cause, finishedAt: now });
}

/** It need not be said any more, for this cause. */
export function finishDropped(db: Db, id: number, now: number, cause: string): void {
	end(db, id, { state: 'dropped', cause, finishedAt: now });
}

/**
 * Once more, not before `notBefore` (ms); `doubtful`: this attempt may have been done after all. A row that may arrive
 * twice stays marked as such.
 */
export function postpone(db: Db, id: number, notBefore: number, cause: string, doubtful: boolean): void {
	const kept = sql`case when ${outbox.cause} = ${MAYBE_TWICE} then ${outbox.cause} else ${cause} end`;
	db.update(outbox)
		.set({ state: 'waiting', notBefore, cause: kept, ...(doubtful && { doubtful }) })
		.where(eq(outbox.id, id))
		.run();
}

/** The words are not needed after the end and are not kept. */
function end(db: Db, id: number, ending: Partial<typeof outbox.$inferInsert>): void {
	db.update(outbox)
		.set({ ...ending, content: null })
		.where(eq(outbox.id, id))
		.run();
}
