import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Db, prepared } from '../../db/database.ts';
import * as schema from '../../db/schema/index.ts';
import { type Row, tableOf } from '../../db/table.ts';

/** What the house runs on. All other tables hold what is known of people and branches: nothing in them changes but by the ledger. */
const MACHINERY: readonly SQLiteTable[] = [
	schema.app,
	schema.attempt,
	schema.card,
	schema.chat,
	schema.inbox,
	schema.ledger,
	schema.ledgerImage,
	schema.outbox,
	schema.poison,
	schema.question,
	schema.draft,
	schema.undelivered,
];

const KEPT = Object.values<unknown>(schema)
	.filter((each): each is SQLiteTable => is(each, SQLiteTable))
	.filter((table) => !MACHINERY.includes(table));

/** The rows of one table by their keys, and all of them in one word to compare by. */
interface Rows {
	readonly byKey: ReadonlyMap<string, Row>;
	readonly all: string;
}

/** Everything that is known, by table. */
export type World = ReadonlyMap<SQLiteTable, Rows>;

/** One row that came, went or became another. */
export interface Change {
	readonly table: SQLiteTable;
	/** As the ledger writes it. */
	readonly key: string;
	readonly before: Row | undefined;
	readonly after: Row | undefined;
}

const readers = prepared((db) =>
	KEPT.map((table) => ({
		table,
		// One word for all that is in it: most tables stay as they are, and their rows need not be read.
		inOneWord: db
			.select({
				all: sql<string>`json_group_array(json_array(${sql.join(Object.values(getTableColumns(table)), sql`, `)}))`,
			})
			.from(table)
			.prepare(),
		read: db.select().from(table).prepare(),
	})),
);

/** Reads everything; what is as in `before` is taken from there. */
export function worldOf(db: Db, before?: World): World {
	return new Map<SQLiteTable, Rows>(
		readers(db).map(({ table, inOneWord, read }) => {
			const all = inOneWord.get()?.all ?? '';
			const known = before?.get(table);
			if (known?.all === all) return [table, known];
			const { keyOf } = tableOf(db, table);
			const rows: Row[] = read.all();
			return [table, { all, byKey: new Map(rows.map((row) => [JSON.stringify(keyOf(row)), row])) }];
		}),
	);
}

/** What is otherwise in `after` than in `before`. */
export function changesBetween(before: World, after: World): Change[] {
	return KEPT.flatMap((table) => {
		const [was, is] = [before.get(table)?.byKey, after.get(table)?.byKey];
		if (was === is || !was || !is) return [];
		return [...new Set([...was.keys(), ...is.keys()])]
			.map((key) => ({ table, key, before: was.get(key), after: is.get(key) }))
			.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
	});
}

/** A column that refers to the one row of another table. */
interface Link {
	readonly column: string;
	readonly to: SQLiteTable;
}

const links = new Map(KEPT.map((table) => [table, linksOf(table)]));

function linksOf(table: SQLiteTable): Link[] {
	const columns = Object.entries(getTableColumns(table));
	return getTableConfig(table).foreignKeys.flatMap((key) => {
		const { columns: from, foreignTable } = key.reference();
		const found = columns.find(([, column]) => column.name === from[0]?.name);
		return found ? [{ column: found[0], to: foreignTable }] : [];
	});
}

/** The branches a row belongs to: those it names itself, else those of the rows it hangs on. */
export function branchesOf(world: World, table: SQLiteTable, row: Row): number[] {
	const own = table === schema.branch ? [Number(row.id)] : [];
	const named = (links.get(table) ?? []).flatMap(({ column, to }) => {
		const id = row[column];
		if (typeof id !== 'number' || to === schema.person) return [];
		if (to === schema.branch) return [id];
		const above = rowOf(world, to, id);
		return above ? branchesOf(world, to, above) : [];
	});
	return [...new Set([...own, ...named])];
}

/** The row of this number. */
export function rowOf(world: World, table: SQLiteTable, id: unknown): Row | undefined {
	return world.get(table)?.byKey.get(JSON.stringify({ id }));
}

/** All rows of a table. */
export function rowsOf(world: World, table: SQLiteTable): Row[] {
	return [...(world.get(table)?.byKey.values() ?? [])];
}

/** The columns in which a changed row differs; of one that came or went all that hold something. */
export function fieldsOf({ before, after }: Change): string[] {
	const names = Object.keys(after ?? before ?? {});
	return names.filter((name) => (before?.[name] ?? null) !== (after?.[name] ?? null));
}

/** For the sentence that says what is wrong: `membership {"id":4}: until`. */
export function sayChange(change: Change): string {
	const how = change.before === undefined ? 'added' : change.after === undefined ? 'removed' : 'changed';
	return `${getTableName(change.table)} ${change.key} ${how}: ${fieldsOf(change).join(', ')}`;
}
