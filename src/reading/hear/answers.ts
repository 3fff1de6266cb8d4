import { asks, doubtOfPrefix, isPrefix, negates, prefixLimit, undoes, withoutDay } from './doubts.ts';
import { gluedReason } from './reason.ts';
import type { Doubt, Heard, Lexicon, SpokenWord, Stem } from './spoken.ts';

/** What makes an ordinary noun or another statement of an answer word: 请假条, 签到表, 参加工作十年. */
const another =
	/^\s*(?:条|单|表|簿|册|墙|机|处|率|制|流程|规定|手续|办法|理由|情况|名单|记录|人|者|方|工作(?!会)|革命|高考|考试|过|入党|的(?!话)|次数|教育|me\b)/u;
const ending = '[啊呀哦噢哈啦喔哟嗯吗么嘛吧呢了的\\s。.!?~…，,、]';
/** All that may follow a single character such as 去 or 到 for it to be an answer in doubt: 去吗, 到了, 去不去. */
const afterShort = new RegExp(`^${ending}*(?:(?:不|没有?)[来去到成了]?)?${ending}*$`, 'u');
/** After a longer word: 参加不了, 请假可以吗, 签到了. */
const afterLong =
	/^\s*(?:不|没|未|否|了\s*(?:$|[，,。.!~…没不])|吧|是否|能|可|行|取消|撤|作废|算了|改)|^[^，,。.!]{0,12}(?:[吗嘛吧?]|(?<!怎)么\s*$)/u;

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
	return negates(unread.join(' ')) ? 'negated' : undefined;
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
			const why = doubtAround(text.slice(0, at), stem, text.slice(at + letters.length));
			if (why) return { kind: 'doubtful', command: stem.command, why };
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
