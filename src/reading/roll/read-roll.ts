import type { Mark } from '../answer-words.ts';
import type { Listed } from '../people.ts';
import { withoutNumbering } from '../roster/cells.ts';
import { tableSaid } from './table.ts';
import { type Token, tokenizer } from './tokens.ts';

export interface RollRead<Id extends string | number = string | number> {
	readonly marks: readonly { readonly id: Id; readonly mark: Mark }[];
	/** What holds for everybody on the roster who is not named. */
	readonly everyoneElse?: 'present' | 'absent';
	/** Names and place-holders that are not on the roster. */
	readonly unknown: readonly string[];
	/** Names that several on the roster bear; none of them is marked. */
	readonly ambiguous: readonly { readonly name: string; readonly ids: readonly Id[] }[];
	/** Names marked differently twice; they are left out of the marks. */
	readonly twice: readonly string[];
	/** Names without a mark: 「除李四都到了」 does not say why. */
	readonly unmarked: readonly string[];
	/** Words that were not understood, denied or asked. */
	readonly unread: readonly string[];
}

const CHAIN = /^\s*#?\s?接龙/u;
const HEADER = /^\s*(?:#|接龙|例[:：\s])/u;
/** 张三不可能到; 王五一到 may be about 王五一, and 张三○ means what only its author knows. */
const DENIES = /[不没未别非难莫勿]|^\p{Script=Han}$|^[^\p{L}\p{N}]+$/u;
/** 书记、委员都到了 is not about everybody. */
const SOME = /书记|委员?$|组长|主任|经理|干部|领导|代表/u;
const DENIED = /[不没未别非难莫勿]/u;
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
	const give = (mark: Mark, next: Token<Id> | undefined) => {
		const last = given.at(-1);
		if (waiting.length > 0) given.push({ people: waiting, mark });
		else if (last && next?.kind !== 'person') given.push(...amended(last, mark));
		settled ||= waiting.length > 0;
		waiting = [];
	};
	const see = () => {
		for (const person of waiting) tally.see(person);
		waiting = [];
	};
	/** 张三请假，取消: what was just given is taken back. */
	const takeBack = (before: Token<Id> | undefined) => {
		if (waiting.length > 0 || (before?.kind !== 'mark' && before?.kind !== 'reason')) return;
		waiting = given.pop()?.people ?? [];
	};
	for (const [index, token] of tokens.entries()) {
		const next = tokens[index + 1];
		if (token.kind === 'person') waiting.push(token);
		else if (token.kind === 'rest') rest = true;
		else if (token.kind === 'except') except = true;
		else if (token.kind === 'mark' && rest) {
			tally.everyoneElse(token.mark, '其他');
			rest = false;
		} else if (token.kind === 'mark') give(token.mark, next);
		else if (token.kind === 'reason') give('excused', next);
		else if (token.kind === 'all' && waiting.length === 0 && isSome(tokens[index - 1])) unsure = true;
		else if (token.kind === 'all') {
			if (rest || except || waiting.length === 0) {
				see();
				tally.everyoneElse(token.mark, '其他');
				unsure ||= token.mark !== 'present';
			} else give(token.mark, next);
			rest = false;
			except = false;
		} else {
			if (token.kind === 'unclear' || DENIED.test(token.text)) takeBack(tokens[index - 1]);
			if (token.kind === 'unclear' || DENIES.test(token.text)) see();
			unsure = true;
			tally.unread(token.text);
		}
	}
	for (const { people, mark } of given) for (const person of people) tally.mark(person, mark);
	if (!settled && !except && !unsure) return waiting;
	for (const person of waiting) tally.see(person);
	return [];
}

function isSome(token: { readonly kind: string; readonly text?: string } | undefined): boolean {
	return token?.kind === 'text' && SOME.test(token.text ?? '');
}

/** What a second mark makes of the first: 「没来，请假了」 is excused, 「√ 迟到」 late; what contradicts is kept beside it, to be asked. */
function amended<Id extends string | number>(
	last: { people: Person<Id>[]; mark: Mark },
	mark: Mark,
): { people: Person<Id>[]; mark: Mark }[] {
	const { people } = last;
	const came = last.mark === 'present';
	if ((mark === 'excused' && last.mark === 'absent') || (came && (mark === 'late' || mark === 'online'))) {
		last.mark = mark;
		return [];
	}
	const comes = mark === 'present' && (last.mark === 'excused' || last.mark === 'absent');
	return comes || (came && mark !== 'present') ? [{ people, mark }] : [];
}

/** 「请假:李四 王五到」 begins in one order and ends in the other: nobody can say what holds for whom. */
function bothWays<Id extends string | number>(tokens: readonly Token<Id>[]): boolean {
	const last = tokens.at(-1);
	return last?.kind === 'mark' && last.glued && tokens.at(-2)?.kind === 'person';
}

const isMark = ({ kind }: { readonly kind: string }) => kind === 'mark';

/** The headings of the chains in a paste; one that follows a name begins another chain, whose meeting is another. */
function chainsIn<Id extends string | number>(
	lines: readonly string[],
	tokens: (line: string) => readonly Token<Id>[],
): string[] {
	const chains = lines.filter((line) => CHAIN.test(line)).map((line) => line.trim());
	return chains.length > 1 ? withNames(lines, tokens) : chains;
}

/** Those headings of chains that stand first or behind a name. */
function withNames<Id extends string | number>(
	lines: readonly string[],
	tokens: (line: string) => readonly Token<Id>[],
): string[] {
	const chains: string[] = [];
	let named = true;
	for (const line of lines) {
		if (CHAIN.test(line)) {
			if (named) chains.push(line.trim());
			named = false;
		} else named ||= tokens(line).some(({ kind }) => kind === 'person');
	}
	return chains;
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
	const { lines, titled } = tableSaid(text.split(END_OF_LINE));
	const chains = chainsIn(lines, tokens);
	if (chains.length > 1) {
		for (const chain of chains) tally.unread(chain);
		return tally.read();
	}
	const isTable = titled || lines.some((line) => line.includes('\t') && tokens(line).some(isMark));
	let heading: Mark | undefined;
	for (const whole of lines) {
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
			const unsaid = namesFirst(line, tally);
			// The empty cell of a table says nothing.
			if (isTable && heading === undefined) for (const person of unsaid) tally.see(person);
			else for (const person of unsaid) tally.mark(person, heading ?? 'present');
		}
	}
	return tally.read();
}

/** Collects what a roll says, line by line, and settles it at the end. */
class Tally<Id extends string | number> {
	readonly #marks = new Map<Id, { name: string; mark: Mark }>();
	readonly #named = new Map<Id, string>();
	readonly #unknown = new Set<string>();
	readonly #ambiguous = new Map<string, readonly Id[]>();
	readonly #twice = new Map<Id, string>();
	readonly #unread: string[] = [];
	readonly #else = new Set<'present' | 'absent'>();

	mark({ name, ids }: Person<Id>, mark: Mark): void {
		this.see({ kind: 'person', name, ids });
		const [id, ...others] = ids;
		if (id === undefined || others.length > 0) return;
		const before = this.#marks.get(id);
		if (before && before.mark !== mark) this.#twice.set(id, name);
		this.#marks.set(id, { name, mark });
	}

	/** Somebody is named, whatever is said of them. */
	see({ name, ids }: Person<Id>): void {
		const [id, ...others] = ids;
		if (id === undefined) this.#unknown.add(name);
		else if (others.length > 0) this.#ambiguous.set(name, ids);
		else this.#named.set(id, name);
	}

	everyoneElse(mark: Mark, words: string): void {
		if (mark === 'present' || mark === 'absent') this.#else.add(mark);
		else this.unread(words);
	}

	unread(words: string): void {
		this.#unread.push(words);
	}

	read(): RollRead<Id> {
		const [everyone, another] = this.#else;
		const marked = [...this.#marks].filter(([id]) => !this.#twice.has(id));
		return {
			marks: marked.map(([id, { mark }]) => ({ id, mark })),
			...(everyone && !another && { everyoneElse: everyone }),
			unknown: [...this.#unknown],
			ambiguous: [...this.#ambiguous].map(([name, ids]) => ({ name, ids })),
			twice: [...this.#twice.values()],
			unmarked: [...this.#named].filter(([id]) => !this.#marks.has(id)).map(([, name]) => name),
			unread: another ? [...this.#unread, '其他'] : this.#unread,
		};
	}
}
