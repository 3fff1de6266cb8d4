import { type Span, trimmed } from '../span.ts';

/** What notices put before a colon; what stands behind one ends where the next begins. */
const LABEL =
	'(?:会议|活动|开会)?(?:时间|地[点址方]|会场|内容|议题|主题|议程|要求|注意事项|参[会加]人员|参会范围|出席|列席|主持人?|联系人|备注)';
const ENDS = String.raw`(?=$|[。;；\n]|[\s，,]+(?:\d[.、]\s?)?${LABEL}\s?[:：])`;

/** 123-456-789 behind an online meeting is part of the place. */
const ROOM = String.raw`(?:[\s，,（(]*(?:会议号|会议ID|ID|号码?)?\s?[:：]?\s?\d{3}[- ]?\d{3}[- ]?\d{3,4}[)）]?)?`;
const ONLINE = String.raw`(?:(?:线上|网上)[\s，,]*)?(?:腾讯|飞书|钉钉|视频|Zoom)(?:线上)?(?:会议)?${ROOM}|线上`;
const NAMED = String.raw`[\p{Script=Han}A-Za-z\d]{0,10}?(?:[一二三四五六七八九十\d]+楼[^\s，,。;；、]{1,8}?(?:室|厅|房)|会议室|活动室|办公室|教室|党员之家|服务中心|[一二三四五六七八九十\d]+楼|食堂|礼堂|大厅|报告厅|多功能厅|车间|社区)[\dA-Za-z一二三四五六七八九十]{0,6}号?`;
const SAID = String.raw`(?:(?:开会|会议|活动)?(?:地[点址方]|会场)(?:都|均)?(?:设?在|是|为|改[成到为在]?|换[成到在]?)?[:：\s]*)`;
const PLACE_IN = new RegExp(
	String.raw`${SAID}(?<said>${ONLINE}|[^\s，,。;；、]{2,30})|(?:(?:在|到|改[到在]|换[到在]|挪到|搬到|去|用)\s*)?(?<named>${ONLINE}|${NAMED})`,
	'iu',
);

/** A place that stands in a sentence or a notice, and where: 在二楼会议室开会 → 二楼会议室; an online room keeps its number. */
export function readPlaceIn(text: string): (Span & { readonly place: string }) | undefined {
	const found = PLACE_IN.exec(text);
	const said = found?.groups?.said ?? found?.groups?.named;
	const place = said
		?.replace(/^(?:都|均)?(?:设?在|到|去|改到|换到)/u, '')
		.replace(/(?:开会?|举行|召开|集合)$/u, '');
	return found && place ? { place, from: found.index, to: found.index + found[0].length } : undefined;
}

const LABELLED = new RegExp(
	String.raw`(?:会议|活动)?(?:主题|议题|内容|议程)(?:是|为)?\s?[:：]?\s*(?<said>[^。;；\n]{2,120}?)${ENDS}`,
	'u',
);
/** 换届选举…的通知 names the paper, not what is done. */
const DEED = new RegExp(
	String.raw`(?<!换届|关于[^，,。;；\n]{0,20})(?<deed>(?:集中)?(?:学习|讨论|研究|传达|参观|观看|慰问|走访|选举|审议|总结)[^，,。;；\n]{1,60}?)(?=$|[。;；\n]|[，,]?\s*(?:请|望|大家|不得|务必|${LABEL}))`,
	'u',
);

/** What a meeting is about, where a sentence or a notice says so: 学习党章, 议题：选举. */
export function readTopicIn(text: string): (Span & { readonly topic: string }) | undefined {
	const found = LABELLED.exec(text) ?? DEED.exec(text);
	const topic = trimmed(found?.groups?.said ?? found?.groups?.deed ?? '', ' ，,、:：');
	return found && topic !== '' ? { topic, from: found.index, to: found.index + found[0].length } : undefined;
}

/** Words that announce a meeting and say nothing more of it. */
const ANNOUNCING =
	/【[^】]{0,12}通知】|(?:会议|开会|活动)通知|关于(?:召开|举行|开展)?|的通知|参[会加]人员|兹定于|兹定|定于|定在|拟于|[请望](?:全体|各位|大家)?(?:党员|同志|委员)*(?:准时|按时)?(?:参加|出席|到会)|(?:请)?(?:全体|各位|所有)(?:党员|同志|委员|人员)*们?|请?(?:大家|各位)|(?:准时|按时)(?:参加|出席|到会)?|(?:发个?|下个?)?通知(?:一下)?(?:大家|全体党员)?|安排(?:一下|个)?|[召]?开个?|召开|举行|开会|会议?(?=$|[\s，,。])|时间|地点|内容|议程|要求|[在于到]|一[次场个]|下午好|上午好|大家好|各位好|同志们|收到请回复|收到回复|谢谢|麻烦|帮我?|[吧了哈啊呢的]|[\s，,。;；:：、!！~()（）“”"【】]/gu;

/** What is left of an announcement when all that is only its manner is taken away. */
export function leftOver(text: string): string {
	return text
		.split(/[\s，,。;；!！\n]+/u)
		.filter((clause) => clause.replace(ANNOUNCING, '') !== '')
		.join('，');
}
