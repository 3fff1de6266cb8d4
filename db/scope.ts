import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { isOfFirm } from '../src/rules/firms.ts';
import { isOfficerOf, runsBranch } from '../src/rules/roles.ts';
import { STILL_OWN } from '../src/rules/tickets.ts';
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

/** A request as it decides to whom it may come. */
export type Request = Pick<
	typeof ticket.$inferSelect,
	'requesterId' | 'branchId' | 'route' | 'dutyBranchId' | 'openedAt' | 'routedAt'
>;
/** A request with the firm its author told, unsealed; SQL can't read that. */
export interface AskedFrom extends Request {
	readonly firmTold: string | null;
}
type Somebody = Pick<Me, 'id' | 'roles'>;

/**
 * Whether somebody is on duty for a request: it passes by all who are of the requester's own branch or firm; what was asked
 * of a branch is its secretary's, by name, and the officers' only while that one can't be asked. Never one's own.
 */
export function isOnDuty(db: Db, who: Somebody, asked: AskedFrom): boolean {
	if (!isInLine(db, who, asked)) return false;
	return asked.route === 'superior' || isPicked(db, who, asked) || !hasPicked(db, asked);
}

/** Whether a request may come to somebody at all: to those on duty, and to the officers above a secretary who has it. */
export function isInLine(db: Db, who: Somebody, asked: AskedFrom): boolean {
	if (asked.requesterId === who.id) return false;
	const { route, dutyBranchId: node } = asked;
	if (route === 'branch' && isPicked(db, who, asked)) return true;
	return isOfficerOf(who.roles, node === null ? [] : pathOf(db, node)) && !isOwn(db, who.id, asked);
}

/** Whoever is of the requester's own branch or firm may be their boss: a request comes to them only when it was given to them by name. */
function isOwn(db: Db, personId: number, { requesterId, branchId, openedAt, firmTold }: AskedFrom): boolean {
	const own = new Set(tiesOf(db, requesterId, openedAt).flatMap((tie) => (tie.member ? [tie.branchId] : [])));
	if (branchId !== null) own.add(branchId);
	return tiesOf(db, personId, openedAt).some(
		(tie) => own.has(tie.branchId) || (firmTold !== null && isOfFirm(firmTold, tie.name)),
	);
}

/** Whether a request is kept from somebody because they are of the firm its author told. */
export function isOfToldFirm(db: Db, personId: number, asked: AskedFrom): boolean {
	const { firmTold, openedAt } = asked;
	return firmTold !== null && tiesOf(db, personId, openedAt).some(({ name }) => isOfFirm(firmTold, name));
}

/** The branches somebody belongs to or holds a role in, those left less than a year before this instant counted in. */
function tiesOf(db: Db, personId: number, at: number) {
	return ties(db).all({ personId, after: at - STILL_OWN });
}

const ties = prepared((db) => {
	const counts = (until: SQLiteColumn) => or(isNull(until), gt(until, sql.placeholder('after')));
	const of = (member: boolean) => ({
		branchId: branch.id,
		name: branch.name,
		member: sql<boolean>`${member ? 1 : 0}`,
	});
	return db
		.select(of(true))
		.from(membership)
		.innerJoin(branch, eq(branch.id, membership.branchId))
		.where(and(eq(membership.personId, sql.placeholder('personId')), counts(membership.until)))
		.unionAll(
			db
				.select(of(false))
				.from(role)
				.innerJoin(branch, eq(branch.id, role.branchId))
				.where(and(eq(role.personId, sql.placeholder('personId')), counts(role.until))),
		)
		.prepare();
});

/** Who was the branch's secretary when its name was chosen; whoever came later was not. */
function isPicked(db: Db, { id }: Pick<Me, 'id'>, { dutyBranchId: node, ...asked }: Request): boolean {
	if (node === null) return false;
	return picked(db).get({ personId: id, node, at: asked.routedAt ?? asked.openedAt }) !== undefined;
}

const picked = prepared((db) =>
	db
		.select({ id: role.id })
		.from(role)
		.where(
			and(
				eq(role.personId, sql.placeholder('personId')),
				eq(role.branchId, sql.placeholder('node')),
				eq(role.role, 'secretary'),
				isNull(role.until),
				lte(role.since, sql.placeholder('at')),
			),
		)
		.prepare(),
);

/** Whether the branch whose duty it is has a secretary who was chosen and could be asked for this person. */
function hasPicked(db: Db, asked: Request): boolean {
	const { dutyBranchId: node, requesterId } = asked;
	const secretaries = node === null ? [] : holdersOf(db, 'secretary', [node]);
	return secretaries.some(
		(each) => each.id !== requesterId && isReachable(each) && isPicked(db, each, asked),
	);
}

/** SQL: the same as {@link isOnDuty}, over the tickets, but for the firm, which is sealed: {@link isOfToldFirm}. */
export function onDuty({ id, chief, officerOf, secretaryOf }: Scope): SQL | undefined {
	const within = (nodes: readonly number[]) =>
		sql`${ticket.dutyBranchId} in (select value from json_each(${JSON.stringify(nodes)}))`;
	const counts = sql`(until is null or until > ${ticket.openedAt} - ${STILL_OWN})`;
	const own = sql`(branch_id = ${ticket.branchId} or branch_id in (
		select branch_id from membership where person_id = ${ticket.requesterId} and ${counts}))`;
	const ofOwn = sql`(select 1 from membership where person_id = ${id} and ${own} and ${counts}
		union all select 1 from role where person_id = ${id} and ${own} and ${counts})`;
	const asOfficer = and(sql`not exists ${ofOwn}`, chief ? sql`true` : within(officerOf));
	const chosen = sql`${role.role} = 'secretary' and ${role.branchId} = ${ticket.dutyBranchId} and ${role.until} is null
		and ${role.since} <= coalesce(${ticket.routedAt}, ${ticket.openedAt})`;
	const isPicked = and(
		within(secretaryOf),
		sql`exists (select 1 from ${role} where ${role.personId} = ${id} and ${chosen})`,
	);
	const hasPicked = sql`exists (select 1 from ${role} join ${person} on ${person.id} = ${role.personId}
		where ${chosen} and ${person.id} <> ${ticket.requesterId} and ${person.openId} is not null and ${person.leftAt} is null)`;
	return and(
		sql`${ticket.requesterId} <> ${id}`,
		or(
			and(eq(ticket.route, 'superior'), asOfficer),
			and(eq(ticket.route, 'branch'), or(isPicked, and(asOfficer, sql`not ${hasPicked}`))),
		),
	);
}
