/** Where a word for a place ends: 二楼, 会议室3, 党群服务中心. */
const PLACE =
	/(室|楼|厅|层|馆|园|院|所|站|中心|基地|礼堂|广场|食堂|车间|社区|公司|线上|腾讯会议|飞书会议|room|hall|online)[\dA-Za-z一二三四五六七八九十]*号?$/i;
const SAYS_PLACE = /^(在|地点[:：]?)/;
/** 学习…讨论 begins a topic even where it ends like a place. */
const SAYS_TOPIC = /^(主题[:：]|议题[:：]|学习|讨论|研究|传达|参观|观看|慰问|走访|总结|选举)/;

/** Of what is left of the sentence: what sounds like a place, and the rest as the topic. */
export function placeAndTopic(rest: string): { place?: string; topic?: string } {
	const words = rest
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
