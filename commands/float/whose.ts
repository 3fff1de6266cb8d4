import { type FloatSheet, floatsOf, openFloats } from '../../db/floats.ts';
import { ownPeople, thePerson } from '../../src/bot/arguments/index.ts';
import { Refusal } from '../../src/bot/refusal.ts';
import type { Turn } from '../../src/bot/turn.ts';

type Strings = Readonly<Record<string, string>>;

/** What the speaker may see: the own entries, and those of the branches they run. */
export function visibleFloats(turn: Turn): FloatSheet[] {
	const own = floatsOf(turn.db, turn.me.id);
	const others = openFloats(turn.db, turn.managed).filter(({ personId }) => personId !== turn.me.id);
	return [...own, ...others];
}

/** Somebody the speaker may name. */
interface Nameable {
	readonly id: number;
	readonly name: string;
	readonly openId: string | null;
}

/** Everybody the speaker may name: on the rosters they look after, and in the entries they may see; each once. */
export function nameable(turn: Turn): Nameable[] {
	return each([...ownPeople(turn), ...peopleIn(visibleFloats(turn))]);
}

function peopleIn(floats: readonly FloatSheet[]): Nameable[] {
	return each(floats.map(({ personId: id, name, openId }) => ({ id, name, openId })));
}

function each(people: readonly Nameable[]): Nameable[] {
	return [...new Map(people.map((one) => [one.id, one])).values()];
}

/** With more of them the name has to be written. */
const MOST_BUTTONS = 8;

/**
 * The entry that is meant among these: the person's who is named, the only one; several are asked about with buttons,
 * each of which says `command` again.
 */
export function theFloat(
	turn: Turn,
	ref: string | undefined,
	among: readonly FloatSheet[],
	command: string,
	args: Strings,
): FloatSheet {
	if (ref !== undefined) return named(turn, ref, among, command, args);
	const [only] = among;
	if (!only) throw new Refusal('float.none');
	if (among.length === 1) return only;
	if (among.length > MOST_BUTTONS) throw new Refusal('float.name-who');
	throw whichFloat(turn, among, command, args);
}

/** Asks with buttons whose entry is meant. */
export function whichFloat(
	turn: Turn,
	among: readonly FloatSheet[],
	command: string,
	args: Strings,
): Refusal {
	return new Refusal(
		'float.which',
		{},
		among.map(({ personId, name, place }) => ({
			label: [name, place].join(turn.t('list.dot')),
			action: { command, args: { ...args, person: String(personId) } },
		})),
	);
}

function named(
	turn: Turn,
	ref: string,
	among: readonly FloatSheet[],
	command: string,
	args: Strings,
): FloatSheet {
	const people = peopleIn(among);
	if (!/^@?ou_/.test(ref) && !people.some(({ id, name }) => name === ref || String(id) === ref))
		throw /^\d+$/.test(ref) ? new Refusal('float.over') : new Refusal('float.none-of', { name: ref });
	const who = thePerson(turn, ref, command, args, people);
	const found = among.find(({ personId }) => personId === who.id);
	if (!found) throw new Refusal('float.none-of', { name: who.name ?? '' });
	return found;
}
