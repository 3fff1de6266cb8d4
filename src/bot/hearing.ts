import { branchesBelow } from '../../db/branches.ts';
import {
	type Choice,
	choose,
	type Likely,
	learned,
	NOTHING,
	rank,
	readSentence,
	type Sentence,
} from '../reading/sentence/index.ts';
import { managedBranches, ownPeople } from './arguments/index.ts';
import type { Button, Command } from './command.ts';
import { commandOf, type Repertoire } from './repertoire.ts';
import { may } from './rights.ts';
import { Said } from './said.ts';
import type { Turn } from './turn.ts';
import type { Mention } from './vocabulary/index.ts';

/** What a sentence without a word of ours says, and what is done about it. */
export interface Understood {
	readonly sentence: Sentence;
	/** The likeliest first. */
	readonly likely: readonly Likely[];
	readonly choice: Choice;
}

/** Finds out what is wished, from the words, from who speaks, and from what is open for them. */
export function understand(
	all: Repertoire,
	turn: Turn,
	text: string,
	mentions: readonly Mention[],
): Understood {
	const named = new Said('', mentions).named(text);
	const world = {
		now: turn.now,
		zone: turn.zone,
		today: turn.today,
		people: [
			...ownPeople(turn).map(({ id, name }) => ({ id, name })),
			...mentions.flatMap(({ openId, name }) =>
				openId ? [{ id: `@${openId}`, name, mention: `@${name}` }] : [],
			),
		],
		branches: turn.managed.length > 0 ? managedBranches(turn) : branchesBelow(turn.db, null),
	};
	const sentence = readSentence(named, world);
	const likely = rank(learned, sentence, world, {
		manages: turn.managed.length > 0,
		may: (wish) => mayWish(all, turn, wish),
		open: new Set(all.openings.flatMap(({ name, isOpen }) => (isOpen(turn) ? [name] : []))),
	});
	return { sentence, likely, choice: choose(likely, sentence, (wish) => isQuestion(all, wish)) };
}

/** So much surer must another wish be than the one whose word stands first. */
const SURELY_ANOTHER = 0.95;
const HARDLY_THIS = 0.01;
const NOBODY: readonly never[] = [];

/**
 * Whether a sentence that begins with a command's word surely wishes something else: help, my employer doesn't pay. Every typed
 * line comes by here, so it is judged by its words alone: nothing is asked of the database.
 */
export function meansAnother(all: Repertoire, turn: Turn, command: string, text: string): boolean {
	const { now, zone, today } = turn;
	const world = { now, zone, today, people: NOBODY, branches: NOBODY };
	const may = (wish: string) => mayWish(all, turn, wish);
	const scene = { manages: turn.me.roles.length > 0, may };
	const likely = rank(learned, readSentence(text, world), world, scene);
	const [best] = likely;
	const own = likely.filter(({ wish }) => commandOf(wish) === command).reduce((sum, { p }) => sum + p, 0);
	const isAnother = best !== undefined && best.wish !== NOTHING && commandOf(best.wish) !== command;
	return isAnother && best.p >= SURELY_ANOTHER && own < HARDLY_THIS;
}

/** Whether this person may say it; what is only known by name may be said by anyone. */
export function mayWish(all: Repertoire, turn: Turn, wish: string): boolean {
	const command = all.commands.get(commandOf(wish));
	return command === undefined || may(turn.me, command.who);
}

function isQuestion(all: Repertoire, wish: string): boolean {
	if (wish === NOTHING) return false;
	const command = all.commands.get(commandOf(wish));
	return command === undefined ? false : !command.writes || wish !== commandOf(wish);
}

type Strings = Readonly<Record<string, string>>;

/** The arguments a wish finds in a sentence, in which other words stand around them. */
export function readHeard(command: Command | Button, wish: string, said: Said, turn: Turn): Strings {
	const only = command.kind === 'command' ? command.asks?.[wish] : undefined;
	const args = Object.entries(command.args).filter(([name]) => only === undefined || only.includes(name));
	const found = args.map(([name, arg]) => [name, (arg.heard ?? arg.read)?.(said, turn)] as const);
	return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
