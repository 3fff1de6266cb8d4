import { z } from 'zod';
import { type Person, personById, personOfAccount } from '../../../db/people.ts';
import { type Member, rosterOf } from '../../../db/roster.ts';
import type { Key } from '../../locales/index.ts';
import type { Arg } from '../command.ts';
import { Refusal } from '../refusal.ts';
import type { Turn } from '../turn.ts';

/**
 * Somebody: a mention, a picker's account (`ou_…`), our own number, or a full name on a roster of the speaker's;
 * kept as `@<open_id>`, a number, or the name.
 */
export function person(question: Key): Arg<string> {
	return {
		schema: z.string().min(1).max(80),
		question,
		read(said, turn) {
			const mention = said.mentions.find(({ key, openId }) => openId && said.text.includes(key));
			if (mention?.openId) {
				said.takeSpan(said.text.indexOf(mention.key), said.text.indexOf(mention.key) + mention.key.length);
				personOfAccount(turn.db, mention.openId, turn.now, mention.name);
				return `@${mention.openId}`;
			}
			const known = ownPeople(turn).filter(({ name }) => name !== '' && said.text.includes(name));
			const [longest] = known.sort((a, b) => b.name.length - a.name.length);
			if (!longest) return said.take(/[\p{Script=Han}·]{2,}|[A-Za-z][A-Za-z .'-]+/u)?.[0];
			const from = said.text.indexOf(longest.name);
			return said.takeSpan(from, from + longest.name.length);
		},
	};
}

/** Everybody on the rosters this person looks after. */
export function ownPeople(turn: Turn): Member[] {
	return turn.managed.flatMap((branchId) => rosterOf(turn.db, branchId));
}

/**
 * The person that is meant; refuses when nobody is, and asks with buttons when several bear the name: each says
 * `command` again with that person.
 */
export function thePerson(
	turn: Turn,
	ref: string,
	command: string,
	args: Readonly<Record<string, string>>,
	people: readonly Member[] = ownPeople(turn),
): Person {
	const account = /^@?(ou_\w+)$/.exec(ref)?.[1];
	if (account) return personOfAccount(turn.db, account, turn.now);
	if (/^\d+$/.test(ref)) {
		const known = people.find(({ id }) => id === Number(ref));
		return found(known && personById(turn.db, known.id), ref);
	}
	const named = people.filter(({ name }) => name === ref);
	if (named.length < 2) return found(named[0] && personById(turn.db, named[0].id), ref);
	throw new Refusal(
		'ask.which-person',
		{ name: ref },
		named.map(({ id, name }, index) => ({
			label: `${name} ${index + 1}`,
			action: { command, args: { ...args, person: String(id) } },
		})),
	);
}

function found(person: Person | undefined, name: string): Person {
	if (!person) throw new Refusal('refuse.unknown-person', { name });
	return person;
}
