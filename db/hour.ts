import { and, eq, gt, lte, ne, sql } from 'drizzle-orm';
import type { Db } from './database.ts';
import { change } from './ledger.ts';
import {
	operatorNews,
	outbox,
	question,
	reminder,
	reminderChoice,
	reminderLook,
	wrongOfficerCode,
} from './schema/index.ts';

const DAY = 24 * 3_600_000;

export interface Lowered {
	/** What the wrong clock had reached, ms. */
	readonly from: number;
	/** What it is in truth, ms. */
	readonly to: number;
	/** The local date before that. */
	readonly yesterday: string;
}

/**
 * A clock that was wrong goes back: what was put off by it comes as much sooner, what it had decided ahead of time is
 * decided anew, and what it locked is open. What people wrote meanwhile keeps the dates it was given.
 */
export function bringBack(db: Db, lowered: Lowered): void {
	bringOutboxBack(db, lowered);
	bringRemindersBack(db, lowered);
	const { from, to } = lowered;
	for (const { personId, pausedUntil } of db
		.select()
		.from(reminderChoice)
		.where(gt(reminderChoice.pausedUntil, from))
		.all()) {
		const act = { turn: `clock:${to}`, by: null, command: 'clock', at: to, saidAt: to };
		change(db, act, reminderChoice, { personId }, { pausedUntil: (pausedUntil ?? from) - (from - to) });
	}
	db.delete(question)
		.where(gt(question.expiresAt, to + DAY))
		.run();
	db.delete(wrongOfficerCode).where(gt(wrongOfficerCode.lastAt, to)).run();
	db.update(operatorNews).set({ since: to }).where(gt(operatorNews.since, to)).run();
}

function bringOutboxBack(db: Db, { from, to }: Lowered): void {
	const sooner = sql`max(${to}, ${outbox.notBefore} - ${from - to})`;
	const waits = sql`state = 'waiting'`;
	// Said before, and put off by the wrong clock.
	db.update(outbox)
		.set({ notBefore: sooner })
		.where(and(waits, lte(outbox.createdAt, to), gt(outbox.notBefore, to + DAY)))
		.run();
	db.update(outbox)
		.set({ notBefore: sooner, createdAt: sql`max(0, ${outbox.createdAt} - ${from - to})` })
		.where(and(waits, gt(outbox.createdAt, to)))
		.run();
}

function bringRemindersBack(db: Db, { from, to, yesterday }: Lowered): void {
	db.delete(reminder)
		.where(gt(reminder.dueOn, sql`date(${yesterday}, '+1 day')`))
		.run();
	db.update(reminder)
		.set({ notBefore: sql`max(${to}, ${reminder.notBefore} - ${from - to})` })
		.where(and(eq(reminder.state, 'waiting'), gt(reminder.notBefore, to)))
		.run();
	// A cap counts what was sent lately: nothing was sent in time to come.
	db.update(reminder).set({ finishedAt: to }).where(gt(reminder.finishedAt, to)).run();
	db.update(reminderLook)
		.set({ lookedOn: yesterday, until: null, after: 0 })
		.where(and(ne(reminderLook.name, 'ledger'), gt(reminderLook.lookedOn, yesterday)))
		.run();
}
