import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { runsBranch } from '../src/rules/roles.ts';
import { branchById, branchesBelow, pathOf } from './branches.ts';
import type { Db } from './database.ts';
import { holdersOf, isReachable, type Me } from './people.ts';
import { person, role, ticket } from './schema/index.ts';

// Who may see and manage what, each rule once as a function and once as SQL; a property test holds that both agree.

/** The part of the tree somebody looks after, by the roles they hold. */
export interface Scope {
	readonly id: number;
	/** Officer of the whole tree. */
	readonly chief: boolean;
	/** Nodes they look after as an officer, with all below. */
	readonly officerOf: readonly number[];
	readonly secretaryOf: readonly number[];
	/** The branches they run: their own as secretary, as officer those below too. */
	readonly managed: readonly number[];
	/** Nodes in which they hold any role: what passes one of these by is not theirs to see. */
	readonly rolesIn: readonly number[];
}

/** What somebody looks after today; closed branches are nobody's. */
export function scopeOf(db: Db, { id, roles }: Pick<Me, 'id' | 'roles'>): Scope {
	const nodes = (held: typeof roles) => held.flatMap(({ branchId }) => (branchId === null ? [] : [branchId]));
	const officer = roles.filter((held) => held.role === 'officer');
	const chief = officer.some(({ branchId }) => branchId === null);
	const below = officer.length === 0 ? [] : branchesBelow(db, chief ? null : nodes(officer));
	const officerOf = below.map((node) => node.id);
	const secretaryOf = nodes(roles.filter((held) => held.role === 'secretary'));
	const managed = officer.length === 0 ? secretaryOf : [...new Set([...secretaryOf, ...officerOf])];
	return { id, chief, officerOf, secretaryOf, managed, rolesIn: nodes(roles) };
}

/** Whether somebody runs a branch, as its secretary or as an officer at or above it: the same as `managed`, of one node. */
export function runs(db: Db, { roles }: Pick<Me, 'roles'>, branchId: number): boolean {
	return branchById(db, branchId)?.closedAt === null && runsBranch(roles, pathOf(db, branchId));
}

/** SQL: a row of one of the branches bound as `managed` (JSON). */
export function ofManaged(column: SQLiteColumn): SQL {
	return sql`${column} in (select value from json_each(${sql.placeholder('managed')}))`;
}

type Request = Pick<typeof ticket.$inferSelect, 'requesterId' | 'branchId' | 'route' | 'dutyBranchId'>;

/**
 * Whether somebody is on duty for a request: what passes a branch by is hidden from all who hold a role in it; what was
 * asked of a branch is its secretary's, and the officers' only while it has none who could be asked. Never one's own.
 */
export function isOnDuty(db: Db, scope: Scope, asked: Request): boolean {
	if (asked.requesterId === scope.id) return false;
	const node = asked.dutyBranchId;
	const asOfficer = node === null ? scope.chief : scope.officerOf.includes(node);
	if (asked.route === 'superior') return asOfficer && !isPassedBy(scope, asked.branchId);
	if (node !== null && scope.secretaryOf.includes(node)) return true;
	return asOfficer && !hasSecretary(db, node, asked.requesterId);
}

/** Whether the way past a branch leads past this person: they hold a role in it. */
export function isPassedBy({ rolesIn }: Pick<Scope, 'rolesIn'>, branchId: number | null): boolean {
	return branchId !== null && rolesIn.includes(branchId);
}

/** SQL: the same as {@link isOnDuty}, over the tickets. */
export function onDuty({ id, chief, officerOf, secretaryOf, rolesIn }: Scope): SQL | undefined {
	const within = (nodes: readonly number[]) =>
		sql`${ticket.dutyBranchId} in (select value from json_each(${JSON.stringify(nodes)}))`;
	const asOfficer = chief ? sql`(${ticket.dutyBranchId} is null or ${within(officerOf)})` : within(officerOf);
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

/** Whether a branch has a secretary who could be asked for this person. */
function hasSecretary(db: Db, node: number | null, requesterId: number): boolean {
	const secretaries = node === null ? [] : holdersOf(db, 'secretary', [node]);
	return secretaries.some((each) => each.id !== requesterId && isReachable(each));
}
