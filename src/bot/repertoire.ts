import { z } from 'zod';
import type { Doubt, SpokenWord } from '../reading/hear/index.ts';
import type { Open } from '../reading/sentence/index.ts';
import type { SaidFor } from '../reading/sentence/said.ts';
import type { Button, Command, Sayable, Todo } from './command.ts';
import type { Storms } from './storm.ts';
import type { Tenant } from './tenant.ts';
import type { Reminder } from './timetable/reminder.ts';
import type { Turn } from './turn.ts';
import { type Condition, covered, type View } from './view.ts';
import type { Happening, Outcome, Platform, Wished } from './vocabulary/index.ts';

/** Everything one job is: what can be said, tapped, seen, waited for, heard and fetched in it. */
export type Job = Parts & (Spoken | Unspoken);

/** Words alone are not enough: how people really say it belongs to every command. */
interface Spoken {
	readonly commands: readonly Command[];
	/** For each wish what people type who have it; from these it is recognised in other words. */
	readonly said: SaidFor;
}

interface Unspoken {
	readonly commands?: never;
	readonly said?: never;
}

interface Parts {
	/** What a locked phone shows of it says only that there is something. */
	readonly isPrivate: boolean;
	readonly buttons?: readonly Button[];
	readonly views?: readonly View[];
	readonly conditions?: readonly Condition[];
	readonly todo?: readonly Todo[];
	readonly listeners?: readonly Listener[];
	readonly errands?: readonly Errand[];
	/** Heard first, whatever the words turn out to be: is somebody in danger? */
	readonly alarms?: readonly Talk[];
	/** Words that are no command and yet about this job. */
	readonly talk?: readonly Talk[];
	/** What may wait for an answer of a speaker's, and makes one wish likelier than another. */
	readonly openings?: readonly Opening[];
}

/** Something that waits for somebody, as far as it helps to understand them. */
export interface Opening {
	readonly kind: 'opening';
	readonly name: Open;
	isOpen(turn: Turn): boolean;
}

/** Declares what may be open for a speaker. */
export function opening(name: Open, isOpen: (turn: Turn) => boolean): Opening {
	return { kind: 'opening', name, isOpen };
}

/** Everything the bot can do, handed to it by the runtime. */
export interface Repertoire extends Sayable {
	readonly jobs: readonly Job[];
	readonly vocabulary: readonly SpokenWord[];
	/** What people type, by wish; `commandOf` tells which command answers to it. */
	readonly said: ReadonlyMap<string, readonly string[]>;
	readonly views: readonly View[];
	readonly conditions: readonly Condition[];
	readonly listeners: readonly Listener[];
	readonly errands: ReadonlyMap<string, Errand>;
	readonly alarms: readonly Talk[];
	readonly talk: readonly Talk[];
	readonly smallTalk: SmallTalk;
	readonly openings: readonly Opening[];
}

/** A tenant with everything the bot can do in it. */
export interface Bot extends Tenant {
	readonly repertoire: Repertoire;
	/** What it says unasked. */
	readonly timetable: readonly Reminder[];
	/** Who speaks too fast. */
	readonly storms: Storms;
}

/** What happens by itself when something other than words or taps comes in. */
export interface Listener {
	readonly kind: 'listener';
	readonly on: Happening['kind'];
	hears(turn: Turn, update: Happening): void;
}

type HappeningOf<K extends Happening['kind']> = Extract<Happening, { kind: K }>;

/** Declares what is done with one kind of update. */
export function listen<K extends Happening['kind']>(
	on: K,
	hears: (turn: Turn, update: HappeningOf<K>) => void,
): Listener {
	const isOurs = (update: Happening): update is HappeningOf<K> => update.kind === on;
	return {
		kind: 'listener',
		on,
		hears(turn, update) {
			if (isOurs(update)) hears(turn, update);
		},
	};
}

type Strings = Readonly<Record<string, string>>;

/** An account with its name, as the platform tells it. */
export const accountName = z.object({ openId: z.string(), name: z.string() });
export const accountNames = z.array(accountName).readonly();

/** Something that needs the network: what is asked of the platform, and the Turn that its answer runs. */
export interface Errand {
	readonly kind: 'errand';
	/** Stable: outbox rows carry it. */
	readonly name: string;
	run(platform: Platform, args: Strings): Promise<Outcome<unknown>>;
	/** `result` is undefined when it failed for good. */
	returns(turn: Turn, args: Strings, result: unknown): void;
}

/** Declares an errand; its result crosses a transaction and is checked by `result` on the other side. */
export function errand<T>(declaration: {
	readonly name: string;
	readonly result: z.ZodType<T>;
	run(platform: Platform, args: Strings): Promise<Outcome<T>>;
	returns(turn: Turn, args: Strings, result: T | undefined): void;
}): Errand {
	const { result: schema, returns, ...rest } = declaration;
	return {
		kind: 'errand',
		...rest,
		returns: (turn, args, result) =>
			returns(turn, args, result === undefined ? undefined : schema.parse(result)),
	};
}

/** Words that are no command: what is found in them, and what is answered. */
export interface Talk {
	readonly kind: 'talk';
	/** Whether it was about this and has been answered. */
	answers(turn: Turn, text: string): boolean;
}

/** Declares what is done with words that are no command: `hears` reads them, `answers` sees what was read. */
export function talk<T>(declaration: {
	hears(text: string): T | undefined;
	/** False: it was about something else after all. */
	answers(turn: Turn, heard: T): boolean;
}): Talk {
	return {
		kind: 'talk',
		answers(turn, text) {
			const heard = declaration.hears(text);
			return heard !== undefined && declaration.answers(turn, heard);
		},
	};
}

/** What is answered to words that are no command of any job. */
export interface SmallTalk {
	/** Not sure what is meant: the likeliest wishes with what was read, each as a tap; nothing is done yet. */
	offer(turn: Turn, wishes: readonly Wished[]): void;
	/** A wish for what can't be done yet: says so, and leads to what is nearest. */
	notYet(turn: Turn, wish: string): void;
	/** Something that is not words: a sticker, a voice message, a picture. */
	notWords(turn: Turn, form: 'sticker' | 'voice' | 'other'): void;
	/** A command that was negated, asked or undone: it writes nothing. */
	doubtful(turn: Turn, command: Command, why: Doubt): void;
}

/** The command that answers to a wish: `meeting` for `meeting:ask` as for `meeting`. */
export function commandOf(wish: string): string {
	return wish.split(':', 1).join('');
}

/** The command of this name, which words lead to; throws where there is none. */
export function commandNamed({ commands }: Repertoire, name: string): Command {
	const found = commands.get(name);
	if (found?.kind !== 'command') throw new Error(`no command ${name}`);
	return found;
}

/** Adds the jobs up; two commands that claim one word or one name are refused. */
export function repertoire(declared: readonly Job[], smallTalk: SmallTalk): Repertoire {
	const jobs = declared.map(hushed);
	const help = jobs.flatMap(({ commands = [] }) => commands);
	const all = [...help, ...jobs.flatMap(({ buttons = [] }) => buttons)];
	const vocabulary = help.flatMap((command) =>
		command.words.map((word) => ({
			word,
			command: command.name,
			answer: command.guarded,
			glued: command.glued,
		})),
	);
	once(
		'word',
		vocabulary.map(({ word }) => word),
	);
	const said = jobs.flatMap((job) => Object.entries(job.said ?? {}));
	once(
		'wish',
		said.map(([wish]) => wish),
	);
	return {
		jobs: declared,
		help,
		vocabulary,
		said: new Map(said),
		smallTalk,
		commands: byName('command', all),
		views: jobs.flatMap(({ views = [] }) => views),
		conditions: jobs.flatMap(({ conditions = [] }) => conditions),
		listeners: jobs.flatMap(({ listeners = [] }) => listeners),
		todo: jobs.flatMap((job) => job.todo ?? []),
		alarms: jobs.flatMap(({ alarms = [] }) => alarms),
		talk: jobs.flatMap((job) => job.talk ?? []),
		openings: jobs.flatMap((job) => job.openings ?? []),
		errands: byName(
			'errand',
			jobs.flatMap(({ errands = [] }) => errands),
		),
	};
}

/** Things by the name that rows and buttons carry; a name that two of them bear is refused. */
export function byName<T extends { readonly name: string }>(
	what: string,
	things: readonly T[],
): ReadonlyMap<string, T> {
	once(
		what,
		things.map(({ name }) => name),
	);
	return new Map(things.map((thing) => [thing.name, thing]));
}

function once(what: string, names: readonly string[]): void {
	const twice = names.find((name, index) => names.indexOf(name) !== index);
	if (twice !== undefined) throw new Error(`the ${what} ${twice} is claimed twice`);
}

/** A job of private matters, everything of which speaks under its breath: a locked phone tells only that there is something. */
function hushed(job: Job): Job {
	if (!job.isPrivate) return job;
	const { buttons, views, listeners, errands, alarms, talk } = job;
	const parts: Parts = {
		...job,
		...(buttons && { buttons: buttons.map((each) => ({ ...each, run: quiet(each.run) })) }),
		...(listeners && { listeners: listeners.map((each) => ({ ...each, hears: quiet(each.hears) })) }),
		...(errands && { errands: errands.map((each) => ({ ...each, returns: quiet(each.returns) })) }),
		...(alarms && { alarms: alarms.map((each) => ({ ...each, answers: quiet(each.answers) })) }),
		...(talk && { talk: talk.map((each) => ({ ...each, answers: quiet(each.answers) })) }),
		...(views && {
			views: views.map((each) => ({
				...each,
				draw(scene, subject) {
					const card = each.draw(scene, subject);
					return card && covered(card, scene.t('spine.private'));
				},
			})),
		}),
	};
	if (!job.commands) return { ...parts, commands: undefined, said: undefined };
	return {
		...parts,
		commands: job.commands.map((each) => ({ ...each, run: quiet(each.run) })),
		said: job.said,
	};
}

function quiet<Rest extends unknown[], R>(work: (turn: Turn, ...rest: Rest) => R) {
	return (turn: Turn, ...rest: Rest): R => turn.hush(() => work(turn, ...rest));
}
