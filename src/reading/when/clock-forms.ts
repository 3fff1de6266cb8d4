import { NUMERAL } from './numeral.ts';
import { LONE_PART, PART } from './parts.ts';

/** What 点 counts when it is no hour: 三点要求, 两点意见. */
const POINTS =
	'要求|意见|建议|希望|说明|注意|体会|感想|感受|问题|思考|想法|看法|原因|经验|做法|共识|声明|提示|补充|收获|不足|措施|事项|几|如下|赞|评|心得|内容|都|也';

/** Two figures, or one with 分; 20人 and 2号楼 behind an hour are no minutes. */
const MINUTE = String.raw`(?:(?:\d\d|[一二三四五]十[一二三四五六七八九]?|十[一二三四五六七八九]|[零〇][一二三四五六七八九])(?!\d)分?(?![人个名位元号楼层次天月日年室、.])|(?:\d|[一二三四五六七八九十])分(?![钟享组之]))`;

const TO = String.raw`\s*(?:到|至|-|–|—+|~|～)\s*`;

/** One clock time; the number ends the names of its groups, since a range holds two. */
function time(n: 1 | 2): string {
	const words = `(?<h${n}>${NUMERAL})(?:点(?!${POINTS})|时(?![间候期代常段]))(?:(?<half${n}>半)|(?<quarter${n}>[一三123])刻钟?|整|钟|过?(?<min${n}>${MINUTE}))?`;
	const figures = String.raw`(?<H${n}>\d{1,2}):(?<M${n}>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s*(?<ap${n}>[ap])\.?m\b\.?)?`;
	const english = String.raw`(?<E${n}>\d{1,2})\s*(?<eap${n}>[ap])\.?m\b\.?`;
	return String.raw`(?:(?<part${n}>${PART})的?\s*)?(?:${words}|${figures}|${english})`;
}

/** 15:00, 下午3点半, 3pm, and from one to another. */
export const CLOCK = new RegExp(`${time(1)}(?:${TO}${time(2)})?`, 'i');

/** 下午3-5点: the first hour borrows the second's 点. */
export const SHORT_RANGE = new RegExp(
	String.raw`(?:(?<part1>${PART})的?\s*)?(?<h1>${NUMERAL})${TO}(?<h2>${NUMERAL})点(?!${POINTS})(?:钟|(?<half2>半))?`,
);

/** A part of the day without an hour; 早 and 晚 only right behind a day. */
export const PART_ALONE = new RegExp(
	`${LONE_PART}|(?<=[今明后昨一二三四五六日天号])[早晚](?![点到于些来会上])`,
);

/** 「两小时后」, 「半小时后」, 「一个半小时以后」, 「20分钟后」 */
export const FROM_NOW = new RegExp(
	`(?<n>${NUMERAL}|半)(?:个(?<half>半)?)?(?<u>小时|钟头|分钟|刻钟)(?:之后|以后|后)(?!到)`,
);
