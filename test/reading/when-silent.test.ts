import { describe, expect, it } from 'vitest';
import { readWhen } from '../../src/reading/when/index.ts';

const NO_DATE = [
	'参加工作十年',
	'3楼会议室',
	'2号楼',
	'2号楼会议室',
	'第4会议室',
	'12人',
	'#12',
	'13800138000',
	'1.5小时',
	'3.5亿',
	'第三点',
	'提三点要求',
	'我讲两点意见',
	'快一点',
	'晚一点到',
	'有一点事',
	'晚点到',
	'一点也不难',
	'今后注意',
	'每周三学习',
	'每月15号交',
	'周年纪念',
	'一周五天',
	'两周一次',
	'建设路15号',
	'一号召集人',
	'会议室在哪',
	'请假 出差',
	'张明早上来不了',
	'五一路礼堂',
	'国庆活动怎么办',
	'元旦晚会',
	'应到15实到13请假1缺席1',
	'管理码 482913',
	'比分3:1',
	'v2.10',
	'12.5%',
	'二季度',
	'下周',
	'说明晚点发',
	'I may march on',
	'10日内',
	'3月份',
	'腊月初八',
	'next week',
	'30分钟后到',
	'满意度9.5分',
	'',
];

describe('when', () => {
	it.each(NO_DATE)('finds no date in %j', (text) => {
		const now = Date.parse('2026-11-21T10:00:00+08:00');
		expect(readWhen(text, now, 'Asia/Shanghai')).toBeUndefined();
	});
});
