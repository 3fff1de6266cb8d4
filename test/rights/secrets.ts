import type { Role } from './cast.ts';

/** Words that must reach nobody but these, and no group unless it is said. */
export interface Secret {
	readonly words: string;
	readonly for: readonly Role[];
	/** X's group hears it: where its meeting is. */
	readonly inGroup?: true;
}

export const ABOVE = ['own secretary', 'officer of the sub-tree', 'officer of the whole'] as const;
export const THERE = ["neighbour's secretary", 'officer of another sub-tree'] as const;
export const INVITED = ['member', 'dismissed', 'gone with the account'] as const;
/** Past a branch it is theirs who look after the committee above, and nobody's who holds a role in the branch. */
export const PAST = ['member', 'officer of the sub-tree', 'officer of the whole'] as const;

/** What is planted in X's things. */
export const SECRETS = {
	meetingPlace: { words: '暗号之会场', for: [...ABOVE, ...INVITED], inGroup: true },
	begunPlace: { words: '暗号之旧址', for: [...ABOVE, ...INVITED, 'gone'], inGroup: true },
	leaveReason: { words: '暗号之事由', for: ['own secretary', 'member'] },
	rosterName: { words: '暗号之名册', for: ABOVE },
	askedName: { words: '暗号之报到', for: ABOVE },
	awayName: { words: '暗号之姓名', for: ABOVE },
	awayPlace: { words: '暗号之去处', for: ABOVE },
	contact: { words: '暗号之电话', for: ABOVE },
	movingName: { words: '暗号之钱', for: [...ABOVE, ...THERE] },
	whyBack: { words: '暗号之退回', for: [...ABOVE, ...THERE] },
	whyExempt: { words: '暗号之不转', for: ABOVE },
	storyPast: { words: '暗号之越级', for: PAST },
	storyPastTaken: { words: '暗号之在办', for: PAST },
	wordPast: { words: '暗号之回话', for: PAST },
	storyBranch: { words: '暗号之支部', for: ['member', 'own secretary'] },
	storyBranchTaken: { words: '暗号之书记', for: ['member', ...ABOVE] },
} as const satisfies Readonly<Record<string, Secret>>;

/** All of them. */
export const ALL_SECRETS: readonly Secret[] = Object.values(SECRETS);
