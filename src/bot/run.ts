import type { PlainKey, Sentence } from '../locales/index.ts';
import type { Arg, Button, Command } from './command.ts';
import { draftKey, draftView } from './drafts.ts';
import { Choose, LEFT_ALONE, Missing, Preview, Refusal } from './refusal.ts';
import type { Repertoire } from './repertoire.ts';
import { may, notAllowed } from './rights.ts';
import type { Said } from './said.ts';
import type { Turn } from './turn.ts';
import type { Say } from './view.ts';
import type { Card, Button as Tapped, TapUpdate } from './vocabulary/index.ts';

export type Strings = Readonly<Record<string, string>>;

/** What its arguments read of a typed line: what follows its word, that too, or the whole sentence. */
export function wordsOf(
	{ reads }: Command,
	text: string,
	{ word, rest }: { word: string; rest: string },
): string {
	if (reads === 'sentence') return text;
	return reads === 'word' ? `${word} ${rest}` : rest;
}

export function read(command: Command | Button, said: Said, turn: Turn): Strings {
	return readArgs(Object.entries(command.args), said, turn);
}

export function readArgs(args: readonly [string, Arg<unknown>][], said: Said, turn: Turn): Strings {
	const found = args.map(([name, arg]) => [name, arg.read?.(said, turn)] as const);
	return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

export function flat(form: TapUpdate['form']): Strings {
	return Object.fromEntries(
		Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value : value.join(',')]),
	);
}

/** Checks who speaks and what was given, runs the command, and turns refusals into sentences; true when it was done. */
export function run(all: Repertoire, turn: Turn, command: Command | Button, args: () => Strings): boolean {
	turn.begin(command);
	try {
		turn.tenant.store.savepoint(() => {
			if (!may(turn.me, command.who)) throw new Refusal(notAllowed[command.who]);
			const given = kept(turn, command, args());
			for (const [name, value] of Object.entries(given)) turn.found(name, value);
			command.run(turn, check(command, given), all);
		});
		return true;
	} catch (error) {
		if (error instanceof Missing) askFor(turn, error);
		else if (error instanceof Choose) choose(turn, error);
		else if (error instanceof Preview) show(turn, error);
		else if (error instanceof Refusal) refuse(turn, error, error.buttons);
		else throw error;
		return false;
	}
}

/** Its author looks first; the next words may change it, and so may its own buttons. */
function show(turn: Turn, preview: Preview): void {
	const id = turn.draft;
	const card = preview.draw({
		again: (args, command = turn.doing) => ({ command, args, draft: id }),
		drop: { command: 'draft.drop', args: { draft: id } },
	});
	turn.keep(JSON.stringify(card));
	turn.ask(turn.doing, turn.given, null, id);
	sayToAuthor(turn, draftView.of({ draft: id }), draftKey(id));
	turn.tenant.metrics.update(turn.update.kind, 'asked');
}

/** In a group what is confidential is forgotten, however it came. */
export function kept(turn: Turn, { args }: Command | Button, given: Strings): Strings {
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
	turn.say(turn.t.say(question));
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

export function refuse(turn: Turn, said: Sentence, buttons: readonly Tapped[] = []): void {
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
	sayToAuthor(turn, card);
}

/** Choices and previews name people and meetings: in a group they are nobody else's business. */
function sayToAuthor(turn: Turn, what: Say, about?: string): void {
	if (turn.isPrivate) {
		turn.say(what, { about });
		return;
	}
	if (turn.update.kind === 'tap') turn.refuse(turn.t('spine.see-private'));
	turn.whisper(what, { about });
}
