import { and, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Db, prepared } from './database.ts';
import { keysOf } from './schema/keys.ts';

/** A row by our column names. */
export type Row = Record<string, unknown>;

/** What the ledger does with the rows of one table; each statement is prepared once for each set of fields. */
export interface Table {
	/** The row of this primary key. */
	find(key: Row): Row | undefined;
	/** Answers the whole row; fields without a value get the table's own. */
	insert(values: Row): Row;
	update(key: Row, patch: Row): void;
	remove(key: Row): void;
	/** The primary key of a row. */
	keyOf(row: Row): Row;
}

const tables = prepared(() => new Map<SQLiteTable, Table>());

export function tableOf(db: Db, table: SQLiteTable): Table {
	const known = tables(db).get(table);
	if (known) return known;
	const made = open(db, table);
	tables(db).set(table, made);
	return made;
}

function open(db: Db, table: SQLiteTable): Table {
	const columns = getTableColumns(table);
	const keys = keysOf(table);
	const isRow = and(...keys.map((name) => sql`${columns[name]} = ${sql.placeholder(`key ${name}`)}`));
	const find = db.select().from(table).where(isRow).prepare();
	const remove = db.delete(table).where(isRow).prepare();
	const insert = forFields((names) => db.insert(table).values(blanks(names)).returning().prepare());
	const update = forFields((names) => db.update(table).set(blanks(names)).where(isRow).prepare());
	const keyed = (key: Row) => Object.fromEntries(keys.map((name) => [`key ${name}`, key[name]]));
	/** As the driver wants it: what is null stays null, whatever the column's kind. */
	const stored = (row: Row, names: readonly string[]) =>
		Object.fromEntries(
			names.map((name) => [name, row[name] === null ? null : columns[name]?.mapToDriverValue(row[name])]),
		);
	return {
		find: (key) => find.get(keyed(key)),
		insert(values) {
			const names = Object.keys(values).filter((name) => values[name] !== undefined);
			return insert(names).get(stored(values, names));
		},
		update(key, patch) {
			const names = Object.keys(patch);
			update(names).run({ ...stored(patch, names), ...keyed(key) });
		},
		remove: (key) => void remove.run(keyed(key)),
		keyOf: (row) => Object.fromEntries(keys.map((name) => [name, row[name]])),
	};
}

function forFields<T>(build: (names: readonly string[]) => T): (names: readonly string[]) => T {
	const built = new Map<string, T>();
	return (names) => {
		const fields = names.join();
		const made = built.get(fields) ?? build(names);
		built.set(fields, made);
		return made;
	};
}

function blanks(names: readonly string[]): Record<string, SQL> {
	return Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`]));
}
