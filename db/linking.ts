import { eq, getTableColumns } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './database.ts';
import { type Act, add, change, remove, touch } from './ledger.ts';
import type { Person } from './people.ts';
import { person } from './schema/index.ts';
import { keysOf } from './schema/keys.ts';
import { declaredOf, ledgeredTables } from './schema/ledgered.ts';
import { sealedIn } from './schema/sealed.ts';
import { type Row, tableOf } from './table.ts';

/**
 * The account turns out to be somebody on a roster: the account and all that is theirs moves over, in every table that
 * names people, and what is left behind says where they went. Who once did something (`authors`) stays as it was noted.
 */
export function linkAccount(db: Db, act: Act, account: Person, onRoster: Person): Person {
	const { openId, accountName, greetedAt } = account;
	const noticedAt = onRoster.noticedAt ?? account.noticedAt;
	change(db, act, person, { id: account.id }, { openId: null, mergedInto: onRoster.id });
	change(db, act, person, { id: onRoster.id }, { openId });
	touch(db, person, { id: onRoster.id }, { accountName, greetedAt, noticedAt });
	for (const table of ledgeredTables())
		for (const [name, column] of peopleIn(table))
			relink(db, act, table, name, column, account.id, onRoster.id);
	return { ...onRoster, openId, accountName, greetedAt, noticedAt };
}

/** The columns that name somebody, but those that only say who did it. */
function peopleIn(table: SQLiteTable): [name: string, column: SQLiteColumn][] {
	const { authors = [] } = declaredOf(table);
	const references = getTableConfig(table).foreignKeys.map((key) => key.reference());
	const people = references
		.filter(({ foreignTable }) => foreignTable === person)
		.flatMap((key) => key.columns);
	return Object.entries(getTableColumns(table)).filter(
		([name, column]) => people.includes(column) && !authors.includes(name),
	);
}

function relink(
	db: Db,
	act: Act,
	table: SQLiteTable,
	name: string,
	column: SQLiteColumn,
	from: number,
	to: number,
): void {
	const rows: Row[] = db.select().from(table).where(eq(column, from)).all();
	const { keyOf, find } = tableOf(db, table);
	const isKey = keysOf(table).includes(name);
	for (const row of rows) {
		if (!isKey) change(db, act, table, keyOf(row), { [name]: to });
		else {
			remove(db, act, table, keyOf(row));
			const moved = { ...row, ...withoutSeals(table), [name]: to };
			if (!find(keyOf(moved))) add(db, act, table, moved);
		}
	}
}

/** What is sealed for a place stays behind with it: a reason opens only where it was given. */
function withoutSeals(table: SQLiteTable): Row {
	return Object.fromEntries(sealedIn(table).map((name) => [name, null]));
}
