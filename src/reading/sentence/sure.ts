import type { Answer } from '../answer-words.ts';
import { asks, gluedReason, isUnsure, undoes } from '../hear/index.ts';
import type { Span } from '../span.ts';
import type { Found, FoundKind, Sentence } from './found.ts';

/** What a sentence surely says of the speaker's own coming. */
export interface Sure {
	readonly answer: Answer | 'present';
	/** Another thing of that number, or a meeting of another day, makes it another answer: the caller looks. */
	readonly number?: number;
	/** Days and kinds it names. */
	readonly about: readonly Found[];
}

type Given = Extract<Found, { kind: 'answer' }>;

/** What may stand beside an answer without changing it. */
const BESIDE: ReadonlySet<FoundKind> = new Set([
	'answer',
	'time',
	'number',
	'meeting',
	'meeting-kind',
	'address',
]);
const CLAUSE = /[^，,。.;；!！~…\n\s]+/gu;
/** What is over is told, not answered. */
const PAST = /昨|前[天晚]|上[个周月次回]|刚才|\byesterday\b|\blast\b/iu;
/** A reason that has passed is none. */
const OVER = /没事|不用|好了|完了|结束|才怪|还是|改|除了/u;

/**
 * The answer of a sentence that leaves no doubt: an answer word of the table, neither negated, asked, conditional nor taken
 * back, about nobody else, and with the whole sentence explained, by courtesy, by which meeting is meant, and behind
 * leave by a reason. Undefined otherwise; likeness to other sentences plays no part.
 */
export function sure(sentence: Sentence): Sure | undefined {
	const { text, found, unexplained, long } = sentence;
	const answers = found.filter((one) => one.kind === 'answer');
	const answer = long || PAST.test(text) ? undefined : agreed(answers);
	if (!answer) return undefined;
	const reasons = answer === 'leave' ? reasonsIn(text, found) : [];
	const explained = (one: Span) =>
		isLink(text, found, one) || reasons.some(({ from, to }) => from <= one.from && one.to <= to);
	if (!unexplained.every(explained)) return undefined;
	const about = found.filter((one) => one.kind !== 'answer' && !explained(one));
	if (!about.every(({ kind }) => BESIDE.has(kind) || (kind === 'duration' && answer === 'late')))
		return undefined;
	if (about.some((one) => one.kind === 'meeting' && (one.which === 'last' || one.which === 'next')))
		return undefined;
	const numbers = about.filter((one) => one.kind === 'number');
	if (numbers.length > 1 || answers.some((one) => isDoubted(one, reasons, text))) return undefined;
	return { answer, about, ...(numbers[0] && { number: numbers[0].number }) };
}

/** What joins a day to its meeting (12月4日的党课), and a shift to who works it (上夜班). */
function isLink(text: string, found: readonly Found[], { from, to }: Span): boolean {
	const word = text.slice(from, to);
	if (word === '上') return /^大?[夜晚早中白]班/u.test(text.slice(to));
	return word === '的' && found.some((one) => one.kind === 'time' && one.to === from);
}

/** 参加 beside 线上 or 迟到 says the same; any other two answers don't. */
function agreed(answers: readonly Given[]): Given['answer'] | undefined {
	const all = new Set(answers.map(({ answer }) => answer));
	if (all.size === 2 && (all.has('late') || all.has('online'))) all.delete('coming');
	const [only, ...others] = all;
	return others.length === 0 ? only : undefined;
}

/** A doubt outside the answer and its reasons; inside a reason 没人 and 不舒服 deny nothing. */
function isDoubted(
	{ questioned, conditional, undone }: Given,
	reasons: readonly Span[],
	text: string,
): boolean {
	if (!questioned && !conditional && !undone) return false;
	if (reasons.length === 0) return true;
	return reasons.some(({ from, to }) =>
		[asks, isUnsure, undoes].some((doubt) => doubt(text.slice(from, to))),
	);
}

/** What reads as the reason of an absence: clauses of their own, and what stands before or behind the answer in its own. */
function reasonsIn(text: string, found: readonly Found[]): Span[] {
	return [...text.matchAll(CLAUSE)]
		.flatMap(({ index, 0: clause }) => pieces({ from: index, to: index + clause.length }, found))
		.filter(({ from, to }) => {
			const day = found.find((one) => one.kind === 'time' && one.from === from);
			const said = text.slice(day && day.to < to ? day.to : from, to);
			return gluedReason(said) && !OVER.test(said) && !isUnsure(said) && !undoes(said);
		});
}

function pieces(clause: Span, found: readonly Found[]): Span[] {
	const inside = found.filter(
		({ kind, from, to }) => kind === 'answer' && clause.from <= from && to <= clause.to,
	);
	if (inside.length === 0) return [clause];
	return inside
		.flatMap(({ from, to }) => [
			{ from: clause.from, to: from },
			{ from: to, to: clause.to },
		])
		.filter(({ from, to }) => from < to);
}
