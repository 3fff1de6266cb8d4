import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Invites, MeetingKind } from '../src/rules/meetings.ts';
import { branchesBelow } from './branches.ts';
import type { Db } from './database.ts';
import { type Act, add, change } from './ledger.ts';
import { holdersOf, type Me } from './people.ts';
import { rosterOf } from './roster.ts';
import { attendance, branch, meeting, meetingKind } from './schema/index.ts';

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
		add(db, act, attendance, { meetingId: row.id, personId: id }, id);
	}
	return sheet(db, row);
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

export function cancel(db: Db, act: Act, id: number, why: string | null): boolean {
	return change(db, act, meeting, { id }, { state: 'cancelled', cancelledWhy: why });
}

/** The roll is complete: figures count the meeting from here on. */
export function close(db: Db, act: Act, id: number): boolean {
	return change(db, act, meeting, { id }, { state: 'closed', closedAt: act.at });
}

/** Any meeting, for views; whoever asks as a person goes through {@link meetingFor}. */
export function meetingById(db: Db, id: number): MeetingSheet | undefined {
	const row = db.select().from(meeting).where(eq(meeting.id, id)).get();
	return row && sheet(db, row);
}

/** A meeting this person may see: one they are invited to, or one of the branches they look after. */
export function meetingFor(db: Db, me: Me, managed: readonly number[], id: number): MeetingSheet | undefined {
	const row = db
		.select({ meeting })
		.from(meeting)
		.leftJoin(attendance, and(eq(attendance.meetingId, meeting.id), eq(attendance.personId, me.id)))
		.where(and(eq(meeting.id, id), or(sql`${attendance.personId} is not null`, within(managed))))
		.get();
	return row && sheet(db, row.meeting);
}

/** Meetings to whose invitation this person can still say something, soonest first. */
export function openInvitations(db: Db, personId: number, since: number): MeetingSheet[] {
	return db
		.select({ meeting })
		.from(attendance)
		.innerJoin(meeting, eq(meeting.id, attendance.meetingId))
		.where(and(eq(attendance.personId, personId), eq(meeting.state, 'open'), gt(meeting.startsAt, since)))
		.orderBy(asc(meeting.startsAt))
		.all()
		.map((row) => sheet(db, row.meeting));
}

/** Invitations this person has not answered yet, soonest first. */
export function unanswered(db: Db, personId: number, now: number): MeetingSheet[] {
	return db
		.select({ meeting })
		.from(attendance)
		.innerJoin(meeting, eq(meeting.id, attendance.meetingId))
		.where(
			and(
				eq(attendance.personId, personId),
				isNull(attendance.answer),
				eq(meeting.state, 'open'),
				gt(meeting.startsAt, now),
			),
		)
		.orderBy(asc(meeting.startsAt))
		.all()
		.map((row) => sheet(db, row.meeting));
}

/** What is ahead for this person and in the branches they look after, soonest first, at most twenty. */
export function meetingsAhead(db: Db, me: Me, managed: readonly number[], now: number): MeetingSheet[] {
	const invited = sql`exists (select 1 from ${attendance} a where a.meeting_id = ${meeting.id} and a.person_id = ${me.id})`;
	return db
		.select()
		.from(meeting)
		.where(and(eq(meeting.state, 'open'), gt(meeting.startsAt, now), or(invited, within(managed))))
		.orderBy(asc(meeting.startsAt))
		.limit(20)
		.all()
		.map((row) => sheet(db, row));
}

/** Meetings that began between the two instants and whose roll is still open, newest first. */
export function rollsOpen(db: Db, managed: readonly number[], from: number, until: number): MeetingSheet[] {
	return db
		.select()
		.from(meeting)
		.where(
			and(
				eq(meeting.state, 'open'),
				gt(meeting.startsAt, from),
				lte(meeting.startsAt, until),
				within(managed),
			),
		)
		.orderBy(desc(meeting.startsAt))
		.limit(20)
		.all()
		.map((row) => sheet(db, row));
}

function within(branchIds: readonly number[]) {
	return sql`${meeting.branchId} in (select value from json_each(${JSON.stringify(branchIds)}))`;
}

function sheet(db: Db, row: Meeting): MeetingSheet {
	const at = db
		.select({ id: branch.id, name: branch.name, chatId: branch.chatId })
		.from(branch)
		.where(eq(branch.id, row.branchId))
		.get();
	if (!at) throw new Error('a meeting without its branch');
	const kinds = db.select().from(meetingKind).where(eq(meetingKind.meetingId, row.id)).all();
	return { ...row, branch: at, kinds: kinds.map(({ kind }) => kind) };
}
