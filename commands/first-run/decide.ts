import { z } from 'zod';
import { branchById } from '../../db/branches.ts';
import { isWithoutSecretary } from '../../db/duty.ts';
import { linkAccount } from '../../db/linking.ts';
import { type Person, personById } from '../../db/people.ts';
import { decide, type Registration, registrationById, registrationsWaiting } from '../../db/registrations.ts';
import { enrol, homeOf, rosterOf } from '../../db/roster.ts';
import { touchedBy } from '../../db/undo.ts';
import { button, todo } from '../../src/bot/command.ts';
import { Choose, pick, Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { putBack } from '../../src/bot/undo.ts';
import { condition, id, view } from '../../src/bot/view.ts';
import { doneCard, opens, undoButton } from '../../src/cards/frames.ts';
import { type Namesake, registrationCard, registrationGone } from '../../src/cards/registration.ts';
import { type KeyFor, sentence } from '../../src/locales/index.ts';
import { isElsewhere } from '../roster/paste.ts';

const STANDINGS = ['full', 'probationary'] as const;
const standing = { schema: z.enum(STANDINGS).optional() };

const args = { registration: { schema: z.coerce.number().int().positive() } };

/** The secretary says yes: the account is this person, on the roster from now on. */
export const confirmRegistration = button({
	name: 'registration.confirm',
	who: 'secretary',
	writes: true,
	undo: takeBackDecision,
	args: { ...args, standing, entry: { schema: z.coerce.number().int().positive().optional() } },
	run(turn, { registration, ...meant }) {
		const asked = theirs(turn, registration);
		if (!decide(turn.db, turn.act(), asked, 'confirmed')) throw new Refusal('register.decided');
		const person = takeOnRoster(turn, asked, meant);
		tell(turn, person.id, 'register.welcome', asked);
		answer(turn, asked);
	},
});

export const refuseRegistration = button({
	name: 'registration.refuse',
	who: 'secretary',
	writes: true,
	undo: takeBackDecision,
	args,
	run(turn, { registration }) {
		const asked = theirs(turn, registration);
		if (!decide(turn.db, turn.act(), asked, 'refused')) throw new Refusal('register.decided');
		tell(turn, asked.personId, 'register.refused', asked);
		answer(turn, asked);
	},
});

/** Who asked was told the decision, so they are told that it waits again. */
function takeBackDecision(turn: Turn, undone: string): void {
	const decided = touchedBy(turn.db, undone).find(({ table }) => table === 'registration');
	putBack(turn, undone);
	const asked = decided && registrationById(turn.db, Number(decided.key.id));
	if (asked) tell(turn, asked.personId, 'register.waits-again', asked);
}

/** Shows a request that waits, from the list of what is to do. */
export const showRegistration = button({
	name: 'registration.show',
	who: 'secretary',
	writes: false,
	args,
	run(turn, { registration }) {
		const { id } = theirs(turn, registration);
		turn.say(registrationView.of({ registration: id }), { about: `registration:${id}` });
	},
});

/** What the secretary sees of a request: before and after the decision. */
export const registrationView = view({
	name: 'registration',
	subject: { registration: id },
	draw({ db, t }, { registration }) {
		const asked = registrationById(db, registration);
		if (!asked || asked.state === 'replaced') return registrationGone(t);
		return registrationCard(t, faceOf(db, asked));
	},
});

export const registrationWaiting = condition({
	name: 'registration-waiting',
	subject: { registration: id },
	holds: ({ db }, { registration }) => registrationById(db, registration)?.state === 'waiting',
});

function faceOf(db: Turn['db'], asked: Registration) {
	return {
		...asked,
		branch: branchById(db, asked.branchId)?.name ?? '',
		accountName: personById(db, asked.personId)?.accountName ?? null,
		namesake: namesakeOf(db, asked),
		acting: isWithoutSecretary(db, asked.branchId),
	};
}

/** A request for a branch this person runs; to others it does not exist. */
function theirs(turn: Turn, id: number): Registration {
	const asked = registrationById(turn.db, id);
	if (!asked || asked.state === 'replaced' || !turn.runs(asked.branchId)) throw new Refusal('register.gone');
	return asked;
}

/** Whether the roster has that name already: waiting for its account, or with one, so that somebody would stand there twice. */
function namesakeOf(db: Turn['db'], asked: Registration): Namesake {
	const same = rosterOf(db, asked.branchId).filter(({ name }) => name === asked.name);
	if (same.length === 0) return 'none';
	return same.some(({ openId }) => openId === null) ? 'without-account' : 'with-account';
}

interface Meant {
	readonly standing?: (typeof STANDINGS)[number];
	/** Which of several entries of that name. */
	readonly entry?: number;
}

/** The entry of that name which has no account yet gets this one; without such an entry there is a new one. */
function takeOnRoster(turn: Turn, asked: Registration, { standing, entry }: Meant): Person {
	const { db, t } = turn;
	const { name, branchId } = asked;
	const account = personById(db, asked.personId);
	if (!account?.openId) throw new Refusal('register.account-gone');
	const home = homeOf(db, account.id);
	if (home) throw isElsewhere(turn, name, home);
	const waiting = rosterOf(db, branchId).filter((each) => each.name === name && each.openId === null);
	if (waiting.length > 0) {
		const meant = waiting.filter(({ id }) => entry === undefined || id === entry);
		const question = sentence('register.which-entry', { name });
		const one = pick(turn, meant, {
			arg: 'entry',
			none: () => new Refusal('register.gone'),
			question,
			tooMany: question,
			value: ({ id }) => String(id),
			label: ({ id, standing: is }) =>
				t('ask.nth', { label: t(`standing.${is}`), nth: waiting.findIndex((each) => each.id === id) + 1 }),
		});
		const onRoster = personById(db, one.id);
		if (!onRoster) throw new Refusal('register.gone');
		return linkAccount(db, turn.act(), account, onRoster);
	}
	if (standing === undefined) throw askStanding(turn, name);
	const enrolled = enrol(db, turn.act(), branchId, { name, standing, openId: account.openId });
	if (enrolled.kind === 'elsewhere') throw isElsewhere(turn, name, enrolled.home);
	return enrolled.person;
}

function askStanding({ t }: Turn, name: string): Choose {
	const question = sentence('register.which-standing', { name });
	const options = STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) }));
	return new Choose('standing', options, { question, tooMany: question });
}

function answer(turn: Turn, { id }: Registration): void {
	const asked = registrationById(turn.db, id);
	if (asked) turn.say(registrationCard(turn.t, faceOf(turn.db, asked), undoButton(turn.t, turn.update.id)));
	// The others who were asked see the decision on their cards.
	turn.redraw(`registration:${id}`);
}

/** A card, since its title is all that a locked phone shows. */
function tell(turn: Turn, personId: number, key: KeyFor<'branch'>, { branchId }: Registration): void {
	const branch = branchById(turn.db, branchId)?.name ?? '';
	turn.notify(
		personId,
		doneCard({ title: turn.t('register.answered'), text: turn.t(key, { branch }), tone: 'plain' }),
	);
}

/** People who say who they are and wait to be confirmed. */
export const registrationsToDecide = todo(({ t, db, managed }) => {
	const asked = registrationsWaiting(db, managed);
	return {
		items: asked.map(({ name, branch }) => t('todo.registration', { name, branch })),
		buttons: asked
			.slice(0, 1)
			.map(({ id }) =>
				opens(t('todo.registration-button'), 'registration.show', { registration: String(id) }),
			),
	};
});
