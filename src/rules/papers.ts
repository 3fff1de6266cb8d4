import type { RuleKey, Rules } from './book.ts';

/** How long somebody will be away, as people can tell it. */
export const STAYS = ['short', 'middle', 'long', 'unsure'] as const;
export type Stay = (typeof STAYS)[number];

export type Paper =
	| 'none'
	| 'certificate'
	| 'activity-card'
	| 'transfer'
	| 'transfer-by-letter'
	| 'elsewhere';

/** What is known so far; a question is asked only while its answer still matters. */
export interface Move {
	/** Unit or habitual residence has changed, rather than somebody being away from it. */
	readonly moved?: boolean;
	readonly stay?: Stay;
	/** Only meetings, visits, study, placement or inspection, where membership need not be shown. */
	readonly visit?: boolean;
	/** One place of work or home, not from site to site. */
	readonly fixed?: boolean;
	/** There is a party organisation at the other end that can take them in. */
	readonly host?: boolean;
	/** Both ends can be reached in the online system. */
	readonly online?: boolean;
}

export type Question = keyof Move;

/** Why the relation has to follow: at once after a move, or after so long at one place. */
export type Because = 'moved' | 'due';

export interface Advice {
	readonly paper: Paper;
	/** The rules it follows from. */
	readonly rules: readonly RuleKey[];
	readonly because?: Because;
}

type Answer = Advice | { readonly ask: Question };

/**
 * Which paper somebody needs who moves or goes away, or the next question that decides it: first whether unit or home
 * changed, then how long and how fixed. Source: art. 25 of the 2019 regulation for the transfer, 中组发〔2004〕10号 item 4 for
 * where to, 10号 and 组通字〔2006〕45号 for the papers.
 */
export function whichPaper(move: Move): Answer {
	const { moved, stay, visit, fixed } = move;
	if (moved === undefined) return { ask: 'moved' };
	if (moved) return transfer(move, 'moved');
	if (stay === undefined) return { ask: 'stay' };
	if (stay === 'short') {
		if (visit === undefined) return { ask: 'visit' };
		return visit ? { paper: 'none', rules: ['paper.none-until'] } : CERTIFICATE;
	}
	if (stay === 'unsure') return ACTIVITY_CARD;
	if (fixed === undefined) return { ask: 'fixed' };
	if (!fixed) return ACTIVITY_CARD;
	return stay === 'middle' ? CERTIFICATE : transfer(move, 'due');
}

const CERTIFICATE: Advice = { paper: 'certificate', rules: ['paper.certificate-until'] };
const ACTIVITY_CARD: Advice = { paper: 'activity-card', rules: ['paper.activity-card'] };

/** Nobody stays behind for want of an organisation at the new unit: the place, the trade or the talent service takes them in. */
function transfer({ host, online }: Move, because: Because): Answer {
	const reason = `transfer.${because}` as const;
	if (host === undefined) return { ask: 'host' };
	if (!host) return { paper: 'elsewhere', rules: [reason, 'transfer.where'], because };
	if (online === undefined) return { ask: 'online' };
	return online
		? { paper: 'transfer', rules: [reason, 'paper.online-first'], because }
		: { paper: 'transfer-by-letter', rules: [reason, 'letter.issuer', 'letter.longest'], because };
}

/** The months that part a short stay from a middle one, and that from a long one. */
export function monthsOf(rules: Rules): { short: number; middle: number } {
	return { short: rules.value('paper.none-until'), middle: rules.value('transfer.due') };
}
