import { rest } from '../../src/bot/arguments/index.ts';
import { type Command, command } from '../../src/bot/command.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Block, Button } from '../../src/bot/vocabulary/index.ts';
import { holds } from '../../src/rules/roles.ts';

/** What the help shows; the registry is not known to its own parts, so it is handed over when they are put together. */
export function helpCommand(all: () => readonly Command[]): Command {
	return command({
		name: 'help',
		words: ['帮助', '菜单', '怎么用', '怎么用?', '说明', 'help'],
		who: 'anyone',
		undo: 'none',
		purpose: 'help.purpose',
		examples: ['帮助', '帮助 请假'],
		args: { about: rest(40) },
		run(turn, { about }) {
			const shown = all().filter((each) => each.words.length > 0 && isFor(turn, each));
			const asked = about && shown.find(({ words }) => words.includes(about.trim()));
			if (asked) turn.say(oneCommand(turn, asked));
			else turn.say(menu(turn, shown));
		},
	});
}

function menu({ t, me }: Turn, shown: readonly Command[]) {
	const open = (label: string, name: string, style: Button['style'] = 'plain'): Button => ({
		label,
		action: { command: name, args: {}, opens: true },
		style,
	});
	const runs = holds(me.roles, 'secretary') || holds(me.roles, 'officer');
	const buttons = runs
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
	const body: Block[] = [
		{
			kind: 'list',
			items: shown.map((each) => [{ bold: each.words[0] ?? '' }, ` ${t(each.purpose)}`]),
		},
		{ kind: 'text', text: t('help.more') },
		{ kind: 'buttons', buttons },
	];
	return { title: t('help.title'), tone: 'plain' as const, body };
}

function oneCommand({ t }: Turn, { words, purpose, examples }: Command) {
	const [first, ...others] = words;
	const body: Block[] = [
		{ kind: 'text', text: t(purpose) },
		{ kind: 'text', text: t('help.examples') },
		{ kind: 'list', items: examples },
	];
	if (others.length > 0)
		body.push({ kind: 'text', text: t('help.also', { words: others.join(t('list.comma')) }) });
	return { title: t('help.about', { word: first ?? '' }), tone: 'plain' as const, body };
}

function isFor({ me: { roles, memberships } }: Turn, { who }: Command): boolean {
	if (who === 'officer') return holds(roles, 'officer');
	if (who === 'secretary') return holds(roles, 'officer') || holds(roles, 'secretary');
	return who === 'anyone' || memberships.length > 0 || roles.length > 0;
}
