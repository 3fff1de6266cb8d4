import { type MeetingSheet, meetingFor, meetingsAhead } from '../../db/meetings.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { kindsLine } from '../../src/cards/meeting.ts';
import { sayWhenShort } from '../../src/cards/when.ts';
import type { Key } from '../../src/locales/index.ts';

type Strings = Readonly<Record<string, string>>;

/** The meeting of this number, when this person may see it. */
export function numberedMeeting(turn: Turn, id: number): MeetingSheet {
	const found = meetingFor(turn.db, turn.me, turn.managed, id);
	if (!found) throw new Refusal('meeting.unknown', { id });
	return found;
}

/**
 * The one that is meant: the one numbered, the only candidate, in a group the only one of that group's branch;
 * with several, buttons with weekday and time, each of which says `command` again.
 */
export function theMeeting(
	turn: Turn,
	id: number | undefined,
	candidates: readonly MeetingSheet[],
	command: string,
	args: Strings,
	none: Key,
): MeetingSheet {
	if (id !== undefined) return numberedMeeting(turn, id);
	const here = candidates.filter(
		({ branch }) => turn.chat?.kind === 'group' && branch.chatId === turn.chat.id,
	);
	const meant = here.length > 0 ? here : candidates;
	const [only] = meant;
	if (!only) throw new Refusal(none);
	if (meant.length === 1) return only;
	if (JSON.stringify(args).length > MOST_IN_A_BUTTON)
		throw new Refusal('meeting.which-number', { id: only.id });
	throw new Refusal('meeting.which', {}, buttonsFor(turn, meant, command, args));
}

/** Six buttons that each carry a pasted list would not fit into the platform's 30 KB. */
const MOST_IN_A_BUTTON = 1_000;

/** A meeting ahead that this person runs and may still change. */
export function meetingToChange(
	turn: Turn,
	id: number | undefined,
	command: string,
	args: Strings,
): MeetingSheet {
	const own = meetingsAhead(turn.db, turn.me, turn.managed, turn.now).filter(({ branchId }) =>
		turn.runs(branchId),
	);
	const sheet = theMeeting(turn, id, own, command, args, 'meeting.none-ahead');
	if (!turn.runs(sheet.branchId)) throw new Refusal('refuse.not-your-branch');
	if (sheet.state !== 'open') throw new Refusal('meeting.not-open', { id: sheet.id });
	return sheet;
}

/** A button for each meeting: 「12月10日周三15:00 主题党日」. */
export function buttonsFor(turn: Turn, meetings: readonly MeetingSheet[], command: string, args: Strings) {
	return meetings.slice(0, 6).map((each) => ({
		label: `${sayWhenShort(turn.t, each.startsAt, turn.tenant.zone)} ${kindsLine(turn.t, each.kinds)}`,
		action: { command, args: { ...args, meeting: String(each.id) } },
	}));
}
