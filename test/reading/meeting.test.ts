import { describe, expect, test } from 'vitest';
import {
	beginsWithWhen,
	callsOffMeeting,
	readKinds,
	readPlaceAndTopic,
	saysEither,
	withoutMeetingWord,
	withoutRollWord,
} from '../../src/reading/meeting.ts';

describe('kinds of meeting', () => {
	test.each([
		['主题党日', ['theme-day']],
		['支部党员大会 二楼', ['members']],
		['主题党日暨党课', ['theme-day', 'lecture']],
		['支委会 党小组会 支委会', ['committee', 'group']],
		['党务工作者例会', ['workers']],
		['组织生活会 民主评议', ['organisation-life', 'review']],
		['二楼 学习', []],
	])('%s', (text, kinds) => expect(readKinds(text).kinds).toEqual(kinds));

	test('all their words have spans, in order', () => {
		const text = '支委会 周五 支委会 党课';
		expect(readKinds(text).spans.map(({ from, to }) => text.slice(from, to))).toEqual([
			'支委会',
			'支委会',
			'党课',
		]);
	});
});

test.each([
	['二楼会议室 学习讨论', { place: '二楼会议室', topic: '学习讨论' }],
	['在老地方 学习', { place: '老地方', topic: '学习' }],
	['地点：党群服务中心，议题：选举', { place: '党群服务中心', topic: '选举' }],
	['讨论新会议室 会议室3', { place: '会议室3', topic: '讨论新会议室' }],
	['学习', { place: undefined, topic: '学习' }],
	['', { place: undefined, topic: undefined }],
	['线上', { place: '线上', topic: undefined }],
])('«%s» has place and topic', (text, read) => expect(readPlaceAndTopic(text)).toEqual(read));

test.each(['周五的会不开了', '取消', '推迟到下周', '算了', '改到三楼'])('%s calls off', (text) =>
	expect(callsOffMeeting(text)).toBe(true),
);
test.each(['二楼', '学习讨论', ''])('«%s» does not', (text) => expect(callsOffMeeting(text)).toBe(false));
test.each(['或者11日', '或', '还是 二楼', '二楼 或 三楼', '要么'])('«%s» leaves a choice', (text) =>
	expect(saysEither(text)).toBe(true),
);
test.each(['二楼', '学习和讨论', '还款讲座'])('«%s» leaves none', (text) =>
	expect(saysEither(text)).toBe(false),
);

test('the word that called it is no part of the rest', () => {
	expect(withoutMeetingWord('会议 二楼')).toBe('二楼');
	expect(withoutMeetingWord('会议室')).toBe('室');
	expect(withoutRollWord('登记到会: 张三')).toBe('张三');
	expect(withoutRollWord('全到')).toBe('全到');
});

test.each(['周五下午3点', '12月10日', '#3', '到周五', '下周三', '大后天'])('会议%s', (text) =>
	expect(beginsWithWhen(text)).toBe(true),
);
test.each(['室在哪', '改到周几了?', '周几开', '到周几了', '纪要'])('not 会议%s', (text) =>
	expect(beginsWithWhen(text)).toBe(false),
);
