import { z } from 'zod';
import { hasOfficer } from '../../db/people.ts';
import { rest } from '../../src/bot/arguments/index.ts';
import { type Command, command, type Example, PAGES, type Page } from '../../src/bot/command.ts';
import { may } from '../../src/bot/rights.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Block, Button, Card } from '../../src/bot/vocabulary/index.ts';
import { opens } from '../../src/cards/frames.ts';
import type { Words } from '../../src/locales/index.ts';
import { holds } from '../../src/rules/roles.ts';

/** 帮助: what this person can do here; with a word that command with its examples. */
export const help = command({
	name: 'help',
	words: ['帮助', '菜单', '怎么用', '说明', 'help'],
	who: 'anyone',
	writes: false,
	purpose: 'help.purpose',
	examples: ['帮助', '帮助 请假'],
	english: ['help', 'help leave'],
	args: {
		about: rest(),
		page: { schema: z.enum(PAGES).optional() },
		from: { schema: z.coerce.number().int().min(0).default(0) },
	},
	run(turn, { about, page, from }, all) {
		const shown = all.help.filter((each) => isOfUse(turn, each));
		const asked = about && shown.find(({ words }) => words.some((word) => alike(word, about)));
		if (asked) turn.say(oneCommand(turn, asked));
		else turn.say(page ? pageOf(turn, page, from, shown) : menu(turn, shown));
	},
});

/** What this person may say; the one-time code is of use until there is an officer, registering until one is on a roster. */
function isOfUse(turn: Turn, { name, who }: Command): boolean {
	if (name === 'officer-code') return !hasOfficer(turn.db);
	if (name === 'register') return turn.me.memberships.length === 0;
	return may(turn.me, who);
}

/** 名册添加 is 名册 添加. */
function alike(word: string, said: string): boolean {
	const letters = (text: string) => text.replace(/\s+/g, '').toLowerCase();
	return letters(word) === letters(said);
}

function oneCommand({ t }: Turn, command: Command): Card {
	const { words, purpose, english, examples } = command;
	const first = shownWord(t, command);
	const others = words.filter((word) => word !== first);
	const body: Block[] = [
		{ kind: 'text', text: t(purpose) },
		{ kind: 'text', text: t('help.examples') },
		{ kind: 'list', items: (t.locale === 'en' && english) || examples.map(lineOf) },
	];
	if (others.length > 0)
		body.push({ kind: 'text', text: t('help.also', { words: others.join(t('list.comma')) }) });
	return { title: t('help.about', { word: first }), tone: 'plain', body };
}

function lineOf(example: Example): string {
	return typeof example === 'string' ? example : example.say;
}

/** The first page of the help: what this person most likely wants, and a page for each job they may do something in. */
export function menu(turn: Turn, shown: readonly Command[]): Card {
	const { t } = turn;
	const likely = likeliest(turn);
	const likelyNames = likely.map(({ action }) => action.command);
	const pages = PAGES.filter((page) => shown.some((each) => each.page === page));
	const jobless = shown.filter(
		({ name, page }) => page === undefined && name !== 'help' && !likelyNames.includes(name),
	);
	return {
		title: t('help.title'),
		tone: 'plain',
		body: [
			{ kind: 'buttons', buttons: likely },
			{ kind: 'text', text: [{ bold: t('help.by-job') }] },
			{
				kind: 'buttons',
				buttons: [
					...pages.map((page) => turnTo(t(`help.page.${page}`), { page })),
					...jobless.map((each) => openingOf(t, each)),
				],
			},
			{ kind: 'text', text: t('help.more') },
		],
	};
}

/** Ours: so many commands, each with its line and its button, are one screen of a phone. */
const ON_A_SCREEN = 4;

/** One job, a screen at a time: what can be said in it with a button for each, `from` that one on. */
export function pageOf({ t }: Turn, page: Page, from: number, shown: readonly Command[]): Card {
	const all = shown.filter((each) => each.page === page);
	const commands = all.slice(from, from + ON_A_SCREEN);
	const next = from + ON_A_SCREEN;
	const body: Block[] = [
		{ kind: 'list', items: commands.map((each) => [{ bold: shownWord(t, each) }, `　${t(each.purpose)}`]) },
		{ kind: 'buttons', buttons: commands.map((each) => openingOf(t, each)) },
		{ kind: 'line' },
		{
			kind: 'buttons',
			buttons: [
				...(next < all.length ? [turnTo(t('help.next'), { page, from: String(next) })] : []),
				turnTo(t('help.back'), {}),
			],
		},
	];
	return { title: t(`help.page.${page}`), tone: 'plain', body };
}

/** The first word; to readers of English the first English one. */
export function shownWord(t: Words, { words }: Command): string {
	const english = t.locale === 'en' ? words.find((word) => /^[a-z]/i.test(word)) : undefined;
	return english ?? words[0] ?? '';
}

/** Turns the pages of one and the same card. */
function turnTo(label: string, args: { page?: Page; from?: string }): Button {
	return { label, action: { command: 'help', args }, style: 'plain' };
}

/** Opens the command; what would be written at once is asked about first. */
function openingOf(t: Words, each: Command): Button {
	const word = shownWord(t, each);
	return {
		...opens(word, each.name),
		...(each.guarded && { confirm: { title: t('help.sure', { word }), text: t(each.purpose) } }),
	};
}

function likeliest({ t, me, managed }: Turn): readonly Button[] {
	const open = (label: string, command: string, style: Button['style'] = 'plain') =>
		opens(label, command, {}, style);
	const todo = open(t('greet.todo'), 'todo', 'primary');
	if (holds(me.roles, 'officer'))
		return [todo, open(t('help.figures'), 'stats'), open(t('meeting.plan-button'), 'meeting.form')];
	if (managed.length > 0)
		return [todo, open(t('meeting.plan-button'), 'meeting.form'), open(t('help.roster'), 'roster')];
	if (me.memberships.length === 0)
		return [
			open(t('greet.register'), 'register', 'primary'),
			open(t('greet.todo'), 'todo'),
			open(t('greet.meetings'), 'meeting'),
		];
	return [todo, open(t('greet.meetings'), 'meeting'), open(t('help.mine'), 'mine')];
}
