import { thankOnce } from '../../db/people.ts';
import type { Command } from '../../src/bot/command.ts';
import { type SmallTalk, talk } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Button, Card } from '../../src/bot/vocabulary/index.ts';
import { askCard, opens } from '../../src/cards/frames.ts';
import { readCourtesy } from '../../src/reading/courtesy.ts';
import type { Doubt } from '../../src/reading/hear/index.ts';
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
	notUnderstood(turn, short) {
		if (turn.isPrivate || short) turn.whisper(notUnderstood(turn));
	},

	notWords(turn, form) {
		if (form === 'voice') turn.whisper(turn.t('talk.voice'));
		else if (form === 'sticker') youAreWelcome(turn);
		else turn.whisper(turn.t('talk.no-files'));
	},

	nearest(turn, word, action) {
		const meant = { label: turn.t('talk.meant', { word }), action };
		turn.whisper(
			askCard(turn.t('talk.nearest', { word }), turn.t('talk.nothing-written'), [meant, helpButton(turn)]),
		);
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

function menuHint(turn: Turn): Card {
	const todo = opens(turn.t('greet.todo'), 'todo', {}, 'primary');
	return {
		title: turn.t('talk.hello'),
		tone: 'plain',
		body: [{ kind: 'buttons', buttons: [todo, helpButton(turn)] }],
	};
}

function notUnderstood(turn: Turn): Card {
	return askCard(turn.t('talk.not-understood'), turn.t('talk.not-understood-text'), [helpButton(turn)]);
}

function helpButton({ t }: Turn): Button {
	return opens(t('help.button'), 'help');
}
