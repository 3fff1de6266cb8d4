const GREETING = /^(?:你好|您好|在吗|在不在|hi|hello|嗨|早上好|下午好|晚上好|早)[呀啊啦!！。.~?？]*$/iu;
const THANKS =
	/^(?:谢谢|多谢|感谢|辛苦了?|谢了|好的?|好滴|行|可以|收到|知道了?|明白了?|嗯+|ok|okay|thanks|thank you|👍|👌|\[\S{1,6}\])[您你啦了哈呀啊!！。.~]*$/iu;

const CALLING_OFF =
	/^(?:那|我|还是|先|暂时|以后再)*(?:算了|不了|没事了?|没什么|取消(?:了|登记|求助)?|(?:不用|不想|不要|不需要|不|别|甭)再?(?:求助|登记|记|说|办|填|写|弄|报|问|去办)?了?|never ?mind|cancel|forget it|no,? thanks?)[吧啊呀哦啦。.!！~\s]*$/iu;

/** 算了, 不用了, 不登记了: what was begun is wanted no more. */
export function isCallingOff(text: string): boolean {
	return CALLING_OFF.test(text.trim());
}

/** 你好, 在吗: somebody begins to talk. */
export function isGreeting(text: string): boolean {
	return GREETING.test(text);
}

/** 谢谢, 好的, 收到: said out of courtesy, and never the answer to anything. */
export function isThanks(text: string): boolean {
	return THANKS.test(text);
}

/** A question mark or 吗 at the end: somebody asks, and wants nothing done. */
export function isAsked(text: string): boolean {
	return /(?:[?？]|[吗么嘛][。.!！~…]*)\s*$/u.test(text);
}

/** Said to begin a talk (or nothing at all), or out of courtesy. */
export function readCourtesy(text: string): 'greeting' | 'thanks' | undefined {
	if (text === '' || isGreeting(text)) return 'greeting';
	return isThanks(text) ? 'thanks' : undefined;
}
