import { mayTakeOver } from '../../db/duty.ts';
import type { Person } from '../../db/people.ts';
import { askedFrom, assign, type KnownTicket, write } from '../../db/tickets.ts';
import { numbered, personIfNamed, rest, thePerson } from '../../src/bot/arguments/index.ts';
import { type Arg, command } from '../../src/bot/command.ts';
import { Choose, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard, undoButton } from '../../src/cards/frames.ts';
import { type KeyFor, sentence } from '../../src/locales/index.ts';
import { beginsWithName, readStrangerFirst } from '../../src/reading/people.ts';
import { theTicket } from './find.ts';
import { helperName } from './names.ts';
import { keyOf, redrawAll, takeBackStep, tellAssignee, tellRequester } from './notify.ts';

/** Whom it goes to, when the words begin with a person; everything else is what is said along with it. */
function ifNamed(): Arg<string | undefined> {
	const { read, ...known } = personIfNamed();
	return {
		...known,
		read(said, turn) {
			const certain = read?.(said, turn);
			return certain ?? said.takeRead(readStrangerFirst)?.words;
		},
	};
}

/** 转办: another of those whose duty it may be takes it over; the story leaves the one who passes it on. */
export const passTicket = command({
	name: 'ticket.pass',
	words: ['转办', '转派', 'pass on'],
	who: 'secretary',
	page: 'help',
	guarded: true,
	writes: true,
	undo: takeBackStep,
	purpose: 'ticket.pass-purpose',
	glued: beginsWithName,
	examples: [{ say: '转办 #12 @王芳', given: ['second officer', 'request taken'] }],
	args: { ticket: numbered('ticket'), person: ifNamed(), words: rest(1_000) },
	run(turn, { ticket, person: named, words: text }) {
		const found = theTicket(turn, 'pass', ticket);
		const able = mayTakeOver(turn.db, askedFrom(turn.vault, found)).filter(({ id }) => id !== turn.me.id);
		if (able.length === 0) throw new Refusal('ticket.nobody-else', { id: found.id });
		if (!named) throw whom(turn, able);
		const next = oneOf(turn, named, able);
		if (text) write(turn.db, turn.act(), turn.vault, found, text);
		assign(turn.db, turn.act(), found, next.id);
		redrawAll(turn, found.id);
		tellAssignee(turn, found.id, next.id);
		tellRequester(turn, found);
		sayPassed(turn, found, helperName(turn.t, next), text ? 'ticket.passed-words' : 'ticket.passed-text');
	},
});

/** Asks to whom, with a button for each of those who may. */
function whom(turn: Turn, able: readonly Person[]): Choose {
	const options = able.map((each) => ({ value: String(each.id), label: helperName(turn.t, each) }));
	const question = sentence('ticket.ask-pass');
	return new Choose('person', options, { question, tooMany: question });
}

/** The person named, when it may be theirs; else says whose it may be. */
function oneOf(turn: Turn, named: string, able: readonly Person[]): Person {
	const people = able.map((each) => ({ id: each.id, name: helperName(turn.t, each), openId: each.openId }));
	const names = people.map(({ name }) => name).join(turn.t('list.comma'));
	const unknown = (name: string) => new Refusal('ticket.cannot-pass', { name, names });
	const meant = thePerson(turn, named, people, { unknown });
	if (!able.some(({ id }) => id === meant.id)) throw unknown(helperName(turn.t, meant));
	return meant;
}

function sayPassed(turn: Turn, { id }: KnownTicket, name: string, said: KeyFor<'name'>): void {
	const { t } = turn;
	turn.say(
		doneCard({
			title: t('ticket.passed', { id, name }),
			text: t(said, { name }),
			buttons: [undoButton(t, turn.update.id)],
		}),
		{ about: keyOf(id) },
	);
}
