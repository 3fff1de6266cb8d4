import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';

/** The columns that make up a row's primary key, by the names our code knows them by. */
export function keysOf(table: SQLiteTable): string[] {
	const composite = getTableConfig(table).primaryKeys.flatMap((key) =>
		key.columns.map((column) => column.name),
	);
	return Object.entries(getTableColumns(table))
		.filter(([, column]) => column.primary || composite.includes(column.name))
		.map(([name]) => name);
}
