import { listOf } from '../../db/attendance.ts';
import { meetingById, meetingsAhead, reschedule } from '../../db/meetings.ts';
import { numbered, when } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { readWhen } from '../../src/bot/reading/when/index.ts';
import { Missing, Refusal } from '../../src/bot/refusal.ts';
import { doneCard } from '../../src/cards/done.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { sayWhen } from '../../src/cards/when.ts';
import { theMeeting } from './which.ts';

/** 会议 改期: another time; answers stay and can be changed, those who answered are told. */
export const moveMeeting = command({
	name: 'meeting.move',
	words: ['会议 改期', '会议 改到', '改期', 'move meeting'],
	who: 'secretary',
	undo: 'none',
	purpose: 'meeting.move-purpose',
	examples: ['会议 改期 #3 下周四下午3点'],
	glued: () => false,
	args: { meeting: numbered('meeting'), when: when('meeting.ask-when') },
	run(turn, { meeting, when: words }) {
		const own = meetingsAhead(turn.db, turn.me, turn.managed, turn.now).filter(({ branchId }) =>
			turn.runs(branchId),
		);
		const sheet = theMeeting(turn, meeting, own, 'meeting.move', { when: words }, 'meeting.none-ahead');
		if (!turn.runs(sheet.branchId)) throw new Refusal('refuse.not-your-branch');
		if (sheet.state !== 'open') throw new Refusal('meeting.not-open', { id: sheet.id });
		const { at } = readWhen(words, turn.now, turn.tenant.zone) ?? {};
		if (at === undefined) throw new Missing('when', 'meeting.ask-time');
		if (at <= turn.now) throw new Refusal('meeting.past', { when: words });
		reschedule(turn.db, turn.act(), sheet.id, at);
		turn.redraw(`meeting:${sheet.id}`);
		const before = sayWhen(turn.t, sheet.startsAt, turn.tenant.zone);
		const moved = meetingById(turn.db, sheet.id) ?? sheet;
		const line = meetingLine(turn.t, moved, turn.tenant.zone);
		for (const { id, line: own } of listOf(turn.db, sheet.id)) {
			if (own.answer !== null && id !== turn.me.id)
				turn.notify(id, turn.t('meeting.told-moved', { before, line }));
		}
		turn.say(
			doneCard({
				title: turn.t('meeting.moved', { id: sheet.id }),
				text: turn.t('meeting.moved-text', { before, line }),
			}),
			{
				about: `meeting:${sheet.id}`,
			},
		);
	},
});
