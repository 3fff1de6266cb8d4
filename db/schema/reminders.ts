import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
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
		/** Waiting: decided, goes out with the person's next digest. */
		state: text({ enum: ['waiting', 'sent', 'dropped'] }).notNull(),
		/** Why it was dropped: settled, past, cap, replaced … */
		cause: text(),
		/** When it was decided, and when it was sent or dropped. Injected clock. */
		at: integer().notNull(),
		finishedAt: integer('finished_at'),
		/** The Turn whose message carried it. */
		turn: text(),
	},
	(table) => [
		uniqueIndex('reminder_key').on(table.rule, table.step, table.subject, table.dueOn, table.personId),
		/** What goes into a person's next digest; the last one for 为什么; the caps. */
		index('reminder_person').on(table.personId, table.state, table.finishedAt),
	],
);

/** 少提醒我: what somebody chose for themselves. */
export const reminderChoice = sqliteTable('reminder_choice', {
	personId: integer('person_id')
		.primaryKey()
		.references(() => person.id),
	pausedUntil: integer('paused_until'),
	/** Own hours, minutes after local midnight; from > until goes over midnight. */
	fromMinute: integer('from_minute'),
	untilMinute: integer('until_minute'),
});
