import { z } from 'zod';
import { dutyFor } from '../../db/duty.ts';
import { homeOf } from '../../db/roster.ts';
import { carried, rest } from '../../src/bot/arguments/index.ts';
import { type Arg, button, command } from '../../src/bot/command.ts';
import { talk } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/frames.ts';
import {
	categoriesCard,
	dangerCard,
	distressCard,
	nobodyCard,
	routeCard,
	storyForm,
} from '../../src/cards/ticket-asking.ts';
import { isCallingOff } from '../../src/reading/courtesy.ts';
import { beginsNeed, categoryOf, isDanger, readCry, readNeed } from '../../src/reading/need.ts';
import { CATEGORIES, type Category, ROUTES } from '../../src/rules/tickets.ts';
import { helperNames } from './names.ts';

const MOST = 1_500;

/** 求助: asks for category, story and whom to ask, one after the other; nothing is stored before the last tap. */
export const openTicket = command({
	name: 'ticket.open',
	words: ['求助', '我要求助', '我想求助', 'ask'],
	who: 'anyone',
	page: 'help',
	replies: 'here',
	writes: false,
	purpose: 'ticket.purpose',
	examples: ['求助', '求助 工资三个月没发', '求助 调解'],
	glued: beginsNeed,
	args: { category: category(), story: rest(MOST), message: carried() },
	run(turn, args) {
		if (!turn.isPrivate) {
			inGroup(turn);
			return;
		}
		const kept = waitingFor(turn);
		const story = args.story || kept.story;
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
export const notNow = button({
	name: 'ticket.not-now',
	who: 'anyone',
	writes: false,
	args: {},
	run: leave,
});

/** Says that nothing was kept. */
export function leave(turn: Turn): void {
	turn.settle();
	turn.say(doneCard({ title: turn.t('ticket.left-title'), text: turn.t('ticket.left'), tone: 'plain' }));
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
	else sayRoutes(turn, wanted);
}

/** Only who can answer is offered, each by name; with nobody at all it is said whom to call. */
function sayRoutes(turn: Turn, wanted: Category): void {
	const { db, me, t } = turn;
	const branchId = homeOf(db, me.id)?.id ?? null;
	const open = ROUTES.map((route) => ({ route, ...dutyFor(db, { requesterId: me.id, branchId, route }) }));
	const able = open.filter(({ people }) => people.length > 0);
	const named = able.map(({ route, people }) => ({ route, names: helperNames(t, people) }));
	turn.say(named.length > 0 ? routeCard(t, wanted, named) : nobodyCard(t, wanted));
}

/** What this person has said so far, while it waits. */
export function waitingFor(turn: Turn): Told {
	const open = turn.question();
	if (open?.command !== 'ticket.open') return {};
	const found = CATEGORIES.find((each) => each === open.args.category);
	return { category: found, story: open.args.story, message: open.args.message };
}

/** A category's name before the story; inside the story the same word is part of it. */
function category(): Arg<Category | undefined> {
	return {
		schema: z.enum(CATEGORIES).optional(),
		read: (said) => said.takeRead(readNeed)?.need,
	};
}

/**
 * A plain sentence of somebody in need leads to the question whether help is wanted; nothing is stored before that tap.
 * In a group nobody is asked such a thing, and words of danger have had their answer in private.
 */
export const needHeard = talk({
	hears: readCry,
	answers(turn, { danger, kind, story }) {
		if (!turn.isPrivate) return danger;
		if (kind === 'called-off') {
			leave(turn);
			return true;
		}
		const message: Record<string, string> =
			turn.update.kind === 'message' ? { message: turn.update.messageId } : {};
		const kept = kind === 'asked' ? undefined : story;
		turn.ask('ticket.open', { ...(kept ? { story: kept } : {}), ...message }, null);
		turn.whisper(distressCard(turn.t));
		return true;
	},
});

/** Whatever else the words are: numbers to call. */
export const dangerHeard = talk({
	hears: (text) => isDanger(text) || undefined,
	answers(turn) {
		turn.whisper(dangerCard(turn.t));
		return true;
	},
});
