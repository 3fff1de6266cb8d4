import { hasOfficer } from '../../db/people.ts';
import { rest } from '../../src/bot/arguments/index.ts';
import { type Command, command } from '../../src/bot/command.ts';
import { may } from '../../src/bot/router.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Block, Button } from '../../src/bot/vocabulary/index.ts';
import type { Key, Words } from '../../src/locales/index.ts';

/** What the help shows; the registry is not known to its own parts, so it is handed over when they are put together. */
export function helpCommand(all: () => readonly Command[]): Command {
	return command({
		name: 'help',
		words: ['帮助', '菜单', '怎么用', '说明', 'help'],
		who: 'anyone',
		undo: 'none',
		purpose: 'help.purpose',
		examples: ['帮助', '帮助 请假'],
		args: { about: rest(40) },
		run(turn, { about }) {
			const shown = all().filter((each) => each.words.length > 0 && isOfUse(turn, each));
			const asked = about && shown.find(({ words }) => words.some((word) => alike(word, about)));
			if (asked) turn.say(oneCommand(turn, asked));
			else turn.say(menu(turn, shown));
		},
	});
}

/** What this person may say; the one-time code is of use only until there is an officer. */
function isOfUse(turn: Turn, { name, who }: Command): boolean {
	return may(turn, who) && !(name === 'officer-code' && hasOfficer(turn.db));
}

/** The first word; to readers of English the first English one. */
function shownWord(t: Words, { words }: Command): string {
	const english = t.locale === 'en' ? words.find((word) => /^[a-z]/i.test(word)) : undefined;
	return english ?? words[0] ?? '';
}

/** 名册添加 is 名册 添加. */
function alike(word: string, said: string): boolean {
	const letters = (text: string) => text.replace(/\s+/g, '').toLowerCase();
	return letters(word) === letters(said);
}

function menu({ t, managed }: Turn, shown: readonly Command[]) {
	const open = (label: string, name: string, style: Button['style'] = 'plain'): Button => ({
		label,
		action: { command: name, args: {}, opens: true },
		style,
	});
	const buttons =
		managed.length > 0
			? [
					open(t('greet.todo'), 'todo', 'primary'),
					open(t('meeting.plan-button'), 'meeting.form'),
					open(t('help.roster'), 'roster'),
				]
			: [
					open(t('greet.todo'), 'todo', 'primary'),
					open(t('greet.meetings'), 'meeting'),
					open(t('help.mine'), 'mine'),
				];
	const forBranch = shown.filter(({ who }) => who === 'secretary' || who === 'officer');
	const forOneself = shown.filter((each) => !forBranch.includes(each) && each.name !== 'help');
	const section = (title: Key, commands: readonly Command[]): Block[] => [
		{ kind: 'text', text: [{ bold: t(title) }] },
		{ kind: 'list', items: commands.map((each) => [{ bold: shownWord(t, each) }, `　${t(each.purpose)}`]) },
	];
	const body: Block[] = [
		...(forBranch.length > 0 ? section('help.branch-work', forBranch) : []),
		...section('help.own', forOneself),
		{ kind: 'text', text: t('help.more') },
		{ kind: 'buttons', buttons },
	];
	return { title: t('help.title'), tone: 'plain' as const, body };
}

function oneCommand({ t }: Turn, command: Command) {
	const { words, purpose, examples } = command;
	const first = shownWord(t, command);
	const others = words.filter((word) => word !== first);
	const body: Block[] = [
		{ kind: 'text', text: t(purpose) },
		{ kind: 'text', text: t('help.examples') },
		{ kind: 'list', items: examples },
	];
	if (others.length > 0)
		body.push({ kind: 'text', text: t('help.also', { words: others.join(t('list.comma')) }) });
	return { title: t('help.about', { word: first }), tone: 'plain' as const, body };
}
