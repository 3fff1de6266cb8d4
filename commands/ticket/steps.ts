import { dutyFor } from '../../db/duty.ts';
import { askedFrom, assign, type KnownTicket, moveOn, ticketsAskedBy, write } from '../../db/tickets.ts';
import { carried, numbered, rest } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import { askIfSure, type Choose, Refusal } from '../../src/bot/refusal.ts';
import { talk } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { ticketButton } from '../../src/cards/ticket.ts';
import { sentence } from '../../src/locales/index.ts';
import { isCallingOff } from '../../src/reading/courtesy.ts';
import { qualifies } from '../../src/reading/hear/index.ts';
import { speaksOfOutcome } from '../../src/reading/need.ts';
import { theTicket } from './find.ts';
import {
	keyOf,
	sayOwn,
	takeBackStep,
	tellAssignee,
	tellCorrection,
	tellDuty,
	tellRequester,
	tellWord,
} from './notify.ts';

/** 我来办: somebody on duty takes a request on; from here on the story is theirs alone to read. */
export const takeTicket = command({
	name: 'ticket.take',
	words: ['我来办', '认领', '接办', 'take on'],
	who: 'secretary',
	page: 'help',
	guarded: true,
	writes: true,
	undo: takeBackStep,
	purpose: 'ticket.take-purpose',
	examples: [{ say: '我来办 #12', given: ['request on duty'] }],
	args: { ticket: numbered('ticket') },
	run(turn, { ticket }) {
		const found = theTicket(turn, 'take', ticket);
		assign(turn.db, turn.act(), found, turn.me.id);
		turn.redraw(keyOf(found.id));
		tellAssignee(turn, found.id, turn.me.id);
		tellRequester(turn, found);
	},
});

/** What stands behind a step is for the other side; as long as there is none it stays with the request. */
function carryWord(turn: Turn, found: KnownTicket, text: string | undefined, to: number | null): boolean {
	if (!text) return false;
	const wordId = write(turn.db, turn.act(), turn.vault, found, text);
	if (to !== null) tellWord(turn, found.id, wordId, to);
	return true;
}

/** 办结: the assignee says it is done; whether it is, the requester says. */
export const finishTicket = command({
	name: 'ticket.finish',
	words: ['办结', 'resolve'],
	who: 'secretary',
	page: 'help',
	guarded: true,
	writes: true,
	undo: takeBackStep,
	purpose: 'ticket.finish-purpose',
	examples: [
		{ say: '办结 #12', given: ['request taken'] },
		{ say: '办结 #12 厂里答应周五前补发', given: ['request taken'] },
	],
	args: { ticket: numbered('ticket'), words: rest(1_000) },
	run(turn, { ticket, words: text }) {
		const found = theTicket(turn, 'finish', ticket);
		const carried = carryWord(turn, found, text, found.requesterId);
		moveOn(turn.db, turn.act(), found, found.next);
		turn.redraw(keyOf(found.id));
		const heard = tellRequester(turn, found);
		const { t } = turn;
		turn.say(
			doneCard({
				title: t('ticket.finished', { id: found.id }),
				text: t(
					heard ? (carried ? 'ticket.finished-words' : 'ticket.finished-text') : 'ticket.finished-untold',
				),
				buttons: [undoButton(t, turn.update.id)],
			}),
			{ about: keyOf(found.id) },
		);
	},
});

/** 满意: the confirmed end. */
export const confirmTicket = command({
	name: 'ticket.confirm',
	words: ['满意', 'satisfied'],
	who: 'anyone',
	page: 'help',
	guarded: true,
	writes: true,
	undo: takeBackStep,
	doubted: 'sure',
	purpose: 'ticket.confirm-purpose',
	examples: [
		{ say: '满意 #12', given: ['request done'] },
		{ say: '满意 #12 谢谢王书记', given: ['request done'] },
	],
	args: { ticket: numbered('ticket'), sure: carried(), words: rest(500) },
	run(turn, { ticket, sure, words }) {
		const found = theTicket(turn, 'confirm', ticket);
		if (sure !== 'yes' && (sure || qualifies(words ?? ''))) throw askIfSolved(turn, found.id, words);
		carryWord(turn, found, words, found.assigneeId);
		moveOn(turn.db, turn.act(), found, found.next);
		turn.redraw(keyOf(found.id));
		const text = turn.t('ticket.confirmed', { id: found.id });
		if (found.assigneeId !== null)
			turn.notify(found.assigneeId, doneCard({ title: turn.t('spine.private'), text }));
		sayOwn(turn, found.id);
	},
});

/** 不太满意, 还没解决, 解决了: not one of the words, but about what waits for one. */
export const verdictHeard = talk({
	hears: (text) => speaksOfOutcome(text) || undefined,
	answers(turn) {
		if (!turn.isPrivate) return false;
		const done = waitingForMe(turn);
		for (const { id } of done) sayOwn(turn, id);
		return done.length > 0;
	},
});

function waitingForMe(turn: Turn) {
	return ticketsAskedBy(turn.db, turn.me.id, 20).filter(({ state }) => state === 'done');
}

/** 不满意, 满意吗, 满意 可是钱没到: nothing is confirmed; what was written goes along with the tap. */
function askIfSolved({ t }: Turn, id: number, words = ''): Refusal {
	const yes = ticketButton(t('ticket.solved'), 'ticket.confirm', id, {
		words: { sure: 'yes', words },
	});
	const no = ticketButton(t('ticket.solved-not'), 'ticket.reopen', id, { words: { why: words } });
	return new Refusal(words ? 'ticket.ask-solved-words' : 'ticket.ask-solved', { id }, [yes, no]);
}

/** 撤回求助: the requester wants it no more. */
export const withdrawTicket = command({
	name: 'ticket.withdraw',
	words: ['撤回求助', '求助 撤回', 'withdraw'],
	who: 'anyone',
	page: 'help',
	guarded: true,
	writes: true,
	undo: takeBackStep,
	purpose: 'ticket.withdraw-purpose',
	examples: [
		{ say: '撤回求助 #12', given: ['own request'] },
		{ say: '撤回求助 #12 已经自己解决了', given: ['own request'] },
	],
	args: { ticket: numbered('ticket'), sure: carried(), words: rest(500) },
	run(turn, { ticket, sure, words }) {
		const found = theTicket(turn, 'withdraw', ticket);
		if (sure !== 'yes') throw askFirst(turn, found, words);
		carryWord(turn, found, words, found.assigneeId);
		moveOn(turn.db, turn.act(), found, found.next);
		turn.redraw(keyOf(found.id));
		if (found.assigneeId !== null) tellCorrection(turn, found.id, found.assigneeId);
		sayOwn(turn, found.id);
	},
});

function askFirst(turn: Turn, { id, assigneeId }: KnownTicket, words: string | undefined): Choose {
	turn.found('ticket', String(id));
	const told = words && assigneeId !== null;
	const question = told
		? sentence('ticket.withdraw-sure-words', { id, words })
		: sentence('ticket.withdraw-sure', { id });
	return askIfSure(question, { yes: turn.t('ticket.withdraw-yes'), no: turn.t('ticket.withdraw-no') });
}

/** 重开: it is not solved; whoever had it goes on, with the requester's word for why. */
export const reopenTicket = command({
	name: 'ticket.reopen',
	words: ['重开', 'reopen'],
	who: 'anyone',
	page: 'help',
	writes: true,
	undo: takeBackStep,
	purpose: 'ticket.reopen-purpose',
	examples: [{ say: '重开 #12 钱还没到账', given: ['request done'] }],
	args: { ticket: numbered('ticket'), why: rest(500) },
	run(turn, { ticket, why }) {
		const found = theTicket(turn, 'reopen', ticket);
		if (why && isCallingOff(why)) throw new Refusal('spine.called-off');
		moveOn(turn.db, turn.act(), found, found.next);
		carryWord(turn, found, why, found.assigneeId);
		turn.redraw(keyOf(found.id));
		if (found.assigneeId === null)
			tellDuty(turn, found.id, dutyFor(turn.db, askedFrom(turn.vault, found)).people);
		else tellAssignee(turn, found.id, found.assigneeId);
		sayOwn(turn, found.id);
	},
});
