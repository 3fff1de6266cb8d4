import { thankOnce } from '../../db/people.ts';
import type { Command } from '../../src/bot/command.ts';
import { type SmallTalk, talk } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Button, Card } from '../../src/bot/vocabulary/index.ts';
import { askCard, opens } from '../../src/cards/frames.ts';
import { offerCard } from '../../src/cards/wishes.ts';
import { readCourtesy } from '../../src/reading/courtesy.ts';
import type { Doubt } from '../../src/reading/hear/index.ts';
import { sayNotYet } from '../later/not-yet.ts';
import { shownWord } from './help.ts';

/** 你好, 谢谢: the menu, or 「不客气」. */
export const courtesy = talk({
	hears: readCourtesy,
	answers(turn, kind) {
		if (kind === 'greeting') turn.whisper(menuHint(turn));
		else youAreWelcome(turn);
		return true;
	},
});

/** What is answered to words that are no command of any job. */
export const smallTalk: SmallTalk = {
	offer(turn, wishes) {
		turn.whisper(wishes.length === 0 ? menuHint(turn, turn.t('offered.none')) : offerCard(turn.t, wishes));
	},

	notYet: sayNotYet,

	notWords(turn, form) {
		if (form === 'voice') turn.whisper(turn.t('talk.voice'));
		else if (form === 'sticker') youAreWelcome(turn);
		else turn.whisper(turn.t('talk.no-files'));
	},

	doubtful(turn, command, why) {
		turn.whisper(notDone(turn, command, why));
	},
};

/** A command that was asked about or negated rather than said: nothing is done, and a tap leads on. */
function notDone({ t }: Turn, meant: Command, why: Doubt): Card {
	const word = shownWord(t, meant);
	const about: Button = {
		label: t('help.about', { word }),
		action: { command: 'help', args: { about: word } },
	};
	if (why === 'question') return askCard(t('talk.was-asked'), t('talk.nothing-done'), [about]);
	return askCard(t('talk.was-negated'), t('talk.negated-text'), [about]);
}

/** 「不客气。」 in private, at most once a day; else silence. */
function youAreWelcome(turn: Turn): void {
	if (turn.isPrivate && thankOnce(turn.db, turn.me.id, turn.today)) turn.whisper(turn.t('talk.welcome'));
}

function menuHint(turn: Turn, title = turn.t('talk.hello')): Card {
	const todo = opens(turn.t('greet.todo'), 'todo', {}, 'primary');
	return {
		title,
		tone: 'plain',
		body: [{ kind: 'buttons', buttons: [todo, helpButton(turn)] }],
	};
}

function helpButton({ t }: Turn): Button {
	return opens(t('help.button'), 'help');
}
