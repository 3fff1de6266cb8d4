import { describe, expect, test } from 'vitest';
import { hear } from '../../src/reading/hear/index.ts';
import { normalise } from '../../src/reading/normalise.ts';
import { vocabulary } from './hear.vocabulary.ts';

const heard = (text: string) => hear(normalise(text), vocabulary);

/** Sentences with a command's word in them that say no command at all. */
const nothing = `
会议室在哪|会议室几号楼|会议纪要谁写|会议记录谁写|会议几点|会议通知收到|会议取消了吗|会议改期了吗|到会|今天开会吗|党课什么时候上|组织关系怎么转|会议内容很好|请假条怎么写|请假条|请假单在哪里领
请假的人多吗|请假制度|请假流程是什么|请假 制度|请假人数|参加工作十年|参加工作时间|参加过两次|参加人员名单|参加高考|参加 工作十年|参加的人不多
签到表|签到表放哪|签到墙|签到处在哪|统计局|统计学|统计员是谁|收到|收到，谢谢|好的|谢谢|你好|在吗|谁没来|谁参加|都谁参加
大家都参加了吗|大家请假|张三请假了|张三不参加|你参加|我们参加|他来不了|谁请假了|我来自湖南|我来晚了吗|我来过|我来迟一步|到点了|到底几点
到时候见|到2楼|到 张三 李四|到 @_user_2 @_user_3|到 书记办公室|到12|去年|去年四季度|去哪开会|去 二楼会议室|知道了|不知道|名册在哪里下载|名册怎么弄|支部书记是谁|支部
流动党员怎么管|流动人口|流动红旗|流动人口登记在哪|流动性|外出就餐|外出务工人员|转接头|转接头坏了|转接线|返回舱|返回键在哪|转接手续麻烦吗|我是党员|我是新来的|我的|规定是什么|帮助别人|帮我看看|满意度调查|代码怎么写|除夕快乐
夜班怎么排|夜班费|迟到怎么办|迟到的扣钱吗|线上会议链接|能来的都来了|我要求参加|请大家参加|请假期的|提醒大家开会
yesterday|leaves|later|online-course|helpful|asking|late-night|leave me alone|leave-taking|“请假”怎么用|今天天气不错|@_user_2 请假
`;

/** Sentences about an answer that must not write one, and why. */
const doubtful: Record<string, string> = {
	negated:
		"已联系不上|我来办不了|我不想去|我去不成|不得不请假|请假 最近状态不好|参加 那是不可能的|不参加|不满意|我不参加|我不参加了|参加不了|参加不了了|我参加不了|没法参加|没法参加这次会议|不能参加|无法参加|不去|我不去了|不来|我不来了|没来|还没签到|没签到|参加 不|参加 不了|去 不了|参加，但是不一定|参加❌|没请假|不迟到|不请假|我没请假|就不参加了|那我就不去了|not leave|no leave|don’t leave|can't leave|參加不了|不參加|好的，不参加",
	question:
		'回来了没有|签到了没有|参加?|参加？|参加吗|参加嘛|参加么|参加吧|参加不了吧|参加不参加|能不能参加|要不要参加|可不可以参加|可以请假吗|可以请假|能请假不|请假可以吗|请假行不行|请假 可以吗|请假出差可以吗|请假吗|请假？|要不要请假|怎么请假|怎么签到|如何签到|请问可以请假吗|我想问一下怎么请假|必须参加吗|需要参加吗|是不是要参加|去吗|去不去|来吗|来不来|能来吗|我来吗|不知道能不能来|不确定能不能来|不知道去不去|可能来不了|大概参加|也许迟到|签到吗|签到了吗|到了吗|参加了|我参加了|请假了|明天请假|下周三请假|今天来不了|今天加班来不了|有事请假|出差，请假|请参加|请签到|一定参加吗|參加嗎|能不能請假|leave?|can i leave|may i leave?|满意?|满意吗|夜班吗|线上参加吗|迟到吗',
	undone:
		'参加，会晚点到|参加，还是晚点到|来不了 下次一定参加|请假，出差，不请了|算了不去了|请假取消|请假 取消|请假，取消|取消请假|我要取消请假|撤销请假|不去请假了|不用请假|不再请假|不用参加了|请假作废|请假，算了|请假，算了还是参加|参加，哦不用了|参加 改成请假|参加，请假|请假，参加|来不了，还是参加|请假 发错了|參加取消|cancel leave|取消参加|取消签到|参加 下次|请假出差，取消|请假，出差取消了|取消線上',
};

describe('says nothing to the bot', () => {
	test.each(nothing.trim().split(/[|\n]/))('%s', (text) => {
		expect(heard(text).kind).toBe('nothing');
	});
});

describe.each(Object.entries(doubtful))('an answer that is %s', (why, texts) => {
	test.each(texts.split('|'))('%s', (text) => {
		expect(heard(text)).toMatchObject({ kind: 'doubtful', why });
	});
});
