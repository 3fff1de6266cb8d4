import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Sealed } from './schema/ledgered.ts';
import type { Vault } from './vault.ts';

/** The columns that tell a row apart, in a fixed order: `{ id: 3 }`, `{ meetingId: 1, personId: 2 }`. */
export type Key = Readonly<Record<string, string | number>>;

/** The sealed columns of a table. */
type SealedName<T extends SQLiteTable> = {
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

/** Opens what was sealed for this column of this row; throws {@link SealBroken} when it was sealed for another. */
export function unseal<T extends SQLiteTable>(
	vault: Vault,
	table: T,
	column: SealedName<T>,
	key: Key,
	value: Sealed,
): string {
	return vault.open(value, placeOf(table, column, key));
}

function placeOf(table: SQLiteTable, column: string, key: Key) {
	const name = getTableColumns(table)[column]?.name ?? column;
	return { table: getTableName(table), column: name, row: Object.values(key).join(':') };
}
