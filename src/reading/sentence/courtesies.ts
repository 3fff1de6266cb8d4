import type { Span } from '../span.ts';

/**
 * What says nothing: signs, courtesy, the speaker, and words of resolve. Nothing in it negates, asks, hopes or speaks
 * of others, since whatever is left of a sentence beside it keeps an answer from being sure.
 */
const EMPTY = new RegExp(
	[
		'[\\s，,。.、;；:：!！~…()（）"“”「」—-]|\\p{Extended_Pictographic}|\\p{Variation_Selector}',
		'好的|好滴|好嘞|嗯|收到|谢谢|您好|你好|早上好|下午好|不好意思|抱歉|对不起|没问题|辛苦了|麻烦了|(?:书记|支书|老师|同志)(?:[您你]?好)?|各位|报告',
		'我(?![们])|本人|俺',
		'一定|肯定|确定|准时|按时|要|就|会|也|今天的?',
		'[了啊呀哦噢哈啦喔哟哒您]|的(?=$|[\\s，,。.!！~…])',
		"\\b(?:i[’']?m|i am|i[’']ll|i will|will be|i|ok|okay|yes|sure|hi|hello|thanks|thank you|the|a|meeting|to|for|please|sorry|on)\\b",
	].join('|'),
	'iuy',
);

/** Of a stretch of the text what is no courtesy, as runs. */
export function withoutCourtesy(text: string, from: number, to: number): Span[] {
	const left: Span[] = [];
	for (let at = from; at < to; ) {
		EMPTY.lastIndex = at;
		const empty = EMPTY.exec(text)?.[0].length ?? 0;
		const last = left.at(-1);
		if (empty > 0) at += Math.min(empty, to - at);
		else if (last?.to === at) left[left.length - 1] = { from: last.from, to: ++at };
		else left.push({ from: at, to: ++at });
	}
	return left;
}
