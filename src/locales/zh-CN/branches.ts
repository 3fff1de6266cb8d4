/** The tree of branches and their groups. */
export const branches = {
	bind: {
		purpose: '在支部的群里发，把群和支部对上',
		'invite-purpose': '请群里的党员自己报到',
		ask: '请写上支部全称，比如：支部 绑定 星光电子党支部',
		'in-a-group': '请在支部自己的群里办：先把我拉进群，再@支部助手，写上：支部 绑定 星光电子党支部',
		already: '本群已经绑定“{name}”了。',
		title: '绑定好了',
		done: '本群是“{name}”的群。会议通知会发在这里。',
		under: '本群是“{name}”的群，上级是“{parent}”。会议通知会发在这里。',
		moved: '原来绑定的群不再收通知。',
		'strangers-title': '群里有人不在名册上',
		strangers:
			'“{name}”的群里有{seated}人，其中{strangers}人不在任何名册上。谁是党员由本人报到或书记登记，不按进群推断。要在群里发一张报到卡吗？',
		'ask-them': '发报到卡',
		'register-title': '{name}：请本支部党员报到',
		'register-text': '点下面的按钮，私聊里告诉我姓名就行。不是本支部党员的，不用理会。',
		'register-button': '我来报到',
		'asked-title': '报到卡已发到群里',
		asked: '“{name}”有人报到时，会请书记确认。',
	},
	branches: {
		purpose: '看您管理的支部',
		title: '您管理的支部，共{count}个',
		line: '{indent}{name}：{count}人',
		'line-unbound': '{indent}{name}：{count}人，还没有绑定群',
		empty: '还没有支部。请在支部的群里@支部助手，写上：支部 绑定 星光电子党支部',
	},
	'place-under': {
		purpose: '登记支部的上级党组织',
		ask: '上级是哪个？比如：支部 隶属 高新区两新党委',
		unknown: '没有找到“{name}”，或者它不归您管理。请写全称，可以先发“支部 列表”看一看。',
		circle: '“{parent}”本来就在“{name}”下面，不能反过来挂。',
		already: '“{name}”的上级本来就是“{parent}”。',
		title: '已登记',
		done: '“{name}”的上级党组织是“{parent}”。',
	},
} as const;
