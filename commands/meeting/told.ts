import { listOf } from '../../db/attendance.ts';
import type { MeetingSheet } from '../../db/meetings.ts';
import { wasReminded } from '../../db/reminders.ts';
import type { Turn } from '../../src/bot/turn.ts';

/**
 * Tells those who count on the meeting: who answered, who was reminded of it in private, and where there is no group
 * everybody invited, since nothing else reaches them. Who is on leave anyway hears of it only with `onLeaveToo`.
 */
export function tellInvited(turn: Turn, sheet: MeetingSheet, text: string, onLeaveToo: boolean): void {
	for (const { id, line } of listOf(turn.db, sheet.id)) {
		const counts =
			line.answer === null
				? sheet.branch.chatId === null || wasReminded(turn.db, id, `meeting:${sheet.id}`)
				: line.answer !== 'leave' || onLeaveToo;
		if (counts && id !== turn.me.id) turn.notify(id, text);
	}
}
