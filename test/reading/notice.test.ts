import { describe, expect, test } from 'vitest';
import { leftOver, readPlaceIn, readTopicIn } from '../../src/reading/notice/index.ts';

describe('where', () => {
	test.each([
		['地点：二楼会议室\n内容：学习', '二楼会议室'],
		['会议地点在党群服务中心三楼，请准时', '党群服务中心三楼'],
		['地点都在厂区活动室', '厂区活动室'],
		['地点：腾讯会议 123-456-789', '腾讯会议 123-456-789'],
		['用腾讯会议（会议号：987 654 321）参加', '腾讯会议（会议号：987 654 321）'],
		['开支委会，线上，飞书会议 123456789', '线上，飞书会议 123456789'],
		['在二楼会议室召开', '二楼会议室'],
		['会场设在社区礼堂', '社区礼堂'],
		['请大家准时参加', undefined],
	])('«%s» → %s', (text, place) => expect(readPlaceIn(text)?.place).toBe(place));
});

describe('what about', () => {
	test.each([
		['内容：学习二十届四中全会精神\n要求：请自带笔记本', '学习二十届四中全会精神'],
		['议程：1.学习文件 2.讨论换届\n参会人员：全体党员', '1.学习文件 2.讨论换届'],
		['主题:重温入党誓词 要求:佩戴党徽', '重温入党誓词'],
		['内容： ，学习党章', '学习党章'],
		['集中学习新党章，请准时', '集中学习新党章'],
		['关于召开支部换届选举 的通知', undefined],
		['请大家准时参加', undefined],
	])('«%s» → %s', (text, topic) => expect(readTopicIn(text)?.topic).toBe(topic));
});

test.each([
	['【会议通知】兹定于 召开 ，请全体党员准时参加。', ''],
	['各位党员同志：\n要求：请自带笔记本', '要求：请自带笔记本'],
	['会议通知 参会人员：全体党员', ''],
	['任选一场', '任选一场'],
])('of «%s» is left «%s»', (text, left) => expect(leftOver(text)).toBe(left));
