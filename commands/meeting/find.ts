import { type MeetingSheet, meetingFor, meetingsAhead } from '../../db/meetings.ts';
import { pick, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { kindsLine } from '../../src/cards/meeting.ts';
import { sayWhenShort } from '../../src/cards/when.ts';
import { type PlainKey, sentence } from '../../src/locales/index.ts';

/** The meeting of this number, when this person may see it. */
export function numberedMeeting(turn: Turn, id: number): MeetingSheet {
	const found = meetingFor(turn.db, turn.me, turn.managed, id);
	if (!found) throw new Refusal('meeting.unknown', { id });
	return found;
}

/**
 * The one that is meant: the one numbered, the only candidate, in a group the only one of that group's branch; several
 * are asked about with weekday and time.
 */
export function theMeeting(
	turn: Turn,
	id: number | undefined,
	candidates: readonly MeetingSheet[],
	none: PlainKey,
): MeetingSheet {
	if (id !== undefined) return numberedMeeting(turn, id);
	const here = candidates.filter(
		({ branch }) => turn.chat?.kind === 'group' && branch.chatId === turn.chat.id,
	);
	return pick(turn, here.length > 0 ? here : candidates, {
		arg: 'meeting',
		none: () => new Refusal(none),
		question: sentence('meeting.which'),
		tooMany: sentence('meeting.which-number', { id: candidates[0]?.id ?? 1 }),
		value: (each) => String(each.id),
		label: (each) => meetingLabel(turn, each),
	});
}

/** A meeting ahead that this person runs and may still change. */
export function meetingToChange(turn: Turn, id: number | undefined): MeetingSheet {
	const own = meetingsAhead(turn.db, turn.me, turn.managed, turn.now).filter(({ branchId }) =>
		turn.runs(branchId),
	);
	const sheet = theMeeting(turn, id, own, 'meeting.none-ahead');
	if (!turn.runs(sheet.branchId)) throw new Refusal('refuse.not-your-branch');
	if (sheet.state !== 'open') throw new Refusal('meeting.not-open', { id: sheet.id });
	return sheet;
}

/** What a button says of a meeting: 「12月10日周三15:00 主题党日」. */
export function meetingLabel({ t, zone }: Turn, { startsAt, kinds }: MeetingSheet): string {
	return `${sayWhenShort(t, startsAt, zone)} ${kindsLine(t, kinds)}`;
}
