import { branchById } from '../../db/branches.ts';
import { contactOf, correct, type FloatSheet, type FloatWords, floatById } from '../../db/floats.ts';
import { oneOf, ownPeople, personIfNamed, thePerson } from '../../src/bot/arguments/index.ts';
import { button, command } from '../../src/bot/command.ts';
import { Missing, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { consentCard, floatCard, floatFacts, floatForm } from '../../src/cards/float.ts';
import { doneCard, opens, undoButton } from '../../src/cards/frames.ts';
import { beginsMove } from '../../src/reading/floats.ts';
import { carriedWords, type FloatArgs, floatArgs, isOff } from './args.ts';
import { type Subject, subjectOf } from './draft.ts';
import { nameable, visibleFloats } from './find.ts';

/** 流动登记: who goes away or comes in. Nothing is written before it is agreed to; what is open already is corrected. */
export const registerFloat = command({
	name: 'float.register',
	words: ['流动登记', '外出登记', '登记外出', '登记流动', 'float'],
	who: 'anyone',
	page: 'moves',
	writes: true,
	undo: 'restore',
	purpose: 'float.register-purpose',
	examples: [
		'流动登记 深圳 7月1日起 13800000000',
		{ say: '流动登记 张三 深圳 7月1日起', given: [], by: 'secretary' },
		'流动登记',
	],
	glued: beginsMove,
	args: floatArgs,
	run(turn, args) {
		if (turn.chat?.kind === 'group') {
			inPrivate(turn);
			return;
		}
		if (isOff(args)) throw new Refusal('float.called-off');
		if (Object.keys(carriedWords(args)).length === 0 && !hasEntry(turn, args)) {
			sayForm(turn, args.direction ?? 'out');
			return;
		}
		const subject = subjectOf(turn, args);
		if (subject.known) correctEntry(turn, subject, subject.known, args);
		else askConsent(turn, subject, args);
	},
});

/** Where somebody goes and how to reach them is neither kept nor shown where a group can see it. */
function inPrivate(turn: Turn): void {
	const { t } = turn;
	turn.say({
		title: t('float.private'),
		tone: 'plain',
		body: [
			{ kind: 'text', text: t('float.private-text') },
			{
				kind: 'buttons',
				buttons: [opens(t('float.register-button'), 'float.form', {}, 'primary')],
			},
		],
	});
}

function hasEntry(turn: Turn, args: FloatArgs): boolean {
	return turn.me.memberships.length > 0 && subjectOf(turn, args).known !== undefined;
}

/** All that has to be known is there, and it can be; else it is asked for. */
export function wordsOf({ direction }: Subject, args: FloatArgs): FloatWords {
	const { place, since, until, fixed, home, contact } = args;
	if (direction === 'in' && home === undefined) throw new Missing('home', 'float.ask-home');
	if (place === undefined) throw new Missing('place', 'float.ask-place');
	if (since === undefined) throw new Missing('since', 'float.ask-since');
	inOrder(since, until);
	return { place, since, until, fixed, home, contact };
}

function inOrder(since: string, until: string | undefined): void {
	if (until !== undefined && until <= since) throw new Refusal('float.until-before');
}

function askConsent(turn: Turn, subject: Subject, args: FloatArgs): void {
	const words = wordsOf(subject, args);
	const said: Record<string, string> =
		turn.update.kind === 'message' ? { message: turn.update.messageId } : {};
	turn.ask('float.register', { ...carriedWords(args), ...said }, null);
	turn.say(consentCard(turn.t, { ...subject, ...words, branchName: subject.branch.name }, turn.today));
}

function correctEntry(turn: Turn, subject: Subject, known: FloatSheet, args: FloatArgs): void {
	const { place, since, until, fixed, home, contact } = args;
	const { db, t, today } = turn;
	const vault = turn.vault;
	inOrder(since ?? known.since, until ?? known.until ?? undefined);
	const changed = correct(db, turn.act(), vault, known, { place, since, until, fixed, home, contact });
	const now = floatById(db, vault, known.id) ?? known;
	const shown = { ...now, contact: contactOf(vault, now) };
	if (!changed) {
		turn.say(floatCard(t, turn.book.at(today), shown, today, subject.self));
		return;
	}
	turn.say(
		doneCard({
			title: t('float.corrected'),
			facts: floatFacts(t, shown, today),
			buttons: [undoButton(t, turn.update.id)],
		}),
	);
}

/** A form to fill, for those who don't like to type a line; for an entry that is open with what is known. */
export const floatFormCommand = button({
	name: 'float.form',
	who: 'anyone',
	writes: false,
	args: { direction: oneOf<'out' | 'in'>({}, ['out', 'in']), person: personIfNamed() },
	run(turn, { direction, person }) {
		sayForm(turn, direction ?? 'out', person);
	},
});

/** With more people than this in a menu nobody finds a name: it is typed. */
const MOST_IN_A_MENU = 40;

/** Shows the form; who runs branches chooses the person in it. */
export function sayForm(turn: Turn, direction: 'out' | 'in', ref?: string): void {
	const { db, me, t, managed } = turn;
	const who = ref === undefined ? undefined : thePerson(turn, ref, nameable(turn));
	const known = who
		? visibleFloats(turn).find((each) => each.personId === who.id && each.direction === direction)
		: undefined;
	const [branchId] = managed.length === 1 ? managed : [];
	const members = ownPeople(turn);
	const fits = members.length <= MOST_IN_A_MENU;
	turn.say(
		floatForm(t, {
			direction,
			forOthers: managed.length > 0,
			people: fits ? members.map(({ id, name }) => ({ value: String(id), label: name })) : undefined,
			branch: branchId === undefined ? undefined : branchById(db, branchId),
			person: who && { id: who.id, name: who.name ?? '' },
			self: members.some(({ id }) => id === me.id) ? me.id : undefined,
			known: known && { ...known, contact: contactOf(turn.vault, known) },
		}),
	);
}
