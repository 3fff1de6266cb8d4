import { and, eq, inArray, sql } from 'drizzle-orm';
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

/** Whether somebody's transfer is on its way (with a letter that is still good), or put off; `today` counts as within. */
export function transferSettled(db: Db, personId: number, today: string): boolean {
	return statements(db).settled.get({ personId, today }) !== undefined;
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
	settled: db
		.select({ id: transfer.id })
		.from(transfer)
		.where(
			and(
				eq(transfer.personId, sql.placeholder('personId')),
				inArray(transfer.stage, ['started', 'letter', 'received', 'exempt']),
				sql`(${transfer.stage} <> 'exempt' or ${transfer.exemptUntil} is null or ${transfer.exemptUntil} >= ${sql.placeholder('today')})`,
				sql`(${transfer.stage} <> 'letter' or ${transfer.letterUntil} >= ${sql.placeholder('today')})`,
			),
		)
		.limit(1)
		.prepare(),
}));
