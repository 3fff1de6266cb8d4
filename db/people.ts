import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { HeldRole, RoleName } from '../src/rules/roles.ts';
import { setOfficerCode } from './app.ts';
import { type Db, prepared } from './database.ts';
import { type Act, add, change, touch } from './ledger.ts';
import { membership, person, role } from './schema/index.ts';

export type Person = typeof person.$inferSelect;
export type Standing = (typeof membership.$inferSelect)['standing'];

/** Somebody with what they are in the tree today. */
export interface Me {
	readonly id: number;
	readonly openId: string | null;
	readonly name: string | null;
	readonly roles: readonly HeldRole[];
	readonly memberships: readonly { readonly branchId: number; readonly standing: Standing }[];
}

const queries = prepared((db) => ({
	byOpenId: db
		.select()
		.from(person)
		.where(eq(person.openId, sql.placeholder('openId')))
		.prepare(),
	byId: db
		.select()
		.from(person)
		.where(eq(person.id, sql.placeholder('id')))
		.prepare(),
	roles: db
		.select({ role: role.role, branchId: role.branchId })
		.from(role)
		.where(and(eq(role.personId, sql.placeholder('id')), isNull(role.until)))
		.prepare(),
	holders: db
		.selectDistinct({ person })
		.from(role)
		.innerJoin(person, eq(person.id, role.personId))
		.where(
			and(
				eq(role.role, sql.placeholder('name')),
				isNull(role.until),
				inArray(role.branchId, sql`(select value from json_each(${sql.placeholder('nodes')}))`),
			),
		)
		.prepare(),
	chiefs: db
		.selectDistinct({ person })
		.from(role)
		.innerJoin(person, eq(person.id, role.personId))
		.where(and(eq(role.role, 'officer'), isNull(role.until), isNull(role.branchId)))
		.prepare(),
	memberships: db
		.select({ branchId: membership.branchId, standing: membership.standing })
		.from(membership)
		.where(and(eq(membership.personId, sql.placeholder('id')), isNull(membership.until)))
		.prepare(),
}));

/** The person behind an account; a first word from an unknown account makes one. */
export function personOfAccount(db: Db, openId: string, now: number, accountName?: string): Person {
	const known = queries(db).byOpenId.get({ openId });
	if (!known) {
		const name = accountName ?? null;
		return add(db, toldByPlatform(now), person, { openId, name, accountName: name, createdAt: now });
	}
	if (accountName === undefined || accountName === known.accountName) return known;
	return nameAccount(db, known, accountName, now);
}

/** Takes the name the platform shows; the roster's name stays where there is one. */
function nameAccount(db: Db, { id, ...known }: Person, accountName: string, now: number): Person {
	touch(db, person, { id }, { accountName });
	const name = known.name ?? accountName;
	change(db, toldByPlatform(now), person, { id }, { name });
	return { ...known, id, accountName, name };
}

/** What the bot learns of an account by itself is nobody's change. */
function toldByPlatform(now: number): Act {
	return { turn: `account:${crypto.randomUUID()}`, by: null, command: 'account', at: now, saidAt: now };
}

/** Whether there is an account that could be written to. */
export function isReachable({ openId, leftAt }: Person): boolean {
	return openId !== null && leftAt === null;
}

export function accountKnown(db: Db, openId: string): Person | undefined {
	return queries(db).byOpenId.get({ openId });
}

export function personById(db: Db, id: number): Person | undefined {
	return queries(db).byId.get({ id });
}

/** The person with roles and memberships of today. */
export function meOf(db: Db, { id, openId, name }: Pick<Person, 'id' | 'openId' | 'name'>): Me {
	const { roles, memberships } = queries(db);
	return { id, openId, name, roles: roles.all({ id }), memberships: memberships.all({ id }) };
}

/** Whether anybody looks after the whole tree. */
export function hasOfficer(db: Db): boolean {
	const found = db
		.select({ id: role.id })
		.from(role)
		.where(and(eq(role.role, 'officer'), isNull(role.until)))
		.limit(1)
		.get();
	return found !== undefined;
}

/**
 * Gives a role for a node (null: the whole tree); false when it was held already. With an officer there, no one-time code
 * is good any more, whoever made them one.
 */
export function appoint(db: Db, act: Act, personId: number, held: HeldRole): boolean {
	if (heldRole(db, personId, held)) return false;
	if (held.role === 'officer') setOfficerCode(db, null);
	add(db, act, role, { personId, ...held, since: act.at });
	return true;
}

/** Ends a role; false when it wasn't held. */
export function dismiss(db: Db, act: Act, personId: number, held: HeldRole): boolean {
	const found = heldRole(db, personId, held);
	if (!found) return false;
	return change(db, act, role, { id: found.id }, { until: act.at });
}

function heldRole(db: Db, personId: number, held: HeldRole) {
	const at = held.branchId === null ? isNull(role.branchId) : eq(role.branchId, held.branchId);
	return db
		.select()
		.from(role)
		.where(and(eq(role.personId, personId), eq(role.role, held.role), at, isNull(role.until)))
		.get();
}

/** Everybody who holds a role for one of these nodes. */
export function holdersOf(db: Db, name: RoleName, branchIds: readonly number[]): Person[] {
	return queries(db)
		.holders.all({ name, nodes: JSON.stringify(branchIds) })
		.map((row) => row.person);
}

/** Who holds, or held, this role; undefined when it was taken back. */
export function holderOf(db: Db, roleId: number): number | undefined {
	return db.select({ id: role.personId }).from(role).where(eq(role.id, roleId)).get()?.id;
}

/** Officers of the whole tree. */
export function chiefOfficers(db: Db): Person[] {
	return queries(db)
		.chiefs.all()
		.map((row) => row.person);
}

/** The account is gone: nobody writes to it any more; the roster entry stays. */
export function accountLeft(db: Db, openId: string, now: number): void {
	const known = accountKnown(db, openId);
	if (known) touch(db, person, { id: known.id }, { leftAt: now });
}

/** Somebody whose account was gone speaks again: from now on they can be written to. */
export function accountBack(db: Db, id: number): void {
	touch(db, person, { id }, { leftAt: null });
}

/** Remembers the one greeting of a private chat. */
export function greeted(db: Db, id: number, now: number): void {
	touch(db, person, { id }, { greetedAt: now });
}

/** Remembers that somebody was shown what the bot keeps and for whom. */
export function noticed(db: Db, id: number, now: number): void {
	touch(db, person, { id }, { noticedAt: now });
}

/** Remembers that the platform is asked for the name of this account. */
export function nameAsked(db: Db, id: number, today: string): void {
	touch(db, person, { id }, { nameAskedOn: today });
}

/** Says whether 「不客气」 was not yet said on this local date, and remembers it. */
export function thankOnce(db: Db, id: number, today: string): boolean {
	const known = personById(db, id);
	if (!known || known.thankedOn === today) return false;
	touch(db, person, { id }, { thankedOn: today });
	return true;
}
