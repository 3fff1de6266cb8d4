import type { z } from 'zod';
import type { PlainKey } from '../locales/index.ts';
import type { Doubt } from '../reading/hear/index.ts';
import type { Said } from './said.ts';
import type { Turn } from './turn.ts';
import type { Button as Tapped } from './vocabulary/index.ts';

/**
 * One argument: how it is read from what people type, and how a button's or a form's value is checked. Reading
 * takes its words away from what was said, so the order of the arguments is the order in which they are read. What was
 * negated or asked is part of the value, so that no later tap can lose it.
 */
export interface Arg<T> {
	/** Checks the string a button or form carries; what accepts `undefined` is optional. */
	readonly schema: z.ZodType<T>;
	/** Characters at most: longer words are refused before anything is written, never cut. */
	readonly longest?: number;
	/** `before` is what was known when it was asked for: a day to which the hour is still missing. */
	read?(said: Said, turn: Turn, before?: string): string | undefined;
	/** The same in a sentence, where other words stand around it; as `read` does when absent. */
	heard?(said: Said, turn: Turn): string | undefined;
	/** Takes whatever words are left, so that no words behind the command are strange to it. */
	readonly free?: true;
	/** What a button says of its value; values that say nothing to people say nothing. */
	shown?(value: string, turn: Turn): string | undefined;
	/** What is asked, with one example, when it is missing. */
	readonly question?: PlainKey;
	/** An answer to the question that elsewhere would end the matter: 不说. */
	answeredBy?(text: string): boolean;
	/** Nobody else's business: in a group it is taken out of the words and forgotten. */
	readonly confidential?: boolean;
}

export type Shape = Readonly<Record<string, Arg<unknown>>>;
export type Values<S extends Shape> = { readonly [K in keyof S]: S[K] extends Arg<infer T> ? T : never };

/**
 * Who may say it: anyone; somebody on a roster; who runs a branch (secretaries and officers); officers only.
 * For which branch is asked again where it matters, in the query.
 */
export type Who = 'anyone' | 'member' | 'secretary' | 'officer';

/**
 * How it is taken back: `restore` puts the rows back; a function does what compensates (a planned meeting is
 * cancelled); `never` for what stands.
 */
export type Undo = 'restore' | 'never' | ((turn: Turn, undone: string) => void);

/** What does not write can't: its Turn has no act to write with. */
type Effect = { readonly writes: false } | { readonly writes: true; readonly undo: Undo };

/** What words and buttons lead to alike. */
interface Does<S extends Shape> {
	/** Stable: buttons and the ledger carry it. */
	readonly name: string;
	readonly who: Who;
	/** In a group the bot answers in private unless this says `here`. */
	readonly replies?: 'here' | 'privately';
	readonly args: S;
	/** The whole repertoire is for what is about commands: help, 还差什么, 撤回. */
	run(turn: Turn, args: Values<S>, all: Sayable): void;
}

/** The pages of the help, by job. */
export const PAGES = ['meetings', 'moves', 'help', 'figures', 'branch', 'reminders'] as const;
export type Page = (typeof PAGES)[number];

/**
 * A line to copy. What has to be there for it to work is `given`, in the order in which it comes about; `#1` in the line
 * stands for the number of the last. `by` says it where the least of those who may is not the one who would.
 */
export type Example =
	| string
	| { readonly say: string; readonly given: readonly Given[]; readonly by?: 'secretary' | 'officer' };

/** What an example may need; the tests know how each comes about, so that none of them is only a promise. */
export type Given =
	| 'code'
	| 'off the roster'
	| 'new group'
	| 'committee'
	| 'second officer'
	| 'role'
	| 'something done'
	| 'invitation'
	| 'begun'
	| 'reminded'
	| 'away'
	| 'transfer'
	| 'letter'
	| 'received'
	| 'own request'
	| 'request on duty'
	| 'request taken'
	| 'request done';

interface Words {
	/** The first is shown, all are accepted. */
	readonly words: readonly string[];
	/** Where the help shows it; without one it belongs to no job and stands on the first page. */
	readonly page?: Page;
	/**
	 * Acts at once, so it is never taken from a negated, questioned or undone sentence. What writes is never taken from a
	 * question, unless this is false: 补充 carries questions to the other side.
	 */
	readonly guarded?: boolean;
	/**
	 * What is said when it was negated or asked; a card that leads to the help when absent. The name of an argument: it is
	 * run with why in this argument, and asks itself.
	 */
	readonly doubted?: string | ((turn: Turn, why: Doubt) => void);
	/**
	 * What its arguments read beside what follows the word: the word too (主题党日 says which kind of meeting), or the whole
	 * sentence (我要返回 is not 返回).
	 */
	readonly reads?: 'word' | 'sentence';
	/** It shows its author what comes of it before it writes anything, so that a sentence may lead to it at once. */
	readonly showsFirst?: boolean;
	/** The arguments that count when it is only asked about, by wish (`meeting:ask`). */
	readonly asks?: Readonly<Record<string, readonly string[]>>;
	/** The arguments that words change in what is shown before it is done; undefined when they are about something else. */
	amends?(
		said: Said,
		turn: Turn,
		known: Readonly<Record<string, string>>,
	): Readonly<Record<string, string>> | undefined;
	/** Whether the rest, without a space after the word, reads as this command's arguments. */
	glued?(rest: string): boolean;
	readonly purpose: PlainKey;
	/** The help shows them, and tests say them. */
	readonly examples: readonly Example[];
	/** The same for readers of English, where the words have English ones. */
	readonly english?: readonly string[];
}

/** What people can say. */
export type Command<S extends Shape = Shape> = Does<S> & Effect & Words & { readonly kind: 'command' };

/** What only buttons say: no words, no place in the help. */
export type Button<S extends Shape = Shape> = Does<S> & Effect & { readonly kind: 'button' };

/** What a job has waiting for somebody: lines, and for the first of each kind a button that leads there. */
export interface Waiting {
	readonly items: readonly string[];
	readonly buttons: readonly Tapped[];
}

/** What a job has for 还差什么. */
export interface Todo {
	readonly kind: 'todo';
	waiting(turn: Turn): Waiting;
}

/** What commands about commands see of everything there is. */
export interface Sayable {
	readonly commands: ReadonlyMap<string, Command | Button>;
	/** In the order of the help. */
	readonly help: readonly Command[];
	readonly todo: readonly Todo[];
}

/** Declares a command in one place. */
export function command<S extends Shape>(declaration: Does<S> & Effect & Words): Command {
	return { kind: 'command', ...declaration };
}

/** Declares what only buttons say. */
export function button<S extends Shape>(declaration: Does<S> & Effect): Button {
	return { kind: 'button', ...declaration };
}

/** Declares what a job has for 还差什么. */
export function todo(waiting: (turn: Turn) => Waiting): Todo {
	return { kind: 'todo', waiting };
}
