import { type MeetingSheet, meetingsAhead, rollsOpen } from '../../db/meetings.ts';
import { numbered } from '../../src/bot/arguments/index.ts';
import type { Arg } from '../../src/bot/command.ts';
import { opening } from '../../src/bot/repertoire.ts';
import type { Said } from '../../src/bot/said.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { readMeetingMeant } from '../../src/reading/meeting.ts';
import { localDate } from '../../src/rules/dates.ts';
import { checkInSpan, rollWithin } from '../../src/rules/meetings.ts';

/** Which meeting: its number, the one whose card is answered, or in a sentence the only one of a day or kind (周三的会). */
export function meetingMeant(): Arg<number | undefined> {
	const number = numbered('meeting');
	return {
		...number,
		heard: (said, turn) => number.read?.(said, turn) ?? takeMeeting(said, turn)?.id.toString(),
	};
}

function takeMeeting(said: Said, turn: Turn): MeetingSheet | undefined {
	const meant = readMeetingMeant(said.text, turn.now, turn.zone);
	if (!meant) return undefined;
	const fitting = around(turn).filter(
		({ startsAt, kinds }) =>
			(meant.date === undefined || localDate(startsAt, turn.zone) === meant.date) &&
			meant.kinds.every((kind) => kinds.includes(kind)),
	);
	const [only, ...others] = fitting;
	if (!only || others.length > 0) return undefined;
	said.takeSpan(meant.from, meant.to);
	return only;
}

/** What is ahead, and what has begun and whose roll is open. */
function around(turn: Turn): MeetingSheet[] {
	const { db, me, managed, now } = turn;
	const begun = now - rollWithin(turn.book.at(turn.today));
	return [...meetingsAhead(db, me, managed, now), ...rollsOpen(db, managed, begun, now)];
}

/** An invitation that can still be answered. */
export const invited = opening('invitation', (turn) => {
	const { after } = checkInSpan(turn.book.at(turn.today));
	return meetingsAhead(turn.db, turn.me, [], turn.now - after).length > 0;
});

/** A meeting whose roll is to be taken. */
export const rollToTake = opening('roll', ({ db, managed, now, book, today }) => {
	return managed.length > 0 && rollsOpen(db, managed, now - rollWithin(book.at(today)), now).length > 0;
});
