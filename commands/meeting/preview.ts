import { listOf } from '../../db/attendance.ts';
import { chatById, isClosed } from '../../db/chats.ts';
import { type MeetingSheet, sameDay } from '../../db/meetings.ts';
import { Preview } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Block } from '../../src/bot/vocabulary/index.ts';
import { meetingLine, planFacts } from '../../src/cards/meeting.ts';
import { type PreviewFace, previewCard } from '../../src/cards/preview.ts';
import { sayDate } from '../../src/cards/when.ts';
import { localDate } from '../../src/rules/dates.ts';
import { startsInWorkingHours } from '../../src/rules/meetings.ts';
import { isWorkday } from '../../src/rules/workdays.ts';
import { localMinute } from './args.ts';

interface Looked {
	/** Words of the sentence that nothing was made of. */
	readonly unused: string | undefined;
	/** The next few of a rule without an end. */
	readonly open: boolean;
}

/** What one new meeting or several would look like: they are written down, drawn and given up again. */
export function planPreview(turn: Turn, sheets: readonly MeetingSheet[], { unused, open }: Looked): Preview {
	const { t, zone } = turn;
	const [sheet] = sheets;
	if (!sheet) throw new Error('nothing to look at');
	const notes = notesOf(turn, sheets);
	const seen = { shown: [{ kind: 'facts', rows: planFacts(turn, sheets) }] as const, notes, unused };
	if (sheets.length === 1) return preview(turn, sheet, { ...seen, edit: 'meeting.form' });
	return preview(turn, sheet, {
		...seen,
		notes: [...(open ? [t('meeting.series-open', { count: sheets.length })] : []), ...notes],
		yes: t(sheet.branch.chatId ? 'meeting.series-yes' : 'meeting.series-tell'),
		instead: { label: t('meeting.series-once'), args: { when: localMinute(sheet.startsAt, zone) } },
	});
}

/** What is known of each day, said once where it holds for all. */
function notesOf(turn: Turn, sheets: readonly MeetingSheet[]): string[] {
	const days = new Map<string, string[]>();
	for (const sheet of sheets) {
		const day = sayDate(turn.t, localDate(sheet.startsAt, turn.zone), turn.today);
		for (const note of dayNotes(turn, sheet, sheets)) days.set(note, [...(days.get(note) ?? []), day]);
	}
	return [...days].map(([note, on]) =>
		on.length === sheets.length ? note : `${on.join(turn.t('list.and'))}${turn.t('list.colon')}${note}`,
	);
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
	readonly instead?: PreviewFace['instead'];
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
function dayNotes(turn: Turn, sheet: MeetingSheet, planned: readonly MeetingSheet[] = []): string[] {
	const { t, db, zone } = turn;
	const day = localDate(sheet.startsAt, zone);
	const own = new Set(planned.map(({ id }) => id));
	const others = sameDay(db, sheet).filter(
		(each) => !own.has(each.id) && localDate(each.startsAt, zone) === day,
	);
	return [
		...others.map((each) => t('meeting.note-same-day', { line: meetingLine(turn, each), id: each.id })),
		...(isWorkday(day) ? [] : [t('meeting.note-day-off')]),
		...(isWorkday(day) && startsInWorkingHours(sheet.startsAt, zone)
			? [t('meeting.note-working-hours')]
			: []),
	];
}
