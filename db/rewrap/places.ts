import { eq, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../database.ts';
import { PRIVATE_STAYS } from '../ledger.ts';
import { ledger, ledgerImage } from '../schema/index.ts';
import { ledgeredTables } from '../schema/ledgered.ts';
import { sealedIn } from '../schema/sealed.ts';
import { sealedTables } from '../sealed.ts';
import { type Row, tableOf } from '../table.ts';
import type { Keeping } from './keeping.ts';

/** A step looks at so many rows, and seals so many anew: some milliseconds. */
const LOOKED_AT = 2_000;
const SEALED_ANEW = 100;

/** Somewhere sealed values lie. */
export interface Somewhere {
	readonly name: string;
	/** Walks on from behind this row; answers how far it came, undefined at the end. */
	walk(db: Db, keeping: Keeping, after: number): number | undefined;
}

/** Every place: the tables as they declare it, and what the ledger keeps of them. */
export function placesOf(): Somewhere[] {
	return [
		...sealedTables().map((table) => ({
			name: getTableName(table),
			walk: (db: Db, keeping: Keeping, after: number) => walkTable(db, keeping, table, after),
		})),
		{ name: getTableName(ledgerImage), walk: walkImages },
	];
}

/** What lies under another key than the first, or under none. */
function isForeign(value: SQL, { first }: Keeping): SQL {
	return sql`(${value} <> '' and substr(${value}, 1, ${first.length + 1}) <> ${`${first}.`})`;
}

function walkTable(db: Db, keeping: Keeping, table: SQLiteTable, after: number): number | undefined {
	const row = getTableColumns(table);
	const foreign = sealedIn(table).map((name) => isForeign(sql`${row[name]}`, keeping));
	const end = endOfStep(db, table, after);
	const rows = db
		.select({ at: sql<number>`rowid`, row })
		.from(table)
		.where(sql`rowid > ${after} and rowid <= ${end ?? LAST} and (${sql.join(foreign, sql` or `)})`)
		.orderBy(sql`rowid`)
		.limit(SEALED_ANEW)
		.all();
	const { keyOf: keyIn, update } = tableOf(db, table);
	for (const { row } of rows) {
		const patch = keeping.patch(table, row, row);
		if (patch) update(keyIn(row), patch);
	}
	return reached(rows, end);
}

/** What the ledger keeps holds the values of the rows as they were, sealed for their place in the row's own table. */
function walkImages(db: Db, keeping: Keeping, after: number): number | undefined {
	const tables = new Map(
		ledgeredTables()
			.filter((table) => sealedIn(table).length > 0)
			.map((table) => [getTableName(table), table]),
	);
	const names = JSON.stringify([...new Set([...tables.values()].flatMap(sealedIn))]);
	const holds = (image: SQL) => {
		const sealed = keeping.others.map((id) => sql`instr(${image}, ${`"${id}.`}) > 0`);
		// Reading the JSON of every image takes ten times as long.
		const plain = sql`exists (select 1 from json_each(${image}) as each where each.key in (select value from json_each(${names})) and ${isForeign(sql`each.value`, keeping)})`;
		return sql.join(keeping.plain ? [...sealed, plain] : sealed, sql` or `);
	};
	const { ledgerId } = ledgerImage;
	const end = endOfStep(db, ledgerImage, after);
	const rows = db
		.select({ at: ledgerId, entry: ledger, image: ledgerImage })
		.from(ledgerImage)
		.innerJoin(ledger, eq(ledger.id, ledgerId))
		.where(
			sql`${ledgerId} > ${after} and ${ledgerId} <= ${end ?? LAST}
				and ${ledger.subjectTable} in (select value from json_each(${JSON.stringify([...tables.keys()])}))
				and (${holds(sql`${ledgerImage.before}`)} or ${holds(sql`${ledgerImage.after}`)})`,
		)
		.orderBy(ledgerId)
		.limit(SEALED_ANEW)
		.all();
	for (const { entry, image } of rows) {
		const table = tables.get(entry.subjectTable);
		if (!table) continue;
		const key: Row = JSON.parse(entry.subjectKey);
		const anew = (json: string | null) => {
			if (json === null) return null;
			const values: Row = JSON.parse(json);
			return JSON.stringify({ ...values, ...keeping.patch(table, key, values) });
		};
		db.update(ledgerImage)
			.set({
				before: anew(image.before),
				after: anew(image.after),
				forgetAt: image.forgetAt ?? entry.at + PRIVATE_STAYS,
			})
			.where(eq(ledgerId, image.ledgerId))
			.run();
	}
	return reached(rows, end);
}

const LAST = Number.MAX_SAFE_INTEGER;

/** The last row that a step looks at; undefined when the table ends before that. */
function endOfStep(db: Db, table: SQLiteTable, after: number): number | undefined {
	const [end] = db.all<{ at: number }>(
		sql`select rowid as at from ${table} where rowid > ${after} order by rowid limit 1 offset ${LOOKED_AT - 1}`,
	);
	return end?.at;
}

/** How far a step came: through all it was to look at, or to the last row it had the time for. */
function reached(rows: readonly { readonly at: number }[], end: number | undefined): number | undefined {
	return rows.length === SEALED_ANEW ? rows.at(-1)?.at : end;
}
