export type BranchKind = 'committee' | 'general-branch' | 'branch' | 'group';

/** What a node is by its name: 党委, 总支, 党小组 and 工委 say so themselves; everything else is a branch. */
export function kindOfName(name: string): BranchKind {
	if (/总支/.test(name)) return 'general-branch';
	if (/(党委|党工委|工委|委员会)$/.test(name) && !/支部委员会$/.test(name)) return 'committee';
	if (/小组$/.test(name)) return 'group';
	return /committee$/i.test(name) ? 'committee' : 'branch';
}
