import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { isOfficerOf, runsBranch } from '../src/rules/roles.ts';
import { branchById, pathOf } from './branches.ts';
import { type Db, prepared } from './database.ts';
import { holdersOf, isReachable, type Me } from './people.ts';
import { branch, membership, person, role, ticket } from './schema/index.ts';

// Who may see and manage what, each rule once as a function and once as SQL; a property test holds that both agree.

/** The part of the tree somebody looks after, by the roles they hold. */
export interface Scope {
	readonly id: number;
	/** Officer of the whole tree. */
	readonly chief: boolean;
	/** Nodes they look after as an officer, with all below; closed ones too, since what fell to them is not lost. */
	readonly officerOf: readonly number[];
	readonly secretaryOf: readonly number[];
	/** The open branches they run: their own as secretary, as officer those below too, by name. */
	readonly managed: readonly number[];
	/** Nodes in which they hold any role: what passes one of these by is not theirs to see. */
	readonly rolesIn: readonly number[];
}

/** What somebody looks after today; to run, closed branches are nobody's. */
export function scopeOf(db: Db, { id, roles }: Pick<Me, 'id' | 'roles'>): Scope {
	const nodes = (held: typeof roles) => held.flatMap(({ branchId }) => (branchId === null ? [] : [branchId]));
	const officer = roles.filter((held) => held.role === 'officer');
	const chief = officer.some(({ branchId }) => branchId === null);
	const below = officer.length === 0 ? [] : nodesBelow(db, chief ? null : nodes(officer));
	const secretaryOf = nodes(roles.filter((held) => held.role === 'secretary'));
	const own = secretaryOf.length === 0 ? [] : openOf(db, secretaryOf);
	return {
		id,
		chief,
		officerOf: below.map((node) => node.id),
		secretaryOf,
		managed: [...new Set([...own, ...below.filter(({ open }) => open === 1).map((node) => node.id)])],
		rolesIn: nodes(roles),
	};
}

function nodesBelow(db: Db, roots: readonly number[] | null) {
	const { all, below } = trees(db);
	return roots === null ? all.all() : below.all({ roots: JSON.stringify(roots) });
}

function openOf(db: Db, ids: readonly number[]): number[] {
	return trees(db)
		.open.all({ ids: JSON.stringify(ids) })
		.map(({ id }) => id);
}

const trees = prepared((db) => {
	const node = { id: branch.id, open: sql<number>`${branch.closedAt} is null` };
	return {
		all: db.select(node).from(branch).orderBy(asc(branch.name)).prepare(),
		below: db
			.select(node)
			.from(branch)
			.where(
				sql`${branch.id} in (with recursive tree(id) as (
					select value from json_each(${sql.placeholder('roots')})
					union select b.id from branch b join tree on b.parent_id = tree.id
				) select id from tree)`,
			)
			.orderBy(asc(branch.name))
			.prepare(),
		open: db
			.select({ id: branch.id })
			.from(branch)
			.where(
				and(
					inArray(branch.id, sql`(select value from json_each(${sql.placeholder('ids')}))`),
					isNull(branch.closedAt),
				),
			)
			.orderBy(asc(branch.name))
			.prepare(),
	};
});

/** Whether somebody runs a branch, as its secretary or as an officer at or above it: the same as `managed`, of one node. */
export function runs(db: Db, { roles }: Pick<Me, 'roles'>, branchId: number): boolean {
	return branchById(db, branchId)?.closedAt === null && runsBranch(roles, pathOf(db, branchId));
}

/** SQL: a row of one of the branches bound as `managed` (JSON). */
export function ofManaged(column: SQLiteColumn): SQL {
	return sql`${column} in (select value from json_each(${sql.placeholder('managed')}))`;
}

type Request = Pick<typeof ticket.$inferSelect, 'requesterId' | 'branchId' | 'route' | 'dutyBranchId'>;
type Somebody = Pick<Me, 'id' | 'roles'>;

/**
 * Whether somebody is on duty for a request: what passes a branch by is hidden from all who hold a role in it or are on its roster; what was
 * asked of a branch is its secretary's, and the officers' only while it has none who could be asked. Never one's own.
 */
export function isOnDuty(db: Db, who: Somebody, asked: Request): boolean {
	if (!isInLine(db, who, asked)) return false;
	return asked.route === 'superior' || isItsSecretary(who, asked) || !hasSecretary(db, asked);
}

/** Whether a request may come to somebody at all: to those on duty, and to the officers above a secretary who has it. */
export function isInLine(db: Db, who: Somebody, asked: Request): boolean {
	if (asked.requesterId === who.id) return false;
	const { route, branchId, dutyBranchId: node } = asked;
	const asOfficer =
		isOfficerOf(who.roles, node === null ? [] : pathOf(db, node)) && !belongsTo(db, who.id, branchId);
	if (route === 'branch') return asOfficer || isItsSecretary(who, asked);
	return asOfficer && (branchId === null || !who.roles.some((held) => held.branchId === branchId));
}

/** Whoever is on the requester's own roster may be their boss: as an officer from above they are left out. */
function belongsTo(db: Db, personId: number, branchId: number | null): boolean {
	return branchId !== null && belonging(db).get({ personId, branchId }) !== undefined;
}

const belonging = prepared((db) =>
	db
		.select({ id: membership.id })
		.from(membership)
		.where(
			and(
				eq(membership.personId, sql.placeholder('personId')),
				eq(membership.branchId, sql.placeholder('branchId')),
				isNull(membership.until),
			),
		)
		.prepare(),
);

function isItsSecretary({ roles }: Somebody, { dutyBranchId: node }: Request): boolean {
	return node !== null && roles.some((held) => held.role === 'secretary' && held.branchId === node);
}

/** Whether the branch whose duty it is has a secretary who could be asked for this person. */
function hasSecretary(db: Db, { dutyBranchId: node, requesterId }: Request): boolean {
	const secretaries = node === null ? [] : holdersOf(db, 'secretary', [node]);
	return secretaries.some((each) => each.id !== requesterId && isReachable(each));
}

/** SQL: the same as {@link isOnDuty}, over the tickets. */
export function onDuty({ id, chief, officerOf, secretaryOf, rolesIn }: Scope): SQL | undefined {
	const within = (nodes: readonly number[]) =>
		sql`${ticket.dutyBranchId} in (select value from json_each(${JSON.stringify(nodes)}))`;
	const outside = sql`not exists (select 1 from ${membership} where ${membership.personId} = ${id}
		and ${membership.branchId} = ${ticket.branchId} and ${membership.until} is null)`;
	const asOfficer = and(outside, chief ? sql`true` : within(officerOf));
	const past = sql`coalesce(${ticket.branchId}, 0) not in (select value from json_each(${JSON.stringify(rolesIn)}))`;
	const hasSecretary = sql`exists (select 1 from ${role} join ${person} on ${person.id} = ${role.personId}
		where ${role.role} = 'secretary' and ${role.branchId} = ${ticket.dutyBranchId} and ${role.until} is null
			and ${person.id} <> ${ticket.requesterId} and ${person.openId} is not null and ${person.leftAt} is null)`;
	return and(
		sql`${ticket.requesterId} <> ${id}`,
		or(
			and(eq(ticket.route, 'superior'), past, asOfficer),
			and(eq(ticket.route, 'branch'), or(within(secretaryOf), and(asOfficer, sql`not ${hasSecretary}`))),
		),
	);
}
