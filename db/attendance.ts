import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { isNewer } from '../src/rules/meetings.ts';
import { type Db, prepared } from './database.ts';
import { type Act, add, change } from './ledger.ts';
import { homeOf } from './roster.ts';
import { attendance, branch, meeting, person } from './schema/index.ts';
import { seal, unseal } from './sealed.ts';
import type { Vault } from './vault.ts';

export type Attendance = typeof attendance.$inferSelect;
export type AnswerWord = NonNullable<Attendance['answer']>;
export type Mark = NonNullable<Attendance['roll']>;

const count = (condition: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${condition}), 0)`;

const queries = prepared((db) => ({
	line: db
		.select()
		.from(attendance)
		.where(
			and(
				eq(attendance.meetingId, sql.placeholder('meetingId')),
				eq(attendance.personId, sql.placeholder('personId')),
			),
		)
		.prepare(),
	counts: db
		.select({
			expected: sql<number>`count(*)`,
			answered: count(sql`${attendance.answer} is not null`),
			coming: count(sql`${attendance.answer} = 'coming'`),
			late: count(sql`${attendance.answer} = 'late'`),
			online: count(sql`${attendance.answer} = 'online'`),
			leave: count(sql`${attendance.answer} = 'leave'`),
			checkedIn: count(sql`${attendance.checkedInAt} is not null`),
			rolled: count(sql`${attendance.roll} is not null`),
			present: count(sql`${attendance.roll} in ('present', 'late', 'online')`),
			excused: count(sql`${attendance.roll} = 'excused'`),
			absent: count(sql`${attendance.roll} = 'absent'`),
		})
		.from(attendance)
		.where(eq(attendance.meetingId, sql.placeholder('meetingId')))
		.prepare(),
}));

/** One person's line on a meeting's list. */
export function lineOf(db: Db, meetingId: number, personId: number): Attendance | undefined {
	return queries(db).line.get({ meetingId, personId });
}

/** Puts a member of the branch who is not on the list yet on it; false when they don't belong to it. */
export function inviteMember(
	db: Db,
	act: Act,
	meetingId: number,
	branchId: number,
	personId: number,
): boolean {
	if (homeOf(db, personId)?.id !== branchId) return false;
	add(db, act, attendance, { meetingId, personId });
	return true;
}

export interface Answered {
	readonly meetingId: number;
	readonly personId: number;
	readonly answer: AnswerWord;
	/** Given in private; absent keeps none. */
	readonly reason?: string;
}

/** Writes an answer down; false when something said later stands there already. */
export function answer(db: Db, act: Act, vault: Vault, said: Answered): boolean {
	const key = { meetingId: said.meetingId, personId: said.personId };
	const line = lineOf(db, said.meetingId, said.personId);
	if (!line) throw new Error('an answer without an invitation');
	if (!isNewer(act.saidAt, line.answeredAt)) return false;
	const reason = said.reason === undefined ? null : seal(vault, attendance, 'reason', key, said.reason);
	change(db, act, attendance, key, {
		answer: said.answer,
		answeredAt: act.saidAt,
		answeredBy: act.by,
		reason,
	});
	return true;
}

/** The reason somebody gave, for those who may read it. */
export function reasonOf(vault: Vault, { meetingId, personId, reason }: Attendance): string | undefined {
	const key = { meetingId, personId };
	return reason === null ? undefined : unseal(vault, attendance, 'reason', key, reason);
}

/** Notes that somebody says they are there; false when that was noted before. */
export function checkIn(db: Db, act: Act, meetingId: number, personId: number): boolean {
	if (lineOf(db, meetingId, personId)?.checkedInAt !== null) return false;
	return change(db, act, attendance, { meetingId, personId }, { checkedInAt: act.saidAt });
}

/** What really happened, by the secretary's word; outranks check-in and answer. */
export function mark(db: Db, act: Act, meetingId: number, personId: number, roll: Mark): void {
	change(db, act, attendance, { meetingId, personId }, { roll, rolledBy: act.by });
}

/** Corrects a mark of a closed roll; why it was corrected stays with it until it is corrected again. */
export function correct(
	db: Db,
	act: Act,
	vault: Vault,
	{ meetingId, personId, roll, why }: { meetingId: number; personId: number; roll: Mark; why?: string },
): void {
	const key = { meetingId, personId };
	const correctedWhy = why === undefined ? null : seal(vault, attendance, 'correctedWhy', key, why);
	change(db, act, attendance, key, { roll, rolledBy: act.by, correctedWhy });
}

export interface ListedPerson {
	readonly id: number;
	readonly name: string;
	/** By which they can be reached; null too once the account is gone. */
	readonly openId: string | null;
	readonly line: Attendance;
}

/** Everybody on the list of a meeting, in the order of the roster. */
export function listOf(db: Db, meetingId: number): ListedPerson[] {
	return db
		.select({
			id: person.id,
			name: sql<string>`coalesce(${person.name}, '')`,
			openId: sql<string | null>`case when ${person.leftAt} is null then ${person.openId} end`,
			line: attendance,
		})
		.from(attendance)
		.innerJoin(person, eq(person.id, attendance.personId))
		.where(eq(attendance.meetingId, meetingId))
		.orderBy(asc(attendance.personId))
		.all();
}

export interface Counts {
	readonly expected: number;
	readonly answered: number;
	readonly coming: number;
	readonly late: number;
	readonly online: number;
	readonly leave: number;
	readonly checkedIn: number;
	readonly rolled: number;
	readonly present: number;
	readonly excused: number;
	readonly absent: number;
}

/** The numbers of one meeting. `present` includes late and online; without a roll it is 0. */
export function countsOf(db: Db, meetingId: number): Counts {
	const counts = queries(db).counts.get({ meetingId });
	if (!counts) throw new Error('counting always answers');
	return counts;
}

/** Those of a meeting about whom the roll says nothing yet. */
export function unmarked(db: Db, meetingId: number) {
	return db
		.select({ id: person.id, name: sql<string>`coalesce(${person.name}, '')` })
		.from(attendance)
		.innerJoin(person, eq(person.id, attendance.personId))
		.where(and(eq(attendance.meetingId, meetingId), isNull(attendance.roll)))
		.all();
}

/** Somebody's own last meetings, newest first. */
export function historyOf(db: Db, personId: number, until: number, most: number) {
	return db
		.select({ meeting, branch: branch.name, line: attendance })
		.from(attendance)
		.innerJoin(meeting, eq(meeting.id, attendance.meetingId))
		.innerJoin(branch, eq(branch.id, meeting.branchId))
		.where(
			and(
				eq(attendance.personId, personId),
				sql`${meeting.state} <> 'cancelled'`,
				sql`${meeting.startsAt} <= ${until}`,
			),
		)
		.orderBy(desc(meeting.startsAt))
		.limit(most)
		.all();
}
