import { describe, expect, test } from 'vitest';
import { gluedReason, hear } from '../../src/reading/hear/index.ts';
import { normalise } from '../../src/reading/normalise.ts';
import { vocabulary } from './hear.vocabulary.ts';

const heard = (text: string) => hear(normalise(text), vocabulary);

/** What is said, the command, and the arguments behind it. */
const said: readonly (readonly [text: string, command: string, rest: string])[] = [
	['帮助', 'help', ''],
	['幫助', 'help', ''],
	['帮助 请假', 'help', '请假'],
	['怎么用？', 'help', ''],
	['HELP', 'help', ''],
	['Help!', 'help', ''],
	['还差什么', 'todo', ''],
	['还差什么？', 'todo', ''],
	['还差什么呢', 'todo', ''],
	['報到 张三', 'register', '张三'],
	['我是张三', 'register', '张三'],
	['我是 张三 东湖支部', 'register', '张三 东湖支部'],
	['管理码 482913', 'officer-code', '482913'],
	['管理码４８２９１３', 'officer-code', '482913'],
	['撤回', 'undo', ''],
	['撤销。', 'undo', ''],
	['提醒 暂停 7天', 'less', '暂停 7天'],
	['提醒暂停7天', 'less', '暂停7天'],
	['为什么？', 'why', ''],
	['支部 绑定 东湖街道支部', 'branch.bind', '东湖街道支部'],
	['支部绑定 东湖街道支部', 'branch.bind', '东湖街道支部'],
	['設為 書記 @_user_1', 'role.appoint', '书记 @_user_1'],
	['设为书记@_user_1', 'role.appoint', '书记@_user_1'],
	['名册', 'roster', ''],
	['名册\n1. 张三\n2. 李四', 'roster', '1. 张三\n2. 李四'],
	['会议 下周三下午3点 二楼', 'meeting', '下周三下午3点 二楼'],
	['会议12月10日下午3点', 'meeting', '12月10日下午3点'],
	['会议下周三下午3点', 'meeting', '下周三下午3点'],
	['主题党日 周五下午3点 二楼', 'meeting', '周五下午3点 二楼'],
	['会议 改期 #3 周五', 'meeting.move', '#3 周五'],
	['会议取消#3 停电', 'meeting.cancel', '#3 停电'],
	['參加', 'come', ''],
	['参加！', 'come', ''],
	['参加 #12', 'come', '#12'],
	['参加#12', 'come', '#12'],
	['参加12', 'come', '12'],
	['我参加', 'come', ''],
	['我来', 'come', ''],
	['能来', 'come', ''],
	['我去', 'come', ''],
	['去', 'come', ''],
	['Yes', 'come', ''],
	['好的，我参加', 'come', ''],
	['收到，参加', 'come', ''],
	['参加👍', 'come', '👍'],
	['参加 没问题', 'come', '没问题'],
	['好吧，我参加', 'come', ''],
	['I will be late', 'late', ''],
	['I’m late', 'late', ''],
	['参加啊', 'come', ''],
	['我想参加', 'come', ''],
	['那我就参加', 'come', ''],
	['请假', 'leave', ''],
	['請假 出差', 'leave', '出差'],
	['请假出差', 'leave', '出差'],
	['请假，家里有事', 'leave', '家里有事'],
	['请假#3 出差', 'leave', '#3 出差'],
	['我要请假', 'leave', ''],
	['李书记，我请假，出差', 'leave', '出差'],
	['来不了', 'leave', ''],
	['我来不了了', 'leave', ''],
	['不好意思，去不了', 'leave', ''],
	['来不了出差', 'leave', '出差'],
	['夜班', 'leave', ''],
	['请假 身体不舒服', 'leave', '身体不舒服'],
	['请假 没人带孩子', 'leave', '没人带孩子'],
	['请假 参加孩子家长会', 'leave', '参加孩子家长会'],
	['请假，夜班', 'leave', '夜班'],
	['迟到10分钟', 'late', '10分钟'],
	['晚点到', 'late', ''],
	['我会迟到', 'late', ''],
	['线上参加', 'online', ''],
	['代 张三 请假', 'answer-for', '张三 请假'],
	['代张三请假', 'answer-for', '张三请假'],
	['签到', 'check-in', ''],
	['簽到 #5', 'check-in', '#5'],
	['到', 'check-in', ''],
	['登记到会 #5 到 @_user_1 假 @_user_2', 'roll', '#5 到 @_user_1 假 @_user_2'],
	['全到', 'roll', ''],
	['除李四请假都到了', 'roll', '李四请假都到了'],
	['我的参会', 'mine', ''],
	['流动登记 深圳 半年', 'float.register', '深圳 半年'],
	['流动', 'float', ''],
	['已联系@_user_1', 'float.contacted', '@_user_1'],
	['要不要转关系', 'paper', ''],
	['要不要转关系？', 'paper', ''],
	['哪张证', 'paper', ''],
	['转接 发起 @_user_1', 'transfer.start', '@_user_1'],
	['求助 医疗 看病太贵怎么办？', 'ticket.open', '医疗 看病太贵怎么办？'],
	['我要求助', 'ticket.open', ''],
	['我来办 #12', 'ticket.take', '#12'],
	['办结#12 已调解', 'ticket.finish', '#12 已调解'],
	['满意', 'ticket.confirm', ''],
	['统计', 'stats', ''],
	['帮我统计一下', 'stats', ''],
	['统计上季度', 'stats', '上季度'],
	['統計 2026Q4', 'stats', '2026Q4'],
	['统计2026Q4', 'stats', '2026Q4'],
];

describe('says a command', () => {
	test.each(said)('%s → %s', (text, command, rest) => {
		expect(heard(text)).toMatchObject({ kind: 'command', command, rest: normalise(rest) });
	});

	test('tells arguments without a space from arguments apart', () => {
		expect(heard('请假出差')).toMatchObject({ word: '请假', glued: true });
		expect(heard('请假 出差')).toMatchObject({ word: '请假', glued: false });
	});

	test.each(vocabulary.map(({ word, command }) => [word, command]))(
		'the word itself: %s',
		(word, command) => {
			expect(heard(word)).toMatchObject({ kind: 'command', command, rest: '' });
		},
	);

	test('a listed whole is a command even where its parts would be in doubt', () => {
		const listed = [...vocabulary, { word: '参加不了', command: 'leave', answer: true }];
		expect(hear('参加不了', listed)).toMatchObject({ kind: 'command', command: 'leave' });
		expect(hear('参加不了吗', listed)).toMatchObject({ kind: 'doubtful' });
	});
});

const mistyped: readonly (readonly [text: string, word: string, rest: string])[] = [
	['清假', '请假', ''],
	['我要清假', '请假', ''],
	['清假 出差', '请假', '出差'],
	['清假出差', '请假', '出差'],
	['请个假', '请假', ''],
	['前到', '签到', ''],
	['统记', '统计', ''],
	['统技 上季度', '统计', '上季度'],
	['参嘉', '参加', ''],
	['帮组', '帮助', ''],
	['组织关西', '组织关系', ''],
	['我的参回', '我的参会', ''],
	['hlep', 'help', ''],
	['hellp', 'help', ''],
	['satisfed', 'satisfied', ''],
];
const fine =
	'导出|导出 出席|统计局|统计学|你参加|我们参加|我来过|到点了|知道了|我是党员|我要求参加|会议记录|帮助请假|会计|会议室|回忆|统一|同意|支部书记|支部委员|组织生活|党员大会|怎么办|怎么样|请客|请教|参与|开花|恢复|知道|我知道|大家好|hello|state|date|不清假|清假吗|签到表|清假了没|老师好';

describe('offers the nearest command', () => {
	test.each(mistyped)('%s → %s', (text, word, rest) => {
		expect(heard(text)).toMatchObject({ kind: 'nearest', word, rest });
	});
	test.each(fine.split('|'))('but not for %s', (text) => {
		expect(heard(text).kind).not.toBe('nearest');
	});
	test('nor inside a story', () => {
		expect(heard('清假这件事我们昨天在会上已经讨论过很多次了大家都清楚').kind).toBe('nothing');
	});
});

describe('a reason of absence', () => {
	test.each(
		'出差|生病|病了|看病|夜班|值班|加班|家里有事|有事|有点事|带孩子|回老家|住院|外地|因为要加班|要出差|在外地|在上海|去医院|孩子发烧|身体不舒服|3天|两天|我出差|，出差|陪老人看病|航班延误|没空|走不开|单位有事'.split(
			'|',
		),
	)('%s', (rest) => expect(gluedReason(rest)).toBe(true));
	test.each(
		'条怎么写|条|的人|单|制度|流程|要求|要谁批|要提前几天|要提前说|要写申请|有规定吗|在哪里请|在线申请|去哪里请|去年|回复|吗|了|取消|太多|要取消|需要审批|因素|'.split(
			'|',
		),
	)('not: %s', (rest) => expect(gluedReason(rest)).toBe(false));
});
