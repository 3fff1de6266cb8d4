/** How people name the papers the house knows. */
export const PAPER_WORDS = {
	签到表: 'sign-in-sheet',
	签到册: 'sign-in-sheet',
	会议记录: 'minutes',
	会议纪要: 'minutes',
	纪要: 'minutes',
	介绍信: 'letter',
	流动党员活动证: 'activity-card',
	活动证: 'activity-card',
	证明信: 'certificate',
	党员证明: 'certificate',
	台账: 'ledger',
	花名册: 'roster',
	名册: 'roster',
} as const satisfies Readonly<Record<string, string>>;

export type Paper = (typeof PAPER_WORDS)[keyof typeof PAPER_WORDS];
