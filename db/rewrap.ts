import { eq, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { keysInUse, noteRewrapped, PLAIN, retireKey } from './data-keys.ts';
import type { Db } from './database.ts';
import { PRIVATE_STAYS } from './ledger.ts';
import { ledger, ledgerImage } from './schema/index.ts';
import { ledgeredTables } from './schema/ledgered.ts';
import { sealedIn } from './schema/sealed.ts';
import { placeOf, sealedTables } from './sealed.ts';
import { type Row, tableOf } from './table.ts';
import { keyOf, SealBroken, type Vault } from './vault.ts';

/** How far all that lies sealed has been sealed with the first key. */
interface Walk {
	/** Which of the places, and up to which row of it. */
	readonly place: string;
	readonly after: number;
	/** In this round so many values were sealed anew. */
	readonly moved: number;
	/** Keys of values that do not open where they lie; they stay in use. */
	readonly broken: readonly string[];
	/** Nothing more can be done until the next start. */
	readonly over?: boolean;
}

export interface Rewrapped {
	/** Nothing is left to do now. */
	readonly done: boolean;
	/** The keys that are no longer needed since this step. */
	readonly retired: readonly string[];
	/** Values of this step that do not open where they lie. */
	readonly broken: number;
}

/** A step looks at so many rows, and seals so many anew: some milliseconds. */
const LOOKED_AT = 2_000;
const SEALED_ANEW = 100;

const NOTHING_TO_DO: Rewrapped = { done: true, retired: [], broken: 0 };

/**
 * Inside a transaction: one step on the way to where everything lies sealed under the first key, begun where the last one
 * ended, also by an earlier process. All places are walked until a whole round has found nothing (a change taken back may
 * carry an old value where the walk has been); only then the other keys are no longer in use.
 */
export function rewrapStep(db: Db, vault: Vault): Rewrapped {
	const keys = keysInUse(db);
	const others = keys.filter(({ seals }) => !seals).map(({ id }) => id);
	const first = keys.find(({ seals }) => seals);
	if (!first || others.length === 0) return NOTHING_TO_DO;
	const walk = walkOf(first.rewrapped);
	if (walk.over) return NOTHING_TO_DO;
	const keeping = new Keeping(vault, others);
	const places = placesOf();
	const found = places.findIndex(({ name }) => name === walk.place);
	const at = Math.max(0, found);
	const after = places[at]?.walk(db, keeping, found < 0 ? 0 : walk.after);
	const seen = {
		moved: walk.moved + keeping.moved,
		broken: [...new Set([...walk.broken, ...keeping.broken])],
	};
	const next = after === undefined ? places[at + 1] : places[at];
	const note = (walk: Walk | null) => noteRewrapped(db, first.id, walk && JSON.stringify(walk));
	const broken = keeping.broken.length;
	if (next) note({ place: next.name, after: after ?? 0, ...seen });
	else if (seen.moved > 0) note(ROUND);
	else {
		const retired = others.filter((id) => !seen.broken.includes(id));
		for (const id of retired) retireKey(db, id);
		note(retired.length < others.length ? { ...ROUND, ...seen, over: true } : null);
		return { done: true, retired, broken };
	}
	return { done: false, retired: [], broken };
}

/** Which keys are needed, and how far they have been replaced by the one that seals. */
export interface RewrapState {
	/** Null before the first start. */
	readonly seals: string | null;
	/** Whose values are still to be sealed anew: `plain` for what never was sealed. */
	readonly others: string[];
	/** Stuck: values do not open where they lie, so that their keys stay needed; tried again at the next start. */
	readonly rewrap: 'finished' | 'under-way' | 'stuck';
}

export function rewrapState(db: Db): RewrapState {
	const keys = keysInUse(db);
	const first = keys.find(({ seals }) => seals);
	const others = keys.filter(({ seals }) => !seals).map(({ id }) => id);
	const stuck = walkOf(first?.rewrapped ?? null).over ? 'stuck' : 'under-way';
	return { seals: first?.id ?? null, others, rewrap: others.length === 0 ? 'finished' : stuck };
}

const ROUND: Walk = { place: '', after: 0, moved: 0, broken: [] };

function walkOf(json: string | null): Walk {
	return json === null ? ROUND : JSON.parse(json);
}

/** Seals anew what is not under the first key, and keeps count. */
class Keeping {
	readonly #vault: Vault;
	/** The keys that are to be replaced. */
	readonly others: readonly string[];
	/** What has not the form of a sealed value may be of before its column was sealed. */
	readonly plain: boolean;
	readonly first: string;
	readonly broken: string[] = [];
	moved = 0;

	constructor(vault: Vault, others: readonly string[]) {
		this.#vault = vault;
		this.others = others.filter((id) => id !== PLAIN);
		this.plain = others.includes(PLAIN);
		this.first = vault.keys[0];
	}

	/** The sealed values of a row that have to be other ones; undefined when none has. */
	patch(table: SQLiteTable, key: Row, values: Row): Row | undefined {
		const changed = sealedIn(table).flatMap((name) => {
			const value = values[name];
			if (typeof value !== 'string' || value === '') return [];
			const anew = this.#anew(table, name, key, value);
			return anew === undefined ? [] : [[name, anew] as const];
		});
		this.moved += changed.length;
		return changed.length > 0 ? Object.fromEntries(changed) : undefined;
	}

	#anew(table: SQLiteTable, name: string, key: Row, value: string): string | undefined {
		const id = keyOf(value);
		if (id === this.first) return undefined;
		const place = placeOf(table, name, key);
		if (id === undefined || !this.#vault.keys.includes(id)) {
			if (this.plain) return this.#vault.sealKept(value, place);
			this.broken.push(id ?? PLAIN);
			return undefined;
		}
		try {
			return this.#vault.reseal(value, place);
		} catch (error) {
			if (!(error instanceof SealBroken)) throw error;
			this.broken.push(id);
			return undefined;
		}
	}
}

/** Somewhere sealed values lie. */
interface Somewhere {
	readonly name: string;
	/** Walks on from behind this row; answers how far it came, undefined at the end. */
	walk(db: Db, keeping: Keeping, after: number): number | undefined;
}

/** Every place: the tables as they declare it, and what the ledger keeps of them. */
function placesOf(): Somewhere[] {
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
