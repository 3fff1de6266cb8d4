import { z } from 'zod';
import { branchById } from '../../db/branches.ts';
import { type Person, personById } from '../../db/people.ts';
import { decide, type Registration, registrationById } from '../../db/registrations.ts';
import { enrol, linkAccount, rosterOf } from '../../db/roster.ts';
import { command } from '../../src/bot/command.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Condition, View } from '../../src/bot/view.ts';
import { undoButton } from '../../src/cards/done.ts';
import { registrationCard } from '../../src/cards/registration.ts';

const args = { registration: { schema: z.coerce.number().int().positive() } };

/** The secretary says yes: the account is this person, on the roster from now on. */
export const confirmRegistration = command({
	name: 'registration.confirm',
	words: [],
	who: 'secretary',
	undo: 'restore',
	purpose: 'register.confirm-purpose',
	examples: [],
	args,
	run(turn, { registration }) {
		const asked = theirs(turn, registration);
		if (!decide(turn.db, turn.act(), asked, 'confirmed')) throw new Refusal('register.decided');
		const person = takeOnRoster(turn, asked);
		turn.notify(person.id, turn.t('register.welcome', { branch: branchName(turn, asked) }));
		answer(turn, asked);
	},
});

export const refuseRegistration = command({
	name: 'registration.refuse',
	words: [],
	who: 'secretary',
	undo: 'restore',
	purpose: 'register.refuse-purpose',
	examples: [],
	args,
	run(turn, { registration }) {
		const asked = theirs(turn, registration);
		if (!decide(turn.db, turn.act(), asked, 'refused')) throw new Refusal('register.decided');
		turn.notify(asked.personId, turn.t('register.refused', { branch: branchName(turn, asked) }));
		answer(turn, asked);
	},
});

/** Shows a request that waits, from the list of what is to do. */
export const showRegistration = command({
	name: 'registration.show',
	words: [],
	who: 'secretary',
	undo: 'none',
	purpose: 'register.show-purpose',
	examples: [],
	args,
	run(turn, { registration }) {
		const { id } = theirs(turn, registration);
		turn.say({ view: 'registration', subject: String(id) }, { about: `registration:${id}` });
	},
});

/** What the secretary sees of a request: before and after the decision. */
export const registrationView: View = {
	name: 'registration',
	draw({ db, t }, subject) {
		const asked = registrationById(db, Number(subject));
		if (!asked || asked.state === 'replaced') return undefined;
		return registrationCard(t, faceOf(db, asked));
	},
};

export const registrationWaiting: Condition = {
	name: 'registration-waiting',
	holds: ({ db }, subject) => registrationById(db, Number(subject))?.state === 'waiting',
};

function faceOf(db: Turn['db'], asked: Registration) {
	return {
		...asked,
		branch: branchById(db, asked.branchId)?.name ?? '',
		accountName: personById(db, asked.personId)?.accountName ?? null,
		onRoster: rosterOf(db, asked.branchId).some(({ name, openId }) => name === asked.name && openId === null),
	};
}

/** A request for a branch this person runs; to others it does not exist. */
function theirs(turn: Turn, id: number): Registration {
	const asked = registrationById(turn.db, id);
	if (!asked || !turn.runs(asked.branchId)) throw new Refusal('refuse.not-your-branch');
	return asked;
}

/** The entry of that name which has no account yet gets this one; without such an entry there is a new one. */
function takeOnRoster(turn: Turn, asked: Registration): Person {
	const { db } = turn;
	const account = personById(db, asked.personId);
	if (!account?.openId) throw new Refusal('register.account-gone');
	const waiting = rosterOf(db, asked.branchId).filter(
		({ name, openId }) => name === asked.name && openId === null,
	);
	const [entry] = waiting;
	const onRoster = entry && waiting.length === 1 ? personById(db, entry.id) : undefined;
	if (onRoster) return linkAccount(db, turn.act(), account, onRoster);
	const enrolled = enrol(db, turn.act(), asked.branchId, {
		name: asked.name,
		standing: 'full',
		openId: account.openId,
	});
	if (enrolled.kind === 'elsewhere')
		throw new Refusal('roster.elsewhere', { name: asked.name, branch: enrolled.branchName });
	return enrolled.person;
}

function answer(turn: Turn, { id }: Registration): void {
	const asked = registrationById(turn.db, id);
	if (asked) turn.say(registrationCard(turn.t, faceOf(turn.db, asked), undoButton(turn.t, turn.update.id)));
}

function branchName(turn: Turn, { branchId }: Registration): string {
	return branchById(turn.db, branchId)?.name ?? '';
}
