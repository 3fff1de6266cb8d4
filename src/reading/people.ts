import { standingAt } from './names.ts';
import { isName } from './roster/index.ts';
import { type Span, trimmed } from './span.ts';

/** A person as a reader knows them: the caller's id, the full name, and the place-holder when mentioned. */
export interface Listed<Id extends string | number = string | number> {
	readonly id: Id;
	readonly name: string;
	readonly mention?: string;
}

export interface PeopleRead<Id extends string | number> {
	/** In the order they were named, each once. */
	readonly people: readonly { readonly id: Id; readonly name: string }[];
	/** Names that several on the roster bear. */
	readonly ambiguous: readonly { readonly name: string; readonly ids: readonly Id[] }[];
	/** Place-holders of accounts that are not on the roster. */
	readonly unknown: readonly string[];
	/** The text without those who were found, blanks closed up. */
	readonly rest: string;
}

/** Who stands at a place in the text. */
export interface Named<Id extends string | number> {
	readonly name: string;
	readonly ids: readonly Id[];
	readonly length: number;
}

/** Answers who is named at a place of the text: the longest name there, or a mention. */
export function namesIn<Id extends string | number>(roster: readonly Listed<Id>[]) {
	const byName = new Map<string, Id[]>();
	const byMention = new Map<string, Listed<Id>>();
	for (const person of roster) {
		const others = byName.get(person.name);
		if (others) others.push(person.id);
		else if (person.name !== '') byName.set(person.name, [person.id]);
		if (person.mention) byMention.set(person.mention, person);
	}
	const standing = standingAt(byName.keys());

	return (text: string, at: number): Named<Id> | undefined => {
		const key = text.charAt(at) === '@' ? /^@_user_\d+/.exec(text.slice(at, at + 20))?.[0] : undefined;
		if (key !== undefined) {
			const person = byMention.get(key);
			return { name: person?.name ?? key, ids: person ? [person.id] : [], length: key.length };
		}
		const name = standing(text, at).find((each) => endsThere(text, at, each));
		return name === undefined ? undefined : { name, ids: byName.get(name) ?? [], length: name.length };
	};
}

/** Latin names end where the word ends; Chinese ones have no such edge. */
function endsThere(text: string, at: number, name: string): boolean {
	const letter = /[A-Za-z]/;
	const around = [text.charAt(at - 1) + name.charAt(0), name.slice(-1) + text.charAt(at + name.length)];
	return around.every(
		(pair) => pair.length < 2 || !(letter.test(pair[0] ?? '') && letter.test(pair[1] ?? '')),
	);
}

/** Finds mentions and full names of the roster in a text and gives back what is left. Never throws. */
export function readPeople<Id extends string | number>(
	text: string,
	roster: readonly Listed<Id>[],
): PeopleRead<Id> {
	const named = namesIn(roster);
	const people = new Map<Id, string>();
	const ambiguous = new Map<string, readonly Id[]>();
	const unknown = new Set<string>();
	let rest = '';
	for (let at = 0; at < text.length; ) {
		const found = named(text, at);
		if (!found) {
			rest += text.charAt(at++);
			continue;
		}
		const [id, ...others] = found.ids;
		if (id === undefined) unknown.add(found.name);
		else if (others.length > 0) ambiguous.set(found.name, found.ids);
		else people.set(id, found.name);
		rest += ' ';
		at += found.length;
	}
	return {
		people: [...people].map(([id, name]) => ({ id, name })),
		ambiguous: [...ambiguous].map(([name, ids]) => ({ name, ids })),
		unknown: [...unknown],
		rest: trimmed(rest.replace(/[ \t]+/g, ' '), ' \n,，、'),
	};
}

interface Words extends Span {
	readonly words: string;
}

const LONGEST_RUN = 80;

/**
 * What looks like a name, on a roster or not: the first run of two or more Chinese or Latin letters. `before` is what
 * may stand right behind a name of at least two signs (张三请假) and ends it.
 */
export function readSomebody(text: string, before: RegExp): Words | undefined {
	const run = /[\p{Script=Han}·]{2,80}|[A-Za-z][A-Za-z .'-]{1,80}/u.exec(text);
	if (!run) return undefined;
	const words = [...run[0]].slice(0, LONGEST_RUN).join('');
	let end = 2;
	while (end < words.length && !before.test(words.slice(end))) end++;
	return { words: words.slice(0, end), from: run.index, to: run.index + end };
}

/** A short Chinese name that is the first word, whoever that is: 张三 昨天. */
export function readNameFirst(text: string): Words | undefined {
	const name = /^[\p{Script=Han}·]{2,4}(?=\s|$)/u.exec(text)?.[0];
	return name === undefined ? undefined : { words: name, from: 0, to: name.length };
}

/** Somebody on no known roster who is named first: 马军 他懂社保, @马军, Jane Doe; 他懂社保 and 请懂行的同志 name nobody. */
export function readStrangerFirst(text: string): Words | undefined {
	const at = text.startsWith('@') ? 1 : 0;
	const name = text.slice(at);
	const found = /^[A-Za-z]/.test(name) ? readSomebody(name, /^$/) : readNameFirst(name);
	if (!found || (at === 0 && !/^[A-Za-z]/.test(name) && !isNameAlone(found.words))) return undefined;
	return { ...found, from: 0, to: found.to + at };
}

/** The first word of a text. */
export function readFirstWord(text: string): Words | undefined {
	const word = /^\S+/u.exec(text)?.[0];
	return word === undefined ? undefined : { words: word, from: 0, to: word.length };
}

/** The name with which a place begins: 钱五 深圳 is no place; 深圳 alone is one. */
export function readStranger(place: string): string | undefined {
	const [first = '', second] = [...place].slice(0, LONGEST_RUN).join('').split(/\s/u);
	return second !== undefined && /\p{Script=Han}/u.test(first) && isName(first) ? first : undefined;
}

/** Whether the first word is a name: what may follow 已联系 or 转办 without a space. */
export function beginsWithName(text: string): boolean {
	return isName(/^\S{0,40}/u.exec(text)?.[0] ?? '');
}

/** What people say of themselves that is no name. */
const NOBODY = /^(?:谁|什么|哪|党员|预备党员|群众|新来|新人|本支部|支部|书记|不|没|这|那|他|她|你|我)/u;

/** Whether this can be the name somebody gives of themselves; 党员 and 新来的 are none. */
export function isOwnName(name: string): boolean {
	return /^[\p{Script=Han}·]{2,15}$|^\p{L}[\p{L} .'-]{1,40}$/u.test(name) && !NOBODY.test(name);
}

/** The name somebody gives of themselves: 我叫张三, 姓名：张三, or the name alone; whether it can be one says `isOwnName`. */
export function readOwnName(text: string): Words | undefined {
	const ahead = /^(?:我(?:是|叫)|姓名[:：]?|名字[是叫]?[:：]?)\s*/u.exec(text)?.[0].length ?? 0;
	const said = /[\p{Script=Han}·]{2,15}|[A-Za-z][A-Za-z .'-]{1,40}/u.exec(text.slice(ahead));
	if (!said) return undefined;
	return {
		words: said[0],
		from: said.index === 0 ? 0 : ahead + said.index,
		to: ahead + said.index + said[0].length,
	};
}

/** Whether what follows 我是 without a space is a name and nothing else. */
export function isNameAlone(text: string): boolean {
	return /^[\p{Script=Han}·]{2,4}$/u.test(text) && isOwnName(text) && isName(text);
}

/** How people name the roles. */
export const ROLE_WORDS = {
	支部书记: 'secretary',
	党委书记: 'secretary',
	书记: 'secretary',
	支部委员: 'committee-member',
	支委: 'committee-member',
	委员: 'committee-member',
	组织员: 'officer',
	管理员: 'officer',
	指导员: 'instructor',
	联络员: 'instructor',
	secretary: 'secretary',
	officer: 'officer',
	instructor: 'instructor',
} as const satisfies Readonly<Record<string, string>>;

/** Whether what follows 设为 without a space is a role and then somebody: 书记 张三, and not 书记是谁. */
export function beginsWithRole(text: string): boolean {
	const role = /^(?:支部书记|书记|委员|组织员|指导员|联络员)(?=[\s@])/u;
	return role.test(text);
}

export type RoleSaid = (typeof ROLE_WORDS)[keyof typeof ROLE_WORDS];
