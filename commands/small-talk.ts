import { openInvitations } from '../db/meetings.ts';
import { thankOnce } from '../db/people.ts';
import { isGreeting, isThanks } from '../src/bot/arguments/index.ts';
import type { Command } from '../src/bot/command.ts';
import type { SmallTalk } from '../src/bot/registry.ts';
import type { Turn } from '../src/bot/turn.ts';
import type { Action, Button, Card } from '../src/bot/vocabulary/index.ts';
import { answerButtons, meetingLine } from '../src/cards/meeting.ts';
import { opens } from '../src/cards/opens.ts';
import { dangerCard } from '../src/cards/ticket-asking.ts';
import type { Doubt } from '../src/reading/hear/index.ts';
import { isDanger } from '../src/rules/distress.ts';
import { CHECK_IN } from '../src/rules/meetings.ts';
import { shownWord } from './help/menu.ts';
import { hearsNeed } from './ticket/distress.ts';
import { askIfSolved, hearsVerdict } from './ticket/end.ts';
import { hearsReply } from './ticket/reply.ts';

/** What is answered to words that are no command. */
export const smallTalk: SmallTalk = {
	alarm(turn, text) {
		if (isDanger(text)) turn.whisper(dangerCard(turn.t));
	},

	notUnderstood(turn, text) {
		if (hearsReply(turn, text) || hearsVerdict(turn, text) || hearsNeed(turn, text)) return;
		if (text === '' || isGreeting(text)) turn.whisper(menuHint(turn));
		else if (isThanks(text)) youAreWelcome(turn);
		else if (turn.isPrivate || text.length <= 30) turn.whisper(notUnderstood(turn));
	},

	notWords(turn, form) {
		if (form === 'voice') turn.whisper(turn.t('talk.voice'));
		else if (form === 'sticker') youAreWelcome(turn);
		else turn.whisper(turn.t('talk.no-files'));
	},

	nearest(turn, word, action) {
		const meant = {
			label: turn.t('talk.meant', { word }),
			action: turn.isPrivate ? action : withoutReason(action),
		};
		turn.whisper(
			asking(turn.t('talk.nearest', { word }), turn.t('talk.nothing-written'), [meant, helpButton(turn)]),
		);
	},

	doubtful(turn, command, why) {
		if (ANSWERS.has(command.name)) whichAnswer(turn);
		else if (command.name === 'ticket.confirm') askIfSolved(turn);
		else turn.whisper(notDone(turn, command, why));
	},
};

/** Those whose doubtful saying is answered with the buttons of the invitation. */
const ANSWERS: ReadonlySet<string> = new Set(['come', 'leave', 'late', 'online', 'check-in']);

/** In a group only the answer is kept, also when it comes by way of a slip of the pen. */
function withoutReason({ args: { reason: _, ...args }, ...action }: Action): Action {
	return { ...action, args };
}

/** The answer in doubt is not written; the buttons say it clearly, and with several meetings ask which one. */
function whichAnswer(turn: Turn): void {
	const { t } = turn;
	const open = openInvitations(turn.db, turn.me.id, turn.now - CHECK_IN.after);
	const [sheet] = open;
	if (!sheet) {
		turn.whisper(t('answer.no-meeting'));
		return;
	}
	const only = open.length === 1 ? sheet : undefined;
	const text = only
		? t('talk.doubtful-text', { line: meetingLine(t, only, turn.tenant.zone) })
		: t('talk.doubtful-several', { count: open.length });
	turn.whisper(asking(t('talk.doubtful'), text, answerButtons(t, only?.id)));
}

/** A command that was asked about or negated rather than said: nothing is done, and a tap leads on. */
function notDone(turn: Turn, meant: Command, why: Doubt): Card {
	const { t } = turn;
	const { name } = meant;
	const word = shownWord(t, meant);
	const does: Button =
		name === 'undo' || name === 'meeting'
			? { label: t(name === 'undo' ? 'undo.button' : 'greet.meetings'), action: { command: name, args: {} } }
			: { label: t('help.about', { word }), action: { command: 'help', args: { about: word } } };
	if (why === 'question') return asking(t('talk.was-asked'), t('talk.nothing-done'), [does]);
	return asking(t('talk.was-negated'), t('talk.negated-text'), [does]);
}

function asking(title: string, text: string, [first, ...others]: readonly Button[]): Card {
	const buttons = first ? [{ ...first, style: 'primary' as const }, ...others] : others;
	return {
		title,
		tone: 'plain',
		body: [
			{ kind: 'text', text },
			{ kind: 'buttons', buttons },
		],
	};
}

/** 「不客气。」 in private, at most once a day; else silence. */
function youAreWelcome(turn: Turn): void {
	if (turn.isPrivate && thankOnce(turn.db, turn.me.id, turn.today)) turn.whisper(turn.t('talk.welcome'));
}

function menuHint(turn: Turn): Card {
	const todo = opens(turn.t('greet.todo'), 'todo', {}, 'primary');
	return {
		title: turn.t('talk.hello'),
		tone: 'plain',
		body: [{ kind: 'buttons', buttons: [todo, helpButton(turn)] }],
	};
}

function notUnderstood(turn: Turn): Card {
	return asking(turn.t('talk.not-understood'), turn.t('talk.not-understood-text'), [helpButton(turn)]);
}

function helpButton({ t }: Turn): Button {
	return opens(t('help.button'), 'help');
}
