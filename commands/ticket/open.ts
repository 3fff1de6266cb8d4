import { z } from 'zod';
import { carried, rest } from '../../src/bot/arguments/index.ts';
import { type Arg, button, command } from '../../src/bot/command.ts';
import { talk } from '../../src/bot/repertoire.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { doneCard } from '../../src/cards/frames.ts';
import { categoriesCard, dangerCard, distressCard } from '../../src/cards/ticket-asking.ts';
import { isCallingOff } from '../../src/reading/courtesy.ts';
import { beginsNeed, categoryOf, isDanger, readCry, readNeed } from '../../src/reading/need.ts';
import { isUntold } from '../../src/rules/firms.ts';
import { CATEGORIES, type Category } from '../../src/rules/tickets.ts';
import { askOn, waitingFor } from './asking.ts';

const MOST = 1_500;

/** 求助: asks for category, story and whom to ask, one after the other; nothing is stored before the last tap. */
export const openTicket = command({
	name: 'ticket.open',
	words: ['求助', '我要求助', '我想求助', 'ask'],
	who: 'anyone',
	page: 'help',
	replies: 'here',
	showsFirst: true,
	writes: false,
	purpose: 'ticket.purpose',
	examples: ['求助', '求助 工资三个月没发', '求助 调解'],
	glued: beginsNeed,
	args: { category: category(), story: rest(MOST), message: carried(), firm: firm() },
	run(turn, args) {
		if (!turn.isPrivate) {
			inGroup(turn);
			return;
		}
		const kept = waitingFor(turn);
		const story = args.story || kept.story;
		const filled = turn.update.kind === 'tap' && args.story;
		if (filled && isDanger(filled)) turn.whisper(dangerCard(turn.t));
		if (story && isCallingOff(story)) {
			leave(turn);
			return;
		}
		const wanted = args.category ?? kept.category ?? (story ? categoryOf(story) : undefined);
		const written = args.story && turn.update.kind === 'message' ? turn.update.messageId : undefined;
		const message = args.message ?? written ?? kept.message;
		askOn(turn, { category: wanted, story, message, firm: args.firm ?? kept.firm });
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

/** Where somebody works, or '' when they would rather not say; only what was asked for is taken for it. */
function firm(): Arg<string | undefined> {
	return {
		schema: z
			.string()
			.trim()
			.optional()
			.transform((told) => (told === undefined ? undefined : isUntold(told) ? '' : told)),
		longest: 60,
		answeredBy: isUntold,
	};
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
