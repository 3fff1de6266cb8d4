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
	['帮助请假', 'help', '请假'],
	['怎么用？', 'help', ''],
	['HELP', 'help', ''],
	['Help!', 'help', ''],
	['还差什么', 'todo', ''],
	['还差什么？', 'todo', ''],
	['还差什么呢', 'todo', ''],
	['報到 张三', 'claim', '张三'],
	['我是张三', 'claim', '张三'],
	['我是 张三 东湖支部', 'claim', '张三 东湖支部'],
	['管理码 482913', 'code', '482913'],
	['管理码４８２９１３', 'code', '482913'],
	['撤回', 'undo', ''],
	['撤销。', 'undo', ''],
	['我的数据', 'mydata', ''],
	['記錄有誤：我不是预备党员', 'dispute', '我不是预备党员'],
	['删除我的数据', 'erase', ''],
	['提醒 暂停 7天', 'remind', '7天'],
	['提醒暂停7天', 'remind', '7天'],
	['为什么？', 'why', ''],
	['支部 绑定 东湖街道支部', 'branch', '东湖街道支部'],
	['支部绑定 东湖街道支部', 'branch', '东湖街道支部'],
	['設為 書記 @_user_1', 'appoint', '@_user_1'],
	['设为书记@_user_1', 'appoint', '@_user_1'],
	['名册', 'roster', ''],
	['名册\n1. 张三\n2. 李四', 'roster', '1. 张三\n2. 李四'],
	['名册添加张三', 'roster-add', '张三'],
	['会议 下周三下午3点 二楼', 'meeting', '下周三下午3点 二楼'],
	['会议12月10日下午3点', 'meeting', '12月10日下午3点'],
	['会议下周三下午3点', 'meeting', '下周三下午3点'],
	['主题党日 周五下午3点 二楼', 'meeting', '周五下午3点 二楼'],
	['会议 改期 #3 周五', 'meeting-move', '#3 周五'],
	['会议取消#3 停电', 'meeting-cancel', '#3 停电'],
	['參加', 'attend', ''],
	['参加！', 'attend', ''],
	['参加 #12', 'attend', '#12'],
	['参加#12', 'attend', '#12'],
	['参加12', 'attend', '12'],
	['我参加', 'attend', ''],
	['我来', 'attend', ''],
	['能来', 'attend', ''],
	['我去', 'attend', ''],
	['去', 'attend', ''],
	['Yes', 'attend', ''],
	['好的，我参加', 'attend', ''],
	['收到，参加', 'attend', ''],
	['参加👍', 'attend', '👍'],
	['参加 没问题', 'attend', '没问题'],
	['好吧，我参加', 'attend', ''],
	['I will be late', 'late', ''],
	['I’m late', 'late', ''],
	['参加啊', 'attend', ''],
	['我想参加', 'attend', ''],
	['那我就参加', 'attend', ''],
	['请假', 'leave', ''],
	['請假 出差', 'leave', '出差'],
	['请假出差', 'leave', '出差'],
	['请假，家里有事', 'leave', '家里有事'],
	['请假#3 出差', 'leave', '#3 出差'],
	['我要请假', 'leave', ''],
	['帮我请假', 'leave', ''],
	['麻烦您帮我请假，孩子发烧', 'leave', '孩子发烧'],
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
	['线上参加', 'online', '参加'],
	['代 张三 请假', 'leave-for', '张三 请假'],
	['代张三请假', 'leave-for', '张三请假'],
	['签到', 'checkin', ''],
	['簽到 #5', 'checkin', '#5'],
	['到', 'checkin', ''],
	['登记到会 #5 到 @_user_1 假 @_user_2', 'roll', '#5 到 @_user_1 假 @_user_2'],
	['全到', 'roll', ''],
	['除李四请假都到了', 'roll', '李四请假都到了'],
	['报人数 应到15 实到13', 'count', '应到15 实到13'],
	['会议记录 #3 讨论了发展党员', 'minutes', '#3 讨论了发展党员'],
	['我的参会', 'my-attendance', ''],
	['流动登记 深圳 半年', 'float-register', '深圳 半年'],
	['流动', 'float', ''],
	['已联系@_user_1', 'float-contact', '@_user_1'],
	['要不要转关系', 'which-paper', ''],
	['要不要转关系？', 'which-paper', ''],
	['哪张证', 'which-paper', ''],
	['转接 发起 @_user_1', 'transfer-step', '@_user_1'],
	['求助 医疗 看病太贵怎么办？', 'ask', '医疗 看病太贵怎么办？'],
	['我要求助', 'ask', ''],
	['我来办 #12', 'ticket', '#12'],
	['办结#12 已调解', 'ticket', '#12 已调解'],
	['满意', 'confirm', ''],
	['统计', 'stats', ''],
	['帮我统计一下', 'stats', ''],
	['统计上季度', 'stats', '上季度'],
	['統計 2026Q4', 'stats', '2026Q4'],
	['统计2026Q4', 'stats', '2026Q4'],
	['查明细 流动 事由：年度核查', 'details', '流动 事由：年度核查'],
	['导出 出席 四季度', 'export', '出席 四季度'],
	['规定', 'rules', ''],
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
	['删除我数据', '删除我的数据', ''],
	['hlep', 'help', ''],
	['hellp', 'help', ''],
	['minuts', 'minutes', ''],
];
const fine =
	'会计|会议室|回忆|统一|同意|支部书记|支部委员|组织生活|党员大会|怎么办|怎么样|请客|请教|参与|开花|恢复|知道|我知道|大家好|hello|state|date|不清假|清假吗|签到表|清假了没|老师好';

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
