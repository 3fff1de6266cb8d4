import { and, asc, desc, eq, gt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Invites, MeetingKind } from '../src/rules/meetings.ts';
import { branchesBelow } from './branches.ts';
import { type Db, prepared } from './database.ts';
import { type Act, add, change } from './ledger.ts';
import { holdersOf, type Me } from './people.ts';
import { rosterOf } from './roster.ts';
import { attendance, branch, meeting, meetingKind } from './schema/index.ts';
import { ofManaged } from './scope.ts';

export type Meeting = typeof meeting.$inferSelect;

/** A meeting with what every card about it says. */
export interface MeetingSheet extends Meeting {
	readonly branch: { readonly id: number; readonly name: string; readonly chatId: string | null };
	readonly kinds: readonly MeetingKind[];
}

export interface Plan {
	readonly branchId: number;
	readonly startsAt: number;
	readonly place?: string;
	readonly topic?: string;
	readonly kinds: readonly MeetingKind[];
	readonly invites: Invites;
}

/** Writes a meeting down with everybody who is invited to it. */
export function plan(db: Db, act: Act, { kinds, ...wanted }: Plan): MeetingSheet {
	if (act.by === null) throw new Error('a meeting is planned by somebody');
	const row = add(db, act, meeting, {
		...wanted,
		state: 'open',
		plannedBy: act.by,
		plannedAt: act.at,
	});
	for (const kind of kinds) add(db, act, meetingKind, { meetingId: row.id, kind });
	for (const id of invitees(db, wanted.branchId, wanted.invites)) {
		add(db, act, attendance, { meetingId: row.id, personId: id });
	}
	return theSheet(db, row.id);
}

/** Everybody a meeting of this branch is for today. */
function invitees(db: Db, branchId: number, invites: Invites): number[] {
	if (invites === 'members') return rosterOf(db, branchId).map((member) => member.id);
	const nodes = invites === 'committee' ? [branchId] : branchesBelow(db, [branchId]).map(({ id }) => id);
	const roles =
		invites === 'committee' ? (['secretary', 'committee-member'] as const) : (['secretary'] as const);
	return [...new Set(roles.flatMap((role) => holdersOf(db, role, nodes)).map(({ id }) => id))];
}

/** Moves a meeting; answers stay, people can change them. */
export function reschedule(db: Db, act: Act, id: number, startsAt: number): boolean {
	return change(db, act, meeting, { id }, { startsAt });
}

/** Holds a meeting elsewhere. */
export function resettle(db: Db, act: Act, id: number, place: string): boolean {
	return change(db, act, meeting, { id }, { place });
}

export function cancel(db: Db, act: Act, id: number, why: string | null): boolean {
	return change(db, act, meeting, { id }, { state: 'cancelled', cancelledWhy: why });
}

/** The roll is complete: figures count the meeting from here on. */
export function close(db: Db, act: Act, id: number): boolean {
	return change(db, act, meeting, { id }, { state: 'closed', closedAt: act.at });
}

/**
 * Looked up, not joined: SQLite plans a join anew for each bound value, which costs ten times the look-up. The raw
 * names are on purpose: a column of one table alone is written without its table.
 */
const sheet = {
	meeting,
	branch: sql<string>`(select json_object('id', id, 'name', name, 'chatId', chat_id) from ${branch}
		where id = meeting.branch_id)`,
	kinds: sql<string>`(select json_group_array(kind) from ${meetingKind} where meeting_id = meeting.id)`,
};

interface SheetRow {
	readonly meeting: Meeting;
	/** JSON. */
	readonly branch: string;
	/** JSON. */
	readonly kinds: string;
}

function toSheet({ meeting, branch, kinds }: SheetRow): MeetingSheet {
	return { ...meeting, branch: JSON.parse(branch), kinds: JSON.parse(kinds) };
}

const me = sql.placeholder('me');
const id = sql.placeholder('id');
const from = sql.placeholder('from');
const until = sql.placeholder('until');
const managed = ofManaged(meeting.branchId);
const invited = sql`exists (select 1 from ${attendance} a where a.meeting_id = ${meeting.id} and a.person_id = ${me})`;
const open = eq(meeting.state, 'open');

const queries = prepared((db) => {
	const sheets = () => db.select(sheet).from(meeting);
	/** By `+state` no index is chosen: one person's invitations are walked, and not all open meetings there are. */
	const invitations = (which: SQL) =>
		sheets()
			.where(
				and(
					sql`${meeting.id} in (select a.meeting_id from ${attendance} a where a.person_id = ${me} and ${which})`,
					gt(meeting.startsAt, from),
					sql`+${meeting.state} = 'open'`,
				),
			)
			.orderBy(asc(meeting.startsAt))
			.prepare();
	return {
		byId: sheets().where(eq(meeting.id, id)).prepare(),
		visible: sheets()
			.where(and(eq(meeting.id, id), or(invited, managed)))
			.prepare(),
		invitations: invitations(sql`true`),
		unanswered: invitations(sql`a.answer is null`),
		ahead: sheets()
			.where(and(open, gt(meeting.startsAt, from), or(invited, managed)))
			.orderBy(asc(meeting.startsAt))
			.limit(20)
			.prepare(),
		aroundThen: sheets()
			.where(and(eq(meeting.branchId, id), open, gt(meeting.startsAt, from), lte(meeting.startsAt, until)))
			.orderBy(asc(meeting.startsAt))
			.prepare(),
		rollsOpen: sheets()
			.where(and(open, gt(meeting.startsAt, from), lte(meeting.startsAt, until), managed))
			.orderBy(desc(meeting.startsAt))
			.limit(20)
			.prepare(),
	};
});

/** Any meeting, for views; whoever asks as a person goes through {@link meetingFor}. */
export function meetingById(db: Db, id: number): MeetingSheet | undefined {
	const row = queries(db).byId.get({ id });
	return row && toSheet(row);
}

function theSheet(db: Db, id: number): MeetingSheet {
	const found = meetingById(db, id);
	if (!found) throw new Error('a meeting without its branch');
	return found;
}

/** A meeting this person may see: one they are invited to, or one of the branches they look after. */
export function meetingFor(db: Db, me: Me, managed: readonly number[], id: number): MeetingSheet | undefined {
	const row = queries(db).visible.get({ id, me: me.id, managed: JSON.stringify(managed) });
	return row && toSheet(row);
}

/** Meetings to whose invitation this person can still say something, soonest first. */
export function openInvitations(db: Db, personId: number, since: number): MeetingSheet[] {
	return queries(db).invitations.all({ me: personId, from: since }).map(toSheet);
}

/** Invitations this person has not answered yet, soonest first. */
export function unanswered(db: Db, personId: number, now: number): MeetingSheet[] {
	return queries(db).unanswered.all({ me: personId, from: now }).map(toSheet);
}

/** What is ahead for this person and in the branches they look after, soonest first, at most twenty. */
export function meetingsAhead(db: Db, me: Me, managed: readonly number[], now: number): MeetingSheet[] {
	return queries(db)
		.ahead.all({ me: me.id, managed: JSON.stringify(managed), from: now })
		.map(toSheet);
}

/** Meetings that began between the two instants and whose roll is still open, newest first. */
export function rollsOpen(db: Db, managed: readonly number[], from: number, until: number): MeetingSheet[] {
	return queries(db)
		.rollsOpen.all({ managed: JSON.stringify(managed), from, until })
		.map(toSheet);
}

/** Other meetings of the same branch that stand within a day of this one, soonest first. */
export function sameDay(db: Db, { id, branchId, startsAt }: Meeting): MeetingSheet[] {
	const day = 24 * 3_600_000;
	return queries(db)
		.aroundThen.all({ id: branchId, from: startsAt - day, until: startsAt + day })
		.map(toSheet)
		.filter((each) => each.id !== id);
}
