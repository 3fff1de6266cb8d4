import { isGreeting, isThanks } from '../reading/courtesy.ts';
import type { Heard } from '../reading/hear/index.ts';
import { NOTHING, type Sure, sure } from '../reading/sentence/index.ts';
import { answerQuestion } from './answering.ts';
import type { Button, Command } from './command.ts';
import { mayWish, readHeard, type Understood, understand } from './hearing.ts';
import type { How } from './ports.ts';
import { Refusal } from './refusal.ts';
import { commandNamed, commandOf, type Repertoire } from './repertoire.ts';
import { may } from './rights.ts';
import { kept, read as readTyped, run, type Strings, wordsOf } from './run.ts';
import { Said } from './said.ts';
import type { Turn } from './turn.ts';
import type { Mention, Wished } from './vocabulary/index.ts';

/** What is longer may be talk among people, and is let alone in a group. */
const SHORT = 30;

interface Unheard {
	readonly text: string;
	/** What the words alone were heard as: in doubt, nearly, or nothing. */
	readonly heard: Exclude<Heard, { kind: 'command' }>;
	said(rest: string): Said;
	readonly mentions: readonly Mention[];
}

/** No word of ours begins it: what is wanted is found out, and nothing is written that is not sure or was not seen. */
export function hearSentence(all: Repertoire, turn: Turn, words: Unheard): void {
	const [wish, how] = heardAs(all, turn, words);
	turn.tenant.metrics.heard(wish, how);
}

/** Does what may be done about it; answers which wish that was, and how it was heard. */
function heardAs(
	all: Repertoire,
	turn: Turn,
	{ text, heard, said, mentions }: Unheard,
): [wish: string, how: How] {
	const polite = isThanks(text) || isGreeting(text);
	if (polite && heard.kind !== 'doubtful' && all.talk.some((each) => each.answers(turn, text)))
		return ['', 'talk'];
	const understood = understand(all, turn, text, mentions);
	const { sentence, choice } = understood;
	// What the words alone left open may be clear as a sentence; what they negate or take back stays in doubt.
	const own = heard.kind === 'doubtful' && heard.why !== 'question' ? undefined : sure(sentence);
	if (own && answerSurely(all, turn, own, said(text))) return [OWN[own.answer], 'sentence'];
	if (heard.kind !== 'doubtful') {
		if (!polite && choice.kind !== 'answer' && answerQuestion(all, turn, said(text)))
			return ['', 'question-answered'];
		if (all.talk.some((each) => each.answers(turn, text))) return ['', 'talk'];
	}
	if (choice.kind === 'answer' && runWish(all, turn, choice.wish, said(text)))
		return [choice.wish, 'sentence'];
	if (heard.kind === 'doubtful') {
		const command = commandNamed(all, heard.command);
		const { doubted } = command;
		const given = () => readTyped(command, said(wordsOf(command, text, heard)), turn);
		if (typeof doubted === 'string') run(all, turn, command, () => ({ ...given(), [doubted]: heard.why }));
		else if (doubted) doubted(turn, heard.why);
		else all.smallTalk.doubtful(turn, command, heard.why);
		return [command.name, 'doubtful'];
	}
	if (
		choice.kind === 'preview' &&
		showsFirst(all, choice.wish) &&
		runWish(all, turn, choice.wish, said(text))
	)
		return [choice.wish, 'asked'];
	if (choice.kind === 'silent' && heard.kind === 'nothing') return ['', 'nothing'];
	// Longer talk in a group is talk among people.
	if (!turn.isPrivate && choice.kind === 'offer' && text.length > SHORT) return ['', 'nothing'];
	const near = heard.kind === 'nearest' ? nearest(all, turn, heard, text, said) : [];
	offerWishes(all, turn, near, likelyWishes(understood), said(text));
	return [choice.kind === 'preview' ? choice.wish : '', 'offered'];
}

/** The command behind each sure answer of one's own. */
const OWN = { coming: 'come', leave: 'leave', late: 'late', online: 'online', present: 'check-in' } as const;

/** Writes the speaker's own answer, when it is clear to which meeting; false when that is not. */
function answerSurely(all: Repertoire, turn: Turn, { answer, about }: Sure, said: Said): boolean {
	const command = commandNamed(all, OWN[answer]);
	turn.begin(command);
	const args = readHeard(command, command.name, said, turn);
	const points = about.some(({ kind }) => kind === 'time' || kind === 'meeting-kind' || kind === 'meeting');
	if (points && args.meeting === undefined) return false;
	turn.settle();
	run(all, turn, command, () => args);
	return true;
}

/** Runs what only reads, or shows its author what comes of it; says so when it can't be done yet. False: not for this person. */
function runWish(all: Repertoire, turn: Turn, wish: string, said: Said): boolean {
	if (!mayWish(all, turn, wish)) return false;
	const command = all.commands.get(commandOf(wish));
	if (command?.kind !== 'command') {
		all.smallTalk.notYet(turn, wish);
		return true;
	}
	turn.begin(command);
	turn.settle();
	run(all, turn, command, () => readHeard(command, wish, said, turn));
	return true;
}

function showsFirst(all: Repertoire, wish: string): boolean {
	const command = all.commands.get(commandOf(wish));
	return command === undefined || (command.kind === 'command' && command.showsFirst === true);
}

/** What is less likely than this is no help as a button. */
const WORTH_OFFERING = 0.05;
const MOST_OFFERED = 3;

function likelyWishes({ likely }: Understood): string[] {
	const worth = likely.filter(({ wish, p }) => wish !== NOTHING && p >= WORTH_OFFERING);
	return worth.map(({ wish }) => wish);
}

/** The command that was probably mistyped, with what stands behind its word. */
function nearest(
	all: Repertoire,
	turn: Turn,
	heard: Extract<Heard, { kind: 'nearest' }>,
	text: string,
	said: Unheard['said'],
): Wished[] {
	const command = commandNamed(all, heard.command);
	if (!may(turn.me, command.who)) return [];
	const read = () => readTyped(command, said(wordsOf(command, text, heard)), turn);
	return [wished(turn, command, command.name, tryToRead(turn, read))];
}

/** The likeliest as buttons that carry what was read; what is not for this person is left out. */
function offerWishes(
	all: Repertoire,
	turn: Turn,
	near: readonly Wished[],
	wishes: readonly string[],
	{ text, mentions }: Said,
): void {
	const found = wishes
		.filter((wish) => mayWish(all, turn, wish) && near.every((each) => each.wish !== wish))
		.slice(0, MOST_OFFERED - near.length)
		.map((wish): Wished => {
			const command = all.commands.get(commandOf(wish));
			if (!command) return { wish, action: { command: 'not-yet', args: { wish } }, read: [] };
			// Each reading takes its words away.
			return wished(
				turn,
				command,
				wish,
				tryToRead(turn, () => readHeard(command, wish, new Said(text, mentions), turn)),
			);
		});
	all.smallTalk.offer(turn, [...near, ...found]);
}

function wished(turn: Turn, command: Command | Button, wish: string, found: Strings): Wished {
	const args = kept(turn, command, found);
	const read = Object.entries(args).flatMap(
		([name, value]) => command.args[name]?.shown?.(value, turn) ?? [],
	);
	return { wish, action: { command: command.name, args }, read };
}

/** What can't be read along with a wish is asked for once it is tapped. */
function tryToRead(turn: Turn, read: () => Strings): Strings {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		turn.tenant.log.info('unread', { code: error.key });
		return {};
	}
}
