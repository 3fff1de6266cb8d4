import { asks, negates, undoes } from './hear/doubts.ts';
import type { Span } from './span.ts';

/** What people ask help for. */
export type Need =
	| 'labour'
	| 'legal'
	| 'mediation'
	| 'hardship'
	| 'medical'
	| 'loans'
	| 'insurance'
	| 'other';

/** How people name them before they begin to tell. */
export const NEED_WORDS: Readonly<Record<string, Need>> = {
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

const NAMED = new RegExp(
	`^(${Object.keys(NEED_WORDS).join('|')})(?=$|[\\s，,。、：:])[\\s，,。、：:]*`,
	'iu',
);

/** A category's name before the story, with the signs behind it; inside the story the same word is part of it. */
export function readNeed(text: string): (Span & { readonly need: Need }) | undefined {
	const said = NAMED.exec(text);
	const need = NEED_WORDS[said?.[1]?.toLowerCase() ?? ''];
	return said && need ? { need, from: 0, to: said[0].length } : undefined;
}

/** Whether what follows 求助 without a space is what help is asked for: 公司拖欠工资; a question is none. */
export function beginsNeed(text: string): boolean {
	return (
		!asks(text) &&
		(NAMED.test(text) || /^(?:被|我|公司|单位|老板)?(?:欠薪|拖欠|工资|加班|没发|辞退)/u.test(text))
	);
}

const SPOKEN: readonly (readonly [Exclude<Need, 'other'>, RegExp])[] = [
	[
		'labour',
		/欠薪|拖欠|讨薪|工资|薪水|工钱|加班|劳动合同|辞退|开除|裁员|工伤|社保|\b(?:wages?|salary|overtime|unpaid|fired)\b/iu,
	],
	['legal', /法律|律师|起诉|被告|官司|法院|仲裁|诈骗|被骗|合同纠纷|\b(?:lawyer|legal|court|sued?|fraud)\b/iu],
	['mediation', /调解|纠纷|矛盾|吵架|打架|邻居|欺负|霸凌|\b(?:mediation|quarrel|dispute|bull(?:y|ied))\b/iu],
	['hardship', /困难|低保|揭不开锅|没钱吃饭|交不起|失业|救助|补助|\b(?:hardship|poverty|can't afford)\b/iu],
	['medical', /看病|住院|手术|医药费|医疗|大病|重病|癌|\b(?:medical|hospital|surgery|ill(?:ness)?)\b/iu],
	['loans', /贷款|借款|还贷|房贷|融资|\b(?:loans?|mortgage)\b/iu],
	['insurance', /保险|理赔|医保|养老金|\b(?:insurance|pension)\b/iu],
];

/** What a sentence asks help for; undefined when it says nothing of it, or speaks of several things. */
export function categoryOf(text: string): Need | undefined {
	const found = SPOKEN.filter(([, pattern]) => pattern.test(text)).map(([category]) => category);
	return found.length === 1 ? found[0] : undefined;
}

/** Words of danger to one's own life. */
const SELF_HARM =
	/不想活|活不下去|活着没意思|不如死|想死(?!你|您)|自杀|自残|轻生|寻短见|跳楼|割腕|遗书|结束(?:自己的?)?生命|\b(?:suicid\w*|kill myself|want to die)\b/iu;
/** Violence, fire, a medical emergency. */
const EMERGENCY =
	/杀了?我|要杀|砍[我人]|[打揍]我|家暴|被打|打死|绑架|强奸|性侵|拿刀|持刀|着火|起火|失火|火灾|爆炸|煤气泄漏|触电|晕倒|昏迷|昏过去|大出血|喘不上气|心脏病发|中毒|没有?呼吸|\b(?:kill me|on fire|bleeding|unconscious|can[’']?t breathe)\b/iu;
/** Where such words are taught and talked about, nobody is in danger. */
const TAUGHT =
	/演练|预防|防范|知识|宣传|培训|讲座|教育|学习|应急|隐患|排查|案例|保险|逃生|自救|消防|反家暴|法律法规/u;
/** The same words in harmless phrases. */
const HARMLESS =
	/《[^《》]{0,60}》|(?:笑|累|热|冷|忙|困|饿|气|烦|急)死|想死(?:机|板)|打我电话|[打揍]我的?(?:手机|微信|主意)|给我打|被打(?:断|折|扮|扰|印|动)|红红火火|(?:知识|信息)爆炸|(?:预防|防止|研究)自杀/gu;

/** Whether somebody may be in danger to body or life; in doubt yes, since it only brings numbers to call. */
export function isDanger(text: string): boolean {
	const plain = text.replace(HARMLESS, '');
	return SELF_HARM.test(plain) || (EMERGENCY.test(plain) && !TAUGHT.test(plain));
}

const DISTRESS =
	/撑不(?:下去|住)|熬不(?:下去|住)|受不了了|走投无路|没(?:有)?活路|过不下去|日子没法过|不知道(?:该)?怎么办|(?:谁|有没有人)(?:能|来|可以)?(?:帮帮?|救救?)我|(?:求求|救救)(?:你们?|您|我)|^救命[啊呀!！。\s]*$|帮帮我|拖欠(?:了)?(?:我们?)?(?:的)?(?:工资|薪)|欠薪|(?:工资|薪水|工钱).{0,8}(?:没发|不发|没给|不给|没拿到|没到账|欠着)|(?:不|没有?)(?:给|发)(?:我们?)?(?:工资|薪水|工钱)|被.{0,4}(?:辞退|开除|裁|骗|欺负|威胁|骚扰)|(?:交|付|看|吃|还)不起|借高利贷|催债|被逼|抑郁|绝望|崩溃了|\b(?:i can[’']?t go on|i need help|please help me|desperate|not been paid|haven[’']?t been paid)\b/iu;
/** Talk about words, rules and other people's work is nobody's cry for help. */
const TALK =
	/救命(?:稻草|恩人|之恩)|这个词|什么意思|怎么写|电影|小说|歌|新闻|文章|宣传|讲座|培训|学习|制度|规定|政策|条例|热线|率|统计|汇报|总结|方案|开玩笑/u;

/** Whether a plain sentence sounds like somebody in need; it only leads to the question whether they are. */
export function isDistress(text: string): boolean {
	return isDanger(text) || (text.length <= 300 && !TALK.test(text) && DISTRESS.test(text));
}

/** Whether help is named though no command was said: 求助公司欠我钱, 怎么求助, 不用求助了; 求助热线 is a thing. */
export function namesHelp(text: string): boolean {
	return text.length <= 100 && /求助(?!单|信|者|电话|热线)/u.test(text);
}

/** 不太满意, 还没解决, 解决了: about the end of a matter, though none of its words. */
export function speaksOfOutcome(text: string): boolean {
	return text.length <= 20 && /满意|解决|\b(?:satisfied|solved)\b/iu.test(text);
}

/** What a sentence that is no command says of help. */
export interface Cry {
	readonly danger: boolean;
	/** `asked`: how to ask for it; `called-off`: none is wanted. */
	readonly kind: 'help' | 'asked' | 'called-off';
	/** What was told. */
	readonly story: string;
}

/** Somebody in need, or who speaks of help: 撑不下去了, 怎么求助, 不用求助了. Undefined when it is about something else. */
export function readCry(text: string): Cry | undefined {
	const danger = isDanger(text);
	const named = namesHelp(text);
	if (!danger && !named && !isDistress(text)) return undefined;
	const off = named && (negates(text) || undoes(text));
	return { danger, kind: off ? 'called-off' : named && asks(text) ? 'asked' : 'help', story: text };
}
