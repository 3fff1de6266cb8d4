import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, rowCounts, type Stage } from './stage.ts';

let stage: Stage;
let before: Record<string, number>;
beforeAll(async () => {
	stage = await openStage();
	await stage.李建国.announces('主题党日 今天下午3点 二楼');
	await stage.town.pass(5 * 3_600_000);
	before = await rowCounts(stage.town);
});
afterAll(() => stage.town.close());

/** Said by a member with an open invitation whose check-in is open too; none may write anything. */
const SENTENCES = `
不参加|参加不了|我参加不了|能不能参加|参加吗|参加？|要不要参加|参加工作十年|参加过两次|请假条怎么写|请假取消|不请假了|请假吗|可以请假吗|请假制度|请假 取消
取消请假|我没请假|请假，算了|不去|去吗|去不去|去年|去哪开会|不来|来吗|我来自湖南|我来晚了吗|到底几点|到点了|到了吗|签到表|签到了吗|签到表放哪|还没签到|没到
会议室在哪|会议几点|会议取消了吗|会议改期了吗|会议纪要谁写|夜班怎么排|夜班费|迟到怎么办|不迟到|线上会议链接|线上参加吗|可能来不了|大概参加|明天请假|张三请假了|他来不了
撤回吗|怎么撤回|别撤回|统计局|名册在哪里下载|支部书记是谁|报到吗|怎么报到|收到|好的|谢谢|知道了|你好|在吗|今天天气不错|@李建国 请假|全到？|大家都参加了吗|代码怎么写|我是党员|党课什么时候上
求助热线是多少|求助电话多少|求助信怎么写|求助信号|求助者|帮忙看看|办结率|办结了吗|回复一下群消息|回复率|回复我一下|满意度|满意吗|不满意|重开一局|补充材料交哪|补充说明|我来办不了|认领养|认领时间|转办事处|工单系统坏了|工单号|救命稻草这个词|接办会的人
流动人口登记在哪|流动红旗|流动性|外出就餐|外出务工|转接头坏了|返回舱|回来了没有|我回来了吗|流动登记吗|流动登记怎么办|转接 发起吗|组织关系怎么转|已联系不上
參加不了|能不能請假|cancel leave|can i leave|later|yesterday|no|not leave
`;

test.each(SENTENCES.trim().split(/[|\n]/))('«%s» writes nothing', async (words) => {
	await stage.张三.says(words);
	expect(await rowCounts(stage.town)).toEqual(before);
	expect(stage.张三.reads()).not.toContain('出了点问题');
});

test.each([
	'会议 取消吗',
	'会议 明天下午3点吗',
	'设为 书记 @张三？',
	'调出 张三 转出？',
	'全到？',
	'代 张三 请假吗',
	'名册 添加 钱进吗',
	'登记到会 不是全到',
	'没有全到',
	'全到 那是不可能的',
	'登记到会 全到了吗',
	'点名吗？',
	'都到了吗',
	'全到吗',
	'已联系 张三吗',
	'已回来 张三？',
	'转接 接收吗',
	'转接 完成 #1？',
])('the secretary asking «%s» writes nothing either', async (words) => {
	await stage.李建国.says(words);
	expect(await rowCounts(stage.town)).toEqual(before);
});

test('a sentence in doubt gets buttons, and they work', async () => {
	const { 张三 } = stage;
	expect(await 张三.says('参加不了')).toContain('您是想怎么答复');
	expect(await 张三.taps('请假')).toContain('已记：请假');
	expect(await 张三.says('撤回吗')).toContain('您是在问吗');
	expect(await 张三.taps('撤回刚才办的事')).toContain('已撤回');
});
