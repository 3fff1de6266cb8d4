/** DOMAIN «Words»: what people ask help for, in the order in which it is always shown. */
export const CATEGORIES = [
	'labour',
	'legal',
	'mediation',
	'hardship',
	'medical',
	'loans',
	'insurance',
	'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Past the own unit to the committee above, or to the own branch; in this order they are offered. */
export const ROUTES = ['superior', 'branch'] as const;
export type Route = (typeof ROUTES)[number];

export type TicketState = 'open' | 'taken' | 'done' | 'confirmed' | 'withdrawn';
export type Step = 'take' | 'reply' | 'pass' | 'finish' | 'confirm' | 'reopen' | 'withdraw' | 'move';
/** What somebody is to a ticket; whoever is none of these does not learn that it exists. */
export type Part = 'requester' | 'assignee' | 'duty';

/** Ours: whoever left a branch less than a year (ms) before a request counts as one of its people for it. */
export const STILL_OWN = 365 * 86_400_000;

/**
 * Whom to call when it can't wait: 12333 for labour and social insurance, 12348 for legal aid and mediation, 120 for an
 * emergency of health; for all else the government's 12345.
 */
export const HOTLINES: Readonly<Record<Category, string>> = {
	labour: '12333',
	legal: '12348',
	mediation: '12348',
	hardship: '12345',
	medical: '120',
	loans: '12345',
	insurance: '12333',
	other: '12345',
};

interface Move {
	readonly by: Part;
	readonly from: readonly TicketState[];
	/** Absent: the state stays. */
	readonly to?: TicketState;
}

const MOVES: Readonly<Record<Step, readonly Move[]>> = {
	take: [{ by: 'duty', from: ['open'], to: 'taken' }],
	reply: [
		{ by: 'assignee', from: ['taken', 'done'] },
		{ by: 'requester', from: ['open', 'taken', 'done'] },
	],
	pass: [{ by: 'assignee', from: ['taken'] }],
	finish: [{ by: 'assignee', from: ['taken'], to: 'done' }],
	confirm: [{ by: 'requester', from: ['done'], to: 'confirmed' }],
	reopen: [{ by: 'requester', from: ['done', 'confirmed'], to: 'taken' }],
	withdraw: [{ by: 'requester', from: ['open', 'taken', 'done'], to: 'withdrawn' }],
	move: [{ by: 'requester', from: ['open', 'taken'], to: 'open' }],
};

const STEPS = ['take', 'confirm', 'reopen', 'reply', 'pass', 'finish', 'withdraw', 'move'] as const;

/** The state after a step; undefined when this part may not do it now. */
export function after(step: Step, part: Part, state: TicketState): TicketState | undefined {
	const move = MOVES[step].find(({ by, from }) => by === part && from.includes(state));
	return move && (move.to ?? state);
}

/** What this part may do now, the likeliest first. */
export function stepsOpen(part: Part, state: TicketState): Step[] {
	return STEPS.filter((step) => after(step, part, state) !== undefined);
}
