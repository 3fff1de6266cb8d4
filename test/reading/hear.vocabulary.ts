import { gluedReason, type SpokenWord } from '../../src/reading/hear/index.ts';

const when = (rest: string) => /^(?:[今明后][天早晚]|大后天|[下本这上]?个?[周月]|星期|礼拜|\d)/.test(rest);
const quarter = (rest: string) => /^(?:总览|出席|流动|转接|求助|[上本下]季度|[一二三四]季度|第)/.test(rest);
const name = (rest: string) => /^[张李王赵陈刘周吴][\p{Script=Han}]{1,2}$/u.test(rest);
const minutes = (rest: string) => /^(?:\d+|十|半)个?(?:分钟?|小时)$/.test(rest);

function say(command: string, words: string, more: Omit<SpokenWord, 'word' | 'command'> = {}): SpokenWord[] {
	return words.split('|').map((word) => ({ word, command, ...more }));
}

/** All words of the table «What people can say» in the design. */
export const vocabulary: readonly SpokenWord[] = [
	...say('help', '帮助|菜单|怎么用|help', { glued: (rest) => rest === '请假' }),
	...say('todo', '还差什么|待办|todo'),
	...say('claim', '报到|我是', { glued: name }),
	...say('code', '管理码'),
	...say('undo', '撤回|撤销|undo'),
	...say('mydata', '我的数据|mydata'),
	...say('dispute', '记录有误|更正|异议'),
	...say('erase', '删除我的数据'),
	...say('remind', '少提醒我|提醒 暂停|提醒 恢复|提醒 时段'),
	...say('why', '为什么'),
	...say('branch', '支部 绑定|支部 列表|支部 隶属'),
	...say('appoint', '设为 书记|设为|任命|appoint'),
	...say('dismiss', '卸任|免去'),
	...say('roster', '名册|花名册|roster'),
	...say('roster-add', '名册 添加', { glued: name }),
	...say('roster-remove', '调出|名册 移除'),
	...say('meeting', '会议|开会|主题党日|党员大会|支委会|党小组会|党课|组织生活会|例会', { glued: when }),
	...say('meeting-move', '会议 改期'),
	...say('meeting-cancel', '会议 取消'),
	...say('attend', '参加|去|能来|我来|yes', { answer: true }),
	...say('leave', '请假|来不了|去不了|夜班|leave', { answer: true, glued: gluedReason }),
	...say('late', '迟到|晚点到|late', { answer: true, glued: minutes }),
	...say('online', '线上|online', { answer: true, glued: (rest) => rest === '参加' }),
	...say('leave-for', '代', { glued: (rest) => /^[张李王赵].{1,2}请假/.test(rest) }),
	...say('checkin', '签到|到|checkin', { answer: true }),
	...say('roll', '登记到会|点名|roll|除', { glued: (rest) => /请假都到了$/.test(rest) }),
	...say('roll', '全到', { answer: true }),
	...say('count', '报人数|报会'),
	...say('minutes', '纪要|会议记录|minutes'),
	...say('my-attendance', '我的参会|出席'),
	...say('float-register', '流动登记|外出登记|float'),
	...say('float', '流动'),
	...say('float-contact', '已联系'),
	...say('float-back', '已回来|返回'),
	...say('which-paper', '要不要转关系|哪张证|开介绍信'),
	...say('transfer', '转接|组织关系|transfer'),
	...say('transfer-step', '转接 发起|转接 介绍信|转接 接收|转接 退回|转接 暂不转'),
	...say('ask', '求助|ask', { glued: (rest) => /^(?:劳动维权|医疗|贷款|保险|困难)/.test(rest) }),
	...say('ticket', '我来办|回复|转办|办结|认领|转派'),
	...say('confirm', '满意', { answer: true }),
	...say('reopen', '重开'),
	...say('tickets', '求助单|工单'),
	...say('stats', '统计|stats', { glued: quarter }),
	...say('details', '查明细'),
	...say('export', '导出|export', { glued: quarter }),
	...say('rules', '规定|规则|依据|rules'),
];
