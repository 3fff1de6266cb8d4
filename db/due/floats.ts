import { eq, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { branch, float, person, transfer } from '../schema/index.ts';

/** `after < day <= until`, local dates. */
export interface Span {
	readonly after: string;
	readonly until: string;
}

/** Open entries of those who went in one of these spans, with ids above `above`; each span is a range of `float_since`. */
export function goneIn(db: Db, spans: readonly Span[], above: number, most: number): number[] {
	const rows = db.all<{ id: number }>(sql`
		select distinct f.id from json_each(${JSON.stringify(spans)}) s
		cross join float f indexed by float_since on f.since > s.value ->> 'after' and f.since <= s.value ->> 'until'
		where f.state = 'open' and f.direction = 'out' and f.id > ${above} order by f.id limit ${most}`);
	return rows.map(({ id }) => id);
}

/** Open entries whose last contact, or where there was none their going, lies in one of these spans. */
export function contactedIn(db: Db, spans: readonly Span[], above: number, most: number): number[] {
	const json = JSON.stringify(spans);
	const rows = db.all<{ id: number }>(sql`
		select f.id as id from json_each(${json}) s
		cross join float f indexed by float_contacted on f.contacted_on > s.value ->> 'after' and f.contacted_on <= s.value ->> 'until'
		where f.state = 'open' and f.id > ${above}
		union
		select f.id from json_each(${json}) s
		cross join float f indexed by float_since on f.since > s.value ->> 'after' and f.since <= s.value ->> 'until'
		where f.state = 'open' and f.contacted_on is null and f.id > ${above}
		order by 1 limit ${most}`);
	return rows.map(({ id }) => id);
}

/** An entry with the names that a line needs. */
export function floatFacts(db: Db, id: number) {
	return statements(db).facts.get({ id });
}

const statements = prepared((db) => ({
	facts: db
		.select({
			id: float.id,
			personId: float.personId,
			name: sql<string>`coalesce(${person.name}, '')`,
			branchId: float.branchId,
			branch: branch.name,
			direction: float.direction,
			fixed: float.fixed,
			since: float.since,
			until: float.until,
			contactedOn: float.contactedOn,
			state: float.state,
		})
		.from(float)
		.innerJoin(person, eq(person.id, float.personId))
		.innerJoin(branch, eq(branch.id, float.branchId))
		.where(eq(float.id, sql.placeholder('id')))
		.prepare(),
}));

/** Letters on their way whose last day lies in one of these spans, with ids above `above`. */
export function lettersEnding(db: Db, spans: readonly Span[], above: number, most: number): number[] {
	const rows = db.all<{ id: number }>(sql`
		select distinct t.id from json_each(${JSON.stringify(spans)}) s
		cross join transfer t indexed by transfer_letter on t.letter_until > s.value ->> 'after' and t.letter_until <= s.value ->> 'until'
		where t.stage = 'letter' and t.id > ${above} order by t.id limit ${most}`);
	return rows.map(({ id }) => id);
}

/** A transfer with the letter it has; where it goes to still sealed. */
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
