import { branchById } from '../../db/branches.ts';
import { contactOf } from '../../db/floats.ts';
import { oneOf, ownPeople, personIfNamed, thePerson } from '../../src/bot/arguments/index.ts';
import { command } from '../../src/bot/command.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { floatForm } from '../../src/cards/float-form.ts';
import { nameable, visibleFloats } from './whose.ts';

/** A form to fill, for those who don't like to type a line; for an entry that is open with what is known. */
export const floatFormCommand = command({
	name: 'float.form',
	words: [],
	who: 'anyone',
	undo: 'none',
	purpose: 'float.register-purpose',
	examples: [],
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
	const who =
		ref === undefined ? undefined : thePerson(turn, ref, 'float.form', { direction }, nameable(turn));
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
			known: known && { ...known, contact: contactOf(turn.tenant.vault, known) },
		}),
	);
}
