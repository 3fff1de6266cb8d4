import { answerWords } from '../answer.ts';
import { MEANINGS } from '../answer-words.ts';
import { asks, isUnsure, negates, undoes } from '../hear/index.ts';
import type { Span } from '../span.ts';
import type { Found } from './found.ts';

/** Having arrived, of oneself: 签到, 我到了; 到 alone is a word only where the command is taught. */
const ARRIVED = /(?:我?(?:已经?)?到了|签到|checkin|check in)(?![表册处墙率不没吗])/giu;
const MARK = new RegExp(MEANINGS.map(({ written }, at) => `(?<m${at}>${written})`).join('|'), 'gu');
const HEDGED = /应该|差不多能|才能?|的话|除非|看(?:情况|能|我)|到时候?|回头/u;
const CLAUSE_END = /[，,。;；!！\n]/u;

/** A sentence has a few; beyond these it is none. */
const MOST = 12;

/** The answers in a sentence, each with the doubts cast on it: a negation in its own clause, all else in the whole. */
export function readAnswers(text: string): Found[] {
	const cast = {
		questioned: asks(text),
		conditional: isUnsure(text) || HEDGED.test(text),
		undone: undoes(text),
	};
	const arrived = [...text.matchAll(ARRIVED)].map(({ index, 0: word }) => {
		return { answer: 'present' as const, from: index, to: index + word.length };
	});
	return [...arrived, ...answerWords(text)].slice(0, MOST).map((given): Found => {
		return { kind: 'answer', ...given, negated: isNegated(text, given), ...cast };
	});
}

function isNegated(text: string, { from, to }: Span): boolean {
	const before = text.slice(0, from).split(CLAUSE_END).at(-1) ?? '';
	const behind = text.slice(to).split(CLAUSE_END)[0] ?? '';
	return negates(`${before} ${behind}`);
}

/** The marks of a roll: √, 缺席, 迟到. */
export function readMarks(text: string): Found[] {
	return [...text.matchAll(MARK)].flatMap((match): Found[] => {
		const at = MEANINGS.findIndex((_, index) => match.groups?.[`m${index}`] !== undefined);
		const mark = MEANINGS[at]?.mark;
		return mark ? [{ kind: 'mark', mark, from: match.index, to: match.index + match[0].length }] : [];
	});
}
