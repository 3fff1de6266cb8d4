import { KIND_WORDS } from '../meeting.ts';
import { NEED_WORDS } from '../need.ts';
import { ROLE_WORDS } from '../people.ts';
import type { Span } from '../span.ts';
import { readDuration, readQuarter, readTimes } from '../when/index.ts';
import { readAnswers, readMarks } from './answers.ts';
import { withoutCourtesy } from './courtesies.ts';
import type { Found, Sentence } from './found.ts';
import { PAPER_WORDS } from './papers.ts';
import { readCalled, readNamed, readStrangers, respelt } from './people.ts';
import type { World } from './world.ts';

/** What is longer is no sentence but a paste; beyond this nothing is read. */
export const LONGEST_SENTENCE = 400;

type Read = (text: string, world: World) => readonly Found[];

function each(pattern: RegExp, found: (span: Span, match: RegExpMatchArray) => Found | undefined): Read {
	return (text) =>
		[...text.matchAll(pattern)]
			.map((match) => found({ from: match.index, to: match.index + match[0].length }, match))
			.filter((one) => one !== undefined);
}

/** Words of a table, the longest first; Latin ones as whole words. */
function words<T>(table: Readonly<Record<string, T>>, found: (value: T, span: Span) => Found): Read {
	const pattern = Object.keys(table)
		.sort((a, b) => b.length - a.length)
		.map((word) => (/^[a-z]/i.test(word) ? `\\b${word}\\b` : word))
		.join('|');
	return each(new RegExp(pattern, 'giu'), (span, [word]) => {
		const value = table[word] ?? table[word.toLowerCase()];
		return value && found(value, span);
	});
}

/** A reader that finds the first, asked again behind what it found. */
function repeated<T extends Span>(text: string, read: (rest: string) => T | undefined): T[] {
	const found: T[] = [];
	for (let rest = text; found.length < 8; ) {
		const one = read(rest);
		if (!one || one.to <= one.from) return found;
		found.push(one);
		rest = ' '.repeat(one.to) + rest.slice(one.to);
	}
	return found;
}

const PERIOD =
	/去年|今年|明年|前年|本年度?|上年度?|全年|年度|20\d\d年|[上下]半年|[上本这下]个?月|\d{1,2}月份|(?:最近|近)[一二两三四五六七八九十半\d]{1,3}个?(?:月|年|周|天)|\b(?:this|last|next) (?:year|month|quarter)\b/giu;
const WHICH =
	/(?<which>上[一个]?次|上回|下[一个]?次|下回|这[一个]?次|本次|这回|那[一个]?次|刚才)(?:的?(?:支部)?(?:会议|会(?![议]?室|计)|活动|党日))?|(?<=[周期拜号日天午晚点][一二三四五六日天]?)的?(?:那[个次场]|这[个次场])?(?:会议|会(?!室|计|来|去|到|参))(?:议(?!室))?/gu;
const PLACE =
	/(?:[一二三四五六七八九十\d]{1,2}楼)?(?:会议室|多功能厅|活动室|党群服务中心|礼堂|食堂|大厅|报告厅|培训室|阅览室|车间)[A-Za-z\d]{0,4}|[一二三四五六七八九十\d]{1,2}楼|腾讯会议|飞书会议|[A-Z]座?\d{3,4}/gu;

/** 王书记好，: who is spoken to, and not about. */
const ADDRESS = /^\p{Script=Han}?(?:书记|支书|老师|主任)(?:[您你]?好)?[\s，,!！]+/gu;

/** The surer first: of what shares signs the earlier in this list stays. */
const READERS: readonly Read[] = [
	each(/(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g, (span) => ({ kind: 'phone', ...span })),
	each(ADDRESS, (span, [said]) =>
		/^\p{Script=Han}?(?:任|当)/u.test(said) ? undefined : { kind: 'address', ...span },
	),
	(text, { people }) => readNamed(text, people, 'person'),
	(text, { branches }) => readNamed(text, branches, 'branch'),
	each(/#\s?(\d{1,9})(?!\d)/g, (span, match) => ({ kind: 'number', number: Number(match[1]), ...span })),
	words(PAPER_WORDS, (paper, span) => ({ kind: 'paper', paper, ...span })),
	words(KIND_WORDS, (meeting, span) => ({ kind: 'meeting-kind', meeting, ...span })),
	(text, { today }) =>
		repeated(text, (rest) => readQuarter(rest, today)).map((quarter) => ({
			kind: 'period',
			quarter,
			from: quarter.from,
			to: quarter.to,
		})),
	(text, { now, zone }) => readTimes(text, now, zone).map((span) => ({ kind: 'time', ...span })),
	each(PERIOD, (span) => ({ kind: 'period', ...span })),
	(text) => repeated(text, readDuration).map(({ from, to }) => ({ kind: 'duration', from, to })),
	each(WHICH, (span, { groups }) => {
		const said = groups?.which ?? '';
		const which = /^[上刚]/u.test(said)
			? 'last'
			: /^下/u.test(said)
				? 'next'
				: said === ''
					? 'of-day'
					: 'this';
		return { kind: 'meeting', which, ...span };
	}),
	readAnswers,
	readMarks,
	readCalled,
	words(ROLE_WORDS, (role, span) => ({ kind: 'role', role, ...span })),
	readStrangers,
	each(PLACE, (span) => ({ kind: 'place', ...span })),
	words(NEED_WORDS, (need, span) => ({ kind: 'need', need, ...span })),
	each(/\d+/g, (span) => ({ kind: 'figure', ...span })),
];

/**
 * What stands in a sentence: everything that can be read without knowing what is wanted, and what is left. `text` is
 * normalised, without the mention of the bot. Never throws; reads no further than a sentence is long.
 */
export function readSentence(text: string, world: World): Sentence {
	const read = respelt(text.slice(0, LONGEST_SENTENCE));
	const taken = new Uint8Array(read.length);
	const found = READERS.flatMap((reader) =>
		reader(read, world).filter(({ from, to }) => {
			if (taken.subarray(from, to).some((sign) => sign === 1)) return false;
			taken.fill(1, from, to);
			return true;
		}),
	).sort((a, b) => a.from - b.from);
	const rest = text.length > read.length ? [{ from: read.length, to: text.length }] : [];
	return { text, found, unexplained: [...unexplainedIn(read, found), ...rest], long: rest.length > 0 };
}

function unexplainedIn(text: string, found: readonly Found[]): Span[] {
	const ends = [...found, { from: text.length, to: text.length }];
	return ends.flatMap(({ from }, at) => withoutCourtesy(text, found[at - 1]?.to ?? 0, from));
}
