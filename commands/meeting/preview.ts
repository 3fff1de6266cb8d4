import { listOf } from '../../db/attendance.ts';
import { chatById, isClosed } from '../../db/chats.ts';
import { type MeetingSheet, sameDay } from '../../db/meetings.ts';
import { Preview } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Block } from '../../src/bot/vocabulary/index.ts';
import { kindsLine, meetingFacts, meetingLine } from '../../src/cards/meeting.ts';
import { previewCard } from '../../src/cards/preview.ts';
import { localDate } from '../../src/rules/dates.ts';
import { startsInWorkingHours } from '../../src/rules/meetings.ts';
import { isWorkday } from '../../src/rules/workdays.ts';

/** What a new meeting would look like: it is written down, drawn and given up again. */
export function planPreview(turn: Turn, sheet: MeetingSheet, unused: string | undefined): Preview {
	const { t, zone, today } = turn;
	const facts = [
		[t('meeting.kind'), kindsLine(t, sheet.kinds)] as const,
		...meetingFacts(t, sheet, zone, today),
	];
	return preview(turn, sheet, {
		shown: [{ kind: 'facts', rows: facts }],
		notes: dayNotes(turn, sheet),
		unused,
		edit: 'meeting.form',
	});
}

/** What everybody invited would be told of a change, and what speaks against the new day. */
export function changePreview(turn: Turn, sheet: MeetingSheet, told: string, moved: boolean): Preview {
	const notes = moved ? dayNotes(turn, sheet) : [];
	return preview(turn, sheet, { shown: [{ kind: 'text', text: told }], notes });
}

/** What everybody invited would be told of a meeting that is off. */
export function cancelPreview(turn: Turn, sheet: MeetingSheet, told: string): Preview {
	const { t } = turn;
	const [yes, no] = [t('meeting.cancel-yes'), t('meeting.cancel-no')];
	return preview(turn, sheet, { shown: [{ kind: 'text', text: told }], notes: [], yes, no });
}

interface Seen {
	readonly shown: readonly Block[];
	readonly notes: readonly string[];
	readonly unused?: string;
	readonly edit?: string;
	readonly yes?: string;
	readonly no?: string;
}

function preview(turn: Turn, { id, branch }: MeetingSheet, seen: Seen): Preview {
	const { db, t } = turn;
	const invited = listOf(db, id);
	const group =
		branch.chatId === null || isClosed(db, branch.chatId) ? undefined : chatById(db, branch.chatId);
	const face = {
		...seen,
		chat: group ? (group.name ?? branch.name) : null,
		count: invited.length,
		without: invited.filter(({ openId }) => openId === null).length,
	};
	return new Preview((ways) => previewCard(t, face, ways));
}

/** The same again, a day off, working hours: nothing of it forbids a meeting. */
function dayNotes(turn: Turn, sheet: MeetingSheet): string[] {
	const { t, db, zone } = turn;
	const day = localDate(sheet.startsAt, zone);
	const others = sameDay(db, sheet).filter((each) => localDate(each.startsAt, zone) === day);
	return [
		...others.map((each) => t('meeting.note-same-day', { line: meetingLine(t, each, zone), id: each.id })),
		...(isWorkday(day) ? [] : [t('meeting.note-day-off')]),
		...(isWorkday(day) && startsInWorkingHours(sheet.startsAt, zone)
			? [t('meeting.note-working-hours')]
			: []),
	];
}
