/** What people say to each other through the bot and what does not arrive. */
export const delivery = {
	delivery: {
		title: '有消息没送到',
		summary: '有消息没送到，请您看看',
		'to-group': '{thing}没能发到{group}：{why}。',
		'the-group': '群里',
		'to-people': '{thing}没送到{names}：{why}。',
		nobody: '{thing}没送到该办的同志：{why}。',
		somebody: '对方',
		singly: '已改为分别私聊通知{count}人。',
		without: '另有{count}人没有飞书，请您转告。',
		meeting: '“{line}”的通知',
		ticket: '求助（编号{id}）的话',
		transfer: '组织关系转接（#{id}）的消息',
		registration: '您的报到',
		message: '您让我转告的消息',
		why: {
			'bot-out': '我不在这个群里了，请把我重新拉进群',
			'no-group': '这个群已经解散或者找不到了',
			muted: '这个群现在不让我发言',
			stopped: '对方停用了我',
			'not-open': '我还没有对这位同志开放，请管理员把可用范围设为全部成员',
			gone: '这个飞书账号已经停用',
			'not-taken': '飞书没有收下这条消息',
			words: '里面有飞书不让发的字眼',
			unsure: '网络不好，不能确定对方收到没有',
			other: '试了多次都没有成功',
		},
		advice: '请打电话或者当面转告。转告以后点“已转告”，我就不再提醒。',
		'advice-assignee':
			'请打电话或者当面联系；也可以请别的同志接着办：转办 #{id}，再写上姓名。联系上以后点“已转告”，我就不再提醒。',
		'advice-requester':
			'请直接打电话，或者当面找别的组织员、书记，请他们转告。联系上以后点“已转告”，我就不再提醒。',
		'advice-nobody':
			'现在还没有人看到您的求助。着急请直接打电话，或者当面找书记、组织员。有人知道了，就点“已转告”。',
		told: '已转告',
		none: '这件事已经办好了，不用再转告。',
		over: '没送到的消息，已经办好了',
		settled: '好的，已转告',
		'settled-text': '这件事不再提醒您。',
	},
} as const;
