import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { type Act, add, change, remove } from './ledger.ts';
import { linkAccount } from './linking.ts';
import { accountKnown, type Person, personById, personOfAccount, type Standing } from './people.ts';
import { attendance, branch, meeting, membership, person } from './schema/index.ts';

export interface Member {
	readonly id: number;
	readonly name: string;
	readonly openId: string | null;
	/** Whether there is an account that could be written to: one that is gone can't. */
	readonly reachable: boolean;
	readonly standing: Standing;
	readonly since: number;
}

const rosters = prepared((db) =>
	db
		.select({
			id: person.id,
			name: sql<string>`coalesce(${person.name}, '')`,
			openId: person.openId,
			reachable: sql<number>`${person.openId} is not null and ${person.leftAt} is null`.mapWith(Boolean),
			standing: membership.standing,
			since: membership.since,
		})
		.from(sql`json_each(${sql.placeholder('branchIds')}) node`)
		.innerJoin(membership, and(sql`${membership.branchId} = node.value`, isNull(membership.until)))
		.innerJoin(person, eq(person.id, membership.personId))
		.orderBy(sql`node.key`, asc(membership.id))
		.prepare(),
);

/** Who belongs to these branches today: branch by branch, in the order in which they were entered. */
export function rostersOf(db: Db, branchIds: readonly number[]): Member[] {
	return rosters(db).all({ branchIds: JSON.stringify(branchIds) });
}

/** Who belongs to the branch today, in the order in which they were entered. */
export function rosterOf(db: Db, branchId: number): Member[] {
	return rostersOf(db, [branchId]);
}

const home = prepared((db) =>
	db
		.select({ id: branch.id, name: branch.name, membershipId: membership.id })
		.from(membership)
		.innerJoin(branch, eq(branch.id, membership.branchId))
		.where(and(eq(membership.personId, sql.placeholder('personId')), isNull(membership.until)))
		.prepare(),
);

/** The branch somebody belongs to today. */
export function homeOf(db: Db, personId: number) {
	return home(db).get({ personId });
}

/** How many people of these branches are on a roster. */
export function rosterSizes(db: Db, branchIds: readonly number[]): Map<number, number> {
	const rows = db
		.select({ branchId: membership.branchId, count: sql<number>`count(*)` })
		.from(membership)
		.where(
			and(
				isNull(membership.until),
				sql`${membership.branchId} in (select value from json_each(${JSON.stringify(branchIds)}))`,
			),
		)
		.groupBy(membership.branchId)
		.all();
	return new Map(rows.map((row) => [row.branchId, row.count]));
}

export interface NewMember {
	readonly name: string;
	readonly standing: Standing;
	/** The account, when it is known. */
	readonly openId?: string;
}

export type Enrolled =
	| { readonly kind: 'added' | 'linked'; readonly person: Person }
	| { readonly kind: 'already'; readonly person: Person }
	| {
			readonly kind: 'elsewhere';
			readonly person: Person;
			readonly home: { readonly id: number; readonly name: string };
	  };

/**
 * Puts somebody on the roster of a branch, and on the lists of its meetings that are still ahead. Somebody of
 * the same name who is there without an account gets this account instead of a second entry.
 */
export function enrol(db: Db, act: Act, branchId: number, entry: NewMember): Enrolled {
	const account = entry.openId
		? (accountKnown(db, entry.openId) ?? personOfAccount(db, entry.openId, act.at, entry.name))
		: undefined;
	const home = account && homeOf(db, account.id);
	if (account && home) {
		if (home.id === branchId) return { kind: 'already', person: account };
		return { kind: 'elsewhere', person: account, home };
	}
	const sameName = rosterOf(db, branchId).filter((member) => member.name === entry.name);
	const [namesake] = sameName;
	if (namesake && sameName.length === 1) {
		const there = personById(db, namesake.id);
		if (there && account && !namesake.openId) {
			return { kind: 'linked', person: linkAccount(db, act, account, there) };
		}
		if (there && !account) return { kind: 'already', person: there };
	}
	const who = account ?? add(db, act, person, { name: entry.name, createdAt: act.at });
	if (account) change(db, act, person, { id: account.id }, { name: entry.name });
	beginMembership(db, act, who.id, branchId, entry.standing);
	return { kind: 'added', person: who };
}

function beginMembership(db: Db, act: Act, personId: number, branchId: number, standing: Standing): void {
	add(db, act, membership, { personId, branchId, standing, since: act.at });
	for (const { id } of meetingsAhead(db, branchId, act.at)) {
		const key = and(eq(attendance.meetingId, id), eq(attendance.personId, personId));
		const there = db.select({ personId: attendance.personId }).from(attendance).where(key).get();
		if (!there) add(db, act, attendance, { meetingId: id, personId });
	}
}

/**
 * The formal relation has moved: the membership here ends as 转出 and goes on, in the same standing, where it was taken.
 * Null stands for an organisation outside this tree.
 */
export function moveMembership(
	db: Db,
	act: Act,
	personId: number,
	from: number | null,
	to: number | null,
): void {
	const held = db
		.select({ branchId: membership.branchId, standing: membership.standing })
		.from(membership)
		.where(and(eq(membership.personId, personId), isNull(membership.until)))
		.get();
	if (held && held.branchId === from) endMembership(db, act, personId, from, '转出');
	if (to !== null && (held === undefined || held.branchId === from))
		beginMembership(db, act, personId, to, held?.standing ?? 'full');
}

/** Ends a membership, with the secretary's word for why; open invitations end with it. */
export function endMembership(db: Db, act: Act, personId: number, branchId: number, why: string): boolean {
	const home = homeOf(db, personId);
	if (!home || home.id !== branchId) return false;
	change(db, act, membership, { id: home.membershipId }, { until: act.at, untilWhy: why });
	for (const { id } of meetingsAhead(db, branchId, act.at)) {
		remove(db, act, attendance, { meetingId: id, personId });
	}
	return true;
}

/** Meetings to which all members of the branch are invited and that have not begun. */
function meetingsAhead(db: Db, branchId: number, now: number) {
	return db
		.select({ id: meeting.id })
		.from(meeting)
		.where(
			and(
				eq(meeting.branchId, branchId),
				eq(meeting.state, 'open'),
				eq(meeting.invites, 'members'),
				gt(meeting.startsAt, now),
			),
		)
		.all();
}
