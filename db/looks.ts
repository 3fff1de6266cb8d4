import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import { type Act, add, change } from './ledger.ts';
import { attendance, branch, float, look, meeting, membership, person } from './schema/index.ts';
import { seal, unseal } from './sealed.ts';
import type { Vault } from './vault.ts';

type Row = typeof look.$inferSelect;

/** Names of one branch that an officer is about to see. */
export interface Sight extends Pick<Row, 'branchId' | 'what'> {
	readonly meetingId?: number;
	/** The one whose entry it is; without, everybody in it. */
	readonly personId?: number;
}

/** Why somebody looks at this branch's names on a local day, as they said the first time that day. */
export function reasonOn(
	db: Db,
	vault: Vault,
	byId: number,
	branchId: number,
	on: string,
): string | undefined {
	const found = db
		.select()
		.from(look)
		.where(and(eq(look.byId, byId), eq(look.on, on), eq(look.branchId, branchId)))
		.orderBy(asc(look.id))
		.limit(1)
		.get();
	return found && whyOf(vault, found);
}

/** Notes that `act.by` saw it on a local day, and why; once a day for the same thing. */
export function noteLook(db: Db, act: Act, vault: Vault, sight: Sight, on: string, why: string): void {
	if (act.by === null) throw new Error('somebody looks');
	const { branchId, what, meetingId = null, personId = null } = sight;
	const seen = db
		.select({ id: look.id })
		.from(look)
		.where(
			and(
				eq(look.byId, act.by),
				eq(look.on, on),
				eq(look.branchId, branchId),
				eq(look.what, what),
				sql`${look.meetingId} is ${meetingId}`,
				sql`${look.personId} is ${personId}`,
			),
		)
		.get();
	if (seen) return;
	const { id } = add(db, act, look, { byId: act.by, branchId, what, meetingId, personId, on, at: act.at });
	change(db, act, look, { id }, { why: seal(vault, look, 'why', { id }, why) });
}

/** One look at somebody, as they are told of it. */
export interface Looked {
	/** ms */
	readonly at: number;
	/** Null while the platform has not told the name. */
	readonly by: string | null;
	readonly branch: string;
	readonly what: Row['what'];
	readonly why: string | undefined;
}

/** Who saw this person's name, the latest first: on the roster while they stood there, on a meeting's list, among the floats. */
export function looksAt(db: Db, vault: Vault, personId: number): Looked[] {
	const branches = sql`(
		select ${membership.branchId} from ${membership} where ${membership.personId} = ${personId}
		union select ${float.branchId} from ${float} where ${float.personId} = ${personId}
		union select ${meeting.branchId} from ${attendance} join ${meeting} on ${meeting.id} = ${attendance.meetingId}
			where ${attendance.personId} = ${personId})`;
	const onRoster = sql`${look.what} = 'roster' and exists (select 1 from ${membership}
		where ${membership.personId} = ${personId} and ${membership.branchId} = ${look.branchId}
			and ${membership.since} <= ${look.at} and coalesce(${membership.until}, ${look.at} + 1) > ${look.at})`;
	const onList = sql`${look.what} = 'meeting' and exists (select 1 from ${attendance}
		where ${attendance.personId} = ${personId} and ${attendance.meetingId} = ${look.meetingId})`;
	const amongFloats = sql`${look.what} = 'floats' and coalesce(${look.personId}, ${personId}) = ${personId}
		and exists (select 1 from ${float} where ${float.personId} = ${personId} and ${float.branchId} = ${look.branchId}
			and ${float.registeredAt} <= ${look.at} and coalesce(${float.endedOn}, ${look.on}) >= ${look.on})`;
	return db
		.select({ look, name: person.name, accountName: person.accountName, branch: branch.name })
		.from(look)
		.innerJoin(person, eq(person.id, look.byId))
		.innerJoin(branch, eq(branch.id, look.branchId))
		.where(sql`${look.branchId} in ${branches} and ((${onRoster}) or (${onList}) or (${amongFloats}))`)
		.orderBy(desc(look.id))
		.all()
		.map(({ look: row, name, accountName, branch: of }) => ({
			at: row.at,
			by: name ?? accountName,
			branch: of,
			what: row.what,
			why: whyOf(vault, row),
		}));
}

function whyOf(vault: Vault, { id, why }: Row): string | undefined {
	return why === null ? undefined : unseal(vault, look, 'why', { id }, why);
}
