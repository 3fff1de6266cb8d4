import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from './schema/index.ts';
import { type Sealed, sealedIn, sealingOf } from './schema/sealed.ts';
import type { Place, Vault } from './vault.ts';

/** The columns that tell a row apart: `{ id: 3 }`, `{ meetingId: 1, personId: 2 }`. */
export type Key = Readonly<Record<string, string | number>>;

/** The sealed columns of a table. */
export type SealedName<T extends SQLiteTable> = {
	[Name in keyof T['$inferSelect'] & string]: NonNullable<T['$inferSelect'][Name]> extends Sealed
		? Name
		: never;
}[keyof T['$inferSelect'] & string];

/** Seals a value for one column of one row; moved anywhere else it does not open. */
export function seal<T extends SQLiteTable>(
	vault: Vault,
	table: T,
	column: SealedName<T>,
	key: Key,
	plain: string,
): Sealed {
	return vault.seal(plain, placeOf(table, column, key));
}

/**
 * Opens what was sealed for this column of this row; throws {@link SealBroken} when it was sealed for another. Nothing,
 * which stands where something was erased, is nothing.
 */
export function unseal<T extends SQLiteTable>(
	vault: Vault,
	table: T,
	column: SealedName<T>,
	key: Key,
	value: Sealed,
): string {
	return value === '' ? '' : vault.open(value, placeOf(table, column, key));
}

/** Where a value of this row lies, as the vault binds it. */
export function placeOf(table: SQLiteTable, column: string, row: Readonly<Record<string, unknown>>): Place {
	const name = getTableColumns(table)[column]?.name ?? column;
	const key = sealingOf(table).row.map((each) => row[each]);
	if (key.includes(undefined)) throw new Error(`no row of ${getTableName(table)} is told apart by this`);
	return { table: getTableName(table), column: name, row: key.join(':') };
}

/** Every table in which something lies sealed. */
export function sealedTables(): SQLiteTable[] {
	return Object.values(schema).filter((each) => is(each, SQLiteTable) && sealedIn(each).length > 0);
}
