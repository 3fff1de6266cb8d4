import { write } from '../../db/tickets.ts';
import { numbered, rest } from '../../src/bot/arguments/index.ts';
import { button, command } from '../../src/bot/command.ts';
import { receiptKey } from '../../src/bot/courier/end.ts';
import { Missing, Refusal } from '../../src/bot/refusal.ts';
import { talk } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/frames.ts';
import { ticketButton } from '../../src/cards/ticket.ts';
import { dangerCard, replyForm } from '../../src/cards/ticket-asking.ts';
import { isDanger } from '../../src/reading/need.ts';
import { theTicket } from './find.ts';
import { keyOf, tellWord, wordKeyOf } from './notify.ts';
import { carriedView } from './views.ts';

/** 回复: requester and assignee write to each other; the bot carries it, and nobody else reads it. */
export const replyToTicket = command({
	name: 'ticket.reply',
	words: ['回复', '补充', 'reply'],
	who: 'anyone',
	page: 'help',
	writes: true,
	undo: 'never',
	// The words are the other side's to read, questions too.
	guarded: false,
	purpose: 'ticket.reply-purpose',
	examples: [{ say: '回复 #12 明天上午可以通电话', given: ['request taken'] }],
	args: { ticket: numbered('ticket'), text: rest(1_000) },
	run(turn, args) {
		const waiting = turn.update.kind === 'tap' ? wordsWaiting(turn, args.ticket) : undefined;
		const text = args.text ?? waiting;
		const found = theTicket(turn, 'reply', args.ticket);
		if (!text) throw new Missing('text', 'ticket.ask-reply');
		const written = turn.update.kind === 'tap' && !waiting && found.part === 'requester';
		if (written && isDanger(text)) turn.whisper(dangerCard(turn.t));
		const wordId = write(turn.db, turn.act(), turn.vault, found, text);
		if (waiting) turn.settle();
		turn.redraw(keyOf(found.id));
		const other = found.part === 'requester' ? found.assigneeId : found.requesterId;
		if (other !== null && !tellWord(turn, found.id, wordId, other)) throw new Refusal('ticket.unreachable');
		sayCarried(turn, found.id, other !== null);
	},
});

function sayCarried(turn: Turn, id: number, carried: boolean): void {
	const { t } = turn;
	if (carried) {
		const about = receiptKey(wordKeyOf(id));
		turn.say(carriedView.of({ ticket: id, turn: turn.update.id }), { about });
		return;
	}
	turn.say(
		doneCard({
			title: t('ticket.reply-kept', { id }),
			text: t('ticket.reply-kept-text'),
		}),
	);
}

/** Words written as an answer to a card, until a tap says that they are meant for the other side. */
function wordsWaiting(turn: Turn, ticket: number | undefined): string | undefined {
	const open = turn.question();
	if (open?.command !== 'ticket.reply' || open.missing !== null) return undefined;
	return open.args.ticket === String(ticket) ? open.args.text : undefined;
}

/** A form for the next word, below the card that stays. */
export const writeToTicket = button({
	name: 'ticket.write',
	who: 'anyone',
	writes: false,
	args: { ticket: numbered('ticket') },
	run(turn, { ticket }) {
		const { id } = theTicket(turn, 'reply', ticket);
		turn.say(replyForm(turn.t, id), { about: keyOf(id) });
	},
});

/** Plain words in answer to a ticket's card: a tap carries them to the other side. */
export const replyHeard = talk({
	hears: (words) => words || undefined,
	answers(turn, text) {
		const { update, shown, t } = turn;
		if (!turn.isPrivate || update.kind !== 'message' || shown?.kind !== 'ticket') return false;
		const { id } = shown;
		turn.ask('ticket.reply', { ticket: String(id), text, message: update.messageId }, null);
		const send = ticketButton(t('ticket.reply-send'), 'ticket.reply', id, { style: 'primary' });
		turn.whisper({
			title: t('ticket.reply-meant', { id }),
			tone: 'plain',
			body: [
				{ kind: 'text', text: t('ticket.reply-meant-text') },
				{ kind: 'buttons', buttons: [send] },
			],
		});
		return true;
	},
});
