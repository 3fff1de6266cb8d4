import type { Key, PlainKey, Sentence, Values, ValuesOf } from '../locales/index.ts';
import type { Turn } from './turn.ts';
import type { Button, Card, Ways } from './vocabulary/index.ts';

/**
 * Something can't be done as asked: the key is the stable code, its sentence says what, why and what to do. Nothing
 * that was written before it in the same command stays.
 */
export class Refusal<K extends Key = Key> extends Error implements Sentence {
	override name = 'Refusal';
	readonly key: Key;
	readonly values: Values;
	/** Ways out, to tap. */
	readonly buttons: readonly Button[];

	constructor(key: K, ...[values, buttons]: Said<K>) {
		super(key);
		this.key = key;
		this.values = values ?? {};
		this.buttons = buttons ?? [];
	}
}

/** Nothing is to be filled in in most sentences; the ways out come last. */
type Said<K extends Key> = K extends PlainKey
	? [values?: Readonly<Record<string, never>>, buttons?: readonly Button[]]
	: [values: ValuesOf<K>, buttons?: readonly Button[]];

/** An argument is missing: it is asked for, and the next words are it. */
export class Missing extends Error {
	override name = 'Missing';
	readonly arg: string;
	readonly question: Sentence;

	constructor(arg: string, question: PlainKey | Sentence) {
		const asked = typeof question === 'string' ? { key: question, values: {} } : question;
		super(asked.key);
		this.arg = arg;
		this.question = asked;
	}
}

/** One of several that an argument may mean: its value, and what a button says. */
export interface Option {
	readonly value: string;
	readonly label: string;
}

/**
 * An argument may mean one of several: each gets a button that says the same again with that one. The router draws
 * them, since it holds the command and what was said already.
 */
export class Choose extends Error {
	override name = 'Choose';
	readonly arg: string;
	readonly options: readonly Option[];
	/** What is asked above the buttons. */
	readonly question: Sentence;
	/** What is said instead when there are too many for buttons. */
	readonly tooMany: Sentence;
	/** What the button says that closes the question; none where one of them has to be meant. */
	readonly no: string | undefined;

	constructor(
		arg: string,
		options: readonly Option[],
		said: { readonly question: Sentence; readonly tooMany: Sentence; readonly no?: string },
	) {
		super(said.question.key);
		this.arg = arg;
		this.options = options;
		this.question = said.question;
		this.tooMany = said.tooMany;
		this.no = said.no;
	}
}

/**
 * Not done yet: its author looks at it first, for what others will see and for what is only half clear. It waits a day with all
 * that was said, under its card, whatever else is said meanwhile.
 */
export class Preview extends Error {
	override name = 'Preview';
	readonly draw: (ways: Ways) => Card;

	constructor(draw: (ways: Ways) => Card) {
		super('shown first');
		this.draw = draw;
	}
}

/** What hurts is asked about once more, by a tap that says the same again with `sure`; for typed words and taps alike. */
export function askIfSure(question: Sentence, says: { readonly yes: string; readonly no: string }): Choose {
	const { yes, no } = says;
	return new Choose('sure', [{ value: 'yes', label: yes }], { question, tooMany: question, no });
}

/** The button that says no: it closes the question where it was asked. */
export const LEFT_ALONE = 'left-alone';

/** How one of several is asked for. */
export interface Among<T> {
	/** The argument that says which one. */
	readonly arg: string;
	/** What is thrown when there is none; a call, since an error costs more to make than the whole choice. */
	none(): Refusal;
	readonly question: Sentence;
	/** Said when there are more than buttons can show. */
	readonly tooMany: Sentence;
	value(each: T): string;
	label(each: T): string;
}

/**
 * The one that is meant: the only candidate; several are asked about with buttons (throws {@link Choose}), none is
 * refused. What was found out goes along with whatever is asked next.
 */
export function pick<T>(turn: Turn, candidates: readonly T[], among: Among<T>): T {
	const [only] = candidates;
	if (only === undefined) throw among.none();
	if (candidates.length > 1)
		throw new Choose(
			among.arg,
			candidates.map((each) => ({ value: among.value(each), label: among.label(each) })),
			among,
		);
	turn.found(among.arg, among.value(only));
	return only;
}
