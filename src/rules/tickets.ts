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

/** Past the own unit to the committee above, or to the own branch. */
export const ROUTES = ['superior', 'branch'] as const;
export type Route = (typeof ROUTES)[number];

export type TicketState = 'open' | 'taken' | 'done' | 'confirmed' | 'withdrawn';
export type Step = 'take' | 'reply' | 'pass' | 'finish' | 'confirm' | 'reopen' | 'withdraw';
/** What somebody is to a ticket; whoever is none of these does not learn that it exists. */
export type Part = 'requester' | 'assignee' | 'duty';

/** Ours: matters between somebody and their own unit pass it by, unless they ask otherwise. */
export function usualRoute(category: Category): Route {
	return category === 'labour' || category === 'legal' || category === 'mediation' ? 'superior' : 'branch';
}

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
};

const STEPS = ['take', 'confirm', 'reopen', 'reply', 'pass', 'finish', 'withdraw'] as const;

/** The state after a step; undefined when this part may not do it now. */
export function after(step: Step, part: Part, state: TicketState): TicketState | undefined {
	const move = MOVES[step].find(({ by, from }) => by === part && from.includes(state));
	return move && (move.to ?? state);
}

/** What this part may do now, the likeliest first. */
export function stepsOpen(part: Part, state: TicketState): Step[] {
	return STEPS.filter((step) => after(step, part, state) !== undefined);
}

const SPOKEN: readonly (readonly [Exclude<Category, 'other'>, RegExp])[] = [
	[
		'labour',
		/欠薪|拖欠|讨薪|工资|薪水|工钱|加班|劳动合同|辞退|开除|裁员|工伤|社保|\b(?:wages?|salary|overtime|unpaid|fired)\b/iu,
	],
	['legal', /法律|律师|起诉|被告|官司|法院|仲裁|诈骗|被骗|合同纠纷|\b(?:lawyer|legal|court|sued?|fraud)\b/iu],
	['mediation', /调解|纠纷|矛盾|吵架|打架|邻居|欺负|霸凌|\b(?:mediation|quarrel|dispute|bull(?:y|ied))\b/iu],
	['hardship', /困难|低保|揭不开锅|没钱吃饭|交不起|失业|救助|补助|\b(?:hardship|poverty|can't afford)\b/iu],
	['medical', /看病|住院|手术|医药费|医疗|大病|重病|癌|\b(?:medical|hospital|surgery|ill(?:ness)?)\b/iu],
	['loans', /贷款|借款|还贷|房贷|融资|\b(?:loans?|mortgage)\b/iu],
	['insurance', /保险|理赔|医保|养老金|\b(?:insurance|pension)\b/iu],
];

/** What a sentence asks help for; undefined when it says nothing of it, or speaks of several things. */
export function categoryOf(text: string): Category | undefined {
	const found = SPOKEN.filter(([, pattern]) => pattern.test(text)).map(([category]) => category);
	return found.length === 1 ? found[0] : undefined;
}
