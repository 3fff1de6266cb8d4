import { type ListedPerson, listOf } from '../../db/attendance.ts';
import { isClosed, seatsOf } from '../../db/chats.ts';
import type { MeetingSheet } from '../../db/meetings.ts';
import { cardsOf } from '../../db/outbox/index.ts';
import { wasReminded } from '../../db/reminders.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { invitationView, meetingView } from './sheet.ts';

/**
 * Tells everybody who has heard of the meeting of a change, each once and in one line: its group where that was told of it, in
 * private who does not sit there. Who never heard of it sees how it is when they do. With `asks` it says what becomes of answers.
 */
export function tellInvited(turn: Turn, sheet: MeetingSheet, line: string, asks: boolean): void {
	const { db, t, me } = turn;
	const about = `meeting:${sheet.id}`;
	const cards = cardsOf(db, about);
	const { chatId } = sheet.branch;
	const toldTogether = cards.some(({ view }) => view === meetingView.name);
	const group = chatId !== null && !isClosed(db, chatId) && toldTogether;
	if (group)
		turn.post(chatId, asks ? t('meeting.and-asks', { told: line, asks: t('meeting.tail-group') }) : line, {
			about,
		});
	const seated = new Set(group ? seatsOf(db, chatId).map(({ openId }) => openId) : []);
	const singly = new Set(
		cards.filter(({ view }) => view === invitationView.name).map(({ subject }) => subject),
	);
	const told = ({ id, line: { answer } }: ListedPerson) =>
		toldTogether ||
		answer !== null ||
		singly.has(invitationView.of({ meeting: sheet.id, person: id }).subject) ||
		wasReminded(db, id, about);
	for (const each of listOf(db, sheet.id)) {
		if (each.id === me.id || (each.openId !== null && seated.has(each.openId)) || !told(each)) continue;
		const tail = each.line.answer === null ? t('meeting.tail-open') : t('meeting.tail-answered');
		turn.notify(each.id, asks ? t('meeting.and-asks', { told: line, asks: tail }) : line, { about });
	}
}

/** Whom no message reaches hears of it from the secretary. */
export function passOn({ db, t }: Turn, { id }: MeetingSheet): string[] {
	const count = listOf(db, id).filter(({ openId }) => openId === null).length;
	return count > 0 ? [t('meeting.pass-on', { count })] : [];
}
