import { type Way, waysOpen } from '../../db/duty.ts';
import { homeOf } from '../../db/roster.ts';
import type { Turn } from '../../src/bot/turn.ts';
import { categoriesCard, firmCard, nobodyCard, routeCard, storyForm } from '../../src/cards/ticket-asking.ts';
import { CATEGORIES, type Category } from '../../src/rules/tickets.ts';
import { helperNames } from './names.ts';

/** What somebody has told of their request so far. */
export interface Told {
	readonly category?: Category;
	readonly story?: string;
	readonly message?: string;
	/** Where they work; '': rather not said; absent: not asked yet. */
	readonly firm?: string;
}

/** What this person has said so far, while it waits. */
export function waitingFor(turn: Turn): Told {
	const open = turn.question();
	if (open?.command !== 'ticket.open') return {};
	const { category, story, message, firm } = open.args;
	return { category: CATEGORIES.find((each) => each === category), story, message, firm };
}

/** Asks for what is still missing; what is known waits, sealed, in the open question. */
export function askOn(turn: Turn, told: Told): void {
	const { category, story } = told;
	const unasked = category && story && told.firm === undefined && !homeOf(turn.db, turn.me.id);
	const known = Object.entries(told).filter((pair): pair is [string, string] => pair[1] !== undefined);
	turn.ask('ticket.open', Object.fromEntries(known), story ? (unasked ? 'firm' : null) : 'story');
	if (!category) turn.say(categoriesCard(turn.t));
	else if (!story) turn.say(storyForm(turn.t, category));
	else if (unasked) turn.say(firmCard(turn.t));
	else sayRoutes(turn, category, told.firm);
}

/** Only who can answer is offered, each by name; with nobody at all it is said whom to call. */
function sayRoutes(turn: Turn, category: Category, firm: string | undefined): void {
	const { t } = turn;
	const able = routesOpen(turn, firm).map(({ route, people }) => ({ route, names: helperNames(t, people) }));
	turn.say(able.length > 0 ? routeCard(t, category, able, firm || undefined) : nobodyCard(t, category));
}

/** The ways by which this person could ask now. */
export function routesOpen({ db, me, now }: Turn, firm: string | undefined): Way[] {
	const branchId = homeOf(db, me.id)?.id ?? null;
	return waysOpen(db, { requesterId: me.id, branchId, firmTold: firm || null }, now);
}
