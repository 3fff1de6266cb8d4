import type { Doubt, SpokenWord } from '../reading/hear/index.ts';
import type { Command } from './command.ts';
import type { Tenant } from './tenant.ts';
import type { Reminder } from './timetable/reminder.ts';
import type { Turn } from './turn.ts';
import type { Action, ErrandResult, Update } from './vocabulary/index.ts';

/** Everything the bot can do, handed to it by the runtime. */
export interface Registry {
	readonly commands: ReadonlyMap<string, Command>;
	/** The commands in the order of the help. */
	readonly help: readonly Command[];
	readonly vocabulary: readonly SpokenWord[];
	readonly listeners: readonly Listener[];
	readonly errands: ReadonlyMap<string, Errand>;
	readonly smallTalk: SmallTalk;
}

/** A tenant with everything the bot can do in it. */
export interface Bot extends Tenant {
	readonly registry: Registry;
	/** What it says unasked. */
	readonly timetable: readonly Reminder[];
}

/** What happens by itself when something other than words or taps comes in. */
export interface Listener {
	readonly on: Update['kind'];
	hears(turn: Turn, update: Update): void;
}

type UpdateOf<K extends Update['kind']> = Extract<Update, { kind: K }>;

/** Declares what is done with one kind of update. */
export function listen<K extends Update['kind']>(
	on: K,
	hears: (turn: Turn, update: UpdateOf<K>) => void,
): Listener {
	const isOurs = (update: Update): update is UpdateOf<K> => update.kind === on;
	return {
		on,
		hears(turn, update) {
			if (isOurs(update)) hears(turn, update);
		},
	};
}

/** What is done with what an errand brought back; `result` is absent when it failed for good. */
export interface Errand {
	readonly name: string;
	returns(turn: Turn, args: Readonly<Record<string, string>>, result: ErrandResult | undefined): void;
}

/** What is answered to words that are no command. */
export interface SmallTalk {
	/** Heard before anything else, whatever the words turn out to be: is somebody in danger? */
	alarm(turn: Turn, text: string): void;
	/** Words of which no command could be made. */
	notUnderstood(turn: Turn, text: string): void;
	/** Something that is not words: a sticker, a voice message, a picture. */
	notWords(turn: Turn, form: 'sticker' | 'voice' | 'other'): void;
	/** Probably a command with a slip of the pen: `meant` is what a tap would do. */
	nearest(turn: Turn, word: string, meant: Action): void;
	/** An answer that was negated, asked or undone: it writes nothing. */
	doubtful(turn: Turn, command: Command, why: Doubt): void;
}

/** Puts the parts together; two commands that claim one word are refused. */
export function registry(parts: {
	readonly commands: readonly Command[];
	readonly listeners: readonly Listener[];
	readonly errands: readonly Errand[];
	readonly smallTalk: SmallTalk;
}): Registry {
	const vocabulary = parts.commands.flatMap((command) =>
		command.words.map((word) => ({
			word,
			command: command.name,
			answer: command.answer,
			glued: command.glued,
		})),
	);
	const twice = vocabulary.find(
		({ word }, index) => vocabulary.findIndex((other) => other.word === word) !== index,
	);
	if (twice) throw new Error(`two commands claim the word ${twice.word}`);
	return {
		...parts,
		help: parts.commands.filter((command) => command.words.length > 0),
		vocabulary,
		commands: byName(parts.commands),
		errands: byName(parts.errands),
	};
}

/** Things by the name that rows and buttons carry. */
export function byName<T extends { readonly name: string }>(things: readonly T[]): ReadonlyMap<string, T> {
	return new Map(things.map((thing) => [thing.name, thing]));
}
