import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../../db/database.ts';
import { ledger, ledgerImage } from '../../db/schema/index.ts';
import { ledgeredTables } from '../../db/schema/ledgered.ts';
import { sealedIn } from '../../db/schema/sealed.ts';
import { placeOf, sealedTables } from '../../db/sealed.ts';
import type { Row } from '../../db/table.ts';
import type { Vault } from '../../db/vault.ts';

const FORM = /([\w-]{6})\.[\w-]{16}\.[\w-]{22,}/g;

/** How many values lie under which key, in all tables there are: found by their form alone, whatever was declared. */
export function keysFound(db: Db): Record<string, number> {
	const tables = db.all<{ name: string }>(
		sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%'`,
	);
	const text = tables
		.map(({ name }) => JSON.stringify(db.all(sql.raw(`select * from "${name}"`))))
		.join('\n');
	const found: Record<string, number> = {};
	for (const [, id = ''] of text.matchAll(FORM)) found[id] = (found[id] ?? 0) + 1;
	return found;
}

/** Everything that lies sealed, in clear, with where it lies. */
export function sealedWords(db: Db, vault: Vault): { readonly at: string; readonly words: string }[] {
	const opened = (where: string, table: SQLiteTable, key: Row, values: Row) =>
		sealedIn(table).flatMap((name) => {
			const value = values[name];
			if (typeof value !== 'string' || value === '') return [];
			return [{ at: `${where}.${name}`, words: vault.open(value, placeOf(table, name, key)) }];
		});
	const inTables = sealedTables().flatMap((table) =>
		db
			.select(getTableColumns(table))
			.from(table)
			.all()
			.flatMap((row) => opened(getTableName(table), table, row, row)),
	);
	const images = db
		.select({ entry: ledger, image: ledgerImage })
		.from(ledgerImage)
		.innerJoin(ledger, sql`${ledger.id} = ${ledgerImage.ledgerId}`)
		.all();
	const inLedger = images.flatMap(({ entry, image }) => {
		const table = ledgeredTables().find((each) => getTableName(each) === entry.subjectTable);
		if (!table) return [];
		return [image.before, image.after].flatMap((json) =>
			json === null
				? []
				: opened(`ledger:${entry.subjectTable}`, table, JSON.parse(entry.subjectKey), JSON.parse(json)),
		);
	});
	return [...inTables, ...inLedger];
}
