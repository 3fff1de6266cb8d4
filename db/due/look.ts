import { asc, getTableName, sql } from 'drizzle-orm';
import { type Db, prepared } from '../database.ts';
import { ledger, reminderLook } from '../schema/index.ts';
import { declaredOf, ledgeredTables } from '../schema/ledgered.ts';

/** How far a rule has been looked through. */
export interface Cursor {
	/** All steps due by this local date have been decided. */
	readonly lookedOn: string;
	/** A look under way: up to which date, and the last id it came to. */
	readonly until: string | null;
	readonly after: number;
}

const cursors = prepared((db) => db.select().from(reminderLook).prepare());

/** Every cursor by its rule. */
export function cursorsOf(db: Db): Map<string, Cursor> {
	return new Map(
		cursors(db)
			.all()
			.map(({ name, ...cursor }) => [name, cursor]),
	);
}

/** Remembers how far a rule has been looked through. */
export function moveCursor(db: Db, name: string, cursor: Cursor): void {
	db.insert(reminderLook)
		.values({ name, ...cursor })
		.onConflictDoUpdate({ target: reminderLook.name, set: cursor })
		.run();
}

/** One change that may bring a step forward. */
export interface Touched {
	readonly ledgerId: number;
	readonly table: string;
	/** Of the row that was changed; the person's for what hangs on a person. */
	readonly id: number;
	/** ms */
	readonly at: number;
}

const WATCHED = ledgeredTables()
	.filter((table) => declaredOf(table).watched)
	.map(getTableName);

const touched = prepared((db) =>
	db
		.select({ ledgerId: ledger.id, table: ledger.subjectTable, key: ledger.subjectKey, at: ledger.at })
		.from(ledger)
		.where(
			sql`${ledger.id} > ${sql.placeholder('after')} and ${ledger.subjectTable} in (select value from json_each(${JSON.stringify(WATCHED)}))`,
		)
		.orderBy(asc(ledger.id))
		.limit(sql.placeholder('most'))
		.prepare(),
);

/** Changes of what the timetable is about, written after this row of the ledger, oldest first. */
export function touchedAfter(db: Db, after: number, most: number): Touched[] {
	return touched(db)
		.all({ after, most })
		.map(({ key, ...row }) => ({ ...row, id: Object.values<number>(JSON.parse(key))[0] ?? 0 }));
}
