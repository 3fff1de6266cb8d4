import {
	asks,
	type Doubt,
	doubtOfPrefix,
	isPrefix,
	isUnsure,
	negates,
	prefixLimit,
	undoes,
	withoutDay,
} from './doubts.ts';
import type { Heard, Lexicon, SpokenWord, Stem } from './spoken.ts';

/** What makes an ordinary noun or another statement of an answer word: 请假条, 签到表, 参加工作十年. */
const another =
	/^\s*(?:条|单|表|簿|册|墙|机|处|率|制|流程|规定|手续|办法|理由|情况|名单|记录|人|者|方|工作(?!会)|革命|高考|考试|过|入党|的(?!话)|次数|教育|me\b)/u;
const sign = '[\\s。.!?~…，,、]';
const ending = '[啊呀哦噢哈啦喔哟嗯吗么嘛吧呢了的\\s。.!?~…，,、]';
/** All that may follow a single character such as 去 or 到 for it to be an answer in doubt: 去吗, 到了, 去不去. */
const afterShort = new RegExp(`^${ending}*(?:(?:不|没有?)[来去到成了]?)?${ending}*$`, 'u');
/** After a longer word: 参加不了, 请假可以吗, 签到了. */
const afterLong =
	/^\s*(?:不|没|未|否|了\s*(?:$|[，,。.!~…没不])|吧|是否|能|可|行|取消|撤|作废|算了|改)|^[^，,。.!]{0,12}(?:[吗嘛吧?]|(?<!怎)么\s*$)/u;

/** What only ends the word, with the signs behind it: 满意吧，可是…; the rest is said on its own. */
const ended = new RegExp(`^(?:[不了啊呀哦噢哈啦喔哟嗯吗么嘛吧呢的]*${sign}+|[了啊呀吗么嘛吧呢的]*$)`, 'u');

/** How far behind an answer another one may change it. */
const nearby = 200;

const courteous = /^(?:谢谢|好的|辛苦|[👍🙏👌])/u;

/** Why an answer word with these words around it is not to be believed; nothing when it is. */
export function doubtOfAnswer(
	word: SpokenWord,
	rest: string,
	otherAnswer: (clause: string) => boolean,
): Doubt | undefined {
	if (asks(rest)) return 'question';
	if (undoes(rest)) return 'undone';
	const clauses = rest
		.slice(0, nearby)
		.split(/[\s，,。.;!、]+/u)
		.filter((clause) => clause !== '');
	// A negation in what reads as the arguments is part of the story: 没人带孩子.
	const unread = clauses.filter((clause) => !word.glued?.(clause));
	if (unread.some(otherAnswer)) return 'undone';
	if (negates(unread.join(' '))) return 'negated';
	return unread.some(isUnsure) ? 'question' : undefined;
}

/** Whether a single character with this after it is an answer: alone, with a number, with thanks; 到 @张三 is about 张三. */
export function completesShort(rest: string, spaced: boolean): boolean {
	const number = spaced ? /^#?\d+$/ : /^#\d+$/;
	return rest === '' || number.test(rest) || courteous.test(rest);
}

/** Whether what follows makes another word of it. */
export function isAnotherWord(after: string): boolean {
	return another.test(after);
}

/** An answer that is there but negated, asked, undone or about another day: 不参加, 参加不了, 能不能来. */
export function doubtfulAnswer(text: string, lexicon: Lexicon): Heard | undefined {
	const head = text.slice(0, prefixLimit + 8).toLowerCase();
	for (const stem of lexicon.stems) {
		const letters = stem.stem;
		for (let at = head.indexOf(letters); at >= 0 && at <= prefixLimit; at = head.indexOf(letters, at + 1)) {
			const after = text.slice(at + letters.length);
			const why = doubtAround(text.slice(0, at), stem, after);
			if (why)
				return {
					kind: 'doubtful',
					command: stem.command,
					why,
					word: letters,
					rest: after.replace(ended, ''),
				};
		}
	}
	return undefined;
}

function doubtAround(before: string, { stem, short }: Stem, after: string): Doubt | undefined {
	if (/[a-z]$/.test(stem) && (/[a-z]$/i.test(before) || /^[\w'’-]/.test(after))) return undefined;
	if (isAnotherWord(after)) return undefined;
	const ends = after.length <= prefixLimit && afterShort.test(after);
	if (short && !ends) return undefined;
	if (!isPrefix(before)) return !short && ends && gluedReason(withoutDay(before)) ? 'question' : undefined;
	const inPrefix = doubtOfPrefix(before);
	if (!inPrefix && !(short ? after.trim() !== '' : afterLong.test(after))) return undefined;
	const tail = stem + (after.split(/[。.!\n]/u)[0] ?? '');
	if (asks(tail)) return 'question';
	if (undoes(tail)) return 'undone';
	return inPrefix ?? (negates(tail) ? 'negated' : 'question');
}

const care = '家|孩子|小孩|宝宝|老人|父母|父亲|母亲|爸|妈|爱人|老婆|老公|妻子|丈夫|亲戚|亲人';
const health =
	'生病|病[了假]|看病|看医生|就医|住院|手术|体检|复查|检查|感冒|发烧|身体|不舒服|腰|头[疼痛晕]|怀孕|产[假检]|坐月子|疫苗';
const work =
	'出差|值班|上?[夜白早晚中]班|上大夜|上班|加班|倒班|轮班|换班|开会|培训|考试|面试|工作|单位|公司|厂里|车间|项目|生产|赶工|客户|送货|开车|太忙|忙';
const away =
	'外地|外出|出国|出门|出远门|回老家|回家|旅游|休假|年假|[事婚丧]假|探亲|搬家|结婚|婚礼|丧事|奔丧|路上|堵车|航班|火车|高铁|飞机';
const unable =
	'[没有]空|没时间|没人|走不开|抽不开|赶不[上回到及]|来不及|[来去到]不了|参加不了|不[在方]|不能[来去到]';
const time = '[半一二两三四五六七八九十\\d]+个?(?:天|周|小时|星期|月)';
const having = '有(?:点|些|急|要|私|公)?事|有(?:任务|会|课|工作|安排|项目|客户|病|夜班)';
/** Doing something or being somewhere: 要出差, 在上海, 去医院, 带孩子. */
const doing =
	'(?:因为?|由于)(?!素)|(?:要|得|需要|正?在)(?!求|不要|哪|册|线)|去(?!年|掉|除)|回(?![复执应])|带(?!薪|头)|陪|照顾|接(?!龙|收|着)|送(?!达)';

const reason = new RegExp(
	`^(?:我(?!们)|本人|这边|临时|突然|忽然|正好|刚好|恰好|确实|实在|当天|那天)*(?:${care}|${health}|${work}|${away}|${unable}|${time}|${having}|${doing})`,
	'u',
);
/** About the rules of leave, or about other people's leave. */
const matterOfRules =
	/制度|流程|规定|办法|手续|名单|人数|情况|记录|格式|模板|范文|表格|条例|审批|批准|申请|提前|书面|扣|证明|同意|假条|的人|[要需得]写|[要得]取消/u;

/**
 * Whether what follows 请假 (or another word of leave) reads as the reason of an absence: 出差, 家里有事,
 * 在外地, 要带孩子看病. Not a reason: 条怎么写, 的人, 单, 制度, 要谁批.
 */
export function gluedReason(rest: string): boolean {
	const text = rest.replace(/^[\s，,。、:;(（]+/u, '');
	return text.length <= 60 && reason.test(text) && !matterOfRules.test(text) && !asks(text);
}
