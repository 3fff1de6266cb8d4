import Database from 'better-sqlite3';
import { and, asc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../db/database.ts';
import { dutyFor, mayTakeOver } from '../../db/duty.ts';
import { isReachable, meOf, personById } from '../../db/people.ts';
import * as schema from '../../db/schema/index.ts';
import { isOnDuty, onDuty, runs, scopeOf } from '../../db/scope.ts';
import { tableOf } from '../../db/table.ts';
import { ROUTES, STILL_OWN } from '../../src/rules/tickets.ts';

const { branch, membership, person, role, ticket } = schema;
const ROLES = ['secretary', 'committee-member', 'officer', 'instructor'] as const;

/** When the requests are made, and until when somebody held or was something: still, left lately, left long ago. */
const AT = 2 * STILL_OWN;
const UNTIL = [null, AT + 1, AT - STILL_OWN + 1, AT - STILL_OWN];

/** A tree of at most five nodes, by the place of each one's parent among those before it (none: the top). */
const tree = fc.array(fc.record({ parent: fc.option(fc.nat(4), { nil: undefined }), closed: fc.boolean() }), {
	minLength: 1,
	maxLength: 6,
});
const people = fc.array(fc.record({ account: fc.boolean(), gone: fc.boolean() }), {
	minLength: 2,
	maxLength: 4,
});
const held = fc.record({
	who: fc.nat(4),
	role: fc.constantFrom(...ROLES),
	node: fc.option(fc.nat(5), { nil: undefined }),
	since: fc.constantFrom(1, AT, AT + 2),
	until: fc.constantFrom(...UNTIL),
});
const asked = fc.record({
	who: fc.nat(4),
	route: fc.constantFrom(...ROUTES),
	branch: fc.option(fc.nat(5), { nil: undefined }),
	duty: fc.option(fc.nat(5), { nil: undefined }),
	routedAt: fc.constantFrom(null, AT + 3),
});
const world = fc.record({
	tree,
	people,
	roles: fc.array(held, { minLength: 2, maxLength: 8 }),
	/** Who is on whose roster. */
	members: fc.array(fc.record({ who: fc.nat(4), node: fc.nat(5), until: fc.constantFrom(...UNTIL) }), {
		maxLength: 4,
	}),
	tickets: fc.array(asked, { minLength: 2, maxLength: 6 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** Numbers beyond the end stand for another one from the beginning. */
const nth = <T>(list: readonly T[], at: number): T => {
	const found = list[at % list.length];
	if (found === undefined) throw new Error('an empty list');
	return found;
};

/** Past the ledger, which is asked nothing here. */
const put = <T extends SQLiteTable>(db: Db, table: T, values: T['$inferInsert']): number =>
	Number(tableOf(db, table).insert(values).id);

function build(db: Db, { tree, people, roles, members, tickets }: World) {
	const nodes: number[] = [];
	for (const [at, { parent, closed }] of tree.entries()) {
		const parentId = parent === undefined || nodes.length === 0 ? null : nth(nodes, parent);
		const closedAt = closed ? 2 : null;
		const values = { name: `支部${at}`, kind: 'branch' as const, parentId, createdAt: 1, closedAt };
		nodes.push(put(db, branch, values));
	}
	const ids = people.map(({ account, gone }, at) => {
		const values = { openId: account ? `ou_${at}` : null, leftAt: gone ? 1 : null, createdAt: 1 };
		return put(db, person, values);
	});
	for (const { who, node, ...each } of roles) {
		// An officer may look after the whole tree; the other roles are held for a node.
		const branchId = node === undefined && each.role === 'officer' ? null : nth(nodes, node ?? 0);
		const values = { ...each, personId: nth(ids, who), branchId };
		put(db, role, values);
	}
	for (const { who, node, until } of members) {
		const values = { personId: nth(ids, who), branchId: nth(nodes, node), since: 1, until };
		put(db, membership, { ...values, standing: 'full' as const });
	}
	for (const { who, branch: own, duty, route, routedAt } of tickets) {
		const values = {
			requesterId: nth(ids, who),
			branchId: own === undefined ? null : nth(nodes, own),
			// What was asked of a branch is that branch's duty.
			dutyBranchId: duty === undefined && route === 'superior' ? null : nth(nodes, duty ?? 0),
			route,
			category: 'other' as const,
			story: '' as const,
			state: 'open' as const,
			openedAt: AT,
			routedAt,
		};
		put(db, ticket, values);
	}
	return { nodes, ids };
}

let file: Database.Database;
let db: Db;
beforeAll(() => {
	file = new Database(':memory:');
	const open = drizzle(file, { schema, casing: 'snake_case' });
	migrate(open, { migrationsFolder: 'db/migrations' });
	db = open;
});
afterAll(() => void file.close());

/** Nothing of one try is there in the next. */
function within(drawn: World, see: (db: Db, built: ReturnType<typeof build>) => void): void {
	file.exec('begin');
	try {
		see(db, build(db, drawn));
	} finally {
		file.exec('rollback');
	}
}

test('who manages a branch is the same by the list and by the node', () => {
	fc.assert(
		fc.property(world, (drawn) =>
			within(drawn, (db, { nodes, ids }) => {
				for (const id of ids) {
					const me = meOf(db, { id, openId: null, name: null });
					const { managed } = scopeOf(db, me);
					expect(nodes.filter((node) => runs(db, me, node))).toEqual(
						nodes.filter((node) => managed.includes(node)),
					);
				}
			}),
		),
		{ numRuns: 300 },
	);
});

test('who is on duty for a request is the same by SQL and by the function', () => {
	fc.assert(
		fc.property(world, (drawn) =>
			within(drawn, (db, { ids }) => {
				for (const id of ids) {
					const me = meOf(db, { id, openId: null, name: null });
					const scope = scopeOf(db, me);
					const all = db.select().from(ticket).orderBy(asc(ticket.id)).all();
					const bySql = db
						.select({ id: ticket.id })
						.from(ticket)
						.where(and(eq(ticket.state, 'open'), onDuty(scope)))
						.orderBy(asc(ticket.id))
						.all();
					const byFunction = all.filter((each) => isOnDuty(db, me, { ...each, firmTold: null }));
					expect(bySql.map((each) => each.id)).toEqual(byFunction.map((each) => each.id));
				}
			}),
		),
		{ numRuns: 300 },
	);
});

test('who is told of a request sees it, and it can be passed to all who do and can be reached', () => {
	fc.assert(
		fc.property(world, (drawn) =>
			within(drawn, (db, { ids }) => {
				const people = ids.map((id) => personById(db, id)).filter((each) => each !== undefined);
				for (const row of db.select().from(ticket).all()) {
					const asked = { ...row, firmTold: null };
					const able = mayTakeOver(db, asked).map((each) => each.id);
					const seeing = people.filter((each) => isOnDuty(db, meOf(db, each), asked));
					const reachable = seeing.filter(isReachable).map((each) => each.id);
					expect(able).toEqual(expect.arrayContaining(reachable));
					if (asked.route === 'superior') expect(new Set(able)).toEqual(new Set(reachable));
					const written = asked.route === 'superior' || asked.branchId === asked.dutyBranchId;
					const told = written ? dutyFor(db, asked).people.map((each) => each.id) : [];
					expect(reachable).toEqual(expect.arrayContaining(told));
					if (written) expect(told.length > 0).toBe(reachable.length > 0);
				}
			}),
		),
		{ numRuns: 300 },
	);
});

test('a closed branch is nobody’s to run', () =>
	within(
		{
			tree: [
				{ parent: undefined, closed: false },
				{ parent: 0, closed: false },
			],
			people: [{ account: true, gone: false }],
			roles: [],
			members: [],
			tickets: [],
		},
		(db, built) => {
			const [top, below] = built.nodes;
			const [id] = built.ids;
			if (top === undefined || below === undefined || id === undefined)
				throw new Error('two nodes, one person');
			put(db, role, { personId: id, role: 'officer', branchId: top, since: 1 });
			tableOf(db, branch).update({ id: below }, { closedAt: 2 });
			const me = meOf(db, { id, openId: null, name: null });
			expect(scopeOf(db, me).managed).toEqual([top]);
			expect([runs(db, me, top), runs(db, me, below), runs(db, me, 99)]).toEqual([true, false, false]);
		},
	));
