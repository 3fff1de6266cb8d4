import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CATEGORIES, ROUTES } from '../../src/rules/tickets.ts';
import { branch } from './branches.ts';
import { ledgered } from './ledgered.ts';
import { person } from './people.ts';
import { sealed } from './sealed.ts';

/** Somebody asks for help. Who is on duty sees number, category and age; only the assignee the story. */
export const ticket = ledgered(
	sqliteTable(
		'ticket',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			requesterId: integer('requester_id')
				.notNull()
				.references(() => person.id),
			/** The requester's own branch, for whom it is asked to help; null: on no roster. */
			branchId: integer('branch_id').references(() => branch.id),
			category: text({ enum: CATEGORIES }).notNull(),
			/** Whom the requester asked: the superior committee past the own unit, or the own branch. */
			route: text({ enum: ROUTES }).notNull(),
			/** The node whose duty it is; null: the officers of the whole tree. A branch never sees what passes it by. */
			dutyBranchId: integer('duty_branch_id').references(() => branch.id),
			/** What it is about: sealed. */
			story: sealed().notNull(),
			state: text({ enum: ['open', 'taken', 'done', 'confirmed', 'withdrawn'] }).notNull(),
			assigneeId: integer('assignee_id').references(() => person.id),
			/** Where the requester works, told to keep it from the people there: sealed; null: not asked, not told. */
			firm: sealed(),
			openedAt: integer('opened_at').notNull(),
			/** When the requester turned to another route; null: it is still the first. */
			routedAt: integer('routed_at'),
			takenAt: integer('taken_at'),
			/** The assignee's last word to the requester (or taking it); seven days without one make an alert. */
			lastWordAt: integer('last_word_at'),
			doneAt: integer('done_at'),
			confirmedAt: integer('confirmed_at'),
			/** The message that opened it: when it is recalled, deleting the ticket is offered. */
			messageId: text('message_id'),
		},
		(table) => [
			index('ticket_requester').on(table.requesterId, table.state),
			index('ticket_duty').on(table.dutyBranchId, table.state),
			index('ticket_assignee').on(table.assigneeId, table.state),
			/** Alerts: not taken, no word. */
			index('ticket_open').on(table.openedAt).where(sql`state = 'open'`),
			index('ticket_taken').on(table.lastWordAt).where(sql`state = 'taken'`),
			index('ticket_message').on(table.messageId).where(sql`message_id is not null`),
		],
	),
	{
		about: 'requesterId',
		subject: { kind: 'ticket', by: 'id' },
		restorable: true,
		watched: true,
	},
);

/** What requester and assignee wrote to each other, through the bot. */
export const ticketWord = ledgered(
	sqliteTable(
		'ticket_word',
		{
			id: integer().primaryKey({ autoIncrement: true }),
			ticketId: integer('ticket_id')
				.notNull()
				.references(() => ticket.id),
			by: integer()
				.notNull()
				.references(() => person.id),
			at: integer().notNull(),
			/** Sealed. */
			text: sealed().notNull(),
		},
		(table) => [index('ticket_word_ticket').on(table.ticketId)],
	),
	{
		about: { by: 'ticketId', of: ticket },
		subject: { kind: 'ticket', by: 'ticketId' },
		restorable: true,
	},
);
