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

/** Those a new user meets first. */
export const OFFICER = { name: '陈敏', openId: 'ou_chenmin', note: '镇党委组织员' } as const;

export const NEW_BRANCH: DemoBranch = {
	name: '星光电子党支部',
	chatId: 'oc_xingguang',
	fresh: true,
	members: [
		{ name: '李建国', openId: 'ou_lijianguo', note: '星光电子支部书记' },
		{ name: '张三', openId: 'ou_zhangsan', note: '党员 · 装配车间' },
		{ name: '王小梅', openId: 'ou_wangxiaomei', note: '党员 · 夜班' },
		{ name: '赵强', openId: 'ou_zhaoqiang', note: '党员 · 常年出差' },
		{ name: '钱进', openId: 'ou_qianjin', note: '预备党员' },
		{ name: '周德福', note: '老党员，没有飞书' },
	],
};

/** A list as it comes out of a spreadsheet; the numbers in it are made up. */
export const SAMPLE_ROSTER = `名册 添加
序号	姓名	政治面貌	手机	身份证号
1	李建国	正式党员	13800000001	110101197001010011
2	张三	正式党员	13800000002	110101198501010012
3	王小梅	正式党员	13800000003	110101199001010013
4	赵强	正式党员	13800000004	110101198801010014
5	钱进	预备党员	13800000005	110101199601010015
6	周德福	正式党员		110101195001010016`;
