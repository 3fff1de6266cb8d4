import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

type Column<T extends SQLiteTable> = keyof T['$inferSelect'] & string;

/** What a ledgered table says of itself; the ledger, undo, redrawing, the timetable and linking ask it. */
export interface Declared<Name extends string = string> {
	/**
	 * Whose data a row is: the column that names the person, or the one that names the row it belongs to; null for what is
	 * nobody's.
	 */
	readonly about: Name | { readonly by: Name; readonly of: SQLiteTable } | null;
	/** The cards that show a row: `kind:id`, the id standing in the column `by`. */
	readonly subject?: { readonly kind: string; readonly by: Name };
	/** 撤回 puts its rows back. */
	readonly restorable: boolean;
	/** The timetable looks at its changes. */
	readonly watched?: boolean;
	/** Who did it, kept as it was when an account turns out to be somebody else; all other people are relinked. */
	readonly authors?: readonly Name[];
	/** Technical columns, written by `touch` alone: a greeting is nobody's last change. */
	readonly unledgered?: readonly Name[];
}

const tables = new Map<SQLiteTable, Declared>();

const LEDGERED: unique symbol = Symbol('ledgered');

/** A table that db/database.ts lets nobody write but the ledger. */
export type Ledgered<T extends SQLiteTable = SQLiteTable> = T & { readonly [LEDGERED]: true };

/** Declares a table that people's data live in; its rows are written through the ledger and nowhere else. */
export function ledgered<T extends SQLiteTable>(table: T, declared: Declared<Column<T>>): Ledgered<T> {
	tables.set(table, declared);
	return Object.assign(table, { [LEDGERED]: true as const });
}

/** What a table declared; throws when it is not ledgered. */
export function declaredOf(table: SQLiteTable): Declared {
	const declared = tables.get(table);
	if (!declared) throw new Error('a table that is not ledgered');
	return declared;
}

/** All ledgered tables, each after those it refers to. */
export function ledgeredTables(): readonly SQLiteTable[] {
	return [...tables.keys()];
}
