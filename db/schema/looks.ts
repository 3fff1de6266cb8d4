import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { branch } from './branches.ts';
import { ledgered } from './ledgered.ts';
import { meeting } from './meetings.ts';
import { person } from './people.ts';
import { sealed } from './sealed.ts';

/** An officer saw names of a branch: who, when, what and why, for those whose names they were. */
export const look = ledgered(
	sqliteTable(
		'look',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			byId: integer('by_id')
				.notNull()
				.references(() => person.id),
			branchId: integer('branch_id')
				.notNull()
				.references(() => branch.id),
			what: text({ enum: ['roster', 'meeting', 'floats'] }).notNull(),
			meetingId: integer('meeting_id').references(() => meeting.id),
			/** The one whose entry was seen; null: everybody in it. */
			personId: integer('person_id').references(() => person.id),
			/** The local day. */
			on: text().notNull(),
			at: integer().notNull(),
			why: sealed(),
		},
		(table) => [
			/** Has this officer said today why. */
			index('look_by').on(table.byId, table.on),
			/** Who saw the people of a branch. */
			index('look_branch').on(table.branchId, table.at),
		],
	),
	{ about: null, restorable: false },
);

/** Who uses the bot, as an officer confirmed it; one row. */
export const host = ledgered(
	sqliteTable('host', {
		id: integer().primaryKey(),
		/** The committee. */
		name: text(),
		/** Where people reach it. */
		phone: text(),
	}),
	{ about: null, restorable: true },
);
