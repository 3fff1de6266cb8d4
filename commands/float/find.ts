import { z } from 'zod';
import { type FloatSheet, floatsOf, openFloats } from '../../db/floats.ts';
import { ownPeople, personIfNamed, thePerson } from '../../src/bot/arguments/index.ts';
import type { Arg } from '../../src/bot/command.ts';
import { Choose, pick, Refusal } from '../../src/bot/refusal.ts';
import { Said } from '../../src/bot/said.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { type Sentence, sentence } from '../../src/locales/index.ts';
import { readFirstWord, readNameFirst } from '../../src/reading/people.ts';

/** What the speaker may see: the own entries, and those of the branches they run. */
export function visibleFloats(turn: Turn): FloatSheet[] {
	const own = floatsOf(turn.db, turn.vault, turn.me.id);
	const others = openFloats(turn.db, turn.vault, turn.managed).filter(
		({ personId }) => personId !== turn.me.id,
	);
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

/**
 * The entry that is meant among these: the person's who is named, the only one; several are asked about with buttons.
 */
export function theFloat(turn: Turn, ref: string | undefined, among: readonly FloatSheet[]): FloatSheet {
	if (ref !== undefined) return named(turn, ref, among);
	return pick(turn, among, amongFloats(turn));
}

/** Asks whose entry is meant, also where there is only one. */
export function askWhose(turn: Turn, among: readonly FloatSheet[], question?: Sentence): Choose {
	const all = amongFloats(turn);
	const options = among.map((each) => ({ value: all.value(each), label: all.label(each) }));
	return new Choose('person', options, { ...all, ...(question && { question }) });
}

function amongFloats({ t }: Turn) {
	return {
		arg: 'person',
		none: () => new Refusal('float.none'),
		question: sentence('float.which'),
		tooMany: sentence('float.name-who'),
		value: ({ personId }: FloatSheet) => String(personId),
		label: ({ name, place }: FloatSheet) => [name, place].join(t('list.dot')),
	};
}

function named(turn: Turn, ref: string, among: readonly FloatSheet[]): FloatSheet {
	const unknown = (name: string) =>
		/^\d+$/.test(name) ? new Refusal('float.over') : new Refusal('float.none-of', { name });
	const who = thePerson(turn, ref, peopleIn(among), { unknown });
	const found = among.find(({ personId }) => personId === who.id);
	if (!found) throw unknown(who.name ?? '');
	return found;
}

const schema = z.string().min(1).optional();
const longest = 80;

/** Somebody away or here: on a roster, mentioned, or (not on any roster) named in an entry the speaker may see. */
export function floatPerson(): Arg<string | undefined> {
	const known = personIfNamed();
	return {
		schema,
		longest,
		read(said, turn) {
			const named = known.read?.(said, turn);
			if (named !== undefined) return named;
			const found = visibleFloats(turn).find(({ name }) => name !== '' && said.text.includes(name))?.name;
			if (found !== undefined) {
				const from = said.text.indexOf(found);
				return said.takeSpan(from, from + found.length);
			}
			return said.takeRead(readNameFirst)?.words;
		},
	};
}

/** The same as the first word only, and only who is known: all other words are a reason (年底再说). */
export function floatPersonFirst(): Arg<string | undefined> {
	const known = personIfNamed();
	return {
		schema,
		longest,
		read(said, turn) {
			const first = readFirstWord(said.text)?.words;
			if (first === undefined) return undefined;
			const named =
				known.read?.(new Said(first, said.mentions), turn) ??
				visibleFloats(turn).find(({ name }) => name === first)?.name;
			if (named !== undefined) said.takeSpan(0, first.length);
			return named;
		},
	};
}
