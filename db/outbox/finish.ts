import { eq, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { outbox } from '../schema/index.ts';
import { MAYBE_TWICE } from './claim.ts';

const id = eq(outbox.id, sql.placeholder('id'));

const statements = prepared((db) => ({
	/** The words are not needed after the end and are not kept. */
	end: db
		.update(outbox)
		.set({
			state: sql`${sql.placeholder('state')}`,
			messageId: sql`${sql.placeholder('messageId')}`,
			cause: sql`coalesce(${sql.placeholder('cause')}, ${outbox.cause})`,
			finishedAt: sql`${sql.placeholder('now')}`,
			content: null,
		})
		.where(id)
		.prepare(),
	postpone: db
		.update(outbox)
		.set({
			state: 'waiting',
			notBefore: sql`${sql.placeholder('notBefore')}`,
			cause: sql`case when ${outbox.cause} = ${MAYBE_TWICE} then ${outbox.cause} else ${sql.placeholder('cause')} end`,
			doubtful: sql`max(${outbox.doubtful}, ${sql.placeholder('doubtful')})`,
		})
		.where(id)
		.prepare(),
}));

/** It arrived. */
export function finishSent(db: Db, id: number, now: number, messageId: string | null): void {
	statements(db).end.run({ id, now, state: 'sent', messageId, cause: null });
}

/** It will never arrive, for this cause. */
export function finishFailed(db: Db, id: number, now: number, cause: string): void {
	statements(db).end.run({ id, now, state: 'failed', messageId: null, cause });
}

/** It need not be said any more, for this cause. */
export function finishDropped(db: Db, id: number, now: number, cause: string): void {
	statements(db).end.run({ id, now, state: 'dropped', messageId: null, cause });
}

/**
 * Once more, not before `notBefore` (ms); `doubtful`: this attempt may have been done after all. A row that may arrive
 * twice stays marked as such.
 */
export function postpone(db: Db, id: number, notBefore: number, cause: string, doubtful: boolean): void {
	statements(db).postpone.run({ id, notBefore, cause, doubtful: Number(doubtful) });
}
