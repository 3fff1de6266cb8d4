import type { RuleKey, Rules } from './book.ts';

/** How long somebody will be away, as people can tell it. */
export const STAYS = ['short', 'middle', 'long', 'unsure'] as const;
export type Stay = (typeof STAYS)[number];

export type Paper = 'none' | 'certificate' | 'activity-card' | 'transfer' | 'transfer-by-letter' | 'stay';

/** What is known so far; a question is asked only while its answer still matters. */
export interface Move {
	readonly stay?: Stay;
	/** One place of work or home, not from site to site. */
	readonly fixed?: boolean;
	/** There is a party organisation at the other end that can take them in. */
	readonly host?: boolean;
	/** Both ends can be reached in the online system. */
	readonly online?: boolean;
}

export type Question = 'stay' | 'fixed' | 'host' | 'online';

export interface Advice {
	readonly paper: Paper;
	/** The rules it follows from. */
	readonly rules: readonly RuleKey[];
}

/**
 * Which paper somebody needs who goes away, or the next question that decides it. Source: 中组发〔2004〕10号 and 组通字〔2006〕45号,
 * and art. 25 of the 2019 regulation for the transfer.
 */
export function whichPaper({ stay, fixed, host, online }: Move): Advice | { readonly ask: Question } {
	if (stay === undefined) return { ask: 'stay' };
	if (stay === 'short') return { paper: 'none', rules: ['paper.none-until'] };
	if (stay === 'middle') return { paper: 'certificate', rules: ['paper.certificate-until'] };
	if (stay === 'unsure') return { paper: 'activity-card', rules: ['paper.activity-card'] };
	if (fixed === undefined) return { ask: 'fixed' };
	if (!fixed) return { paper: 'activity-card', rules: ['paper.activity-card'] };
	if (host === undefined) return { ask: 'host' };
	if (!host) return { paper: 'stay', rules: ['transfer.due', 'float.from'] };
	if (online === undefined) return { ask: 'online' };
	return online
		? { paper: 'transfer', rules: ['transfer.due'] }
		: { paper: 'transfer-by-letter', rules: ['transfer.due', 'letter.longest', 'letter.valid'] };
}

/** The months that part a short stay from a middle one, and that from a long one. */
export function monthsOf(rules: Rules): { short: number; middle: number } {
	return { short: rules.value('paper.none-until'), middle: rules.value('paper.certificate-until') };
}
