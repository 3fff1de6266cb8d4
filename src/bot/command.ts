import type { z } from 'zod';
import type { Key } from '../locales/index.ts';
import type { Said } from './said.ts';
import type { Turn } from './turn.ts';

/**
 * One argument: how it is read from what people type, and how a button's or a form's value is checked. Reading
 * takes its words away from what was said, so the order of the arguments is the order in which they are read.
 */
export interface Arg<T> {
	/** Checks the string a button or form carries; what accepts `undefined` is optional. */
	readonly schema: z.ZodType<T>;
	read?(said: Said, turn: Turn): string | undefined;
	/** What is asked, with one example, when it is missing. */
	readonly question?: Key;
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
 * cancelled); `none` for what can't be taken back, or changes nothing.
 */
export type Undo = 'restore' | 'none' | ((turn: Turn, undone: string) => void);

/** The pages of the help, by job. */
export const PAGES = ['meetings', 'moves', 'help', 'figures', 'branch', 'reminders'] as const;
export type Page = (typeof PAGES)[number];

export interface Command<S extends Shape = Shape> {
	/** Stable: buttons and the ledger carry it. */
	readonly name: string;
	/** The first is shown, all are accepted; none for what only buttons say. */
	readonly words: readonly string[];
	readonly who: Who;
	/** Where the help shows it; without one it belongs to no job and stands on the first page. */
	readonly page?: Page;
	/** In a group the bot answers in private unless this says `here`. */
	readonly answers?: 'here' | 'privately';
	/** Answers to an invitation are never read from a negated or questioned sentence. */
	readonly answer?: boolean;
	/** The word itself is read as an argument too: 主题党日 says which kind of meeting. */
	readonly wordMatters?: boolean;
	/** Whether the rest, without a space after the word, reads as this command's arguments. */
	glued?(rest: string): boolean;
	readonly args: S;
	readonly undo: Undo;
	readonly purpose: Key;
	/** Lines to copy: the help shows them, and tests say them. */
	readonly examples: readonly string[];
	/** The same for readers of English, where the words have English ones. */
	readonly english?: readonly string[];
	run(turn: Turn, args: Values<S>): void;
}

/** Declares a command in one place. */
export function command<S extends Shape>(declaration: Command<S>): Command {
	return declaration;
}
