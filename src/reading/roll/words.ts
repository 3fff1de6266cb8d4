export type Mark = 'present' | 'late' | 'online' | 'excused' | 'absent';

export type Word =
	| { readonly kind: 'mark'; readonly mark: Mark }
	/** 出差, 夜班: excuses whoever stands before it, and is nothing where a mark has been given. */
	| { readonly kind: 'reason' }
	/** 其他: everybody who is not named. */
	| { readonly kind: 'rest' }
	/** 都到了: those just named, or everybody else. */
	| { readonly kind: 'all'; readonly mark: 'present' | 'absent' }
	| { readonly kind: 'except' }
	| { readonly kind: 'noise' }
	/** Asked, denied or half said: it writes nothing. */
	| { readonly kind: 'unclear' };

/** What stands behind a word that is asked: 到了吗, 到没有, 请假? */
const ASKED = /[了的]?\s*(?:吗|么|没有?(?=$|[\s,，?？])|[?？])/uy;

const mark = (mark: Mark): Word => ({ kind: 'mark', mark });

/** In order: what denies or asks before what it denies, longer words before shorter ones. */
const WORDS: readonly (readonly [RegExp, Word])[] = [
	[
		/(?:没有?|未|不)到齐|不全|(?:没有?|未|不|取消)(?:请假|迟到|晚到|线上|缺席|缺勤)|到没到|来没来/uy,
		{ kind: 'unclear' },
	],
	[
		/(?:全勤|到齐|满勤|一个不[少缺]|(?:全部|全都|大家都|全员|全体|人?都|均|全)(?:都|全|已经|已)?(?:到齐|到会|到场|到位|出席|参加|签到|到|来))(?:了|的)?/uy,
		{ kind: 'all', mark: 'present' },
	],
	[
		/(?:全部|全都|大家都|全体|都|均|全)(?:没有?来|没有?到|未到|缺席|缺勤|没参加|未参加)(?:了|的)?/uy,
		{ kind: 'all', mark: 'absent' },
	],
	[
		/(?:缺席|缺勤|没有?(?:到会?|来|出席|参加)|未(?:到会?|出席|参加)|不(?:到|来|在)|缺|旷会|✗|×|❌)(?:了|的)?/uy,
		mark('absent'),
	],
	[/(?:迟到|晚到|来晚|来迟)(?:了|的)?/uy, mark('late')],
	[/(?:线上|在线|视频|远程|腾讯会议|飞书会议)(?:参会|参加|出席|到会)?(?:了|的)?/uy, mark('online')],
	[
		/(?:请(?:了)?(?:事|病|公|年|产|婚)?假|(?:事|病|公|产|婚|年)假|(?<![放])假(?!期|日|如))(?:了|的)?/uy,
		mark('excused'),
	],
	[
		/出差|值班|[夜晚白]班|加班|生病|住院|有事(?:情)?|外出|在外地|探亲|回老家|坐月子|开会/uy,
		{ kind: 'reason' },
	],
	[
		/(?:应到|实到)\s*\d+\s*[人名个]?|因[公私事病故]|(?:没人|无人?)(?:请假|缺席|迟到|缺勤)/uy,
		{ kind: 'noise' },
	],
	[
		/(?:签到|实到|到会|到场|出席|参加|参会|已到|到了|来了|能来|现场|到(?!期|底|时|点|处|达|账|\d)|√|✓|✔|✅)(?:了|的)?/uy,
		mark('present'),
	],
	[
		/(?:其他|其余|别的|剩下|剩余|余下|另外)的?(?:所有)?(?:人员?|同志|党员|成员)?|别人|大家|所有人|全体(?:党员|人员|同志)?/uy,
		{ kind: 'rest' },
	],
	[/除了?|除开|除去/uy, { kind: 'except' }],
	[
		/\d+\s*[人名](?!员)|(?:人员|名单|同志|党员|以外|之外|分别|包括|还有|以及|已经|今天|昨天|本次|这次|会议|暂?无|没有)|[外的了是有为和与跟及都均也已另并因共]/uy,
		{ kind: 'noise' },
	],
	[/[\s,，、:：.。!！~～"“”'‘’\-—_|/\\]+/uy, { kind: 'noise' }],
];

/** The word that stands at this place of the text, and its length. */
export function wordAt(text: string, at: number): { word: Word; length: number } | undefined {
	for (const [pattern, word] of WORDS) {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		if (!found) continue;
		if (word.kind === 'noise' || word.kind === 'unclear') return { word, length: found.length };
		ASKED.lastIndex = at + found.length;
		const asked = ASKED.exec(text)?.[0];
		return asked === undefined
			? { word, length: found.length }
			: { word: { kind: 'unclear' }, length: found.length + asked.length };
	}
	return undefined;
}
