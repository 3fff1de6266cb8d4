/** What people say before they come to the point, a piece at a time. */
const courtesy =
	'(?:好[的吧]?|好滴|嗯+|行|可以|ok|收到|谢谢|你好|您好|不好意思|抱歉|对不起|(?:\\p{Script=Han}{0,2}书记|\\p{Script=Han}老师)(?:[您你]?好)?|支部助手|小助手|助手)[\\s，,。.!~、:…]';
const pieces =
	'请(?!假)[你您]?|麻烦[你您]?|劳驾[你您]?|帮我|帮忙|给我|替我|我|本人|那么?|就|也|要|想|得|去|来|会|先|还是|一定|肯定|确定|准时|按时|这次|本次|这回|(?:i|i[’\\x27](?:m|ll)|am|will|be)\\s|[\\s，,、:。.!~…]';

/** Openings end within this many characters; whoever goes on longer tells a story. */
export const openingLimit = 24;

/** Source of a pattern for one opening, for use inside a larger pattern with the flags `iu`. */
export const openingSource = `${courtesy}|${pieces}`;

const opening = new RegExp(openingSource, 'iuy');

/** The opening that stands at `at`, or nothing. */
export function openingAt(text: string, at: number): string | undefined {
	opening.lastIndex = at;
	return opening.exec(text)?.[0];
}
