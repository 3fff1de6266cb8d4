import type { Token } from './tokens.ts';
import type { Mark } from './words.ts';

export interface RollRead<Id extends string | number = string | number> {
	readonly marks: readonly { readonly id: Id; readonly mark: Mark }[];
	/** What holds for everybody on the roster who is not named. */
	readonly everyoneElse?: 'present' | 'absent';
	/** Names and place-holders that are not on the roster. */
	readonly unknown: readonly string[];
	/** Names that several on the roster bear; none of them is marked. */
	readonly ambiguous: readonly { readonly name: string; readonly ids: readonly Id[] }[];
	/** Names marked differently twice; they are left out of the marks. */
	readonly twice: readonly string[];
	/** Names without a mark: 「除李四都到了」 does not say why. */
	readonly unmarked: readonly string[];
	/** Words that were not understood, denied or asked. */
	readonly unread: readonly string[];
}

type Person<Id extends string | number> = Extract<Token<Id>, { kind: 'person' }>;

/** Collects what a roll says, line by line, and settles it at the end. */
export class Tally<Id extends string | number> {
	readonly #marks = new Map<Id, { name: string; mark: Mark }>();
	readonly #named = new Map<Id, string>();
	readonly #unknown = new Set<string>();
	readonly #ambiguous = new Map<string, readonly Id[]>();
	readonly #twice = new Map<Id, string>();
	readonly #unread: string[] = [];
	readonly #else = new Set<'present' | 'absent'>();

	mark({ name, ids }: Person<Id>, mark: Mark): void {
		this.see({ kind: 'person', name, ids });
		const [id, ...others] = ids;
		if (id === undefined || others.length > 0) return;
		const before = this.#marks.get(id);
		if (before && before.mark !== mark) this.#twice.set(id, name);
		this.#marks.set(id, { name, mark });
	}

	/** Somebody is named, whatever is said of them. */
	see({ name, ids }: Person<Id>): void {
		const [id, ...others] = ids;
		if (id === undefined) this.#unknown.add(name);
		else if (others.length > 0) this.#ambiguous.set(name, ids);
		else this.#named.set(id, name);
	}

	everyoneElse(mark: Mark, words: string): void {
		if (mark === 'present' || mark === 'absent') this.#else.add(mark);
		else this.unread(words);
	}

	unread(words: string): void {
		this.#unread.push(words);
	}

	read(): RollRead<Id> {
		const [everyone, another] = this.#else;
		const marked = [...this.#marks].filter(([id]) => !this.#twice.has(id));
		return {
			marks: marked.map(([id, { mark }]) => ({ id, mark })),
			...(everyone && !another && { everyoneElse: everyone }),
			unknown: [...this.#unknown],
			ambiguous: [...this.#ambiguous].map(([name, ids]) => ({ name, ids })),
			twice: [...this.#twice.values()],
			unmarked: [...this.#named].filter(([id]) => !this.#marks.has(id)).map(([, name]) => name),
			unread: another ? [...this.#unread, '其他'] : this.#unread,
		};
	}
}
