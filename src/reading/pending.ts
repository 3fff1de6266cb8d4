import { isDanger, isDistress } from './danger.ts';
import { asks, negates, undoes } from './hear/doubts.ts';

type Kind =
	| 'members'
	| 'committee'
	| 'group'
	| 'theme-day'
	| 'lecture'
	| 'organisation-life'
	| 'review'
	| 'workers';

/** How people name the kinds of meetings; the longest word is read first. */
export const KIND_WORDS: Readonly<Record<string, Kind>> = {
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
};

const PATTERN = new RegExp(
	Object.keys(KIND_WORDS)
		.sort((a, b) => b.length - a.length)
		.join('|'),
	'g',
);

export function kindsIn(text: string): {
	kinds: Kind[];
	spans: { from: number; to: number }[];
} {
	const kinds: Kind[] = [];
	const spans: { from: number; to: number }[] = [];
	for (const match of text.matchAll(PATTERN)) {
		const kind = KIND_WORDS[match[0]];
		if (kind && !kinds.includes(kind)) kinds.push(kind);
		spans.push({ from: match.index, to: match.index + match[0].length });
	}
	return { kinds, spans };
}

const CALLS_OFF = /不[开用办搞]|取消|改期|改[到成]|推迟|延[期后]|作废|算了/;
const EITHER = /(或者?|还是|要么)\s*$|(^|\s)[和及或](\s|$)|(^|\d[日号]?)\s*(或者?|还是|要么)/;

export function doubtOfPlan(text: string): 'called-off' | 'either' | 'asked' | undefined {
	if (CALLS_OFF.test(text)) return 'called-off';
	if (EITHER.test(text)) return 'either';
	return asks(text) ? 'asked' : undefined;
}

/** Where a word for a place ends: 二楼, 会议室3, 党群服务中心. */
const PLACE =
	/(室|楼|厅|层|馆|园|院|所|站|中心|基地|礼堂|广场|食堂|车间|社区|公司|线上|腾讯会议|飞书会议|room|hall|online)[\dA-Za-z一二三四五六七八九十]*号?$/i;
const SAYS_PLACE = /^(在|地点[:：]?)/;
/** 学习…讨论 begins a topic even where it ends like a place. */
const SAYS_TOPIC = /^(主题[:：]|议题[:：]|学习|讨论|研究|传达|参观|观看|慰问|走访|总结|选举)/;

/** Of what is left of the sentence: what sounds like a place, and the rest as the topic. */
export function placeAndTopic(rest: string): { place?: string; topic?: string } {
	const words = rest
		.replace(/^(会议|开会|meeting)\s*/i, '')
		.split(/[\s,，、;；。]+/)
		.filter((word) => word !== '' && !/^(在|地点|主题|议题)[:：]?$/.test(word));
	const place =
		words.find((word) => SAYS_PLACE.test(word)) ??
		words.find((word) => PLACE.test(word) && !SAYS_TOPIC.test(word));
	const topic = words.filter((word) => word !== place).join(' ');
	return {
		place: place?.replace(SAYS_PLACE, '').slice(0, 60) || undefined,
		topic: topic.replace(/^(主题|议题)[:：]/, '').slice(0, 200) || undefined,
	};
}

/** 请假 李四，其他都到了: that is a roll, not somebody's own leave. */
const OTHERS = /其他|其余|剩下|[都全]到|[都全]来/;
export function isAboutOthers(text: string): boolean {
	return OTHERS.test(text);
}

type Answer = 'leave' | 'late' | 'online' | 'coming';

/** Words of an answer given for somebody. */
const ANSWERS: Readonly<Record<string, Answer>> = {
	请假: 'leave',
	来不了: 'leave',
	去不了: 'leave',
	夜班: 'leave',
	晚点到: 'late',
	迟到: 'late',
	线上: 'online',
	参加: 'coming',
	能来: 'coming',
	来: 'coming',
	leave: 'leave',
	coming: 'coming',
	late: 'late',
	online: 'online',
};

const BY_LENGTH = Object.keys(ANSWERS).sort((a, b) => b.length - a.length);
const ANSWER = new RegExp(BY_LENGTH.join('|'), 'i');
const NEVER = /不参加|参加不了|没?不?请假了?吧|不请|没(有)?请假|不[来去]|取消|算了|能不能|要不要|吗|[?？]/;

/** May stand right behind a name. */
export const answerBehindName = new RegExp(`^(${BY_LENGTH.join('|')})`);

export function readAnswer(text: string): { said: Answer | 'unclear'; from: number; to: number } | undefined {
	const match = ANSWER.exec(text);
	const from = match?.index ?? 0;
	const to = from + (match?.[0].length ?? 0);
	if (NEVER.test(text)) return { said: 'unclear', from, to };
	const said = match && ANSWERS[match[0].toLowerCase()];
	return said ? { said, from, to } : undefined;
}

const NOT_YET = /[要想会得快将](?:去|准备)?(?:返回|回来)|(?:going|coming|will be|soon) back/iu;
const OWN = /我|\bI\b/u;

export function readReturn(text: string): 'own' | 'not-yet' | undefined {
	if (NOT_YET.test(text)) return 'not-yet';
	return OWN.test(text) ? 'own' : undefined;
}

/** 其余都到了: about those who have no mark yet; 全到 is about everybody. */
const REST = /其他|其余|剩下|剩余|余下|另外/;
export function isAboutRest(text: string): boolean {
	return REST.test(text);
}

/** The word of a return with what stands before it. */
export const returnWord = /^.{0,24}?(?:(?:已经?|我)?(?:回来|返回)了?|\bback\b)[\s,，:：]*/iu;

/** 求助公司欠我钱, 怎么求助, 不用求助了: the word is there, but not as a command. */
const HELP_NAMED = /求助(?!单|信|者|电话|热线)/u;

export interface Need {
	readonly danger: boolean;
	/** `called-off`: no help is wanted; `asked`: how to ask for it; undefined: nothing but danger was heard. */
	readonly kind: 'help' | 'asked' | 'called-off' | undefined;
	/** What somebody told of it. */
	readonly story: string;
}

export function readNeed(text: string): Need | undefined {
	const danger = isDanger(text);
	const named = HELP_NAMED.test(text) && text.length <= 100;
	if (!danger && !named && !isDistress(text)) return undefined;
	const kind =
		named && (negates(text) || undoes(text)) ? 'called-off' : named && asks(text) ? 'asked' : 'help';
	return { danger, kind, story: text };
}

export function readDanger(text: string): true | undefined {
	return isDanger(text) || undefined;
}

/** 不太满意, 还没解决, 解决了. */
export function readVerdict(text: string): true | undefined {
	return (text.length <= 20 && /满意|解决|\b(?:satisfied|solved)\b/iu.test(text)) || undefined;
}

/** Any words at all. */
export function readWords(text: string): string | undefined {
	return text === '' ? undefined : text;
}

const CATEGORY_NAMES: Readonly<
	Record<string, 'labour' | 'legal' | 'mediation' | 'hardship' | 'medical' | 'loans' | 'insurance' | 'other'>
> = {
	劳动维权: 'labour',
	维权: 'labour',
	劳动: 'labour',
	司法援助: 'legal',
	法律援助: 'legal',
	法律: 'legal',
	司法: 'legal',
	矛盾调解: 'mediation',
	调解: 'mediation',
	困难救助: 'hardship',
	困难: 'hardship',
	救助: 'hardship',
	医疗: 'medical',
	看病: 'medical',
	贷款: 'loans',
	保险: 'insurance',
	其他: 'other',
	labour: 'labour',
	labor: 'labour',
	legal: 'legal',
	mediation: 'mediation',
	hardship: 'hardship',
	medical: 'medical',
	loans: 'loans',
	insurance: 'insurance',
	other: 'other',
};
const CATEGORY_NAMED = new RegExp(
	`^(${Object.keys(CATEGORY_NAMES).join('|')})(?=$|[\\s，,。、：:])[\\s，,。、：:]*`,
	'iu',
);

/** The category named at the beginning, and where its words end. */
export function readCategory(text: string) {
	const match = CATEGORY_NAMED.exec(text);
	const category = CATEGORY_NAMES[match?.[1]?.toLowerCase() ?? ''];
	return category && { category, to: match?.[0].length ?? 0 };
}

const CALLED_OFF = /[不没别](?:再|想|打算)?(?:去|走|登记|外出|出去)|取消/;

/** 不去深圳了, 别登记: nothing that somebody agrees to. */
export function callsOffLeaving(text: string): boolean {
	return CALLED_OFF.test(text);
}

/** Whether what follows 求助 reads as a request: 求助公司欠薪. */
export function opensRequest(rest: string): boolean {
	return (
		!asks(rest) &&
		(CATEGORY_NAMED.test(rest) || /^(被|我|公司|单位|老板)?(欠薪|拖欠|工资|加班|没发|辞退)/.test(rest))
	);
}

const GREETING = /^(你好|您好|在吗|在不在|hi|hello|嗨|早上好|下午好|晚上好|早)[呀啊啦!！。.~?？]*$/i;
const THANKS =
	/^(谢谢|多谢|感谢|辛苦了?|谢了|好的?|好滴|行|可以|收到|知道了?|明白了?|嗯+|ok|okay|thanks|thank you|👍|👌|\[\S{1,6}\])[您你啦了哈呀啊!！。.~]*$/iu;

/** Said to begin a talk (or nothing at all), or out of courtesy. */
export function readCourtesy(text: string): 'greeting' | 'thanks' | undefined {
	if (text === '' || GREETING.test(text)) return 'greeting';
	return THANKS.test(text) ? 'thanks' : undefined;
}
