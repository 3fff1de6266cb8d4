import { type MeetingSheet, meetingById, reschedule, resettle } from '../../db/meetings.ts';
import { touchedBy } from '../../db/undo.ts';
import { carried, whenIfSaid } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Missing, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { putBack } from '../../src/bot/undo.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { sayWhen } from '../../src/cards/when.ts';
import { beginsWithWhen } from '../../src/reading/meeting.ts';
import { instantOf, newPlace } from './args.ts';
import { meetingToChange } from './find.ts';
import { meetingMeant } from './meant.ts';
import { changePreview } from './preview.ts';
import { passOn, tellInvited } from './told.ts';

/** 会议 改期, 会议 改地点: another time, another place, or both; answers stay and can be changed, everybody told is told. */
export const moveMeeting = command({
	name: 'meeting.move',
	words: [
		'会议 改期',
		'会议 改到',
		'改期',
		'会议 改地点',
		'改地点',
		'换地方',
		'move meeting',
		'change place',
	],
	who: 'secretary',
	page: 'meetings',
	showsFirst: true,
	writes: true,
	undo: changeBack,
	purpose: 'meeting.move-purpose',
	examples: [
		{ say: '会议 改期 #3 下周四下午3点', given: ['invitation'] },
		{ say: '会议 改地点 #3 三楼大厅', given: ['invitation'] },
	],
	glued: beginsWithWhen,
	args: { meeting: meetingMeant(), when: whenIfSaid(), place: newPlace, sure: carried() },
	run(turn, { meeting, when, place, sure }) {
		const sheet = meetingToChange(turn, meeting);
		turn.found('meeting', String(sheet.id));
		if (when === undefined && place === undefined) throw new Missing('when', 'meeting.ask-change');
		const { db } = turn;
		const moved =
			when !== undefined && reschedule(db, turn.act(), sheet.id, instantOf(turn, when, sheet.startsAt));
		const elsewhere = place !== undefined && resettle(db, turn.act(), sheet.id, place);
		if (!moved && !elsewhere) throw new Refusal('meeting.same', { line: meetingLine(turn, sheet) });
		finish(turn, sheet, sure === 'yes');
	},
});

/** Written down already: its author sees what the others will, and it is told, or given up again. */
function finish(turn: Turn, before: MeetingSheet, seen: boolean): void {
	const { t } = turn;
	const sheet = meetingById(turn.db, before.id) ?? before;
	const told = changeLine(turn, before, sheet);
	if (!seen) throw changePreview(turn, sheet, told, before.startsAt !== sheet.startsAt);
	turn.redraw(`meeting:${sheet.id}`);
	tellInvited(turn, sheet, told, before.startsAt !== sheet.startsAt);
	turn.say(
		doneCard({
			title: t('meeting.changed', { id: sheet.id }),
			text: [told, ...passOn(turn, sheet)].join('\n'),
			buttons: [undoButton(t, turn.update.id)],
		}),
		{ about: `meeting:${sheet.id}` },
	);
}

/** One line for all that is different: 「会议改期了：原定…，现在是…，地点改到三楼。」 */
function changeLine(turn: Turn, before: MeetingSheet, sheet: MeetingSheet): string {
	const { t, zone, now } = turn;
	const line = meetingLine(turn, sheet);
	const place = sheet.place ?? '';
	if (before.startsAt === sheet.startsAt) return t('meeting.told-place', { line, place });
	const moved = { before: sayWhen(t, before.startsAt, zone, now), line };
	if (before.place === sheet.place) return t('meeting.told-moved', moved);
	return t('meeting.told-moved-place', { ...moved, place });
}

/** 撤回 of a change: it is as it was, and who was told hears it. */
function changeBack(turn: Turn, undone: string): void {
	const changed = meetingOf(turn, undone);
	putBack(turn, undone);
	const sheet = changed && meetingById(turn.db, changed.id);
	if (sheet) tellInvited(turn, sheet, changeLine(turn, changed, sheet), changed.startsAt !== sheet.startsAt);
}

/** The meeting a Turn was about. */
export function meetingOf(turn: Turn, undone: string): MeetingSheet | undefined {
	return meetingsOf(turn, undone)[0];
}

/** Every meeting a Turn was about. */
export function meetingsOf(turn: Turn, undone: string): MeetingSheet[] {
	const touched = touchedBy(turn.db, undone).filter(({ table }) => table === 'meeting');
	return [...new Set(touched.map(({ key }) => Number(key.id)))].flatMap(
		(id) => meetingById(turn.db, id) ?? [],
	);
}
