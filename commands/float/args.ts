import { z } from 'zod';
import { branchNamed, dayBehind, dayUntil, oneOf, personIfNamed } from '../../src/bot/arguments/index.ts';
import type { Arg, Values } from '../../src/bot/command.ts';
import {
	callsOffMove,
	DIRECTION_WORDS,
	readFixed,
	readHome,
	readNewcomer,
	readPlace,
} from '../../src/reading/floats.ts';
import { readContact } from '../../src/reading/numbers.ts';
import { readFirstWord } from '../../src/reading/people.ts';

/** The organisation the relation still belongs to; only said of somebody who came in. */
const home: Arg<string | undefined> = {
	schema: z.string().trim().min(2).optional(),
	longest: 60,
	question: 'float.ask-home',
	read: (said) => said.takeRead(readHome)?.words,
};

/** The name of somebody who came in and is on no roster here. */
const newcomer: Arg<string | undefined> = {
	schema: z.string().trim().min(2).optional(),
	longest: 40,
	question: 'float.ask-newcomer',
	read: (said) => said.takeRead(readNewcomer)?.words,
};

const contact: Arg<string | undefined> = {
	longest: 100,
	schema: z
		.string()
		.trim()
		.transform((text) => text || undefined)
		.optional(),
	read: (said) => said.takeRead(readContact)?.contact,
};

const known = personIfNamed();

/** Somebody on a roster of the speaker's, or the speaker: 流动登记 张三 深圳, says 张三. */
const personOrMe: typeof known = {
	...known,
	read(said, turn) {
		const other = known.read?.(said, turn);
		const { id, name } = turn.me;
		if (other !== undefined || name === null || readFirstWord(said.text)?.words !== name) return other;
		said.takeSpan(0, name.length);
		return String(id);
	},
};

const fixed: Arg<boolean | undefined> = {
	schema: z
		.enum(['yes', 'no', 'unknown'])
		.transform((word) => (word === 'unknown' ? undefined : word === 'yes'))
		.optional(),
	read(said) {
		const read = said.takeRead(readFixed);
		return read && (read.fixed ? 'yes' : 'no');
	},
};

/** Up to what looks like a day or a telephone number. */
const place: Arg<string | undefined> = {
	longest: 60,
	schema: z
		.string()
		.trim()
		.transform((text) => text || undefined)
		.optional(),
	question: 'float.ask-place',
	read: (said) => said.takeRead(readPlace)?.words,
};

/** 不去深圳了, 别登记: nothing that somebody agrees to. */
export function isOff({ place: words = '' }: FloatArgs): boolean {
	return callsOffMove(words);
}

/** What 流动登记 takes, in any order; the place is what is left. */
export const floatArgs = {
	home,
	newcomer,
	direction: oneOf<'out' | 'in'>(DIRECTION_WORDS, ['out', 'in']),
	person: personOrMe,
	branch: branchNamed({ elsewhere: true }),
	// Before the days: its digits could be read as one.
	contact,
	until: dayUntil(),
	since: dayBehind('float.ask-since'),
	fixed,
	place,
};

export type FloatArgs = Values<typeof floatArgs>;

/** The same as strings, as buttons and questions carry them. */
export function carriedWords(args: Partial<FloatArgs>): Record<string, string> {
	const { fixed: isFixed, branch, ...words } = args;
	const all = {
		...words,
		...(branch === undefined ? {} : { branch: String(branch) }),
		...(isFixed === undefined ? {} : { fixed: isFixed ? 'yes' : 'no' }),
	};
	const kept = Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1]));
	return Object.fromEntries(kept);
}

/** What waited as strings, checked anew; throws when somebody else wrote them. */
export function checkedWords(given: Readonly<Record<string, string>>): FloatArgs {
	const { home, newcomer, direction, person, branch, until, since, contact, fixed, place } = floatArgs;
	return {
		home: home.schema.parse(given.home),
		newcomer: newcomer.schema.parse(given.newcomer),
		direction: direction.schema.parse(given.direction),
		person: person.schema.parse(given.person),
		branch: branch.schema.parse(given.branch),
		until: until.schema.parse(given.until),
		since: since.schema.parse(given.since),
		contact: contact.schema.parse(given.contact),
		fixed: fixed.schema.parse(given.fixed),
		place: place.schema.parse(given.place),
	};
}
