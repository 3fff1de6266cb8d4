import { type MeetingSheet, cancel as write } from '../../db/meetings.ts';
import { dropTurn, forgetUndelivered } from '../../db/outbox/index.ts';
import { carried, rest } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { undeliveredKey } from '../../src/bot/courier/end.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { putBack } from '../../src/bot/undo.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { meetingOf, meetingsOf } from './change.ts';
import { meetingToChange } from './find.ts';
import { meetingMeant } from './meant.ts';
import { cancelPreview } from './preview.ts';
import { passOn, tellInvited } from './told.ts';

/** 会议 取消: the meeting does not take place; its card says so and everybody who was told of it is told. */
export const cancelMeeting = command({
	name: 'meeting.cancel',
	words: ['会议 取消', '取消会议', 'cancel meeting'],
	who: 'secretary',
	page: 'meetings',
	showsFirst: true,
	writes: true,
	undo: takePlaceAfterAll,
	purpose: 'meeting.cancel-purpose',
	examples: [{ say: '会议 取消 #3 场地检修', given: ['invitation'] }],
	args: { meeting: meetingMeant(), why: rest(200), sure: carried() },
	run(turn, { meeting, why, sure }) {
		const sheet = meetingToChange(turn, meeting);
		const { t } = turn;
		const line = meetingLine(turn, sheet);
		const told = t(why ? 'meeting.told-cancelled-why' : 'meeting.told-cancelled', { line, why: why ?? '' });
		turn.found('meeting', String(sheet.id));
		if (sure !== 'yes') throw cancelPreview(turn, sheet, told);
		callOff(turn, sheet, why ?? null, told);
		turn.say(
			doneCard({
				title: t('meeting.cancelled', { id: sheet.id }),
				text: [t('meeting.cancelled-text', { line }), ...passOn(turn, sheet)].join('\n'),
				tone: 'careful',
				buttons: [undoButton(t, turn.update.id)],
			}),
			{ about: `meeting:${sheet.id}` },
		);
	},
});

/** Writes it down, redraws the cards, and tells who heard of it. */
function callOff(turn: Turn, sheet: MeetingSheet, why: string | null, told: string): void {
	write(turn.db, turn.act(), sheet.id, why);
	// Who never heard of it need not hear that it is off.
	for (const said of forgetUndelivered(turn.db, `meeting:${sheet.id}`, turn.now))
		turn.redraw(undeliveredKey(said));
	turn.redraw(`meeting:${sheet.id}`);
	tellInvited(turn, sheet, told, false);
}

/** 撤回 of a plan: every meeting of it is cancelled as if the secretary had said so; `undone` is the Turn that planned it. */
export function takeBackPlan(turn: Turn, undone: string): void {
	const sheets = meetingsOf(turn, undone);
	if (sheets.length === 0 || sheets.some(({ state }) => state !== 'open'))
		throw new Refusal('undo.changed-since');
	dropTurn(turn.db, undone, turn.now);
	for (const sheet of sheets) {
		const line = meetingLine(turn, sheet);
		callOff(turn, sheet, null, turn.t('meeting.told-cancelled', { line }));
	}
}

/** 撤回 of a cancellation: who was told is told again. */
function takePlaceAfterAll(turn: Turn, undone: string): void {
	putBack(turn, undone);
	const sheet = meetingOf(turn, undone);
	if (!sheet) return;
	const line = meetingLine(turn, sheet);
	tellInvited(turn, sheet, turn.t('meeting.told-after-all', { line }), false);
}
