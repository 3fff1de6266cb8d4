import { z } from 'zod';
import { hasOfficer } from '../../db/people.ts';
import { rest } from '../../src/bot/arguments/index.ts';
import { type Command, command, type Example, PAGES } from '../../src/bot/command.ts';
import { may } from '../../src/bot/router.ts';
import type { Turn } from '../../src/bot/turn.ts';
import type { Block, Card } from '../../src/bot/vocabulary/index.ts';
import { menu, pageOf, shownWord } from './menu.ts';

/** 帮助: what this person can do here; with a word that command with its examples. */
export const help = command({
	name: 'help',
	words: ['帮助', '菜单', '怎么用', '说明', 'help'],
	who: 'anyone',
	writes: false,
	purpose: 'help.purpose',
	examples: ['帮助', '帮助 请假'],
	english: ['help', 'help leave'],
	args: { about: rest(40), page: { schema: z.enum(PAGES).optional() } },
	run(turn, { about, page }, all) {
		const shown = all.help.filter((each) => isOfUse(turn, each));
		const asked = about && shown.find(({ words }) => words.some((word) => alike(word, about)));
		if (asked) turn.say(oneCommand(turn, asked));
		else turn.say(page ? pageOf(turn, page, shown) : menu(turn, shown));
	},
});

/** What this person may say; the one-time code is of use until there is an officer, registering until one is on a roster. */
function isOfUse(turn: Turn, { name, who }: Command): boolean {
	if (name === 'officer-code') return !hasOfficer(turn.db);
	if (name === 'register') return turn.me.memberships.length === 0;
	return may(turn, who);
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
