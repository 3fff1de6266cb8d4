import { and, eq, getTableName, lte, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Db, prepared } from './database.ts';
import * as schema from './schema/index.ts';
import { declaredOf } from './schema/ledgered.ts';
import { sealedIn } from './schema/sealed.ts';
import { type Row, tableOf } from './table.ts';

/** Who does something, when, and by which command; stands beside every change. */
export interface Act {
	/** The update whose Turn this is. */
	readonly turn: string;
	/** The person; null for what the bot does by itself. */
	readonly by: number | null;
	readonly command: string;
	/** Our clock, ms. */
	readonly at: number;
	/** When the person said it, ms; never later than `at`. */
	readonly saidAt: number;
}

/** The command under which looks at names stand: they are nobody's last change. */
export const LOOK = 'look';

const { ledger, ledgerImage } = schema;

/** What stood in a sealed column stays in the ledger for so long (ms). */
export const PRIVATE_STAYS = 24 * 3_600_000;

/** Forgets private values whose day is over at `now` (ms). */
export function forgetImages(db: Db, now: number): void {
	db.update(ledgerImage)
		.set({ before: null, after: null, forgetAt: null })
		.where(lte(ledgerImage.forgetAt, now))
		.run();
}

/** Inserts a row and writes it into the ledger. */
export function add<T extends SQLiteTable>(
	db: Db,
	act: Act,
	table: T,
	values: T['$inferInsert'],
): T['$inferSelect'] {
	const row: T['$inferSelect'] = tableOf(db, table).insert(values);
	note(db, act, table, row, { change: 'added', fields: Object.keys(values), after: row });
	return row;
}

/** Changes the fields that differ, and writes them into the ledger; says whether anything did. */
export function change<T extends SQLiteTable>(
	db: Db,
	act: Act,
	table: T,
	key: Partial<T['$inferSelect']>,
	patch: Partial<T['$inferSelect']>,
): boolean {
	const rows = tableOf(db, table);
	const row = rows.find(key);
	if (!row) throw new Error(`no such row in ${getTableName(table)}`);
	const fields = Object.keys(patch).filter((name) => row[name] !== (patch as Row)[name]);
	if (fields.length === 0) return false;
	const after = pick(patch, fields);
	rows.update(key, after);
	note(db, act, table, { ...row, ...after }, { change: 'changed', fields, before: pick(row, fields), after });
	return true;
}

/** Takes a row away; its ledger row keeps what it was. */
export function remove<T extends SQLiteTable>(
	db: Db,
	act: Act,
	table: T,
	key: Partial<T['$inferSelect']>,
): void {
	const rows = tableOf(db, table);
	const row = rows.find(key);
	if (!row) return;
	rows.remove(key);
	note(db, act, table, row, { change: 'removed', fields: Object.keys(row), before: row });
}

/** Writes technical fields, which are nobody's change; throws for any that the table did not declare as such. */
export function touch<T extends SQLiteTable>(
	db: Db,
	table: T,
	key: Partial<T['$inferSelect']>,
	patch: Partial<T['$inferSelect']>,
): void {
	const { unledgered = [] } = declaredOf(table);
	const ledgered = Object.keys(patch).find((name) => !unledgered.includes(name));
	if (ledgered !== undefined)
		throw new Error(`${getTableName(table)}.${ledgered} is written through the ledger`);
	tableOf(db, table).update(key, patch);
}

/** Whose data a row is: the person it names, or whose row it belongs to; null for what is nobody's. */
function aboutOf(db: Db, table: SQLiteTable, row: Row): number | null {
	const { about } = declaredOf(table);
	if (about === null) return null;
	if (typeof about === 'string') return Number(row[about]);
	const parent = tableOf(db, about.of).find({ id: row[about.by] });
	return parent ? aboutOf(db, about.of, parent) : null;
}

/**
 * Erases what stood in these rows from the ledger at once; who changed them and when stays. `about` are all numbers of
 * the person whose data it is: found by them, not by walking the ledger.
 */
export function eraseImages(
	db: Db,
	about: readonly number[],
	table: SQLiteTable,
	ids: readonly number[],
): void {
	const keys = JSON.stringify(ids.map((id) => JSON.stringify({ id })));
	const entries = db
		.select({ id: ledger.id })
		.from(ledgerImage)
		.innerJoin(ledger, eq(ledger.id, ledgerImage.ledgerId))
		.where(
			and(
				sql`${ledgerImage.subjectPersonId} in (select value from json_each(${JSON.stringify(about)}))`,
				eq(ledger.subjectTable, getTableName(table)),
				sql`${ledger.subjectKey} in (select value from json_each(${keys}))`,
			),
		)
		.all();
	for (const { id } of entries) {
		db.update(ledgerImage)
			.set({ before: null, after: null, forgetAt: null })
			.where(eq(ledgerImage.ledgerId, id))
			.run();
	}
}

interface Noted {
	readonly change: 'added' | 'changed' | 'removed';
	readonly fields: readonly string[];
	readonly before?: Row;
	readonly after?: Row;
}

function note(db: Db, act: Act, table: SQLiteTable, row: Row, noted: Noted): void {
	const { entry, image } = statements(db);
	const inserted = entry.get({
		turn: act.turn,
		at: act.at,
		personId: act.by,
		command: act.command,
		subjectTable: getTableName(table),
		subjectKey: JSON.stringify(tableOf(db, table).keyOf(row)),
		change: noted.change,
		fields: JSON.stringify(noted.fields),
	});
	image.run({
		ledgerId: inserted.id,
		about: aboutOf(db, table, row),
		before: noted.before ? JSON.stringify(noted.before) : null,
		after: noted.after ? JSON.stringify(noted.after) : null,
		forgetAt: noted.fields.some((field) => sealedIn(table).includes(field)) ? act.at + PRIVATE_STAYS : null,
	});
}

const statements = prepared((db) => ({
	entry: db
		.insert(ledger)
		.values({
			turn: sql.placeholder('turn'),
			at: sql.placeholder('at'),
			personId: sql.placeholder('personId'),
			command: sql.placeholder('command'),
			subjectTable: sql.placeholder('subjectTable'),
			subjectKey: sql.placeholder('subjectKey'),
			change: sql.placeholder('change'),
			fields: sql.placeholder('fields'),
		})
		.returning({ id: ledger.id })
		.prepare(),
	image: db
		.insert(ledgerImage)
		.values({
			ledgerId: sql.placeholder('ledgerId'),
			subjectPersonId: sql.placeholder('about'),
			before: sql.placeholder('before'),
			after: sql.placeholder('after'),
			forgetAt: sql.placeholder('forgetAt'),
		})
		.prepare(),
}));

function pick(row: Row, names: readonly string[]): Row {
	return Object.fromEntries(names.map((name) => [name, row[name]]));
}
