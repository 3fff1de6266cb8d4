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
import type { Rules } from '../../rules/book.ts';
import { localDate } from '../../rules/dates.ts';
import { nextOpening, openDay } from '../../rules/quiet.ts';
import type { Bot } from '../repertoire.ts';
import { sceneOf } from '../tenant.ts';
import type { Scene } from '../view.ts';
import { momentFor, type Reader, readerOf } from './person.ts';
import { type Stand, standOf } from './stand.ts';
import { drop } from './tell.ts';

/** So many at once, and (ms) so long; then it is somebody else's turn on the main thread. */
const MOST = 200;
const LONGEST = 20;
const MINUTE = 60_000;
const WEEK = 7 * 24 * 3_600_000;

/** A reader with an account to say it to. */
type Reachable = Reader & { readonly account: string };

/** Inside a transaction: hands to the outbox what may go out now. False when there is more of it. */
export function release(bot: Bot): boolean {
	const now = bot.clock.now();
	const rules = bot.book.at(localDate(now, bot.zone));
	const stopAt = bot.clock.monotonic() + LONGEST;
	const rows = ready(bot.db, now, MOST);
	const seen = new Set<number>();
	for (const row of rows) {
		if (seen.has(row.id)) continue;
		if (bot.clock.monotonic() > stopAt) return false;
		const { account, ...rest } = readerOf(bot.db, row.personId, rules);
		if (account === undefined) finish(bot.db, row.id, now, 'no-account');
		else if (rest.digest) {
			for (const each of releaseDigest(bot, { ...rest, account }, now)) seen.add(each.id);
		} else releaseAlone(bot, { ...rest, account }, row, rules, now);
	}
	return rows.length < MOST;
}

function releaseAlone(bot: Bot, reader: Reachable, row: ReminderRow, rules: Rules, now: number): void {
	const { db } = bot;
	const scene = sceneOf(bot, now);
	const stand = standOf(scene, bot.timetable, row);
	if (stand.cause !== undefined) {
		drop(scene, stand, stand.cause);
		return;
	}
	const moment = momentOf(scene, reader, stand);
	if (moment > now) putOff(db, row.id, moment);
	else if (!stand.reminder.urgent && isEnough(bot, row.personId, rules, now)) finish(db, row.id, now, 'cap');
	else send(bot, reader, `reminder:${row.id}`, [row], now);
}

/** DOMAIN «reminders a person»: members at most twice a week. */
function isEnough({ db }: Bot, personId: number, rules: Rules, now: number): boolean {
	return messagesSince(db, personId, now - WEEK + 1) >= rules.value('reminders.member-cap');
}

/** All that waits for one person goes out together, once a day; answers what it has dealt with. */
function releaseDigest(bot: Bot, reader: Reachable, now: number): readonly ReminderRow[] {
	const { db, zone } = bot;
	const scene = sceneOf(bot, now);
	const waiting = readyOf(db, reader.person.id, now);
	const going: ReminderRow[] = [];
	for (const row of waiting) {
		const stand = standOf(scene, bot.timetable, row);
		if (stand.cause !== undefined) {
			drop(scene, stand, stand.cause);
			continue;
		}
		const moment = momentOf(scene, reader, stand);
		if (moment > now) putOff(db, row.id, moment);
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

function momentOf(scene: Scene, reader: Reader, { reminder, anyDay }: Stand): number {
	const going = { anyDay, urgent: reminder.urgent === true };
	return momentFor(reader, scene.zone, scene.now, going);
}

/**
 * Until when (ms) a message with reminders that could not go when it was released has to wait: what comes late comes in
 * its reader's hours, too. Undefined: it may go now.
 */
export function quietUntil(
	bot: Bot,
	{ turn, createdAt }: { readonly turn: string; readonly createdAt: number },
	now: number,
): number | undefined {
	if (!/^(reminder|digest):/.test(turn) || now - createdAt < MINUTE) return undefined;
	const rows = carriedBy(bot.db, turn);
	const [first] = rows;
	if (!first) return undefined;
	const scene = sceneOf(bot, now);
	const reader = readerOf(bot.db, first.personId, bot.book.at(localDate(now, bot.zone)));
	const moments = rows.map((row) => momentOf(scene, reader, standOf(scene, bot.timetable, row)));
	const soonest = Math.min(...moments);
	return soonest > now ? soonest : undefined;
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
