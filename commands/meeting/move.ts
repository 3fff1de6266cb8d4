import { meetingById, reschedule } from '../../db/meetings.ts';
import { numbered, when } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/done.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { sayWhen } from '../../src/cards/when.ts';
import { putBack } from '../help/undo.ts';
import { meetingOf } from './cancel.ts';
import { instantOf } from './instant.ts';
import { tellInvited } from './told.ts';
import { meetingToChange } from './which.ts';

/** 会议 改期: another time; answers stay and can be changed, those who answered are told. */
export const moveMeeting = command({
	name: 'meeting.move',
	words: ['会议 改期', '会议 改到', '改期', 'move meeting'],
	who: 'secretary',
	page: 'meetings',
	undo: moveBack,
	purpose: 'meeting.move-purpose',
	examples: ['会议 改期 #3 下周四下午3点'],
	glued: (rest) => /^[到为]?(\d|[明后今下这本周]|大后|星期|礼拜|上午|下午|晚上)/.test(rest),
	args: { meeting: numbered('meeting'), when: when('meeting.ask-when') },
	run(turn, { meeting, when: words }) {
		const { t, tenant } = turn;
		const sheet = meetingToChange(turn, meeting, 'meeting.move', { when: words });
		const at = instantOf(turn, words);
		if (!reschedule(turn.db, turn.act(), sheet.id, at)) {
			throw new Refusal('meeting.same-time', { line: meetingLine(t, sheet, tenant.zone) });
		}
		turn.redraw(`meeting:${sheet.id}`);
		const before = sayWhen(t, sheet.startsAt, tenant.zone);
		const line = meetingLine(t, { ...sheet, startsAt: at }, tenant.zone);
		tellInvited(turn, sheet, t('meeting.told-moved', { before, line }), true);
		turn.say(
			doneCard({
				title: t('meeting.moved', { id: sheet.id }),
				text: t('meeting.moved-text', { before, line }),
				buttons: [undoButton(t, turn.update.id)],
			}),
			{ about: `meeting:${sheet.id}` },
		);
	},
});

/** 撤回 of a move: the old time counts again, and those who were told hear it. */
function moveBack(turn: Turn, undone: string): void {
	const moved = meetingOf(turn, undone);
	putBack(turn, undone);
	const sheet = moved && meetingById(turn.db, moved.id);
	if (!sheet) return;
	const { t, tenant } = turn;
	const before = sayWhen(t, moved.startsAt, tenant.zone);
	tellInvited(
		turn,
		sheet,
		t('meeting.told-moved', { before, line: meetingLine(t, sheet, tenant.zone) }),
		true,
	);
}
