import { z } from 'zod';
import { homeOf } from '../../db/roster.ts';
import { carried, isCallingOff, rest, withoutIdNumbers } from '../../src/bot/arguments/index.ts';
import { type Arg, command } from '../../src/bot/command.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { categoriesCard, dangerCard, routeCard, storyForm } from '../../src/cards/ticket-asking.ts';
import { asks } from '../../src/reading/hear/doubts.ts';
import { isDanger } from '../../src/rules/distress.ts';
import { CATEGORIES, type Category, categoryOf } from '../../src/rules/tickets.ts';

const MOST = 1_500;

/** 求助: asks for category, story and whom to ask, one after the other; nothing is stored before the last tap. */
export const openTicket = command({
	name: 'ticket.open',
	words: ['求助', '我要求助', '我想求助', 'ask'],
	who: 'anyone',
	page: 'help',
	answers: 'here',
	undo: 'none',
	purpose: 'ticket.purpose',
	examples: ['求助', '求助 工资三个月没发', '求助 调解'],
	glued: (said) =>
		!asks(said) && (NAMED.test(said) || /^(被|我|公司|单位|老板)?(欠薪|拖欠|工资|加班|没发|辞退)/.test(said)),
	args: { category: category(), story: rest(MOST), message: carried() },
	run(turn, args) {
		if (!turn.isPrivate) {
			inGroup(turn);
			return;
		}
		const kept = waitingFor(turn);
		const story = withoutIdNumbers(args.story) || kept.story;
		const written = turn.update.kind === 'tap' && args.story;
		if (written && isDanger(written)) turn.whisper(dangerCard(turn.t));
		if (story && isCallingOff(story)) {
			leave(turn);
			return;
		}
		const wanted = args.category ?? kept.category ?? (story ? categoryOf(story) : undefined);
		const message = args.story && turn.update.kind === 'message' ? turn.update.messageId : kept.message;
		askOn(turn, { category: wanted, story, message });
	},
});

/** Nothing is written; what waited for an answer is forgotten. */
export const notNow = command({
	name: 'ticket.not-now',
	words: [],
	who: 'anyone',
	page: 'help',
	undo: 'none',
	purpose: 'ticket.button-purpose',
	examples: [],
	args: {},
	run: leave,
});

/** Says that nothing was kept. */
export function leave(turn: Turn): void {
	turn.settle();
	turn.say({ title: turn.t('ticket.left'), tone: 'plain', body: [] });
}

/** The group hears one neutral line; the way on is private. */
function inGroup(turn: Turn): void {
	turn.say(turn.t('ticket.not-in-group'));
	turn.whisper(categoriesCard(turn.t));
}

interface Told {
	readonly category?: Category;
	readonly story?: string;
	readonly message?: string;
}

/** Asks for what is still missing; what is known waits, sealed, in the open question. */
function askOn(turn: Turn, { category: wanted, story, message }: Told): void {
	const known = {
		...(wanted ? { category: wanted } : {}),
		...(story ? { story } : {}),
		...(message ? { message } : {}),
	};
	turn.ask('ticket.open', known, story ? null : 'story');
	if (!wanted) turn.say(categoriesCard(turn.t));
	else if (!story) turn.say(storyForm(turn.t, wanted));
	else turn.say(routeCard(turn.t, wanted, homeOf(turn.db, turn.me.id) !== undefined));
}

/** What this person has said so far, while it waits. */
export function waitingFor(turn: Turn): Told {
	const open = turn.question();
	if (open?.command !== 'ticket.open') return {};
	const found = CATEGORIES.find((each) => each === open.args.category);
	return { category: found, story: open.args.story, message: open.args.message };
}

const NAMES: Readonly<Record<string, Category>> = {
	劳动维权: 'labour',
	维权: 'labour',
	劳动: 'labour',
	司法援助: 'legal',
	法律援助: 'legal',
	法律: 'legal',
	司法: 'legal',
	矛盾调解: 'mediation',
	调解: 'mediation',
	困难救助: 'hardship',
	困难: 'hardship',
	救助: 'hardship',
	医疗: 'medical',
	看病: 'medical',
	贷款: 'loans',
	保险: 'insurance',
	其他: 'other',
	labour: 'labour',
	labor: 'labour',
	legal: 'legal',
	mediation: 'mediation',
	hardship: 'hardship',
	medical: 'medical',
	loans: 'loans',
	insurance: 'insurance',
	other: 'other',
};
const NAMED = new RegExp(`^(${Object.keys(NAMES).join('|')})(?=$|[\\s，,。、：:])[\\s，,。、：:]*`, 'iu');

/** A category's name before the story; inside the story the same word is part of it. */
function category(): Arg<Category | undefined> {
	return {
		schema: z.enum(CATEGORIES).optional(),
		read: (said) => NAMES[said.take(NAMED)?.[1]?.toLowerCase() ?? ''],
	};
}
