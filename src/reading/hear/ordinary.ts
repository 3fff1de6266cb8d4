/** Ordinary words that look or sound like a command's word; nobody who writes them mistyped. */
export const ordinary: ReadonlySet<string> = new Set(
	`会计 会议室 会意 回忆 统一 同一 同意 同级 同济 痛击 参见 参军 参与 餐具 请教 请客 请问 请进 吃到 知道 直到
	夜半 一句 县上 除夕 机要 人名 人命 意义 一一 恢复 劝导 全都 开花 公正 返还 反悔
	怎么办 怎么样 怎么了 为啥 什么 还有什么 支部书记 支部委员 支部名称 组织生活 组织部 组织员 党员大会 主题教育
	我不是 我们是 我的天 我的家 我来了 我来自 我爱你 我知道 大家好 早上好 晚上好 下午好 中午好 新年好 节日快乐
	到底 到点 到会 到场 到达 主题党课 名字 名称 名片 点赞 点心 认识 认真 任务 流程 流量 流动性 流动站 流动岗 转接头 转接线 转接器 转接口 规矩 规模 转账 转发 转交 联系 关系
	date gate rate hate mate lake lane lately hello hell held state states stars start role rules floats lease`
		.split(/\s+/)
		.filter((word) => word !== ''),
);
