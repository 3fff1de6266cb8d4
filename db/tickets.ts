import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Category, Part, Route, TicketState } from '../src/rules/tickets.ts';
import type { Db } from './database.ts';
import type { Posts } from './duty.ts';
import { type Act, add, change, eraseImages, remove } from './ledger.ts';
import { person, role, ticket, ticketWord } from './schema/index.ts';
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
	/** The message it was written in. */
	readonly messageId: string | null;
}

/** Writes a request down; its story sealed, under its own number. */
export function openTicket(db: Db, act: Act, vault: Vault, { story, ...asked }: Opening): Ticket {
	const row = add(
		db,
		act,
		ticket,
		{ ...asked, story: '', state: 'open', openedAt: act.at },
		asked.requesterId,
	);
	const sealed = vault.seal(story, storyPlace(row.id));
	change(db, act, ticket, { id: row.id }, { story: sealed }, asked.requesterId);
	return { ...row, story: sealed };
}

/** Somebody takes it on; also when it is passed on to them. */
export function assign(db: Db, act: Act, { id, requesterId }: Ticket, assigneeId: number): void {
	const patch = { state: 'taken' as const, assigneeId, takenAt: act.at, lastWordAt: act.at };
	change(db, act, ticket, { id }, patch, requesterId);
}

/** Whoever had it can't go on: at work it waits for somebody on duty again, ended it has nobody to go back to. */
export function release(db: Db, act: Act, { id, requesterId, state }: Ticket): void {
	const patch = state === 'taken' ? { state: 'open' as const, assigneeId: null } : { assigneeId: null };
	change(db, act, ticket, { id }, patch, requesterId);
}

/** The next state; the caller has asked the rules. Without an assignee a reopened ticket waits again. */
export function moveOn(db: Db, act: Act, { id, requesterId, assigneeId }: Ticket, to: TicketState): void {
	const state = to === 'taken' && assigneeId === null ? 'open' : to;
	const times = {
		open: { doneAt: null, confirmedAt: null },
		taken: { doneAt: null, confirmedAt: null, lastWordAt: act.at },
		done: { doneAt: act.at, lastWordAt: act.at },
		confirmed: { confirmedAt: act.at },
		withdrawn: {},
	}[state];
	change(db, act, ticket, { id }, { state, ...times }, requesterId);
}

/** What one side writes to the other; answers the word's number. */
export function write(db: Db, act: Act, vault: Vault, { id, requesterId, assigneeId }: Ticket, text: string) {
	if (act.by === null) throw new Error('a word is written by somebody');
	const row = add(db, act, ticketWord, { ticketId: id, by: act.by, at: act.at, text: '' }, requesterId);
	const sealed = vault.seal(text, wordPlace(row.id));
	change(db, act, ticketWord, { id: row.id }, { text: sealed }, requesterId);
	if (act.by === assigneeId) change(db, act, ticket, { id }, { lastWordAt: act.at }, requesterId);
	return row.id;
}

/** What it is about, for the assignee; empty when it was erased. */
export function storyOf(vault: Vault, { id, story }: Ticket): string {
	return story === '' ? '' : vault.open(story, storyPlace(id));
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
		.map(({ id, by, at, text }) => ({ by, at, text: vault.open(text, wordPlace(id)) }));
}

/** One word with its ticket, for the card that brings it; undefined when it was erased. */
export function wordById(db: Db, vault: Vault, id: number) {
	const row = db.select().from(ticketWord).where(eq(ticketWord.id, id)).get();
	return row && { ...row, text: vault.open(row.text, wordPlace(id)) };
}

/** Erases story and words for good, the images in the ledger too; number, category and dates stay, withdrawn. */
export function erase(db: Db, act: Act, id: number): void {
	const found = ticketById(db, id);
	if (!found) return;
	const about = found.requesterId;
	const words = db.select({ id: ticketWord.id }).from(ticketWord).where(eq(ticketWord.ticketId, id)).all();
	for (const word of words) remove(db, act, ticketWord, { id: word.id }, about);
	change(db, act, ticket, { id }, { story: '', state: 'withdrawn', messageId: null }, about);
	const merged = db.select({ id: person.id }).from(person).where(eq(person.mergedInto, about)).all();
	const numbers = [about, ...merged.map((each) => each.id)];
	const wordIds = words.map((word) => word.id);
	eraseImages(db, numbers, ticket, [id]);
	eraseImages(db, numbers, ticketWord, wordIds);
}

function storyPlace(id: number) {
	return { table: 'ticket', column: 'story', row: String(id) };
}

function wordPlace(id: number) {
	return { table: 'ticket_word', column: 'text', row: String(id) };
}

/** Any ticket, for views; whoever asks as a person goes through {@link ticketFor}. */
export function ticketById(db: Db, id: number): Ticket | undefined {
	return db.select().from(ticket).where(eq(ticket.id, id)).get();
}

/** The ticket of this number, when this person is part of it or on duty for it. */
export function ticketFor(db: Db, posts: Posts, id: number): KnownTicket | undefined {
	const row = db
		.select()
		.from(ticket)
		.where(and(eq(ticket.id, id), or(partIn(posts.id), onDuty(posts))))
		.get();
	return row && known(row, posts.id);
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
export function ticketsAtWork(db: Db, posts: Posts, states: readonly TicketState[]): KnownTicket[] {
	return db
		.select()
		.from(ticket)
		.where(and(near(posts, states), or(eq(ticket.assigneeId, posts.id), onDuty(posts))))
		.orderBy(asc(ticket.id))
		.limit(60)
		.all()
		.map((row) => known(row, posts.id));
}

/** Everything this person has ever taken on and still has. */
export function ticketsTakenBy(db: Db, personId: number): Ticket[] {
	return db.select().from(ticket).where(eq(ticket.assigneeId, personId)).orderBy(asc(ticket.id)).all();
}

/** An account turned out to be somebody on a roster: what they asked and took on goes with them. */
export function moveTickets(db: Db, act: Act, from: number, to: number): void {
	const mine = db.select().from(ticket).where(partIn(from)).all();
	for (const { id, requesterId, assigneeId } of mine) {
		const patch = {
			requesterId: requesterId === from ? to : requesterId,
			assigneeId: assigneeId === from ? to : assigneeId,
		};
		change(db, act, ticket, { id }, patch, patch.requesterId);
	}
	const written = db.select({ id: ticketWord.id }).from(ticketWord).where(eq(ticketWord.by, from)).all();
	for (const { id } of written) change(db, act, ticketWord, { id }, { by: to }, to);
}

function partIn(personId: number) {
	return or(eq(ticket.requesterId, personId), eq(ticket.assigneeId, personId));
}

function known(row: Ticket, personId: number): KnownTicket {
	const part = row.requesterId === personId ? 'requester' : row.assigneeId === personId ? 'assignee' : 'duty';
	return { ...row, part };
}

/** In these states, taken by somebody or fallen to one of their nodes: so few that an index finds them. */
function near({ id, chief, officerOf, secretaryOf }: Posts, states: readonly TicketState[]): SQL {
	const nodes = JSON.stringify([...officerOf, ...secretaryOf]);
	const inState = sql`state in (select value from json_each(${JSON.stringify(states)}))`;
	return sql`${ticket.id} in (
		select id from ticket where assignee_id = ${id} and ${inState}
		union select id from ticket where duty_branch_id in (select value from json_each(${nodes})) and ${inState}
		${chief ? sql`union select id from ticket where duty_branch_id is null and ${inState}` : sql``})`;
}

/**
 * The tickets somebody is on duty for: what passes a branch by is hidden from all who hold a role in it; what was asked
 * of a branch is its secretary's, and the officers' only while it has none who could be asked. Never one's own.
 */
function onDuty({ id, chief, officerOf, secretaryOf, rolesIn }: Posts): SQL | undefined {
	const within = (nodes: readonly number[]) =>
		sql`${ticket.dutyBranchId} in (select value from json_each(${JSON.stringify(nodes)}))`;
	const asOfficer = chief ? sql`(${ticket.dutyBranchId} is null or ${within(officerOf)})` : within(officerOf);
	const past = sql`coalesce(${ticket.branchId}, 0) not in (select value from json_each(${JSON.stringify(rolesIn)}))`;
	const hasSecretary = sql`exists (select 1 from ${role} join ${person} on ${person.id} = ${role.personId}
		where ${role.role} = 'secretary' and ${role.branchId} = ${ticket.dutyBranchId} and ${role.until} is null
			and ${person.id} <> ${ticket.requesterId} and ${person.openId} is not null and ${person.leftAt} is null)`;
	return and(
		sql`${ticket.requesterId} <> ${id}`,
		or(
			and(eq(ticket.route, 'superior'), past, asOfficer),
			and(eq(ticket.route, 'branch'), or(within(secretaryOf), and(asOfficer, sql`not ${hasSecretary}`))),
		),
	);
}
