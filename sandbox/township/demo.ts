/**
 * The demo: a township as one was reported, 58 branches with 156 members (source document 001), of whom some have
 * no Feishu. Always the same, so that ids survive a restart.
 */
export interface DemoMember {
	readonly name: string;
	/** Absent: no Feishu. */
	readonly openId?: string;
	readonly note: string;
}

export interface DemoBranch {
	readonly name: string;
	readonly chatId: string;
	/** The first one is the secretary. */
	readonly members: readonly DemoMember[];
	/** Not in the bot's books yet: the new user's walk enters it. */
	readonly fresh: boolean;
}

export interface Township {
	readonly committee: { readonly name: string; readonly chatId: string };
	readonly officer: DemoMember & { readonly openId: string };
	readonly branches: readonly DemoBranch[];
}
