import { type Answer, MEANINGS } from './answer-words.ts';
import { doubtOfAnswer, gluedReason, isAnotherWord } from './hear/answers.ts';
import { asks, type Doubt, isUnsure, negates, undoes } from './hear/doubts.ts';
import type { Span } from './span.ts';

/** An answer given for somebody, or why nothing may be written; with the words it was read from. */
export type AnswerRead =
	| (Span & { readonly answer: Answer; readonly unclear?: undefined })
	| (Span & { readonly unclear: Doubt; readonly answer?: undefined });

/** An answer stands early; beyond this a text is a paste. */
const READ_AT_MOST = 300;

const ANSWERS: ReadonlyMap<string, Answer> = new Map(
	MEANINGS.flatMap(({ answer, said, also }) =>
		answer ? [...said, ...also].map((word): [string, Answer] => [word, answer]) : [],
	),
);
const WORD = new RegExp(
	[...ANSWERS.keys()]
		.sort((a, b) => b.length - a.length)
		.map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word))
		.join('|'),
	'giu',
);
/** All that may stand behind 来 and 去 for them to be an answer, and before them in one word. */
const SHORT_ENDS =
	/^(?:不(?:来|去)?)?(?:[了啊呀哦噢哈啦喔哟嗯吗么嘛吧呢的]{0,3})(?=$|[\s，,。.;!?~…、#@\d])/u;
const SHORT_BEGINS = /(?:^|[\s，,。.;!?、@\d]|[能会要想可以不没别没法准备他她来去])$/u;
const ENDING = /^[了啊呀哦噢哈啦喔哟嗯]{1,3}/u;

/**
 * The answer that a secretary gives for somebody (`text`, normalised: what stands behind the name). Never the opposite: negated,
 * asked, taken back or uncertain it is `unclear`, and so are two answers in one sentence. A reason behind 请假 may
 * say what it likes (没人带孩子). Undefined when no answer stands in it.
 */
export function readAnswer(text: string): AnswerRead | undefined {
	const read = text.slice(0, READ_AT_MOST);
	for (const { answer, from, to } of answerWords(read)) {
		const after = read.slice(to);
		const end = to + (ENDING.exec(after)?.[0].length ?? 0);
		const unclear = doubtOf(read.slice(0, from), read.slice(from, to), after, answer);
		return unclear ? { unclear, from, to: end } : { answer, from, to: end };
	}
	return undefined;
}

/** Every answer word of the table that stands in a text of a sentence's length as a word of its own, in order; whatever is around it. */
export function* answerWords(text: string): Generator<Span & { readonly answer: Answer }> {
	for (const { index, 0: written } of text.matchAll(WORD)) {
		const answer = ANSWERS.get(written.toLowerCase());
		const to = index + written.length;
		const after = text.slice(to, to + 40);
		if (!answer || isAnotherWord(after)) continue;
		const short = written.length === 1;
		if (short && !(SHORT_ENDS.test(after) && SHORT_BEGINS.test(text.slice(Math.max(0, index - 4), index))))
			continue;
		yield { answer, from: index, to };
	}
}

function doubtOf(before: string, word: string, after: string, answer: Answer): Doubt | undefined {
	const glued = answer === 'leave' ? gluedReason : undefined;
	const ahead = before + word;
	const tail = word + (/^[^\s，,。.;!、]*/u.exec(after)?.[0] ?? '');
	if (asks(ahead) || asks(tail) || isUnsure(ahead)) return 'question';
	if (undoes(before)) return 'undone';
	const behind = doubtOfAnswer({ word, command: answer, glued }, after, (clause) => isOther(clause, answer));
	return behind ?? (negates(before) ? 'negated' : undefined);
}

/** Whether a clause is another answer: 请假，还是参加; 参加家长会 is a reason. */
function isOther(clause: string, than: Answer): boolean {
	const plain = clause.replace(/^(?:但是?|不过|还是|或者?|改|算|哦|噢|后来|又|要|想|会){1,4}/u, '');
	const [found] = plain.matchAll(WORD);
	if (found?.index !== 0) return false;
	const alone = /^[了啊呀哦噢啦吧的]{0,3}(?:$|\d)/u.test(plain.slice(found[0].length));
	return alone && ANSWERS.get(found[0].toLowerCase()) !== than;
}

/** What may stand right behind the name of whom is answered for: 张三请假. */
export const ANSWER_BEHIND_NAME = new RegExp(
	`^(?:${[...ANSWERS.keys()].sort((a, b) => b.length - a.length).join('|')}|[不没未别能可要])`,
	'iu',
);

/** What only says that somebody stays away; 夜班 says why, too. */
const WISH =
	'(?:(?:所以|因此|就|也|都|恐怕)?(?:我)?(?:来不了|去不了|到不了|参加不了|要?请(?:个|一下|一次)?假|leave)[了啊哦呀]{0,2})';
const ONLY_WISH = new RegExp(`^${WISH}$`, 'iu');
const ENDS_IN_WISH = new RegExp(`${WISH}$`, 'iu');

/**
 * The reason in a sentence of leave: all of it but the words of the wish itself, in their own clause or at the end of another
 * (夜班来不了). Undefined when nothing is left.
 */
export function readReason(text: string): string | undefined {
	const clauses = text.split(/([\s，,。、;；!：:]+)/u);
	const kept = clauses.flatMap((clause, index) => {
		if (index % 2 === 1 || clause === '' || ONLY_WISH.test(clause)) return [];
		const plain = clause.replace(ENDS_IN_WISH, '');
		return [{ plain: plain === '' ? clause : plain, before: clauses[index - 1] ?? '' }];
	});
	const words = kept.map(({ plain, before }, index) => (index === 0 ? plain : `${before}${plain}`)).join('');
	return words === '' ? undefined : words;
}

/** Whether it only says that somebody takes part; what may follow 线上 without a space. */
export function isTakingPart(text: string): boolean {
	return text === '参加' || text === '参会';
}

/** Whether it says how late: 10分钟, 半小时, 一会儿; what may follow 迟到 without a space. */
export function isLateness(text: string): boolean {
	return /^\d{1,3}\s?(?:分钟|小时|刻钟)?$|^(?:一会儿?|半(?:个)?小时|一刻钟)$/u.test(text);
}

/** Whether it only says which meeting: 这次会议, 活动 #3; what may follow 参加 without a space. */
export function isThisMeeting(text: string): boolean {
	return text.length <= 30 && /^(?:这次|本次|下次)?(?:会议?|活动|党日)?[\s#\d。!]*$/u.test(text);
}

/** 请假 李四，其他都到了: that is a roll, and nobody's own leave. */
export function speaksOfOthers(text: string): boolean {
	return /其他|其余|剩下|剩余|余下|另外|[都全][到来]/u.test(text);
}

/** 其余都到了 is about those who have no mark yet; 全到 is about everybody. */
export function saysTheRest(text: string): boolean {
	return /其他|其余|剩下|剩余|余下|另外/u.test(text);
}

/** Whether it reads as a roll behind 除 or 点名, without a space: 李四请假都到了. */
export function beginsRoll(text: string): boolean {
	return /[都全]到|到齐|请假|缺席|[都全]来/u.test(text) && !asks(text);
}

/** Whether what follows 代 or 帮 without a space is somebody's answer: 张三请假, and not 帮助请假 or the own one of 帮我请假. */
export function beginsAnswerFor(text: string): boolean {
	return text.length <= 30 && !/^[我助]/u.test(text) && readAnswer(text)?.answer !== undefined;
}
