import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { branch } from './branches.ts';
import { ledgered } from './ledgered.ts';
import { person } from './people.ts';
import { sealed } from './sealed.ts';

/** Somebody who lives or works elsewhere for a while, the formal relation not moved. Dates are local, `YYYY-MM-DD`. */
export const float = ledgered(
	sqliteTable(
		'float',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			personId: integer('person_id')
				.notNull()
				.references(() => person.id),
			/** Out: the home branch. In: the branch that looks after them here. */
			branchId: integer('branch_id')
				.notNull()
				.references(() => branch.id),
			direction: text({ enum: ['out', 'in'] }).notNull(),
			/** Where they are: sealed. */
			place: sealed().notNull(),
			/** Whether place and time are certain; null: not asked yet. It decides between transfer and activity card. */
			fixed: integer({ mode: 'boolean' }),
			/** In: the organisation the relation still belongs to, as it was said: sealed. */
			home: sealed(),
			/** The day they went; the transfer clock counts from here. */
			since: text().notNull(),
			/** The day they mean to be back. */
			until: text(),
			/** How to reach them there: sealed. */
			contact: sealed(),
			/** When they agreed to the entry, or the secretary said that they had. */
			consentAt: integer('consent_at').notNull(),
			registeredBy: integer('registered_by')
				.notNull()
				.references(() => person.id),
			registeredAt: integer('registered_at').notNull(),
			state: text({ enum: ['open', 'back', 'transferred'] }).notNull(),
			endedOn: text('ended_on'),
			/** The last day the branch was in touch with them. */
			contactedOn: text('contacted_on'),
		},
		(table) => [
			/** 流动: who is away from, or here with, a branch. */
			index('float_branch').on(table.branchId, table.state),
			index('float_person').on(table.personId, table.state),
			/** The transfer clock asks who went before a day. */
			index('float_since').on(table.since).where(sql`state = 'open'`),
			/** Half a year after the last contact. */
			index('float_contacted').on(table.contactedOn).where(sql`state = 'open'`),
		],
	),
	{
		about: 'personId',
		subject: { kind: 'float', by: 'id' },
		restorable: true,
		watched: true,
		authors: ['registeredBy'],
	},
);

/** The log of contacts with a floating member. */
export const floatContact = ledgered(
	sqliteTable(
		'float_contact',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			floatId: integer('float_id')
				.notNull()
				.references(() => float.id),
			on: text().notNull(),
			by: integer()
				.notNull()
				.references(() => person.id),
			at: integer().notNull(),
		},
		(table) => [index('float_contact_float').on(table.floatId)],
	),
	{ about: { by: 'floatId', of: float }, restorable: true, authors: ['by'] },
);
