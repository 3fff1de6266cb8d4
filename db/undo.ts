import {
	and,
	desc,
	eq,
	getTableColumns,
	getTableName,
	gt,
	gte,
	isNull,
	not,
	notInArray,
	sql,
} from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from './database.ts';
import { type Act, add, change, LOOK, remove } from './ledger.ts';
import { branch, ledger, ledgerImage, person, role } from './schema/index.ts';
import { declaredOf, ledgeredTables } from './schema/ledgered.ts';
import { type Row, tableOf } from './table.ts';

/**
 * The last Turn of this person since `since` (ms) that changed something and was not taken back; with `turn` only
 * that one.
 */
export function lastTurnOf(db: Db, personId: number, since: number, turn?: string) {
	return db
		.select({ turn: ledger.turn, command: ledger.command, at: ledger.at })
		.from(ledger)
		.where(
			and(
				eq(ledger.personId, personId),
				gt(ledger.at, since),
				isNull(ledger.undoneBy),
				notInArray(ledger.command, ['undo', LOOK]),
				turn === undefined ? undefined : eq(ledger.turn, turn),
			),
		)
		.orderBy(desc(ledger.id))
		.limit(1)
		.get();
}

/**
 * Whether somebody has lost an office since this Turn of theirs, by another than that Turn, which changed more than what is
 * about themselves: that was done in office, and taking it back would be too.
 */
export function isOutOfOffice(db: Db, personId: number, { turn, at }: { turn: string; at: number }): boolean {
	const byThisTurn = sql`exists (select 1 from ${ledger} where ${ledger.turn} = ${turn}
		and ${ledger.subjectTable} = 'role' and ${ledger.subjectKey} = json_object('id', ${role.id}))`;
	const beyondThemselves = sql`exists (select 1 from ${ledger}
		join ${ledgerImage} on ${ledgerImage.ledgerId} = ${ledger.id}
		where ${ledger.turn} = ${turn} and coalesce(${ledgerImage.subjectPersonId}, 0) <> ${personId})`;
	const lost = db
		.select({ id: role.id })
		.from(role)
		.where(and(eq(role.personId, personId), gte(role.until, at), not(byThisTurn), beyondThemselves))
		.limit(1)
		.get();
	return lost !== undefined;
}

/** Whether this Turn itself ended an office of whoever acted. */
export function isResignation(db: Db, personId: number, turn: string): boolean {
	return imagesOf(db, turn).some(
		({ entry, image }) =>
			entry.subjectTable === getTableName(role) &&
			image.subjectPersonId === personId &&
			rowOf(image.after).until !== undefined,
	);
}

/** The nodes of all that a Turn changed which is not this person's own: about them, or theirs to work on. */
export function nodesTouched(db: Db, personId: number, turn: string): number[] {
	const nodes = imagesOf(db, turn).flatMap(({ entry, image }) => {
		const row = { ...rowOf(image.before), ...rowOf(image.after), ...rowOf(entry.subjectKey) };
		const table = tableNamed(entry.subjectTable);
		const bonds = bondsOf(db, table, tableOf(db, table).find(rowOf(entry.subjectKey)) ?? row);
		return bonds.people.includes(personId) ? [] : bonds.nodes;
	});
	return [...new Set(nodes)];
}

interface Bonds {
	readonly people: readonly unknown[];
	readonly nodes: readonly number[];
}

/** Whose a row is and where it belongs, by its foreign keys and those of the rows it hangs on; who wrote it is neither. */
function bondsOf(db: Db, table: SQLiteTable, row: Row): Bonds {
	if (table === branch) return { people: [], nodes: [Number(row.id)] };
	if (table === person) return { people: [row.id], nodes: [] };
	const { authors = [] } = declaredOf(table);
	const columns = Object.entries(getTableColumns(table));
	const bonds = getTableConfig(table).foreignKeys.map((key): Bonds => {
		const reference = key.reference();
		const name = columns.find(([, column]) => column === reference.columns[0])?.[0] ?? '';
		const id = row[name];
		if (authors.includes(name) || id === null || id === undefined) return { people: [], nodes: [] };
		return bondsOf(db, reference.foreignTable, tableOf(db, reference.foreignTable).find({ id }) ?? { id });
	});
	return { people: bonds.flatMap(({ people }) => people), nodes: bonds.flatMap(({ nodes }) => nodes) };
}

/** What a Turn touched, by table, newest first. */
export function touchedBy(db: Db, turn: string) {
	return db
		.select({ table: ledger.subjectTable, key: ledger.subjectKey, change: ledger.change })
		.from(ledger)
		.where(eq(ledger.turn, turn))
		.orderBy(desc(ledger.id))
		.all()
		.map((row) => ({ ...row, key: rowOf(row.key) }));
}

/**
 * Puts back what a Turn changed, as one more entry in the ledger. The answer is false, and the caller undoes its
 * savepoint, unless every touched row still is as that Turn left it and nothing hangs on what it added.
 */
export function restore(db: Db, act: Act, turn: string): boolean {
	const entries = imagesOf(db, turn);
	const steps = entries.map(({ entry, image }) => {
		const table = tableNamed(entry.subjectTable);
		if (!declaredOf(table).restorable) throw new Error(`${entry.subjectTable} can't be restored`);
		return {
			table,
			change: entry.change,
			key: rowOf(entry.subjectKey),
			before: rowOf(image.before),
			after: rowOf(image.after),
		};
	});
	if (steps.length === 0 || !steps.every((step, index) => untouched(db, step, steps.slice(0, index)))) {
		return false;
	}
	try {
		for (const { table, key, before, ...step } of steps) {
			if (step.change === 'added') remove(db, act, table, key);
			else if (step.change === 'changed') change(db, act, table, key, before);
			else add(db, act, table, before);
		}
	} catch (error) {
		if (hangsOnIt(error)) return false;
		throw error;
	}
	markUndone(db, act, turn);
	return true;
}

/** Notes that a Turn was taken back; it is not found a second time. */
export function markUndone(db: Db, act: Act, turn: string): void {
	db.update(ledger).set({ undoneBy: act.turn }).where(eq(ledger.turn, turn)).run();
}

/** The cards that show what a Turn touched, by their keys (`meeting:12`), each once. */
export function shownBy(db: Db, turn: string): string[] {
	const keys = imagesOf(db, turn).flatMap(({ entry, image }) => {
		const table = tableNamed(entry.subjectTable);
		const { subject } = declaredOf(table);
		if (!subject) return [];
		const row = { ...rowOf(image.before), ...rowOf(image.after), ...rowOf(entry.subjectKey) };
		return [`${subject.kind}:${row[subject.by]}`];
	});
	return [...new Set(keys)];
}

function imagesOf(db: Db, turn: string) {
	return db
		.select({ entry: ledger, image: ledgerImage })
		.from(ledger)
		.innerJoin(ledgerImage, eq(ledgerImage.ledgerId, ledger.id))
		.where(and(eq(ledger.turn, turn), isNull(ledger.undoneBy)))
		.orderBy(desc(ledger.id))
		.all();
}

function rowOf(json: string | null): Row {
	return json === null ? {} : JSON.parse(json);
}

function tableNamed(name: string): SQLiteTable {
	const found = ledgeredTables().find((table) => getTableName(table) === name);
	if (!found) throw new Error(`${name} is not ledgered`);
	return found;
}

/** A row that was added and that another refers to by now can't go any more. */
function hangsOnIt(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return /FOREIGN KEY constraint failed/.test(error.message) || hangsOnIt(error.cause);
}

interface Step {
	readonly table: SQLiteTable;
	readonly change: 'added' | 'changed' | 'removed';
	readonly key: Row;
	readonly before: Row;
	readonly after: Row;
}

/**
 * Only the newest change of a row is compared: the earlier ones of the same Turn lie under it. Technical fields are nobody's
 * change: whoever was greeted since is still as that Turn left them.
 */
function untouched(db: Db, step: Step, newer: readonly Step[]): boolean {
	const same = (other: Step) =>
		other.table === step.table && JSON.stringify(other.key) === JSON.stringify(step.key);
	if (newer.some(same)) return true;
	const row = tableOf(db, step.table).find(step.key);
	if (step.change === 'removed') return row === undefined;
	const { unledgered = [] } = declaredOf(step.table);
	const left = Object.entries(step.after).filter(([name]) => !unledgered.includes(name));
	return row !== undefined && left.every(([name, value]) => row[name] === value);
}
