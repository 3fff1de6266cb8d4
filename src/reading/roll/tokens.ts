import { type Mark, MEANINGS, type Meaning } from '../answer-words.ts';
import { type Listed, namesIn } from '../people.ts';
import { isName } from '../roster/index.ts';
import { surnameLength } from '../roster/name.ts';

type Word =
	| { readonly kind: 'mark'; readonly mark: Mark }
	/** 出差, 夜班: excuses whoever stands before it, and is nothing where a mark has been given. */
	| { readonly kind: 'reason' }
	/** 其他: everybody who is not named. */
	| { readonly kind: 'rest' }
	/** 都到了: those just named, or everybody else. */
	| { readonly kind: 'all'; readonly mark: 'present' | 'excused' | 'absent' }
	| { readonly kind: 'except' }
	| { readonly kind: 'noise' }
	/** Asked, denied, taken back or half said: it writes nothing. */
	| { readonly kind: 'unclear' };

/** What stands behind a word that is asked, denied or taken back: 到了吗, 到没有, 请假?, 参加不, 请假取消. */
const ASKED =
	/[了的]?\s*(?:吗|么|没有?(?=$|[\s,，?？])|不(?=$|[\s,，。?？])|不[来到去能参成行了确]|否|[?？]|[,，(（]?(?:取消|撤[回销]|作废|算了))/uy;

const written = ({ mark, written }: Meaning): readonly [RegExp, Word] => [
	new RegExp(`(?:${written})(?:了|的)?`, 'uy'),
	{ kind: 'mark', mark },
];

/** Signs that only stand between words; a run of them is read once, not anew from each of them. */
const STOP = String.raw`[\s,，、:：.。!！~～"“”'‘’\-—_|/\\]`;
const STOPS = new RegExp(STOP, 'u');

/** In order: what denies or asks before what it denies, longer words before shorter ones. */
const WORDS: readonly (readonly [RegExp, Word])[] = [
	[
		/(?:没有?|未|不)到齐|不全|(?:没有?|未|不|取消)(?:请假|迟到|晚到|线上|缺席|缺勤)|到没到|来没来/uy,
		{ kind: 'unclear' },
	],
	[
		/(?:已经?)?(?:取消|退出|撤[回销]|作废|算了|改[为成])(?:了|的)?|待定|不确定|说不准|看情况/uy,
		{ kind: 'unclear' },
	],
	[
		/(?:全部|全都|大家都|全体|都|均|全)(?:参加|出席|到会|来|到|去)不(?:了|成)(?:了|的)?/uy,
		{ kind: 'all', mark: 'excused' },
	],
	[/(?:参加|出席)不(?:了|成)(?:了|的)?/uy, { kind: 'mark', mark: 'excused' }],
	[
		/(?:全勤|到齐|满勤|一个不[少缺]|(?:全部|全都|大家都|全员|全体|人?都|均|全)(?:都|全|已经|已)?(?:到齐|到会|到场|到位|出席|参加|签到|到|来))(?:了|的)?/uy,
		{ kind: 'all', mark: 'present' },
	],
	[
		/(?:全部|全都|大家都|全体|都|均|全)(?:没有?来|没有?到|未到|缺席|缺勤|没参加|未参加)(?:了|的)?/uy,
		{ kind: 'all', mark: 'absent' },
	],
	...MEANINGS.filter(({ mark }) => mark !== 'present').map(written),
	[
		/出差|值班|[夜晚白]班|加班|生病|住院|有事(?:情)?|外出|在外地|探亲|回老家|坐月子|开会/uy,
		{ kind: 'reason' },
	],
	[
		/(?:应到|实到)\s?\d{1,4}\s?[人名个]?|因[公私事病故]|(?:没人|无人?)(?:请假|缺席|迟到|缺勤)/uy,
		{ kind: 'noise' },
	],
	...MEANINGS.filter(({ mark }) => mark === 'present').map(written),
	[
		/(?:其他|其余|别的|剩下|剩余|余下|另外)的?(?:所有)?(?:人员?|同志|党员|成员)?|别人|大家|所有人|全体(?:党员|人员|同志)?/uy,
		{ kind: 'rest' },
	],
	[/除了?|除开|除去/uy, { kind: 'except' }],
	[
		/\d{1,3}\s?(?:分钟?|小时)|\d{1,4}\s?[人名](?!员)|(?:人员|名单|同志|党员|以外|之外|分别|包括|还有|以及|已经|今天|昨天|本次|这次|会议|暂?无|没有)|[外的了是有为和与跟及都均也已另并因共]/uy,
		{ kind: 'noise' },
	],
	[new RegExp(`${STOP}+`, 'uy'), { kind: 'noise' }],
];

/** The word that stands at this place of the text, and its length. */
export function wordAt(text: string, at: number): { word: Word; length: number } | undefined {
	for (const [pattern, word] of WORDS) {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		if (!found) continue;
		if (word.kind === 'noise' || word.kind === 'unclear') return { word, length: found.length };
		const end = at + found.length;
		ASKED.lastIndex = end;
		const asked = ASKED.exec(text)?.[0];
		if (asked !== undefined) return { word: { kind: 'unclear' }, length: found.length + asked.length };
		// 都参加不了：张三 says it of those who follow, and nothing of everybody else.
		const heads = word.kind === 'all' && /^\s?[:：]/u.test(text.slice(end, end + 2));
		return { word: heads ? { kind: 'mark', mark: word.mark } : word, length: found.length };
	}
	return undefined;
}

export type Token<Id extends string | number> =
	| Exclude<Word, { kind: 'noise' | 'mark' | 'unclear' }>
	/** `glued`: it stands right behind a person, without a sign between. */
	| { readonly kind: 'mark'; readonly mark: Mark; readonly glued: boolean }
	| { readonly kind: 'unclear'; readonly text: string }
	/** One id: somebody on the roster. None: not on it. Several: the same name. */
	| { readonly kind: 'person'; readonly name: string; readonly ids: readonly Id[] }
	| { readonly kind: 'text'; readonly text: string };

/** A cross with a reason beside it is no absence: 时来运❌（跑车）. */
const CROSS = /[✗×❌]\s?$/u;
const WITHOUT_REASON = /无故|原因不明|没有?(?:说|请假)|未请假/u;
const EXCUSED = ' 有事 ';

/** Reasons in brackets are nobody's business; 「张三(迟到)」 is a mark, and 「张三(取消)」 takes one back. */
function withoutReasons(line: string): string {
	return line.replace(/[(（]([^()（）]*)[)）]/gu, (_whole, inside: string, at: number) => {
		const words = [...inside].map((sign, index) =>
			STOPS.test(sign) ? undefined : wordAt(inside, index)?.word.kind,
		);
		if (words.includes('unclear')) return ` ${inside} `;
		if (inside !== '' && CROSS.test(line.slice(0, at).slice(-2)) && !WITHOUT_REASON.test(inside))
			return EXCUSED;
		const before = /(?:假|到|席|缺|来|上|班|差)\s?$/u.test(line.slice(Math.max(0, at - 8), at));
		return !before && words.some((kind) => kind === 'mark' || kind === 'reason') ? ` ${inside} ` : ' ';
	});
}

function tokenOf(word: Word, text: string, glued: boolean): Token<never>[] {
	if (word.kind === 'noise') return [];
	if (word.kind === 'mark') return [{ ...word, glued }];
	return word.kind === 'unclear' ? [{ ...word, text }] : [word];
}

/** Takes a line of a roll apart into people, marks and what is neither. */
export function tokenizer<Id extends string | number>(roster: readonly Listed<Id>[]) {
	const named = namesIn(roster);
	return (whole: string): Token<Id>[] => {
		const line = withoutReasons(whole);
		const tokens: Token<Id>[] = [];
		let run = '';
		let personEnd = -1;
		const flush = () => {
			if (isName(run)) tokens.push({ kind: 'person', name: run, ids: [] });
			else if (run !== '') tokens.push({ kind: 'text', text: run });
			run = '';
		};
		for (let at = 0; at < line.length; ) {
			const person = named(line, at);
			if (person) {
				flush();
				tokens.push({ kind: 'person', name: person.name, ids: person.ids });
				at += person.length;
				personEnd = at;
				continue;
			}
			const found = wordAt(line, at);
			// a stranger's surname keeps the next sign, so that 王和平 is not cut at 和
			const opens = run.length === 1 && surnameLength(run) > 0 && /\p{Script=Han}/u.test(line.charAt(at));
			if (!found || (opens && found.length === 1)) {
				run += line.charAt(at++);
				continue;
			}
			flush();
			tokens.push(...tokenOf(found.word, line.slice(at, at + found.length), at === personEnd));
			at += found.length;
		}
		flush();
		return tokens;
	};
}
