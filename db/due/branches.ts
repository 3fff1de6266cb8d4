import { and, asc, eq, gt, gte, isNull, lt, ne, sql } from 'drizzle-orm';
import type { MeetingKind } from '../../src/rules/meetings.ts';
import type { Organisation } from '../../src/rules/required.ts';
import { type Db, prepared } from '../database.ts';
import { branch, meeting, meetingKind, membership } from '../schema/index.ts';

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
	const { node, members, below } = statements(db);
	const found = node.get({ id });
	const own = members.get({ id });
	const under = below.get({ id });
	if (!found || (!own?.all && !under?.all)) return undefined;
	return { ...found, fullMembers: own?.full ?? 0, groups: under?.groups ?? 0 };
}

/** The kinds of meetings a branch, or a group of it, has planned or held in [from, until) ms. */
export function kindsBetween(
	db: Db,
	branchId: number,
	span: { readonly from: number; readonly until: number },
): Set<MeetingKind> {
	const rows = statements(db).kinds.all({ branchId, ...span });
	return new Set(rows.map(({ kind }) => kind));
}

const ID = sql.placeholder('id');

const statements = prepared((db) => ({
	node: db
		.select({ name: branch.name, kind: branch.kind })
		.from(branch)
		.where(and(eq(branch.id, ID), isNull(branch.closedAt)))
		.prepare(),
	members: db
		.select({
			all: sql<number>`count(*)`,
			full: sql<number>`coalesce(sum(${membership.standing} = 'full'), 0)`,
		})
		.from(membership)
		.where(and(eq(membership.branchId, ID), isNull(membership.until)))
		.prepare(),
	below: db
		.select({
			all: sql<number>`count(*)`,
			groups: sql<number>`coalesce(sum(${branch.kind} = 'group'), 0)`,
		})
		.from(branch)
		.where(and(eq(branch.parentId, ID), isNull(branch.closedAt)))
		.prepare(),
	kinds: db
		.selectDistinct({ kind: meetingKind.kind })
		.from(meeting)
		.innerJoin(meetingKind, eq(meetingKind.meetingId, meeting.id))
		.where(
			and(
				sql`${meeting.branchId} in (select ${sql.placeholder('branchId')} union all
					select g.id from branch g where g.parent_id = ${sql.placeholder('branchId')} and g.kind = 'group')`,
				gte(meeting.startsAt, sql.placeholder('from')),
				lt(meeting.startsAt, sql.placeholder('until')),
				ne(meeting.state, 'cancelled'),
			),
		)
		.prepare(),
}));
