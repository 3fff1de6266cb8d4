import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ledgered } from './ledgered.ts';
import { person } from './people.ts';

/** Each thing the bot reminded somebody of, or decided not to: once for each key, kept as long as its subject. */
export const reminder = sqliteTable(
	'reminder',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		/** The rule and its step: `transfer.due`, `meeting.ahead`; the timetable names them. */
		rule: text().notNull(),
		step: text().notNull(),
		/** What it is about: `float:3`, `meeting:12`, `branch:4`. */
		subject: text().notNull(),
		/** The local date the step falls due, `YYYY-MM-DD`. */
		dueOn: text('due_on').notNull(),
		personId: integer('person_id')
			.notNull()
			.references(() => person.id),
		/** Waiting: decided, and not gone out yet. */
		state: text({ enum: ['waiting', 'sent', 'dropped'] }).notNull(),
		/** Why it was dropped: settled, past, cap, replaced … */
		cause: text(),
		/** When it was decided, and when it was sent or dropped. Injected clock. */
		at: integer().notNull(),
		/** Quiet hours, a pause or the next digest: not before this instant. */
		notBefore: integer('not_before').notNull(),
		finishedAt: integer('finished_at'),
		/** What carries it to the outbox: `reminder:7`, or a digest `digest:3:2026-11-23`. */
		turn: text(),
	},
	(table) => [
		uniqueIndex('reminder_key').on(table.rule, table.step, table.subject, table.dueOn, table.personId),
		/** The last one for 为什么; the caps; what waits for a person. */
		index('reminder_person').on(table.personId, table.state, table.finishedAt),
		/** Every minute: what may go out now. */
		index('reminder_ready').on(table.notBefore).where(sql`state = 'waiting' and turn is null`),
		/** What one message carried; where there is none, a look for what waits must not walk over all that ended. */
		index('reminder_turn').on(table.turn).where(sql`turn is not null`),
	],
);

/** How far the timetable has been looked through: each rule by date, and the ledger by its last row. */
export const reminderLook = sqliteTable('reminder_look', {
	/** The rule, or `ledger`. */
	name: text().primaryKey(),
	/** All steps due by this local date have been decided. */
	lookedOn: text('looked_on').notNull(),
	/** A look under way goes up to this date, and has come as far as this id. */
	until: text(),
	after: integer().notNull(),
});

/** 少提醒我: what somebody chose for themselves. */
export const reminderChoice = ledgered(
	sqliteTable('reminder_choice', {
		personId: integer('person_id')
			.primaryKey()
			.references(() => person.id),
		pausedUntil: integer('paused_until'),
		/** Own hours, minutes after local midnight; from > until goes over midnight. */
		fromMinute: integer('from_minute'),
		untilMinute: integer('until_minute'),
	}),
	{ about: 'personId', restorable: true, watched: true },
);
