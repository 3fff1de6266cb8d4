import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type Db, prepared } from './database.ts';
import { type Act, add, change } from './ledger.ts';
import { branch, float, floatContact, person } from './schema/index.ts';
import { ofManaged } from './scope.ts';
import { seal, unseal } from './sealed.ts';
import type { Vault } from './vault.ts';

export type Float = typeof float.$inferSelect;

/** A floating member with the words people know them by; where they are in clear, how to reach them still sealed. */
export interface FloatSheet extends Omit<Float, 'place' | 'home'> {
	readonly place: string;
	readonly home: string | null;
	readonly name: string;
	readonly openId: string | null;
	readonly branchName: string;
}

/** What is told of somebody away, in clear. */
export interface FloatWords {
	readonly place: string;
	readonly since: string;
	readonly until?: string;
	readonly fixed?: boolean;
	readonly home?: string;
	readonly contact?: string;
}

export interface NewFloat extends FloatWords {
	readonly personId: number;
	readonly branchId: number;
	readonly direction: Float['direction'];
}

const sheet = {
	float,
	name: sql<string>`coalesce(${person.name}, '')`,
	openId: person.openId,
	branchName: branch.name,
};

const queries = prepared((db) => {
	const open = () =>
		db
			.select(sheet)
			.from(float)
			.innerJoin(person, eq(person.id, float.personId))
			.innerJoin(branch, eq(branch.id, float.branchId));
	return {
		byId: open()
			.where(eq(float.id, sql.placeholder('id')))
			.prepare(),
		ofPerson: open()
			.where(and(eq(float.personId, sql.placeholder('personId')), eq(float.state, 'open')))
			.orderBy(asc(float.id))
			.prepare(),
		ofBranches: open()
			.where(and(eq(float.state, 'open'), ofManaged(float.branchId)))
			.orderBy(asc(float.since), asc(float.id))
			.prepare(),
	};
});

type Found = { float: Float; name: string; openId: string | null; branchName: string };

const asSheet =
	(vault: Vault) =>
	({ float: row, ...words }: Found): FloatSheet => ({
		...row,
		...words,
		place: opened(vault, row, 'place') ?? '',
		home: opened(vault, row, 'home') ?? null,
	});

/** Somebody's entry by its number; whose it is for the asker to see is asked where it is used. */
export function floatById(db: Db, vault: Vault, id: number): FloatSheet | undefined {
	const found = queries(db).byId.get({ id });
	return found && asSheet(vault)(found);
}

/** Everybody away from, or here with, these branches, who went first first. */
export function openFloats(db: Db, vault: Vault, branchIds: readonly number[]): FloatSheet[] {
	return queries(db)
		.ofBranches.all({ managed: JSON.stringify(branchIds) })
		.map(asSheet(vault));
}

/** The open entries of one person: out from home, and perhaps in elsewhere. */
export function floatsOf(db: Db, vault: Vault, personId: number): FloatSheet[] {
	return queries(db).ofPerson.all({ personId }).map(asSheet(vault));
}

/** Somebody not on any roster yet whom a branch takes note of: a name, no membership. */
export function addStranger(db: Db, act: Act, name: string): number {
	return add(db, act, person, { name, createdAt: act.at }).id;
}

/** Takes the name somebody on no roster gives of themselves; a name that is known stays. */
export function nameStranger(db: Db, act: Act, personId: number, name: string): void {
	const unnamed = db
		.select({ id: person.id })
		.from(person)
		.where(and(eq(person.id, personId), isNull(person.name)))
		.get();
	if (unnamed) change(db, act, person, { id: personId }, { name });
}

/** What is told of somebody away that lies sealed. */
const SEALED = ['place', 'home', 'contact'] as const;

/** Writes an entry down; the consent was given by what is said now (`act.saidAt`). */
export function register(db: Db, act: Act, vault: Vault, entry: NewFloat): Float {
	const { place, home, contact, ...plain } = entry;
	const row = add(db, act, float, {
		...plain,
		place: '',
		consentAt: act.saidAt,
		registeredBy: act.by ?? entry.personId,
		registeredAt: act.at,
		state: 'open',
	});
	correct(db, act, vault, row, { place, home, contact });
	return row;
}

/** Changes what was told anew; says whether anything is different now. */
export function correct(
	db: Db,
	act: Act,
	vault: Vault,
	{ id }: Pick<Float, 'id'>,
	words: Partial<FloatWords>,
): boolean {
	const [known] = db.select().from(float).where(eq(float.id, id)).all();
	if (!known) throw new Error('an entry that is corrected is there');
	const { place, home, contact, ...plain } = words;
	const told = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
	const patch: Partial<Float> = { ...told };
	for (const name of SEALED) {
		const word = words[name];
		if (word !== undefined && word !== opened(vault, known, name))
			patch[name] = seal(vault, float, name, { id }, word);
	}
	return change(db, act, float, { id }, patch);
}

/** Ends an entry on a local day; false when it had ended before. */
export function end(
	db: Db,
	act: Act,
	known: Pick<Float, 'id' | 'state'>,
	state: 'back' | 'transferred',
	on: string,
): boolean {
	if (known.state !== 'open') return false;
	return change(db, act, float, { id: known.id }, { state, endedOn: on });
}

/** Notes that the branch was in touch on a local day; an earlier day than the last goes into the log alone. */
export function noteContact(
	db: Db,
	act: Act,
	known: Pick<Float, 'id' | 'personId' | 'contactedOn'>,
	on: string,
): void {
	add(db, act, floatContact, { floatId: known.id, on, by: act.by ?? known.personId, at: act.at });
	if (known.contactedOn === null || known.contactedOn < on)
		change(db, act, float, { id: known.id }, { contactedOn: on });
}

/** How to reach them, for the person and who runs the branch. */
export function contactOf(vault: Vault, row: Pick<Float, 'id' | 'contact'>): string | undefined {
	return opened(vault, row, 'contact');
}

function opened<Name extends (typeof SEALED)[number]>(
	vault: Vault,
	row: Pick<Float, 'id' | Name>,
	name: Name,
): string | undefined {
	const value = row[name];
	return value === null || value === '' ? undefined : unseal(vault, float, name, { id: row.id }, value);
}
