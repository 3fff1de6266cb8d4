import { normalise } from '../normalise.ts';
import type { Doubt } from './doubts.ts';

/** A word people can say and the command it stands for. Texts are normalised (see `normalise`). */
export interface SpokenWord {
	/** May contain a space (`支部 绑定`), which people may leave out. */
	readonly word: string;
	readonly command: string;
	/** Whether what follows without a space reads as the word's arguments: `请假出差`, not `请假条`. */
	readonly glued?: (rest: string) => boolean;
	/** Saying it writes something at once, so a negated, questioned or undone one must not act. */
	readonly answer?: boolean;
}

export type Heard =
	| {
			readonly kind: 'command';
			readonly command: string;
			readonly word: string;
			/** The end of the text after the word, without the sign between; the arguments. */
			readonly rest: string;
			/** The arguments follow without a space or sign. */
			readonly glued: boolean;
	  }
	/** Meant one of these answers, but not clearly: show buttons, write nothing. */
	| {
			readonly kind: 'doubtful';
			readonly command: string;
			readonly why: Doubt;
			readonly word: string;
			/** What is said behind it. */
			readonly rest: string;
	  }
	/** Probably mistyped: offer the command as a button, never run it. */
	| { readonly kind: 'nearest'; readonly command: string; readonly word: string; readonly rest: string }
	| { readonly kind: 'nothing' };

export interface Entry {
	readonly spoken: SpokenWord;
	/** The word without spaces. */
	readonly letters: string;
	/** Sticky; set `lastIndex` before use. */
	readonly pattern: RegExp;
}

export interface Stem {
	readonly stem: string;
	/** Hangs on a single character (去, 能来), so only a sentence that is nothing else is about it. */
	readonly short: boolean;
	readonly command: string;
}

export interface Lexicon {
	/** Longest word first. */
	readonly entries: readonly Entry[];
	/** The same by their first letter, in lower case. */
	readonly byInitial: ReadonlyMap<string, readonly Entry[]>;
	/** What can be negated or asked: the answer words, and what is left of 我来 and 来不了 without their ends. */
	readonly stems: readonly Stem[];
}

const known = new WeakMap<readonly SpokenWord[], Lexicon>();

/** The vocabulary made ready for matching; made once for each array. */
export function lexiconOf(vocabulary: readonly SpokenWord[]): Lexicon {
	const made = known.get(vocabulary);
	if (made) return made;
	const lexicon = compile(vocabulary);
	known.set(vocabulary, lexicon);
	return lexicon;
}

function compile(vocabulary: readonly SpokenWord[]): Lexicon {
	const entries = vocabulary
		.map((spoken) => ({ spoken, word: normalise(spoken.word) }))
		.map(({ spoken, word }) => ({
			spoken,
			letters: word.replace(/\s+/g, ''),
			pattern: new RegExp(word.split(/\s+/).map(literally).join('\\s*'), 'iy'),
		}))
		.filter((entry) => entry.letters !== '')
		.sort((a, b) => b.letters.length - a.letters.length);
	const stems = new Map<string, Stem>();
	for (const { word, command, answer } of vocabulary) {
		if (!answer) continue;
		const bare = word.replace(/^(?:我|能)+/, '').replace(/不了$/, '');
		for (const stem of [word.toLowerCase(), bare.toLowerCase()])
			if (stem !== '' && !stems.has(stem))
				stems.set(stem, { stem, short: stem.length < 2 || /^[我能]?.$/u.test(stem), command });
	}
	const byInitial = Map.groupBy(entries, ({ letters }) => letters.charAt(0).toLowerCase());
	return { entries, byInitial, stems: [...stems.values()].sort((a, b) => b.stem.length - a.stem.length) };
}

function literally(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
