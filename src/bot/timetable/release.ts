import { enqueue } from '../../../db/outbox/index.ts';
import {
	carriedBy,
	carry,
	finish,
	messagesSince,
	putOff,
	type ReminderRow,
	ready,
	readyOf,
} from '../../../db/reminders.ts';
import { BOOK } from '../../rules/book.ts';
import { nextOpening, openDay } from '../../rules/quiet.ts';
import type { Bot } from '../repertoire.ts';
import { sceneOf } from '../tenant.ts';
import type { Scene } from '../view.ts';
import { momentFor, type Reader, readerOf } from './person.ts';
import { type Reminder, reminderOf } from './reminder.ts';
import { mayGoAnyDay, obsolete } from './standing.ts';
import { drop } from './tell.ts';

/** So many at once, and (ms) so long; then it is somebody else's turn on the main thread. */
const MOST = 200;
const LONGEST = 20;
const WEEK = 7 * 24 * 3_600_000;

/** A reader with an account to say it to. */
type Reachable = Reader & { readonly account: string };

/** Inside a transaction: hands to the outbox what may go out now. False when there is more of it. */
export function release(bot: Bot): boolean {
	const now = bot.clock.now();
	const stopAt = bot.clock.monotonic() + LONGEST;
	const rows = ready(bot.db, now, MOST);
	const seen = new Set<number>();
	for (const row of rows) {
		if (seen.has(row.id)) continue;
		if (bot.clock.monotonic() > stopAt) return false;
		const { account, ...rest } = readerOf(bot.db, row.personId);
		if (account === undefined) finish(bot.db, row.id, now, 'no-account');
		else if (rest.digest) {
			for (const each of releaseDigest(bot, { ...rest, account }, now)) seen.add(each.id);
		} else releaseAlone(bot, { ...rest, account }, row, now);
	}
	return rows.length < MOST;
}

function releaseAlone(bot: Bot, reader: Reachable, row: ReminderRow, now: number): void {
	const { db } = bot;
	const scene = sceneOf(bot, now);
	const reminder = reminderOf(bot.timetable, row);
	const cause = obsolete(scene, reminder, row);
	if (cause !== undefined) {
		drop(scene, reminder, row, cause);
		return;
	}
	const moment = momentOf(scene, reminder, reader, row);
	if (moment > now) putOff(db, row.id, moment);
	else if (!reminder.urgent && isEnough(bot, row.personId, now)) finish(db, row.id, now, 'cap');
	else send(bot, reader, `reminder:${row.id}`, [row], now);
}

/** DOMAIN «reminders a person»: members at most twice a week. */
function isEnough({ db }: Bot, personId: number, now: number): boolean {
	return messagesSince(db, personId, now - WEEK + 1) >= BOOK['reminders.member-cap'].value;
}

/** All that waits for one person goes out together, once a day; answers what it has dealt with. */
function releaseDigest(bot: Bot, reader: Reachable, now: number): readonly ReminderRow[] {
	const { db, zone } = bot;
	const scene = sceneOf(bot, now);
	const waiting = readyOf(db, reader.person.id, now);
	const going: ReminderRow[] = [];
	for (const row of waiting) {
		const reminder = reminderOf(bot.timetable, row);
		const cause = obsolete(scene, reminder, row);
		const moment = momentOf(scene, reminder, reader, row);
		if (cause !== undefined) drop(scene, reminder, row, cause);
		else if (moment > now) putOff(db, row.id, moment);
		else going.push(row);
	}
	if (going.length === 0) return waiting;
	const rhythm = { hours: reader.hours, zone, anyDay: true };
	const turn = `digest:${reader.person.id}:${openDay(now, rhythm)}`;
	if (carriedBy(db, turn).length > 0) {
		for (const { id } of going) putOff(db, id, nextOpening(now, { hours: reader.hours, zone }));
	} else send(bot, reader, turn, going, now);
	return waiting;
}

function momentOf(scene: Scene, reminder: Reminder, reader: Reader, row: ReminderRow): number {
	const going = { anyDay: mayGoAnyDay(scene, reminder, row), urgent: reminder.urgent === true };
	return momentFor(reader, scene.zone, scene.now, going);
}

/** One message, drawn and asked again at the moment of sending. */
function send(
	{ db, vault }: Bot,
	{ account }: Reachable,
	turn: string,
	rows: readonly ReminderRow[],
	now: number,
): void {
	for (const { id } of rows) carry(db, id, turn);
	enqueue(db, vault, {
		turn,
		target: { kind: 'account', openId: account },
		content: JSON.stringify({ kind: 'view', view: 'reminders', subject: turn }),
		condition: ['reminders-stand', turn],
		now,
	});
}
