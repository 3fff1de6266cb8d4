import { asks } from './hear/doubts.ts';
import type { Span } from './span.ts';
import { readWhen } from './when/index.ts';

/** How people name the kinds of meeting; one meeting may be several. */
export const KIND_WORDS = {
	支部党员大会: 'members',
	党员大会: 'members',
	支部大会: 'members',
	支部委员会会议: 'committee',
	支委会: 'committee',
	党小组会: 'group',
	主题党日: 'theme-day',
	党课: 'lecture',
	组织生活会: 'organisation-life',
	民主评议: 'review',
	党务工作者例会: 'workers',
	例会: 'workers',
} as const satisfies Readonly<Record<string, string>>;

export type KindSaid = (typeof KIND_WORDS)[keyof typeof KIND_WORDS];

const KINDS: ReadonlyMap<string, KindSaid> = new Map(Object.entries(KIND_WORDS));
const KIND = new RegExp([...KINDS.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

/** Every kind that is named, each once, and where; spans in the order of the text. */
export function readKinds(text: string): {
	readonly kinds: readonly KindSaid[];
	readonly spans: readonly Span[];
} {
	const found = [...text.matchAll(KIND)];
	const kinds = found.map(([word]) => KINDS.get(word)).filter((kind) => kind !== undefined);
	return {
		kinds: [...new Set(kinds)],
		spans: found.map(({ index, 0: word }) => ({ from: index, to: index + word.length })),
	};
}

/** Where a word for a place ends: 二楼, 会议室3, 党群服务中心. */
const PLACE =
	/(?:室|楼|厅|层|馆|园|院|所|站|中心|基地|礼堂|广场|食堂|车间|社区|公司|线上|腾讯会议|飞书会议|room|hall|online)[\dA-Za-z一二三四五六七八九十]{0,6}号?$/iu;
const SAYS_PLACE = /^(?:在|地点[:：]?)/u;
/** 学习…讨论 begins a topic even where it ends like a place. */
const SAYS_TOPIC = /^(?:主题[:：]|议题[:：]|学习|讨论|研究|传达|参观|观看|慰问|走访|总结|选举)/u;

/** Of what is left of the sentence: what sounds like a place, and the rest as the topic. */
export function readPlaceAndTopic(text: string): { readonly place?: string; readonly topic?: string } {
	const words = text
		.split(/[\s,，、;；。]/u)
		.filter((word) => word !== '' && !/^(?:在|地点|主题|议题)[:：]?$/u.test(word));
	const place =
		words.find((word) => SAYS_PLACE.test(word)) ??
		words.find((word) => PLACE.test(word.slice(-20)) && !SAYS_TOPIC.test(word));
	const topic = words.filter((word) => word !== place).join(' ');
	return {
		place: place?.replace(SAYS_PLACE, '') || undefined,
		topic: topic.replace(/^(?:主题|议题)[:：]/u, '') || undefined,
	};
}

/** The place in what is left behind a word that asks for another: 改到三楼大厅吧 → 三楼大厅. */
export function readNewPlace(text: string): string {
	return text
		.trim()
		.replace(/^(?:[，,。\s]|地点|地方|会场|改|换|成|到|为|在|是|[:：])+/u, '')
		.replace(/(?:开会?|举行|召开)?[吧了啊呀哦。.!！，,\s]*$/u, '')
		.trim();
}

const CHANGES_PLACE = /^(?:(?:开会)?(?:地[点方]|会场)(?:应该)?[改换定]?|[改换])[成到为在是]*[:：\s]*(.+)$/u;
const CHANGES_TOPIC = /^(?:主题|议题|内容)[改换定]?[成到为是]*[:：\s]*(.+)$/u;
const CHANGES_TIME = /^(?:(?:开会)?时间)?(?:还是|应该|不如)?[改换挪定]?[成到为是]*[:：\s]*(.+)$/u;
const AMENDING_BEGINS = /^(?:不对|不是|错了|哦|嗯|那|还是|麻烦|请|帮我|把|[，,。\s])+/u;
const AMENDING_ENDS = /(?:吧|好了|好些|开会?|[。.!！~\s])+$/u;

/** What a few words behind a plan change in it: 「地点改三楼」, 「主题是学习」, 「四点吧」; `when` may or may not be a time. */
export function readAmendment(text: string): { place?: string; topic?: string; when?: string } {
	const words = text.replace(AMENDING_BEGINS, '').replace(AMENDING_ENDS, '');
	const topic = CHANGES_TOPIC.exec(words)?.[1];
	if (topic) return { topic };
	const place = CHANGES_PLACE.exec(words)?.[1];
	if (place && (/^(?:开会)?(?:地|会场)/u.test(words) || PLACE.test(place))) return { place };
	return { when: CHANGES_TIME.exec(words)?.[1] };
}

const CALLS_OFF = /不[开用办搞]|取消|改期|改[到成]|推迟|延[期后]|作废|算了/u;
const EITHER = /(?:或者?|还是|要么)\s?$|(?:^|\s)[和及或](?:\s|$)|(?:^|\d[日号]?)\s?(?:或者?|还是|要么)/u;

/** 周五的会不开了: a line that plans nothing, never the opposite. */
export function callsOffMeeting(text: string): boolean {
	return CALLS_OFF.test(text);
}

/** 12月10日或者11日: what is left beside the one day that was read names another. */
export function saysEither(text: string): boolean {
	return EITHER.test(text);
}

/** The line without the word that the meeting was called by: 会议 二楼 → 二楼. */
export function withoutMeetingWord(text: string): string {
	return text.replace(/^(?:(?:近期)?会议|开会|meeting)\s*/iu, '');
}

/** The list without the word that the roll was called by. */
export function withoutRollWord(text: string): string {
	return text.replace(/^(?:登记到会|点名|roll)[\s:：]*/iu, '');
}

/** Whether what follows 会议 without a space is a time or a number: 会议周五; 会议改到周几了 asks. */
export function beginsWithWhen(text: string): boolean {
	return /^[到为]?[\s#]*(?:\d|明|后|今|大后|周|下|这|本|星期|礼拜|上午|下午|晚上)/u.test(text) && !asks(text);
}

const WHY = /(?:事由|理由|原因|更正原因)(?:是|为)?[:：\s]*(\S[^\n]*)$/u;

/** Why something is corrected: behind its word, to the end of what was said. */
export function readWhy(text: string): (Span & { readonly why: string }) | undefined {
	const from = text.search(/事由|理由|原因|更正原因/u);
	const [, why = ''] = (from === -1 ? undefined : WHY.exec(text.slice(from))) ?? [];
	return why === '' ? undefined : { from, to: text.length, why: why.trim() };
}

const OF_A_DAY =
	/(?:的|那[次场个]?|这[次场个]?)*(?:会(?!议?室|场|员|计|长|费|不|把|来|去|到|参)议?|大会|例会|支委会|党课|党日|生活会)/u;

/** 周三的会, 明天的党课, 那次主题党日: a meeting named by its day or kind, and where; the day as `YYYY-MM-DD`. */
export function readMeetingMeant(
	text: string,
	now: number,
	zone: string,
): (Span & { readonly date?: string; readonly kinds: readonly KindSaid[] }) | undefined {
	const { kinds, spans } = readKinds(text);
	const named = new RegExp(`${OF_A_DAY.source}|的?(?:${KIND.source})`, 'u').exec(text.slice(0, 60));
	const before = text.slice(0, named?.index ?? 0);
	const day = named ? readWhen(before, now, zone) : undefined;
	// The day stands right before the word for the meeting; an hour that is read with it belongs to a new time.
	if (named && day && day.dayless !== true && day.at === undefined && day.to === before.trimEnd().length)
		return { date: day.date, kinds, from: day.from, to: named.index + named[0].length };
	const [kind] = spans;
	return kind && kinds.length === 1 ? { kinds, from: kind.from, to: kind.to } : undefined;
}
