import { listOf } from '../../db/attendance.ts';
import { isClosed } from '../../db/chats.ts';
import { type MeetingSheet, meetingById, reschedule, cancel as write } from '../../db/meetings.ts';
import { cardsOf, dropTurn, forgetUndelivered } from '../../db/outbox/index.ts';
import { wasReminded } from '../../db/reminders.ts';
import { touchedBy } from '../../db/undo.ts';
import { carried, numbered, rest, when } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { undeliveredKey } from '../../src/bot/courier/end.ts';
import { askIfSure, type Choose, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { putBack } from '../../src/bot/undo.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { meetingLine } from '../../src/cards/meeting.ts';
import { sayWhen } from '../../src/cards/when.ts';
import { sentence } from '../../src/locales/index.ts';
import { beginsWithWhen } from '../../src/reading/meeting.ts';
import { instantOf } from './args.ts';
import { meetingToChange } from './find.ts';
import { invitationView } from './sheet.ts';

/** 会议 改期: another time; answers stay and can be changed, those who answered are told. */
export const moveMeeting = command({
	name: 'meeting.move',
	words: ['会议 改期', '会议 改到', '改期', 'move meeting'],
	who: 'secretary',
	page: 'meetings',
	writes: true,
	undo: moveBack,
	purpose: 'meeting.move-purpose',
	examples: [{ say: '会议 改期 #3 下周四下午3点', given: ['invitation'] }],
	glued: beginsWithWhen,
	args: { meeting: numbered('meeting'), when: when('meeting.ask-when') },
	run(turn, { meeting, when: words }) {
		const { t, zone } = turn;
		const sheet = meetingToChange(turn, meeting);
		const at = instantOf(turn, words);
		if (!reschedule(turn.db, turn.act(), sheet.id, at)) {
			throw new Refusal('meeting.same-time', { line: meetingLine(t, sheet, zone) });
		}
		turn.redraw(`meeting:${sheet.id}`);
		const before = sayWhen(t, sheet.startsAt, zone);
		const line = meetingLine(t, { ...sheet, startsAt: at }, zone);
		notifyInvited(turn, sheet, t('meeting.told-moved', { before, line }), true);
		turn.say(
			doneCard({
				title: t('meeting.moved', { id: sheet.id }),
				text: [t('meeting.moved-text', { before, line }), ...passOn(turn, sheet)].join('\n'),
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
	const { t, zone } = turn;
	const before = sayWhen(t, moved.startsAt, zone);
	notifyInvited(turn, sheet, t('meeting.told-moved', { before, line: meetingLine(t, sheet, zone) }), true);
}

/** 会议 取消: the meeting does not take place; its card says so and those who count on it are told. */
export const cancelMeeting = command({
	name: 'meeting.cancel',
	words: ['会议 取消', '取消会议', 'cancel meeting'],
	who: 'secretary',
	page: 'meetings',
	writes: true,
	undo: takePlaceAfterAll,
	purpose: 'meeting.cancel-purpose',
	examples: [{ say: '会议 取消 #3 场地检修', given: ['invitation'] }],
	args: { meeting: numbered('meeting'), why: rest(200), sure: carried() },
	run(turn, { meeting, why, sure }) {
		const sheet = meetingToChange(turn, meeting);
		if (sure !== 'yes') throw askFirst(turn, sheet);
		callOff(turn, sheet, why ?? null);
		const { t } = turn;
		turn.say(
			doneCard({
				title: t('meeting.cancelled', { id: sheet.id }),
				text: [
					t('meeting.cancelled-text', { line: meetingLine(t, sheet, turn.zone) }),
					...passOn(turn, sheet),
				].join('\n'),
				tone: 'careful',
				buttons: [undoButton(t, turn.update.id)],
			}),
			{ about: `meeting:${sheet.id}` },
		);
	},
});

/** Cancelling is told to everybody at once, so typed words and taps alike are asked about. */
function askFirst(turn: Turn, sheet: MeetingSheet): Choose {
	const { t } = turn;
	turn.found('meeting', String(sheet.id));
	const line = meetingLine(t, sheet, turn.zone);
	return askIfSure(sentence('meeting.cancel-sure', { line }), {
		yes: t('meeting.cancel-yes'),
		no: t('meeting.cancel-no'),
	});
}

/** Writes it down, redraws the cards, and tells those who count on it. */
function callOff(turn: Turn, sheet: MeetingSheet, why: string | null): void {
	write(turn.db, turn.act(), sheet.id, why);
	// Who never heard of it need not hear that it is off.
	for (const said of forgetUndelivered(turn.db, `meeting:${sheet.id}`, turn.now))
		turn.redraw(undeliveredKey(said));
	turn.redraw(`meeting:${sheet.id}`);
	const line = meetingLine(turn.t, sheet, turn.zone);
	const key = why ? 'meeting.told-cancelled-why' : 'meeting.told-cancelled';
	notifyInvited(turn, sheet, turn.t(key, { line, why: why ?? '' }), false);
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
	const line = meetingLine(turn.t, sheet, turn.zone);
	notifyInvited(turn, sheet, turn.t('meeting.told-after-all', { line }), false);
}

/** Whom no message reaches hears of it from the secretary. */
function passOn({ db, t }: Turn, { id }: MeetingSheet): string[] {
	const count = listOf(db, id).filter(({ openId }) => openId === null).length;
	return count > 0 ? [t('meeting.pass-on', { count })] : [];
}

/** The meeting a Turn was about. */
export function meetingOf(turn: Turn, undone: string): MeetingSheet | undefined {
	const touched = touchedBy(turn.db, undone).find(({ table }) => table === 'meeting');
	return touched && meetingById(turn.db, Number(touched.key.id));
}

/**
 * Tells those who count on the meeting: who answered, who was invited to it or reminded of it in private, and where there is
 * no group (any more) everybody invited, since nothing else reaches them. Who is on leave anyway hears of it only with `onLeaveToo`.
 */
export function notifyInvited(turn: Turn, sheet: MeetingSheet, text: string, onLeaveToo: boolean): void {
	const about = `meeting:${sheet.id}`;
	const nothingElse = sheet.branch.chatId === null || isClosed(turn.db, sheet.branch.chatId);
	const singly = new Set(
		cardsOf(turn.db, about)
			.filter(({ view }) => view === invitationView.name)
			.map(({ subject }) => subject),
	);
	for (const { id, line } of listOf(turn.db, sheet.id)) {
		const invited = singly.has(invitationView.of({ meeting: sheet.id, person: id }).subject);
		const counts =
			line.answer === null
				? nothingElse || invited || wasReminded(turn.db, id, about)
				: line.answer !== 'leave' || onLeaveToo;
		if (counts && id !== turn.me.id) turn.notify(id, text, { about });
	}
}
