import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { MeetingKind } from '../../src/rules/meetings.ts';
import type { Organisation } from '../../src/rules/required.ts';
import type { Db } from '../database.ts';
import { branch, membership } from '../schema/index.ts';

/** Open nodes above this id, ascending. */
export function branchesAbove(db: Db, above: number, most: number): number[] {
	return db
		.select({ id: branch.id })
		.from(branch)
		.where(and(gt(branch.id, above), isNull(branch.closedAt)))
		.orderBy(asc(branch.id))
		.limit(most)
		.all()
		.map(({ id }) => id);
}

/** What decides which meetings a node needs; undefined when it is closed, or nobody belongs to it or below it. */
export function organisationOf(db: Db, id: number): (Organisation & { readonly name: string }) | undefined {
	const node = db
		.select({ name: branch.name, kind: branch.kind })
		.from(branch)
		.where(and(eq(branch.id, id), isNull(branch.closedAt)))
		.get();
	if (!node) return undefined;
	const members = db
		.select({
			all: sql<number>`count(*)`,
			full: sql<number>`coalesce(sum(${membership.standing} = 'full'), 0)`,
		})
		.from(membership)
		.where(and(eq(membership.branchId, id), isNull(membership.until)))
		.get();
	const below = db
		.select({
			all: sql<number>`count(*)`,
			groups: sql<number>`coalesce(sum(${branch.kind} = 'group'), 0)`,
		})
		.from(branch)
		.where(and(eq(branch.parentId, id), isNull(branch.closedAt)))
		.get();
	if (!members?.all && !below?.all) return undefined;
	return { ...node, fullMembers: members?.full ?? 0, groups: below?.groups ?? 0 };
}

/** The kinds of meetings a branch, or a group of it, has planned or held in [from, until) ms. */
export function kindsBetween(db: Db, branchId: number, from: number, until: number): Set<MeetingKind> {
	const rows = db.all<{ kind: MeetingKind }>(sql`
		select distinct k.kind from meeting m join meeting_kind k on k.meeting_id = m.id
		where m.branch_id in (select id from branch where id = ${branchId} or (parent_id = ${branchId} and kind = 'group'))
			and m.starts_at >= ${from} and m.starts_at < ${until} and m.state <> 'cancelled'`);
	return new Set(rows.map(({ kind }) => kind));
}
