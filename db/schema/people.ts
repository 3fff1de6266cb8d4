import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { branch } from './branches.ts';
import { ledgered } from './ledgered.ts';

/** Somebody: on a roster, with a Feishu account, or both. */
export const person = ledgered(
	sqliteTable('person', {
		id: integer().primaryKey({ autoIncrement: true }),
		openId: text('open_id').unique(),
		/** The name on the roster; before there is one, the name the account shows. */
		name: text(),
		accountName: text('account_name'),
		createdAt: integer('created_at').notNull(),
		greetedAt: integer('greeted_at'),
		/** The local date of the last 「不客气」: once a day is enough. */
		thankedOn: text('thanked_on'),
		/** The local date on which the platform was last asked for the account's name. */
		nameAskedOn: text('name_asked_on'),
		/** Was shown what the bot is for, what it keeps and for whom. */
		noticedAt: integer('noticed_at'),
		/** The account is gone from the tenant. */
		leftAt: integer('left_at'),
		/** The roster entry this account turned out to be. */
		mergedInto: integer('merged_into'),
	}),
	{
		about: 'id',
		restorable: true,
		unledgered: ['accountName', 'greetedAt', 'thankedOn', 'nameAskedOn', 'noticedAt', 'leftAt'],
	},
);

export const role = ledgered(
	sqliteTable(
		'role',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			personId: integer('person_id')
				.notNull()
				.references(() => person.id),
			role: text({ enum: ['secretary', 'committee-member', 'officer', 'instructor'] }).notNull(),
			/** The node it is held for; null: the whole tree. */
			branchId: integer('branch_id').references(() => branch.id),
			since: integer().notNull(),
			until: integer(),
		},
		(table) => [
			/** Who am I: read in every Turn. */
			index('role_person').on(table.personId),
			/** Who is this branch's secretary. */
			index('role_branch').on(table.branchId, table.role),
		],
	),
	{ about: 'personId', restorable: true, watched: true },
);

/** Who belongs to which branch, with or without Feishu. */
export const membership = ledgered(
	sqliteTable(
		'membership',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			personId: integer('person_id')
				.notNull()
				.references(() => person.id),
			branchId: integer('branch_id')
				.notNull()
				.references(() => branch.id),
			standing: text({ enum: ['full', 'probationary', 'activist'] }).notNull(),
			since: integer().notNull(),
			until: integer(),
			/** Why it ended, in the secretary's word: 转出, 误加 … */
			untilWhy: text('until_why'),
		},
		(table) => [
			/** The roster of a branch. */
			index('membership_branch').on(table.branchId, table.until),
			/** Who am I: read in every Turn. */
			index('membership_person').on(table.personId, table.until),
		],
	),
	{ about: 'personId', restorable: true },
);

/** 报到: somebody says who they are; the secretary decides. */
export const registration = ledgered(
	sqliteTable(
		'registration',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			personId: integer('person_id')
				.notNull()
				.references(() => person.id),
			name: text().notNull(),
			branchId: integer('branch_id')
				.notNull()
				.references(() => branch.id),
			state: text({ enum: ['waiting', 'confirmed', 'refused', 'replaced'] }).notNull(),
			askedAt: integer('asked_at').notNull(),
			decidedAt: integer('decided_at'),
			decidedBy: integer('decided_by').references(() => person.id),
		},
		(table) => [
			/** What waits for this branch's secretary. */
			index('registration_branch').on(table.branchId, table.state),
			index('registration_person').on(table.personId, table.state),
		],
	),
	{
		about: 'personId',
		subject: { kind: 'registration', by: 'id' },
		restorable: true,
		authors: ['decidedBy'],
	},
);
