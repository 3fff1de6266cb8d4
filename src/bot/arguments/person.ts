import { z } from 'zod';
import { type Person, personById, personOfAccount } from '../../../db/people.ts';
import { homeOf, type Member, rostersOf } from '../../../db/roster.ts';
import { type PlainKey, sentence } from '../../locales/index.ts';
import { longestStanding, type Standing } from '../../reading/names.ts';
import { readSomebody } from '../../reading/people.ts';
import type { Arg } from '../command.ts';
import { Choose, pick, Refusal } from '../refusal.ts';
import type { Said } from '../said.ts';
import type { Turn } from '../turn.ts';

const HAN = /\p{Script=Han}/u;
const COURTESY = /^(同志|老师)/;

/** In a sentence words stand right beside a name: 帮张伟请个假. */
const ANYTHING = /./su;

/**
 * Somebody: a mention, a picker's account (`ou_…`), our own number, or a full name on a roster of the speaker's;
 * kept as `@<open_id>`, a number, or the name. `before` is what may stand right behind the name (张三请假);
 * any other character makes it another name: 张三丰 is not 张三.
 */
export function person(question: PlainKey, before = COURTESY): Arg<string> {
	return {
		schema: z.string().min(1),
		longest: 80,
		question,
		shown: nameOf,
		heard: (said, turn) => takeKnown(said, turn, ANYTHING),
		read(said, turn) {
			const certain = takeKnown(said, turn, before);
			if (certain !== undefined) return certain;
			const found = readSomebody(said.text, before);
			return found && said.takeSpan(found.from, found.to);
		},
	};
}

/** Somebody mentioned, or named in full on a roster of the speaker's; other words are left for other arguments. */
export function personIfNamed(): Arg<string | undefined> {
	return {
		schema: z.string().min(1).optional(),
		longest: 80,
		shown: nameOf,
		heard: (said, turn) => takeKnown(said, turn, ANYTHING),
		read: (said, turn) => takeKnown(said, turn, COURTESY),
	};
}

/** The name of somebody who is meant by one of the ways in which an argument keeps them. */
function nameOf(ref: string, turn: Turn): string | undefined {
	const account = /^@?(ou_\w+)$/.exec(ref)?.[1];
	if (account) return personOfAccount(turn.db, account, turn.now).name ?? undefined;
	return /^\d+$/.test(ref) ? (personById(turn.db, Number(ref))?.name ?? undefined) : ref;
}

function takeKnown(said: Said, turn: Turn, before: RegExp): string | undefined {
	const mentioned = said.takeMention();
	if (mentioned) {
		personOfAccount(turn.db, mentioned.openId, turn.now, mentioned.name);
		return `@${mentioned.openId}`;
	}
	const names = ownPeople(turn).map(({ name }) => name);
	const found = longestStanding(said.text, names, (at) => isWhole(said.text, at, before));
	return found && said.takeSpan(found.from, found.from + found.name.length);
}

/** Whether nothing around it makes another name of it. */
function isWhole(text: string, { name, from }: Standing, before: RegExp): boolean {
	const letter = HAN.test(name) ? HAN : /[A-Za-z]/;
	const behind = text.slice(from + name.length);
	const ends = !letter.test(behind.charAt(0)) || before.test(behind);
	return ends && (before === ANYTHING || !letter.test(text.charAt(from - 1)));
}

/** Everybody on the rosters this person looks after. */
export function ownPeople({ db, managed }: Turn): Member[] {
	return managed.length === 0 ? [] : rostersOf(db, managed);
}

/** Somebody on a roster or on a meeting's list. */
type Candidate = Pick<Member, 'id' | 'name' | 'openId'> & Partial<Pick<Member, 'reachable'>>;

/** How somebody is looked for, where it isn't the common way. */
interface Sought {
	readonly arg?: string;
	/** What is said when nobody is meant: the same whether the name or account is nobody's or a stranger's. */
	unknown?(name: string): Refusal;
}

/**
 * The one of these people who is meant; several who bear the name are asked about with buttons. Whoever is mentioned is answered by
 * the name the mention shows, so that an answer tells nobody what the roster calls an account. Somebody else's people are nobody's,
 * mentioned or named.
 */
export function thePerson(
	turn: Turn,
	ref: string,
	people: readonly Candidate[] = ownPeople(turn),
	{ arg = 'person', unknown = (name) => new Refusal('refuse.unknown-person', { name }) }: Sought = {},
): Person {
	const [, open, account] = /^(@?)(ou_\w+)$/.exec(ref) ?? [];
	if (account) {
		const who = shown(turn, account);
		const name = who.name ?? '';
		const isMeant = who.id === turn.me.id || people.some(({ id }) => id === who.id);
		const others = people.filter((each) => each.name === name && each.id !== who.id);
		// Tapped or picked, it is this account; mentioned, it may be the one whose name it shows.
		if (others.length > 0 && (open === '@' || !isMeant)) throw orTheNamesake(turn, who, isMeant, others, arg);
		if (!isMeant) throw unknown(name);
		return who;
	}
	const number = /^\d+$/.test(ref) ? Number(ref) : undefined;
	const named = people.filter(({ id, name }) => (number === undefined ? name === ref : id === number));
	const question = sentence('ask.which-person', { name: ref });
	const labels = namesakes(turn, named);
	const meant = pick(turn, named, {
		arg,
		none: () => unknown(ref),
		question,
		tooMany: question,
		value: ({ id }) => String(id),
		label: ({ id }) => labels.get(id) ?? '',
	});
	const person = personById(turn.db, meant.id);
	if (!person) throw unknown(ref);
	return person;
}

/** Whoever is mentioned or picked, on a roster or not; a typed name is one of the speaker's own people. */
export function anybody(turn: Turn, ref: string): Person {
	const account = /^@?(ou_\w+)$/.exec(ref)?.[1];
	return account ? shown(turn, account) : thePerson(turn, ref);
}

/** The person behind an account, by the name it shows. */
function shown({ db, now }: Turn, openId: string): Person {
	const who = personOfAccount(db, openId, now);
	return { ...who, name: who.accountName ?? who.name };
}

/** An account shows the name of somebody else on the list: which of them is meant is for the speaker to say. */
function orTheNamesake(
	turn: Turn,
	{ openId, name }: Person,
	isMeant: boolean,
	others: readonly Candidate[],
	arg: string,
): Choose {
	const { t } = turn;
	const labels = namesakes(turn, others);
	const question = sentence(isMeant ? 'ask.account-or-name' : 'ask.account-not-on-roster', {
		name: name ?? '',
	});
	const account = isMeant ? [{ value: openId ?? '', label: t('ask.this-account') }] : [];
	const named = others.map(({ id }) => ({
		value: String(id),
		label: t('ask.on-roster', { label: labels.get(id) ?? '' }),
	}));
	return new Choose(arg, [...account, ...named], { question, tooMany: question });
}

/** What tells people of one name apart: the branch, whether they have an account, at last their place on the roster. */
function namesakes({ t, db }: Turn, named: readonly Candidate[]): ReadonlyMap<number, string> {
	const homes = named.map(({ id }) => homeOf(db, id)?.name ?? '');
	const severalHomes = new Set(homes).size > 1;
	const labels = named.map(({ name, openId, reachable = openId !== null }, index) =>
		[
			name,
			...(severalHomes ? [homes[index]] : []),
			t(reachable ? 'ask.with-account' : 'roster.no-account'),
		].join(t('list.dot')),
	);
	return new Map(
		named.map(({ id }, index) => {
			const label = labels[index] ?? '';
			const alone = labels.filter((other) => other === label).length === 1;
			return [id, alone ? label : t('ask.nth', { label, nth: index + 1 })];
		}),
	);
}
