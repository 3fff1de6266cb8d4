import { listOf } from '../../db/attendance.ts';
import { type MeetingSheet, meetingById, meetingsAhead, cancel as write } from '../../db/meetings.ts';
import { touchedBy } from '../../db/undo.ts';
import { numbered, rest } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/done.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { theMeeting } from './which.ts';

/** 会议 取消: the meeting does not take place; its card says so and those who were invited singly are told. */
export const cancelMeeting = command({
	name: 'meeting.cancel',
	words: ['会议 取消', '取消会议', 'cancel meeting'],
	who: 'secretary',
	undo: 'none',
	purpose: 'meeting.cancel-purpose',
	examples: ['会议 取消 #3 场地检修'],
	args: { meeting: numbered('meeting'), why: rest(200) },
	run(turn, { meeting, why }) {
		const own = meetingsAhead(turn.db, turn.me, turn.managed, turn.now).filter(({ branchId }) =>
			turn.runs(branchId),
		);
		const args: Record<string, string> = why ? { why } : {};
		const sheet = theMeeting(turn, meeting, own, 'meeting.cancel', args, 'meeting.none-ahead');
		if (!turn.runs(sheet.branchId)) throw new Refusal('refuse.not-your-branch');
		if (sheet.state !== 'open') throw new Refusal('meeting.not-open', { id: sheet.id });
		callOff(turn, sheet, why ?? null);
		turn.say(
			doneCard({
				title: turn.t('meeting.cancelled', { id: sheet.id }),
				text: turn.t('meeting.cancelled-text', { line: meetingLine(turn.t, sheet, turn.tenant.zone) }),
				tone: 'careful',
			}),
			{ about: `meeting:${sheet.id}` },
		);
	},
});

/** Writes it down, redraws the cards, and tells those who had said that they would come. */
export function callOff(turn: Turn, sheet: MeetingSheet, why: string | null): void {
	write(turn.db, turn.act(), sheet.id, why);
	turn.redraw(`meeting:${sheet.id}`);
	const line = meetingLine(turn.t, sheet, turn.tenant.zone);
	for (const { id, line: own } of listOf(turn.db, sheet.id)) {
		if (own.answer === null || own.answer === 'leave' || id === turn.me.id) continue;
		turn.notify(
			id,
			turn.t(why ? 'meeting.told-cancelled-why' : 'meeting.told-cancelled', { line, why: why ?? '' }),
		);
	}
}

/** 撤回 of a plan: the meeting is cancelled as if the secretary had said so; `undone` is the Turn that planned it. */
export function takeBackPlan(turn: Turn, undone: string): void {
	const planned = touchedBy(turn.db, undone).find(
		({ table, change }) => table === 'meeting' && change === 'added',
	);
	const sheet = planned && meetingById(turn.db, Number(planned.key.id));
	if (sheet?.state !== 'open') throw new Refusal('undo.changed-since');
	callOff(turn, sheet, null);
}
