import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { type Act, add, change } from './ledger.ts';
import { branch } from './schema/index.ts';

export type Branch = typeof branch.$inferSelect;
export type BranchKind = Branch['kind'];

const queries = prepared((db) => ({
	byId: db
		.select()
		.from(branch)
		.where(eq(branch.id, sql.placeholder('id')))
		.prepare(),
	byChat: db
		.select()
		.from(branch)
		.where(eq(branch.chatId, sql.placeholder('chatId')))
		.prepare(),
}));

export function branchById(db: Db, id: number): Branch | undefined {
	return queries(db).byId.get({ id });
}

/** The branch whose group this chat is. */
export function branchOfChat(db: Db, chatId: string): Branch | undefined {
	return queries(db).byChat.get({ chatId });
}

export function branchByName(db: Db, name: string): Branch | undefined {
	return db.select().from(branch).where(eq(branch.name, name)).get();
}

export function addBranch(
	db: Db,
	act: Act,
	values: { name: string; kind: BranchKind; parentId: number | null; chatId?: string },
): Branch {
	return add(db, act, branch, { ...values, createdAt: act.at });
}

/** Ties a branch to its group; whatever was tied to that group before is untied. */
export function bindChat(db: Db, act: Act, branchId: number, chatId: string): void {
	const before = branchOfChat(db, chatId);
	if (before && before.id !== branchId) change(db, act, branch, { id: before.id }, { chatId: null });
	change(db, act, branch, { id: branchId }, { chatId });
}

/** Hangs a branch below another; the caller has made sure that no circle comes of it. */
export function setParent(db: Db, act: Act, branchId: number, parentId: number): boolean {
	return change(db, act, branch, { id: branchId }, { parentId });
}

/** The node and everything above it, nearest first; where the data goes in a circle, each node of it once. */
export function pathOf(db: Db, branchId: number): number[] {
	const path = new Set<number>();
	let at = branchById(db, branchId);
	while (at && !path.has(at.id)) {
		path.add(at.id);
		at = at.parentId === null ? undefined : branchById(db, at.parentId);
	}
	return [...path];
}

/** These nodes and all below them; null means the whole tree. By name. */
export function branchesBelow(db: Db, roots: readonly number[] | null): Branch[] {
	const open = isNull(branch.closedAt);
	if (roots === null) return db.select().from(branch).where(open).orderBy(asc(branch.name)).all();
	return db
		.select()
		.from(branch)
		.where(and(open, sql`${branch.id} in ${below(roots)}`))
		.orderBy(asc(branch.name))
		.all();
}

/** SQL for the ids of these nodes and all below them; made for an `in`. */
function below(roots: readonly number[]) {
	return sql`(with recursive tree(id) as (
		select value from json_each(${JSON.stringify(roots)})
		union select b.id from branch b join tree on b.parent_id = tree.id
	) select id from tree)`;
}

/** The only committee there is; undefined when there is none, or several. */
export function theCommittee(db: Db): Branch | undefined {
	const found = db
		.select()
		.from(branch)
		.where(and(eq(branch.kind, 'committee'), isNull(branch.closedAt)))
		.limit(2)
		.all();
	return found.length === 1 ? found[0] : undefined;
}
