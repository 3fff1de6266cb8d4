/** Why an answer is not taken at its word. What is only uncertain or about another day is a `question`. */
export type Doubt = 'negated' | 'question' | 'undone';

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

const asking =
	/[?？吗]|[么嘛吧呢]\s*[。.!~…]*$|怎么|怎样|如何|什么|谁|哪|(?:周|星期|礼拜)几|几(?:[个点号楼时天人月日了]|\s*[。.!~…]*$)|多少|多久|为啥|干嘛|咋|何时|能否|可否|是否|有没有|了没(?:有)?\s*[。.!~…]*$|(\p{Script=Han}{1,2})不\1/u;
const undoing =
	/取消|撤[回销掉]|收回|作废|算了|不算|反悔|销假|免了|不请|改[成为天日期]|下[次回]|才怪|假的|开玩笑|[说发打点]错|手滑|不用了?|不需要|不必|\b(?:cancel|undo|revoke)/iu;
const negation = /[不没未别勿莫]|无[法缘需]|[👎❌✖🙅🚫]|\b(?:not?|never|cannot|\w+n['’]t)\b/iu;
/** Fixed phrases with a negation inside that negate nothing. */
const harmless =
	/没问题|没事|没关系|不客气|不见不散|不错|不好意思|不舒服|特别|分别|级别|区别|别的|非常|差不多|no problem/giu;

/** Whether it asks something: a question mark, 吗, a question word, 行不行. */
export function asks(text: string): boolean {
	return asking.test(text);
}

/** Whether it takes something back: 取消, 算了, 改成. */
export function undoes(text: string): boolean {
	return undoing.test(text);
}

const unsure =
	/可能|也许|大概|估计|恐怕|或许|说不[定准]|不一定|未必|如果|要是|假如|万一|尽量|争取|看情况|再说|再看|待定|考虑|\b(?:maybe|perhaps|probably|if|might)\b/iu;

/** Whether it depends on something or is only hoped: 可能, 如果, 尽量. */
export function isUnsure(text: string): boolean {
	return unsure.test(text);
}

/** Whether something in it is negated. */
export function negates(text: string): boolean {
	return negation.test(text.replace(harmless, ''));
}

const contrast =
	/但|可是|可惜|(?:^|[\s，,。])可(?!以|能|靠)|不过|然而|就是|只是|只不过|除了|[却仍]|依旧|依然|还[在是欠差要得有等拖剩缺]|[欠拖骗]|\b(?:but|still|although|though|except|however|yet|owed?s?)\b/iu;

/** Whether words behind a yes take it back, if only in part: 可是钱没到, 不过他们拖着, but they owe me; in doubt it does. */
export function qualifies(text: string): boolean {
	return contrast.test(text) || asks(text) || undoes(text) || negates(text) || isUnsure(text);
}

const no =
	"不|没|未|别|勿|没有|没法|没办法|无法|不能|不会|不想|不要|不用|不必|不再|不打算|不准备|不可能|来不及|忘了|忘记|拒绝|放弃|不去|暂不|免|no|not|never|unable|cannot|(?:can|won|don|didn|shouldn|couldn)['’]?t";
const maybe =
	'能|能不能|可不可以|可以|能否|可否|是否|是不是|会不会|想不想|要不要|该不该|用不用|需不需要|有没有|该|应该|需要|必须|非得|怎么|如何|怎样|咋|为什么|为啥|什么时候|几点|几号|哪天|哪里|在哪|问一下|问下|请问|想问|知道|不知道|不确定|说不准|不一定|未必|可能|也许|大概|估计|恐怕|或许|到底|究竟|难道|万一|如果|要是|假如|考虑|尽量|争取|can|could|may|should|must|how|why|when|maybe|do|does|is|if';
const back = '算了|取消|撤[回销掉]|收回|作废|改|cancel|undo|revoke|skip';
/** An answer about another day than the next meeting needs a look, too. */
const otherDay =
	'[今明昨后前][天晚早]|[上下本这]个?(?:次|月)|[上下本这]?个?(?:周|星期|礼拜)[一二三四五六日天]|[上下本这]个?(?:周|星期|礼拜)|上午|下午|晚上|早上|中午';
const filler = '又|都|再|还|已经?|了|一下|是的?|说|在|把|i|to|am|be|please|you|we|the|it';

const prefix = new RegExp(
	`^(?:${no}|${maybe}|${back}|${otherDay}|${filler}|["“”「」'’]|${openingSource})*$`,
	'iu',
);
const doubtInPrefix = new RegExp(`${no}|${maybe}|${back}|${otherDay}`, 'iu');
const asksInPrefix = new RegExp(`${maybe}|${otherDay}`, 'iu');
const undoesInPrefix = new RegExp(`${back}|不去|不用|不再|不必|不需要`, 'iu');
/** People come to the point within this many characters, or they tell a story. */
export const prefixLimit = 16;

const dayAhead = new RegExp(`^(?:${otherDay}|${openingSource})+`, 'iu');

/** Without openings and days at its beginning: 今天加班 → 加班. */
export function withoutDay(text: string): string {
	return text.replace(dayAhead, '');
}

/** Whether nothing but openings, negations, question words and small words stand in it. */
export function isPrefix(text: string): boolean {
	return text.length <= prefixLimit && prefix.test(text);
}

/** What the words before an answer cast on it. */
export function doubtOfPrefix(text: string): Doubt | undefined {
	if (!doubtInPrefix.test(text)) return undefined;
	if (undoesInPrefix.test(text)) return 'undone';
	return asksInPrefix.test(text.replace(/不能|不可能|\b(?:ca|could|should|do|did|wo)n['’]?t\b|cannot/giu, ''))
		? 'question'
		: 'negated';
}
