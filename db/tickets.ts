import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Category, Part, Route, TicketState } from '../src/rules/tickets.ts';
import type { Db } from './database.ts';
import { type Act, add, change, eraseImages, remove } from './ledger.ts';
import { person, ticket, ticketWord } from './schema/index.ts';
import { type AskedFrom, isOfToldFirm, onDuty, type Request, type Scope } from './scope.ts';
import { seal, unseal } from './sealed.ts';
import type { Vault } from './vault.ts';

export type Ticket = typeof ticket.$inferSelect;

/** A ticket as one person may know it. */
export interface KnownTicket extends Ticket {
	readonly part: Part;
}

export interface Opening {
	readonly requesterId: number;
	readonly branchId: number | null;
	readonly category: Category;
	readonly route: Route;
	readonly dutyBranchId: number | null;
	readonly story: string;
	/** Where the requester works, when they told it; null: on a roster, or not told. */
	readonly firm: string | null;
	/** The message it was written in. */
	readonly messageId: string | null;
}

/** Writes a request down; its story sealed, under its own number. */
export function openTicket(db: Db, act: Act, vault: Vault, { story, firm, ...asked }: Opening): Ticket {
	const row = add(db, act, ticket, { ...asked, story: '', state: 'open', openedAt: act.at });
	const key = { id: row.id };
	const sealed = {
		story: seal(vault, ticket, 'story', key, story),
		firm: firm === null ? null : seal(vault, ticket, 'firm', key, firm),
	};
	change(db, act, ticket, key, sealed);
	return { ...row, ...sealed };
}

/** The request with the firm that was told, by which it is decided to whom it may come. */
export function askedFrom<T extends Request & Pick<Ticket, 'id' | 'firm'>>(
	vault: Vault,
	row: T,
): T & AskedFrom {
	const { id, firm } = row;
	return { ...row, firmTold: firm ? unseal(vault, ticket, 'firm', { id }, firm) : null };
}

/** The requester turns to another side: it waits there, and whoever had it has it no more. */
export function reroute(db: Db, act: Act, { id }: Ticket, route: Route, dutyBranchId: number | null): void {
	const waiting = { state: 'open', assigneeId: null, takenAt: null, lastWordAt: null } as const;
	change(db, act, ticket, { id }, { ...waiting, route, dutyBranchId, routedAt: act.at });
}

/** Somebody takes it on; also when it is passed on to them. */
export function assign(db: Db, act: Act, { id }: Ticket, assigneeId: number): void {
	const patch = { state: 'taken' as const, assigneeId, takenAt: act.at, lastWordAt: act.at };
	change(db, act, ticket, { id }, patch);
}

/** Whoever had it can't go on: at work it waits for somebody on duty again, ended it has nobody to go back to. */
export function release(db: Db, act: Act, { id, state }: Ticket): void {
	const patch = state === 'taken' ? { state: 'open' as const, assigneeId: null } : { assigneeId: null };
	change(db, act, ticket, { id }, patch);
}

/** The next state; the caller has asked the rules. Without an assignee a reopened ticket waits again. */
export function moveOn(db: Db, act: Act, { id, assigneeId }: Ticket, to: TicketState): void {
	const state = to === 'taken' && assigneeId === null ? 'open' : to;
	const times = {
		open: { doneAt: null, confirmedAt: null },
		taken: { doneAt: null, confirmedAt: null, lastWordAt: act.at },
		done: { doneAt: act.at, lastWordAt: act.at },
		confirmed: { confirmedAt: act.at },
		withdrawn: {},
	}[state];
	change(db, act, ticket, { id }, { state, ...times });
}

/** What one side writes to the other; answers the word's number. */
export function write(db: Db, act: Act, vault: Vault, { id, assigneeId }: Ticket, text: string) {
	if (act.by === null) throw new Error('a word is written by somebody');
	const row = add(db, act, ticketWord, { ticketId: id, by: act.by, at: act.at, text: '' });
	const sealed = seal(vault, ticketWord, 'text', { id: row.id }, text);
	change(db, act, ticketWord, { id: row.id }, { text: sealed });
	if (act.by === assigneeId) change(db, act, ticket, { id }, { lastWordAt: act.at });
	return row.id;
}

/** What it is about, for the assignee; empty when it was erased. */
export function storyOf(vault: Vault, { id, story }: Ticket): string {
	return story === '' ? '' : unseal(vault, ticket, 'story', { id }, story);
}

/** The last words both sides wrote, oldest first. */
export function wordsOf(db: Db, vault: Vault, ticketId: number, most: number) {
	return db
		.select()
		.from(ticketWord)
		.where(eq(ticketWord.ticketId, ticketId))
		.orderBy(desc(ticketWord.id))
		.limit(most)
		.all()
		.toReversed()
		.map(({ id, by, at, text }) => ({ by, at, text: unseal(vault, ticketWord, 'text', { id }, text) }));
}

/** One word with its ticket, for the card that brings it; undefined when it was erased. */
export function wordById(db: Db, vault: Vault, id: number) {
	const row = db.select().from(ticketWord).where(eq(ticketWord.id, id)).get();
	return row && { ...row, text: unseal(vault, ticketWord, 'text', { id }, row.text) };
}

/** Erases story, firm and words for good, the images in the ledger too; number, category and dates stay, withdrawn. */
export function erase(db: Db, act: Act, id: number): void {
	const found = ticketById(db, id);
	if (!found) return;
	const about = found.requesterId;
	const words = db.select({ id: ticketWord.id }).from(ticketWord).where(eq(ticketWord.ticketId, id)).all();
	for (const word of words) remove(db, act, ticketWord, { id: word.id });
	change(db, act, ticket, { id }, { story: '', firm: null, state: 'withdrawn', messageId: null });
	const merged = db.select({ id: person.id }).from(person).where(eq(person.mergedInto, about)).all();
	const numbers = [about, ...merged.map((each) => each.id)];
	const wordIds = words.map((word) => word.id);
	eraseImages(db, numbers, ticket, [id]);
	eraseImages(db, numbers, ticketWord, wordIds);
}

/** Any ticket, for views; whoever asks as a person goes through {@link ticketFor}. */
export function ticketById(db: Db, id: number): Ticket | undefined {
	return db.select().from(ticket).where(eq(ticket.id, id)).get();
}

/** The ticket of this number, when this person is part of it or on duty for it. */
export function ticketFor(db: Db, vault: Vault, scope: Scope, id: number): KnownTicket | undefined {
	const row = db
		.select()
		.from(ticket)
		.where(and(eq(ticket.id, id), or(partIn(scope.id), onDuty(scope))))
		.get();
	return row && mayKnow(db, vault, row, scope.id) ? known(row, scope.id) : undefined;
}

/** Past the query, which can't read the firm: those on duty who are of it know nothing of the request. */
function mayKnow(db: Db, vault: Vault, row: Ticket, personId: number): boolean {
	if (row.firm === null || row.requesterId === personId || row.assigneeId === personId) return true;
	return !isOfToldFirm(db, personId, askedFrom(vault, row));
}

/** The ticket that a message opened. */
export function ticketOfMessage(db: Db, messageId: string): Ticket | undefined {
	return db.select().from(ticket).where(eq(ticket.messageId, messageId)).get();
}

/** What this person has asked for, newest first. */
export function ticketsAskedBy(db: Db, personId: number, most: number): KnownTicket[] {
	return db
		.select()
		.from(ticket)
		.where(eq(ticket.requesterId, personId))
		.orderBy(desc(ticket.id))
		.limit(most)
		.all()
		.map((row) => known(row, personId));
}

/** What this person has taken on and what waits for somebody on their duty, oldest first; ended ones are left out. */
export function ticketsAtWork(
	db: Db,
	vault: Vault,
	scope: Scope,
	states: readonly TicketState[],
): KnownTicket[] {
	return db
		.select()
		.from(ticket)
		.where(and(near(scope, states), or(eq(ticket.assigneeId, scope.id), onDuty(scope))))
		.orderBy(asc(ticket.id))
		.limit(60)
		.all()
		.filter((row) => mayKnow(db, vault, row, scope.id))
		.map((row) => known(row, scope.id));
}

/** Everything this person has ever taken on and still has. */
export function ticketsTakenBy(db: Db, personId: number): Ticket[] {
	return db.select().from(ticket).where(eq(ticket.assigneeId, personId)).orderBy(asc(ticket.id)).all();
}

function partIn(personId: number) {
	return or(eq(ticket.requesterId, personId), eq(ticket.assigneeId, personId));
}

function known(row: Ticket, personId: number): KnownTicket {
	const part = row.requesterId === personId ? 'requester' : row.assigneeId === personId ? 'assignee' : 'duty';
	return { ...row, part };
}

/** In these states, taken by somebody or fallen to one of their nodes: so few that an index finds them. */
function near({ id, chief, officerOf, secretaryOf }: Scope, states: readonly TicketState[]): SQL {
	const nodes = JSON.stringify([...officerOf, ...secretaryOf]);
	const inState = sql`state in (select value from json_each(${JSON.stringify(states)}))`;
	return sql`${ticket.id} in (
		select id from ticket where assignee_id = ${id} and ${inState}
		union select id from ticket where duty_branch_id in (select value from json_each(${nodes})) and ${inState}
		${chief ? sql`union select id from ticket where duty_branch_id is null and ${inState}` : sql``})`;
}
