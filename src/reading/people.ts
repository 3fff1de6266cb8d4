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
		if (person.name !== '') byName.set(person.name, [...(byName.get(person.name) ?? []), person.id]);
		if (person.mention) byMention.set(person.mention, person);
	}
	const byFirst = new Map<string, string[]>();
	for (const name of byName.keys())
		byFirst.set(name.charAt(0), [...(byFirst.get(name.charAt(0)) ?? []), name]);
	for (const names of byFirst.values()) names.sort((a, b) => b.length - a.length);

	return (text: string, at: number): Named<Id> | undefined => {
		const key = /^@_user_\d+/.exec(text.slice(at, at + 20))?.[0];
		if (key !== undefined) {
			const person = byMention.get(key);
			return { name: person?.name ?? key, ids: person ? [person.id] : [], length: key.length };
		}
		const name = byFirst.get(text.charAt(at))?.find((each) => stands(text, at, each));
		return name === undefined ? undefined : { name, ids: byName.get(name) ?? [], length: name.length };
	};
}

/** Latin names end where the word ends; Chinese ones have no such edge. */
function stands(text: string, at: number, name: string): boolean {
	if (!text.startsWith(name, at)) return false;
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
		rest: rest.replace(/[ \t]+/g, ' ').replace(/^[\s,，、]+|[\s,，、]+$/g, ''),
	};
}
