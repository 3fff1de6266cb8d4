import { openQuestion, type Question, settle } from '../../db/questions.ts';
import { isCallingOff } from '../reading/courtesy.ts';
import type { Button, Command } from './command.ts';
import { closeDraft } from './drafts.ts';
import type { Repertoire } from './repertoire.ts';
import { readArgs, run, type Strings } from './run.ts';
import type { Said } from './said.ts';
import type { Turn } from './turn.ts';

/** Takes the words for the argument that was asked for, or as the end of the matter; false when nothing was asked. */
export function answerQuestion(all: Repertoire, turn: Turn, said: Said): boolean {
	const place = turn.isPrivate ? 'private' : (turn.chat?.id ?? 'private');
	const open = openQuestion(turn.db, turn.vault, turn.me.id, place, turn.now);
	if (!open || said.text === '') return false;
	const { missing } = open;
	const command = all.commands.get(open.command);
	if (!command) throw new Error(`no command ${open.command}`);
	const answers = missing !== null && command.args[missing]?.answeredBy?.(said.text);
	if (!answers && isCallingOff(said.text)) {
		settle(turn.db, turn.me.id, place);
		if (open.draft && turn.drafted(open.draft)) closeDraft(turn, open.draft, 'dropped');
		turn.say(turn.t('spine.called-off'));
		return true;
	}
	if (!missing) return amend(all, turn, command, open, said);
	run(all, turn, command, () => {
		settle(turn.db, turn.me.id, place);
		const { [missing]: before, ...known } = open.args;
		const value = command.args[missing]?.read?.(said, turn, before) ?? said.takeRest() ?? '';
		return { ...readLeft(command, said, turn, open.args), ...known, [missing]: value };
	});
	return true;
}

/** Words that change what is shown, and nothing else: a new preview stands in its place. */
function amend(all: Repertoire, turn: Turn, command: Command | Button, open: Question, said: Said): boolean {
	const draft = open.draft ? turn.drafted(open.draft) : undefined;
	if (draft?.state !== 'open' || command.kind !== 'command') return false;
	const changed = command.amends?.(said, turn, draft.args);
	if (!changed) return false;
	closeDraft(turn, draft.id, 'changed');
	run(all, turn, command, () => ({ ...draft.args, ...changed }));
	return true;
}

/** Arguments that the answer tells by the way, such as the place behind the time. */
function readLeft(command: Command | Button, said: Said, turn: Turn, known: Strings): Strings {
	const others = Object.entries(command.args).filter(([name]) => !(name in known));
	return readArgs(others, said, turn);
}
