import { getTableColumns, is } from 'drizzle-orm';
import { customType, SQLiteCustomColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { keysOf } from './keys.ts';

/** What a vault has sealed, or nothing once it was erased; a plain text is neither and can't be written there. */
export type Sealed = '' | `${string}.${string}.${string}`;

/**
 * A text column that lies sealed under its table, column and row (db/sealed.ts). In the ledger what stood in it stays for
 * a day only; under another key it is sealed anew by db/rewrap.
 */
export const sealed = customType<{ data: Sealed; driverData: string }>({ dataType: () => 'text' });

interface Declared {
	/** The sealed columns. */
	readonly names: readonly string[];
	/** The columns that tell its rows apart to the vault. */
	readonly row: readonly string[];
}

const declared = new WeakMap<SQLiteTable, Declared>();
const otherRows = new WeakMap<SQLiteTable, readonly string[]>();

/** Declares that what lies sealed in this table is bound to other columns than its primary key. */
export function sealedUnder<T extends SQLiteTable>(
	table: T,
	...row: (keyof T['$inferSelect'] & string)[]
): T {
	otherRows.set(table, row);
	return table;
}

/** What a table's sealed values are and are bound to, by the names our code knows; asked at every write. */
export function sealingOf(table: SQLiteTable): Declared {
	const known = declared.get(table);
	if (known) return known;
	const names = Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
		is(column, SQLiteCustomColumn) ? [name] : [],
	);
	const made = { names, row: otherRows.get(table) ?? keysOf(table) };
	declared.set(table, made);
	return made;
}

/** The names of a table's sealed columns. */
export function sealedIn(table: SQLiteTable): readonly string[] {
	return sealingOf(table).names;
}
