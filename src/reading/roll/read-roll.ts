import type { Listed } from '../people.ts';
import { withoutNumbering } from '../roster/cells.ts';
import { type RollRead, Tally } from './tally.ts';
import { type Token, tokenizer } from './tokens.ts';
import type { Mark } from './words.ts';

const HEADER = /^\s*(?:#|接龙|例[:：\s])/u;
/** 张三不可能到; and 王五一到 may be about 王五一. */
const DENIES = /[不没未别非难莫勿]|^\p{Script=Han}$/u;
const END_OF_LINE = /[\r\n;；。]+/u;

type Person<Id extends string | number> = Extract<Token<Id>, { kind: 'person' }>;

/** 「到 张三 李四 假 王五」: each mark holds for those behind it. */
function marksFirst<Id extends string | number>(tokens: readonly Token<Id>[], tally: Tally<Id>): void {
	let current: Mark | undefined;
	for (const [index, token] of tokens.entries()) {
		const before = tokens[index - 1];
		if (token.kind === 'mark') {
			if (before?.kind === 'rest') tally.everyoneElse(token.mark, '其他');
			else current = token.mark;
		} else if (token.kind === 'person') {
			if (current) tally.mark(token, current);
			else tally.see(token);
		} else if (token.kind === 'all') tally.everyoneElse(token.mark, '其他');
		else if (token.kind === 'rest') {
			const next = tokens[index + 1];
			if (next?.kind !== 'mark' && next?.kind !== 'all' && current) tally.everyoneElse(current, '其他');
		} else if (token.kind === 'text') tally.unread(token.text);
		else if (token.kind === 'unclear') {
			current = undefined;
			tally.unread(token.text);
		}
	}
}

/** 「张三到 李四请假,其他都到了」: each mark holds for those before it. Returns those left without one. */
function namesFirst<Id extends string | number>(
	tokens: readonly Token<Id>[],
	tally: Tally<Id>,
): Person<Id>[] {
	let waiting: Person<Id>[] = [];
	let rest = false;
	let except = false;
	let settled = false;
	let unsure = false;
	const given: { people: Person<Id>[]; mark: Mark }[] = [];
	const give = (mark: Mark) => {
		const last = given.at(-1);
		// 「李四没来,请假了」: excused is never absent
		if (waiting.length === 0 && mark === 'excused' && last?.mark === 'absent') last.mark = mark;
		if (waiting.length > 0) given.push({ people: waiting, mark });
		settled ||= waiting.length > 0;
		waiting = [];
	};
	for (const token of tokens) {
		if (token.kind === 'person') waiting.push(token);
		else if (token.kind === 'rest') rest = true;
		else if (token.kind === 'except') except = true;
		else if (token.kind === 'mark' && rest) {
			tally.everyoneElse(token.mark, '其他');
			rest = false;
		} else if (token.kind === 'mark') give(token.mark);
		else if (token.kind === 'reason') give('excused');
		else if (token.kind === 'all') {
			if (rest || except || waiting.length === 0) {
				for (const person of waiting) tally.see(person);
				waiting = [];
				tally.everyoneElse(token.mark, '其他');
			} else give(token.mark);
			rest = false;
			except = false;
		} else {
			if (token.kind === 'unclear' || DENIES.test(token.text)) {
				for (const person of waiting) tally.see(person);
				waiting = [];
			}
			unsure = true;
			tally.unread(token.text);
		}
	}
	for (const { people, mark } of given) for (const person of people) tally.mark(person, mark);
	if (!settled && !except && !unsure) return waiting;
	for (const person of waiting) tally.see(person);
	return [];
}

/** 「请假:李四 王五到」 begins in one order and ends in the other: nobody can say what holds for whom. */
function bothWays<Id extends string | number>(tokens: readonly Token<Id>[]): boolean {
	const last = tokens.at(-1);
	return last?.kind === 'mark' && last.glued && tokens.at(-2)?.kind === 'person';
}

/**
 * Reads who was at a meeting: 「全到」, 「除李四请假都到了」, 「到 张三 假 李四」, 「张三到 李四请假」, a pasted 接龙.
 * A line that is a name and nothing else means present; what is asked or denied marks nobody. Never throws.
 */
export function readRoll<Id extends string | number>(
	text: string,
	roster: readonly Listed<Id>[],
): RollRead<Id> {
	const tally = new Tally<Id>();
	const tokens = tokenizer(roster);
	let heading: Mark | undefined;
	for (const whole of text.split(END_OF_LINE)) {
		if (HEADER.test(whole)) continue;
		const line = tokens(withoutNumbering(whole));
		if (line.length === 0) continue;
		const [first] = line;
		if (first?.kind === 'mark' && line.length === 1) {
			heading = first.mark;
		} else if (first?.kind === 'mark' && bothWays(line)) {
			for (const token of line) if (token.kind === 'person') tally.see(token);
			tally.unread(whole.trim());
		} else if (first?.kind === 'mark') {
			heading = undefined;
			marksFirst(line, tally);
		} else {
			for (const person of namesFirst(line, tally)) tally.mark(person, heading ?? 'present');
		}
	}
	return tally.read();
}
