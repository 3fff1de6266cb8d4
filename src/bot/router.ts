import { openQuestion, settle } from '../../db/questions.ts';
import type { Key } from '../locales/index.ts';
import { type Heard, hear } from '../reading/hear/index.ts';
import { normalise } from '../reading/normalise.ts';
import { holds } from '../rules/roles.ts';
import { isAsked, isCallingOff, isGreeting, isThanks } from './arguments/index.ts';
import type { Command, Who } from './command.ts';
import { Missing, Refusal } from './refusal.ts';
import type { Registry } from './registry.ts';
import { placeHolder, Said } from './said.ts';
import type { Turn } from './turn.ts';
import type { Card, MessageUpdate, TapUpdate } from './vocabulary/index.ts';

type Strings = Readonly<Record<string, string>>;

/** Finds out which command a message means, and runs it. */
export function routeMessage(
	registry: Registry,
	turn: Turn,
	message: MessageUpdate,
	botOpenId: string | null,
): void {
	if (message.form !== 'text' && message.form !== 'post') {
		if (turn.isPrivate) registry.smallTalk.notWords(turn, message.form);
		return;
	}
	const mentions = message.mentions.filter(({ openId }) => openId !== botOpenId);
	const text = normalise(withoutBot(message, botOpenId));
	registry.smallTalk.alarm(turn, text);
	const heard = hear(text, registry.vocabulary);
	const said = (rest: string) => new Said(rest, mentions, message.repliesTo);
	if (heard.kind === 'nothing' || heard.kind === 'nearest') {
		if (!isThanks(text) && !isGreeting(text) && answerQuestion(registry, turn, said(text))) return;
		if (heard.kind === 'nothing') registry.smallTalk.notUnderstood(turn, text);
		else nearest(registry, turn, heard, said);
		return;
	}
	const command = commandOf(registry, heard.command);
	if (heard.kind === 'doubtful' || (command.undo !== 'none' && isAsked(text))) {
		registry.smallTalk.doubtful(turn, command, heard.kind === 'doubtful' ? heard.why : 'question');
		return;
	}
	turn.begin(command);
	turn.settle();
	run(turn, command, () => read(command, said(wordsOf(command, heard)), turn));
}

/** Some commands read their own word too: 主题党日 says which kind of meeting. */
function wordsOf({ wordMatters }: Command, { word, rest }: { word: string; rest: string }): string {
	return wordMatters ? `${word} ${rest}` : rest;
}

/** Offers the command that was probably meant; what can't be read with it, or is not for this person, is not offered. */
function nearest(
	registry: Registry,
	turn: Turn,
	heard: Extract<Heard, { kind: 'nearest' }>,
	said: (rest: string) => Said,
): void {
	const command = commandOf(registry, heard.command);
	if (!may(turn, command.who)) {
		registry.smallTalk.notUnderstood(turn, heard.word);
		return;
	}
	try {
		const args = read(command, said(wordsOf(command, heard)), turn);
		registry.smallTalk.nearest(turn, heard.word, { command: command.name, args });
	} catch (error) {
		if (error instanceof Refusal) refuse(turn, error);
		else throw error;
	}
}

/** Runs what a tapped button or a filled form stands for; rights and state are asked now, not when it was drawn. */
export function routeTap({ commands }: Registry, turn: Turn, tap: TapUpdate): void {
	const command = tap.action && commands.get(tap.action.command);
	if (!tap.action || !command) {
		turn.refuse(turn.t('spine.not-ours'));
		return;
	}
	run(turn, command, () => ({ ...flat(tap.form), ...tap.action?.args }));
}

/** The bot's own menu carries a command's name. */
export function routeMenu({ commands }: Registry, turn: Turn, key: string): void {
	const command = commands.get(key);
	if (command) run(turn, command, () => ({}));
}

function commandOf({ commands }: Registry, name: string): Command {
	const command = commands.get(name);
	if (!command) throw new Error(`no command ${name}`);
	return command;
}

/** The bot's own mention is how a group calls it, not part of what is said; others keep their place-holders. */
function withoutBot({ text, mentions }: MessageUpdate, botOpenId: string | null): string {
	return mentions
		.filter(({ openId }) => openId !== undefined && openId === botOpenId)
		.reduce((rest, { key }) => rest.replaceAll(placeHolder(key), ' '), text);
}

/** Takes the words for the argument that was asked for, or as the end of the matter; false when nothing was asked. */
function answerQuestion(registry: Registry, turn: Turn, said: Said): boolean {
	const place = turn.isPrivate ? 'private' : (turn.chat?.id ?? 'private');
	const open = openQuestion(turn.db, turn.tenant.vault, turn.me.id, place, turn.now);
	if (!open || said.text === '') return false;
	if (isCallingOff(said.text)) {
		settle(turn.db, turn.me.id, place);
		turn.say(turn.t('spine.called-off'));
		return true;
	}
	const { missing } = open;
	if (!missing) return false;
	const command = commandOf(registry, open.command);
	run(turn, command, () => {
		settle(turn.db, turn.me.id, place);
		const value = command.args[missing]?.read?.(said, turn) ?? said.takeRest() ?? '';
		return { ...readLeft(command, said, turn, open.args), ...open.args, [missing]: value };
	});
	return true;
}

/** Arguments that the answer tells by the way, such as the place behind the time. */
function readLeft(command: Command, said: Said, turn: Turn, known: Strings): Strings {
	const others = Object.entries(command.args).filter(([name]) => !(name in known));
	return readArgs(others, said, turn);
}

function read(command: Command, said: Said, turn: Turn): Strings {
	return readArgs(Object.entries(command.args), said, turn);
}

function readArgs(args: [string, Command['args'][string]][], said: Said, turn: Turn): Strings {
	const found = args.map(([name, arg]) => [name, arg.read?.(said, turn)] as const);
	return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function flat(form: TapUpdate['form']): Strings {
	return Object.fromEntries(
		Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
	);
}

/** Checks who speaks and what was given, runs the command, and turns refusals into sentences. */
function run(turn: Turn, command: Command, args: () => Strings): void {
	turn.begin(command);
	let given: Strings = {};
	try {
		turn.tenant.store.savepoint(() => {
			if (!may(turn, command.who)) throw new Refusal(notAllowed[command.who]);
			given = args();
			command.run(turn, check(command, given));
		});
	} catch (error) {
		if (error instanceof Missing) askFor(turn, command, given, error);
		else if (error instanceof Refusal) refuse(turn, error);
		else throw error;
	}
}

function check(command: Command, given: Strings): Record<string, unknown> {
	const checked: Record<string, unknown> = {};
	for (const [name, arg] of Object.entries(command.args)) {
		const value = given[name] === '' ? undefined : given[name];
		const parsed = arg.schema.safeParse(value);
		if (parsed.success) checked[name] = parsed.data;
		else if (arg.question) throw new Missing(name, arg.question);
		else throw new Refusal('spine.not-readable');
	}
	return checked;
}

function askFor(turn: Turn, command: Command, given: Strings, { arg, question }: Missing): void {
	const { [arg]: _, ...known } = given;
	turn.ask(command.name, known, arg);
	turn.say(turn.t(question));
	turn.tenant.metrics.update(turn.update.kind, 'asked');
}

/** What is longer stands below the title. */
const MOST_IN_A_TITLE = 30;

function refuse(turn: Turn, { key, values, buttons }: Refusal): void {
	turn.tenant.log.info('refused', { code: key, command: turn.act().command });
	const text = turn.t(key, values);
	if (buttons.length === 0) {
		turn.refuse(text);
		return;
	}
	const short = text.length <= MOST_IN_A_TITLE;
	const card: Card = {
		title: short ? text : turn.t('spine.choose'),
		tone: 'plain',
		summary: turn.t('spine.choose'),
		body: [...(short ? [] : [{ kind: 'text' as const, text }]), { kind: 'buttons', buttons }],
	};
	if (turn.isPrivate) turn.say(card);
	else {
		// Choices name people and meetings: in a group they are nobody else's business.
		if (turn.update.kind === 'tap') turn.refuse(turn.t('spine.see-private'));
		turn.whisper(card);
	}
}

/** Whether this person may say it at all; for which branch is asked where it matters. */
export function may(turn: Turn, who: Who): boolean {
	const { roles, memberships } = turn.me;
	if (who === 'anyone') return true;
	if (who === 'officer') return holds(roles, 'officer');
	if (who === 'secretary') return holds(roles, 'officer') || holds(roles, 'secretary');
	return memberships.length > 0 || roles.length > 0;
}

const notAllowed: Readonly<Record<Who, Key>> = {
	anyone: 'spine.not-readable',
	member: 'refuse.not-member',
	secretary: 'refuse.not-secretary',
	officer: 'refuse.not-officer',
};
