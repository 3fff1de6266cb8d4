import { type MeetingSheet, meetingById, cancel as write } from '../../db/meetings.ts';
import { dropTurn } from '../../db/outbox/index.ts';
import { touchedBy } from '../../db/undo.ts';
import { numbered, rest } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { putBack } from '../help/undo.ts';
import { tellInvited } from './told.ts';
import { meetingToChange } from './which.ts';

/** 会议 取消: the meeting does not take place; its card says so and those who count on it are told. */
export const cancelMeeting = command({
	name: 'meeting.cancel',
	words: ['会议 取消', '取消会议', 'cancel meeting'],
	who: 'secretary',
	page: 'meetings',
	undo: takePlaceAfterAll,
	purpose: 'meeting.cancel-purpose',
	examples: ['会议 取消 #3 场地检修'],
	args: { meeting: numbered('meeting'), why: rest(200) },
	run(turn, { meeting, why }) {
		const sheet = meetingToChange(turn, meeting, 'meeting.cancel', why ? { why } : {});
		callOff(turn, sheet, why ?? null);
		const { t } = turn;
		turn.say(
			doneCard({
				title: t('meeting.cancelled', { id: sheet.id }),
				text: t('meeting.cancelled-text', { line: meetingLine(t, sheet, turn.tenant.zone) }),
				tone: 'careful',
				buttons: [undoButton(t, turn.update.id)],
			}),
			{ about: `meeting:${sheet.id}` },
		);
	},
});

/** Writes it down, redraws the cards, and tells those who count on it. */
function callOff(turn: Turn, sheet: MeetingSheet, why: string | null): void {
	write(turn.db, turn.act(), sheet.id, why);
	turn.redraw(`meeting:${sheet.id}`);
	const line = meetingLine(turn.t, sheet, turn.tenant.zone);
	const key = why ? 'meeting.told-cancelled-why' : 'meeting.told-cancelled';
	tellInvited(turn, sheet, turn.t(key, { line, why: why ?? '' }), false);
}

/** 撤回 of a plan: the meeting is cancelled as if the secretary had said so; `undone` is the Turn that planned it. */
export function takeBackPlan(turn: Turn, undone: string): void {
	const sheet = meetingOf(turn, undone);
	if (sheet?.state !== 'open') throw new Refusal('undo.changed-since');
	dropTurn(turn.db, undone, turn.now);
	callOff(turn, sheet, null);
}

/** 撤回 of a cancellation: those who were told are told again. */
function takePlaceAfterAll(turn: Turn, undone: string): void {
	putBack(turn, undone);
	const sheet = meetingOf(turn, undone);
	if (!sheet) return;
	const line = meetingLine(turn.t, sheet, turn.tenant.zone);
	tellInvited(turn, sheet, turn.t('meeting.told-after-all', { line }), false);
}

/** The meeting a Turn was about. */
export function meetingOf(turn: Turn, undone: string): MeetingSheet | undefined {
	const touched = touchedBy(turn.db, undone).find(({ table }) => table === 'meeting');
	return touched && meetingById(turn.db, Number(touched.key.id));
}
