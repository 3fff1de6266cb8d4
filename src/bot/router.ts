import { isAsked } from '../reading/courtesy.ts';
import { hear } from '../reading/hear/index.ts';
import { normalise } from '../reading/normalise.ts';
import type { Button, Command } from './command.ts';
import { closeDraft, draftOf } from './drafts.ts';
import { meansAnother } from './hearing.ts';
import { readablePart, tooMuchFilled, tooMuchSaid } from './intake.ts';
import { Refusal } from './refusal.ts';
import { commandNamed, type Repertoire } from './repertoire.ts';
import { flat, read, refuse, run, type Strings, wordsOf } from './run.ts';
import { PLACE_HOLDERS, Said } from './said.ts';
import { hearSentence } from './sentences.ts';
import type { Turn } from './turn.ts';
import type { Action, MessageUpdate, TapUpdate } from './vocabulary/index.ts';

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
	const said = (rest: string) => new Said(rest, mentions);
	const heard = hear(text, all.vocabulary);
	if (heard.kind !== 'command') {
		hearSentence(all, turn, { text, heard, said, mentions });
		return;
	}
	const command = commandNamed(all, heard.command);
	if (command.writes && command.guarded !== false && isAsked(text)) {
		hearSentence(all, turn, { text, heard: { ...heard, kind: 'doubtful', why: 'question' }, said, mentions });
		return;
	}
	if (heard.rest !== '' && !isFree(command) && meansAnother(all, turn, command.name, text)) {
		hearSentence(all, turn, { text, heard: { ...heard, kind: 'nearest' }, said, mentions });
		return;
	}
	turn.tenant.metrics.heard(command.name, 'word');
	turn.begin(command);
	turn.settle();
	run(all, turn, command, () => read(command, said(wordsOf(command, text, heard)), turn));
}

/** Whether any words at all may stand behind it: 求助 and a story. */
function isFree({ args }: Command): boolean {
	return Object.values(args).some(({ free }) => free);
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
	const given = () => ({ ...flat(tap.form), ...action.args });
	if (action.draft === undefined) run(all, turn, command, given);
	else goOn(all, turn, command, action, given);
}

/** Goes on with a draft: what was said before counts, unless it was changed now. */
function goOn(
	all: Repertoire,
	turn: Turn,
	command: Command | Button,
	action: Action,
	changed: () => Strings,
): void {
	try {
		const draft = draftOf(turn, action);
		const done = run(all, turn, command, () => ({ ...draft.args, ...changed() }));
		if (done && draft.ends) closeDraft(turn, draft.id, 'done');
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		refuse(turn, error);
	}
}

/** The bot's own menu carries a command's name. */
export function routeMenu(all: Repertoire, turn: Turn, key: string): void {
	const command = all.commands.get(key);
	if (command) run(all, turn, command, () => ({}));
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
