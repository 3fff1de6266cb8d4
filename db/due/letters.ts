import { eq, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { person, transfer } from '../schema/index.ts';
import type { Span } from './floats.ts';

/** Letters on their way whose last day lies in one of these spans, with ids above `above`. */
export function lettersEnding(db: Db, spans: readonly Span[], above: number, most: number): number[] {
	const rows = db.all<{ id: number }>(sql`
		select distinct t.id from json_each(${JSON.stringify(spans)}) s
		cross join transfer t indexed by transfer_letter on t.letter_until > s.value ->> 'after' and t.letter_until <= s.value ->> 'until'
		where t.stage = 'letter' and t.id > ${above} order by t.id limit ${most}`);
	return rows.map(({ id }) => id);
}

/** A transfer with the letter it has. */
export function letterFacts(db: Db, id: number) {
	const row = db
		.select({
			id: transfer.id,
			personId: transfer.personId,
			name: sql<string>`coalesce(${person.name}, '')`,
			fromBranchId: transfer.fromBranchId,
			toBranchId: transfer.toBranchId,
			toName: transfer.toName,
			letterOn: transfer.letterOn,
			letterUntil: transfer.letterUntil,
			stage: transfer.stage,
		})
		.from(transfer)
		.innerJoin(person, eq(person.id, transfer.personId))
		.where(eq(transfer.id, id))
		.get();
	return row && row.letterUntil !== null ? { ...row, letterUntil: row.letterUntil } : undefined;
}
