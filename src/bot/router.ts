import { openQuestion, settle } from '../../db/questions.ts';
import type { PlainKey, Sentence } from '../locales/index.ts';
import { isAsked, isCallingOff, isGreeting, isThanks } from '../reading/courtesy.ts';
import { type Heard, hear } from '../reading/hear/index.ts';
import { normalise } from '../reading/normalise.ts';
import type { Arg, Button, Command } from './command.ts';
import { readablePart, tooMuchFilled, tooMuchSaid } from './intake.ts';
import { Choose, LEFT_ALONE, Missing, Refusal } from './refusal.ts';
import type { Repertoire } from './repertoire.ts';
import { may, notAllowed } from './rights.ts';
import { PLACE_HOLDERS, Said } from './said.ts';
import type { Turn } from './turn.ts';
import type { Card, MessageUpdate, Button as Tapped, TapUpdate } from './vocabulary/index.ts';

type Strings = Readonly<Record<string, string>>;

/** What is longer may be talk among people, and is let alone in a group. */
const SHORT = 30;

/** Finds out which command a message means, and runs it. */
export function routeMessage(
	all: Repertoire,
	turn: Turn,
	message: MessageUpdate,
	botOpenId: string | null,
): void {
	if (message.form !== 'text' && message.form !== 'post') {
		if (turn.isPrivate) all.smallTalk.notWords(turn, message.form);
		return;
	}
	const readable = readablePart(message);
	const mentions = readable.mentions.filter(({ openId }) => openId && openId !== botOpenId);
	const text = normalise(withoutBot(readable, botOpenId));
	for (const alarm of all.alarms) alarm.answers(turn, text);
	const tooMuch = tooMuchSaid(message);
	if (tooMuch) {
		refuse(turn, tooMuch);
		return;
	}
	const heard = hear(text, all.vocabulary);
	const said = (rest: string) => new Said(rest, mentions);
	if (heard.kind === 'nothing' || heard.kind === 'nearest') {
		if (!isThanks(text) && !isGreeting(text) && answerQuestion(all, turn, said(text))) return;
		if (heard.kind === 'nothing') notUnderstood(all, turn, text);
		else nearest(all, turn, heard, (command) => said(wordsOf(command, text, heard)));
		return;
	}
	const command = commandOf(all, heard.command);
	const given = () => read(command, said(wordsOf(command, text, heard)), turn);
	if (heard.kind === 'doubtful' || (command.writes && command.guarded !== false && isAsked(text))) {
		const why = heard.kind === 'doubtful' ? heard.why : 'question';
		const { doubted } = command;
		if (typeof doubted === 'string') run(all, turn, command, () => ({ ...given(), [doubted]: why }));
		else if (doubted) doubted(turn, why);
		else all.smallTalk.doubtful(turn, command, why);
		return;
	}
	turn.begin(command);
	turn.settle();
	run(all, turn, command, given);
}

function notUnderstood(all: Repertoire, turn: Turn, text: string): void {
	if (all.talk.some((each) => each.answers(turn, text))) return;
	all.smallTalk.notUnderstood(turn, text.length <= SHORT);
}

function wordsOf({ reads }: Command, text: string, { word, rest }: { word: string; rest: string }): string {
	if (reads === 'sentence') return text;
	return reads === 'word' ? `${word} ${rest}` : rest;
}

/** Offers the command that was probably meant; what can't be read with it, or is not for this person, is not offered. */
function nearest(
	all: Repertoire,
	turn: Turn,
	heard: Extract<Heard, { kind: 'nearest' }>,
	said: (command: Command) => Said,
): void {
	const command = commandOf(all, heard.command);
	if (!may(turn.me, command.who)) {
		notUnderstood(all, turn, heard.word);
		return;
	}
	try {
		const args = kept(turn, command, read(command, said(command), turn));
		all.smallTalk.nearest(turn, heard.word, { command: command.name, args });
	} catch (error) {
		if (error instanceof Refusal) refuse(turn, error, error.buttons);
		else throw error;
	}
}

/** Runs what a tapped button or a filled form stands for; rights and state are asked now, not when it was drawn. */
export function routeTap(all: Repertoire, turn: Turn, tap: TapUpdate): void {
	const { action } = tap;
	const command = action && all.commands.get(action.command);
	if (!action || !command) {
		turn.refuse(turn.t('spine.not-ours'));
		return;
	}
	const tooMuch = tooMuchFilled(tap);
	if (tooMuch) {
		refuse(turn, tooMuch);
		return;
	}
	run(all, turn, command, () => ({
		...(action.waiting ? waitingFor(turn, command) : {}),
		...flat(tap.form),
		...action.args,
	}));
}

/** What was too long for the button, as long as it waits. */
function waitingFor(turn: Turn, { name }: Command | Button): Strings {
	const open = turn.question();
	if (open?.command !== name) throw new Refusal('spine.waited-too-long');
	return open.args;
}

/** The bot's own menu carries a command's name. */
export function routeMenu(all: Repertoire, turn: Turn, key: string): void {
	const command = all.commands.get(key);
	if (command) run(all, turn, command, () => ({}));
}

function commandOf({ commands }: Repertoire, name: string): Command {
	const found = commands.get(name);
	if (found?.kind !== 'command') throw new Error(`no command ${name}`);
	return found;
}

/** Calls everybody; part of nothing that is said. */
const EVERYBODY = /@_all(?!\w)|@所有人/g;

/**
 * Its own mention is how a group calls the bot, not part of what is said. Others keep their place-holders, unless the
 * platform withholds whose they are: then they are mere names.
 */
function withoutBot({ text, mentions }: MessageUpdate, botOpenId: string | null): string {
	const shown = new Map(
		mentions.map(({ key, openId, name }) => [key, !openId ? `@${name}` : openId === botOpenId ? ' ' : key]),
	);
	return text.replace(EVERYBODY, ' ').replace(PLACE_HOLDERS, (key) => shown.get(key) ?? ' ');
}

/** Takes the words for the argument that was asked for, or as the end of the matter; false when nothing was asked. */
function answerQuestion(all: Repertoire, turn: Turn, said: Said): boolean {
	const place = turn.isPrivate ? 'private' : (turn.chat?.id ?? 'private');
	const open = openQuestion(turn.db, turn.vault, turn.me.id, place, turn.now);
	if (!open || said.text === '') return false;
	const { missing } = open;
	const command = all.commands.get(open.command);
	const answers = missing !== null && command?.args[missing]?.answeredBy?.(said.text);
	if (!answers && isCallingOff(said.text)) {
		settle(turn.db, turn.me.id, place);
		turn.say(turn.t('spine.called-off'));
		return true;
	}
	if (!missing) return false;
	if (!command) throw new Error(`no command ${open.command}`);
	run(all, turn, command, () => {
		settle(turn.db, turn.me.id, place);
		const value = command.args[missing]?.read?.(said, turn) ?? said.takeRest() ?? '';
		return { ...readLeft(command, said, turn, open.args), ...open.args, [missing]: value };
	});
	return true;
}

/** Arguments that the answer tells by the way, such as the place behind the time. */
function readLeft(command: Command | Button, said: Said, turn: Turn, known: Strings): Strings {
	const others = Object.entries(command.args).filter(([name]) => !(name in known));
	return readArgs(others, said, turn);
}

function read(command: Command | Button, said: Said, turn: Turn): Strings {
	return readArgs(Object.entries(command.args), said, turn);
}

function readArgs(args: readonly [string, Arg<unknown>][], said: Said, turn: Turn): Strings {
	const found = args.map(([name, arg]) => [name, arg.read?.(said, turn)] as const);
	return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function flat(form: TapUpdate['form']): Strings {
	return Object.fromEntries(
		Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
	);
}

/** Checks who speaks and what was given, runs the command, and turns refusals into sentences. */
function run(all: Repertoire, turn: Turn, command: Command | Button, args: () => Strings): void {
	turn.begin(command);
	try {
		turn.tenant.store.savepoint(() => {
			if (!may(turn.me, command.who)) throw new Refusal(notAllowed[command.who]);
			const given = kept(turn, command, args());
			for (const [name, value] of Object.entries(given)) turn.found(name, value);
			command.run(turn, check(command, given), all);
		});
	} catch (error) {
		if (error instanceof Missing) askFor(turn, error);
		else if (error instanceof Choose) choose(turn, error);
		else if (error instanceof Refusal) refuse(turn, error, error.buttons);
		else throw error;
	}
}

/** In a group what is confidential is forgotten, however it came. */
function kept(turn: Turn, { args }: Command | Button, given: Strings): Strings {
	if (turn.isPrivate) return given;
	return Object.fromEntries(Object.entries(given).filter(([name]) => !args[name]?.confidential));
}

function check(command: Command | Button, given: Strings): Record<string, unknown> {
	const checked: Record<string, unknown> = {};
	for (const [name, arg] of Object.entries(command.args)) {
		const value = given[name] === '' ? undefined : given[name];
		refuseTooLong(arg, value);
		const parsed = arg.schema.safeParse(value);
		if (parsed.success) checked[name] = parsed.data;
		else if (arg.question) throw new Missing(name, arg.question);
		else throw new Refusal('spine.not-readable');
	}
	return checked;
}

/** Counted as people count: a rare sign of two code units is one. */
function refuseTooLong({ longest }: Arg<unknown>, value = ''): void {
	const count = [...value.trim()].length;
	if (longest !== undefined && count > longest) throw new Refusal('spine.too-long', { most: longest, count });
}

function askFor(turn: Turn, { arg, question }: Missing): void {
	turn.askFor(arg);
	turn.say(turn.t(question));
	turn.tenant.metrics.update(turn.update.kind, 'asked');
}

/** Ours: with more buttons than this nobody finds the right one. */
const MOST_OPTIONS = 8;

/** Each option says the same again with that one; what was said already goes along. */
function choose(turn: Turn, { arg, options, question, tooMany, no }: Choose): void {
	if (options.length > MOST_OPTIONS) {
		refuse(turn, tooMany);
		return;
	}
	const buttons: Tapped[] = options.map(({ label, value }) => ({
		label,
		action: turn.again({ [arg]: value }),
	}));
	if (no) buttons.push({ label: no, action: { command: LEFT_ALONE, args: {} } });
	offer(turn, turn.t.say(question), buttons, options.length === 1 ? 'spine.confirm' : 'spine.choose');
}

function refuse(turn: Turn, said: Sentence, buttons: readonly Tapped[] = []): void {
	turn.tenant.log.info('refused', { code: said.key, command: turn.doing });
	const text = turn.t.say(said);
	if (buttons.length === 0) turn.refuse(text);
	else offer(turn, text, buttons);
}

/** What is longer stands below the title. */
const MOST_IN_A_TITLE = 30;

function offer(turn: Turn, text: string, buttons: readonly Tapped[], title: PlainKey = 'spine.choose'): void {
	const short = text.length <= MOST_IN_A_TITLE;
	const card: Card = {
		title: short ? text : turn.t(title),
		tone: 'plain',
		lockScreen: turn.t(title),
		toast: turn.t(title),
		body: [...(short ? [] : [{ kind: 'text' as const, text }]), { kind: 'buttons', buttons }],
	};
	if (turn.isPrivate) turn.say(card);
	else {
		// Choices name people and meetings: in a group they are nobody else's business.
		if (turn.update.kind === 'tap') turn.refuse(turn.t('spine.see-private'));
		turn.whisper(card);
	}
}
