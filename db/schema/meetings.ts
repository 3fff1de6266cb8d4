import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { branch } from './branches.ts';
import { ledgered } from './ledgered.ts';
import { person } from './people.ts';
import { sealed } from './sealed.ts';

export const meeting = ledgered(
	sqliteTable(
		'meeting',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			branchId: integer('branch_id')
				.notNull()
				.references(() => branch.id),
			startsAt: integer('starts_at').notNull(),
			place: text(),
			topic: text(),
			/** Who is invited: follows from the kinds when it is planned. */
			invites: text({ enum: ['members', 'committee', 'secretaries'] }).notNull(),
			state: text({ enum: ['open', 'closed', 'cancelled'] }).notNull(),
			plannedBy: integer('planned_by')
				.notNull()
				.references(() => person.id),
			plannedAt: integer('planned_at').notNull(),
			cancelledWhy: text('cancelled_why'),
			/** The roll is complete from here on. */
			closedAt: integer('closed_at'),
		},
		(table) => [
			/** What is ahead, and a quarter's figures, of one branch. */
			index('meeting_branch_start').on(table.branchId, table.startsAt),
			/** What is ahead anywhere; meetings whose roll is still open. */
			index('meeting_state_start').on(table.state, table.startsAt),
		],
	),
	{
		about: null,
		subject: { kind: 'meeting', by: 'id' },
		restorable: true,
		watched: true,
		authors: ['plannedBy'],
	},
);

/** One meeting may be several kinds at once, and counts for each. */
export const meetingKind = ledgered(
	sqliteTable(
		'meeting_kind',
		{
			meetingId: integer('meeting_id')
				.notNull()
				.references(() => meeting.id),
			kind: text({
				enum: [
					'members',
					'committee',
					'group',
					'theme-day',
					'lecture',
					'organisation-life',
					'review',
					'workers',
					'other',
				],
			}).notNull(),
		},
		(table) => [primaryKey({ columns: [table.meetingId, table.kind] })],
	),
	{ about: null, subject: { kind: 'meeting', by: 'meetingId' }, restorable: true },
);

/** One invited person of one meeting: what was answered, what was reported, what really happened. */
export const attendance = ledgered(
	sqliteTable(
		'attendance',
		{
			meetingId: integer('meeting_id')
				.notNull()
				.references(() => meeting.id),
			personId: integer('person_id')
				.notNull()
				.references(() => person.id),
			answer: text({ enum: ['coming', 'late', 'online', 'leave'] }),
			/** When it was said; an older answer never overwrites a newer one. */
			answeredAt: integer('answered_at'),
			answeredBy: integer('answered_by').references(() => person.id),
			/** Why somebody can't come: sealed, given in private only, never required. */
			reason: sealed(),
			checkedInAt: integer('checked_in_at'),
			roll: text({ enum: ['present', 'late', 'online', 'excused', 'absent'] }),
			rolledBy: integer('rolled_by').references(() => person.id),
			/** Why the mark was corrected once the roll was closed: sealed, given in private only. */
			correctedWhy: sealed('corrected_why'),
		},
		(table) => [
			primaryKey({ columns: [table.meetingId, table.personId] }),
			/** 我的参会, and which meetings wait for my answer. */
			index('attendance_person').on(table.personId, table.meetingId),
		],
	),
	{
		about: 'personId',
		subject: { kind: 'meeting', by: 'meetingId' },
		restorable: true,
		authors: ['answeredBy', 'rolledBy'],
	},
);
