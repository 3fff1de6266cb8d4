import { completesShort, doubtfulAnswer, doubtOfAnswer, isAnotherWord } from './answers.ts';
import { openingAt, openingLimit, withoutDay } from './doubts.ts';
import { nearest } from './nearest.ts';
import type { Entry, Heard, Lexicon, SpokenWord } from './spoken.ts';
import { lexiconOf } from './spoken.ts';

/** What may stand between a word and its arguments, or end it. */
const boundary = /^(?:$|[\s，,。、.;:!?~…(（[#@\d：；？！—]|\p{Extended_Pictographic})/u;
const separators = /^[\s，,。、.;:!?~…：；？！—]+/u;
const softEnding = /^(?:一下)?[啊呀哦噢哈啦喔哟嗯哒]*/u;
const softEndingOfQueries = /^(?:一下)?[啊呀哦噢哈啦喔哟嗯哒呢吧]*/u;

/**
 * Which command a sentence says, by the rules of «never the opposite»: only a word at its beginning (after
 * polite openings) counts, followed by an end, a space, a sign, a number or a mention, or by what its own
 * `glued` reads as arguments; longest word first. An answer in doubt is `doubtful`, a mistyped word
 * `nearest`; neither may write anything.
 *
 * `text` is normalised, and the mention of the bot itself is taken out. `rest` is always the end of `text`.
 */
export function hear(text: string, vocabulary: readonly SpokenWord[]): Heard {
	const lexicon = lexiconOf(vocabulary);
	const said = command(text, lexicon);
	if (said) return said;
	return doubtfulAnswer(text, lexicon) ?? nearest(text, lexicon) ?? { kind: 'nothing' };
}

function command(text: string, lexicon: Lexicon): Heard | undefined {
	let opening = '';
	for (let at = 0; at <= Math.min(text.length, openingLimit); ) {
		const said = commandAt(text, at, lexicon, /^请/.test(opening));
		if (said) return said;
		const piece = openingAt(text, at);
		if (!piece) return undefined;
		if (piece.trim() !== '') opening = piece;
		at += piece.length;
	}
	return undefined;
}

function commandAt(text: string, at: number, lexicon: Lexicon, invites: boolean): Heard | undefined {
	for (const entry of lexicon.byInitial.get(text.charAt(at).toLowerCase()) ?? []) {
		entry.pattern.lastIndex = at;
		const match = entry.pattern.exec(text);
		if (!match) continue;
		const said = withArguments(entry, text.slice(at + match[0].length), lexicon, invites);
		if (said) return said;
	}
	return undefined;
}

function withArguments(entry: Entry, after: string, lexicon: Lexicon, invites: boolean): Heard | undefined {
	const { spoken, letters } = entry;
	const { command, word } = spoken;
	const latin = /[a-z]$/i.test(letters);
	if (latin && /^[\w'’-]/.test(after)) return undefined;
	const ends = spoken.answer
		? letters.endsWith('不了')
			? /^了?[啊呀哦噢哈啦喔哟嗯]*/u
			: softEnding
		: softEndingOfQueries;
	const tail = after.slice(ends.exec(after)?.[0].length ?? 0);
	const apart =
		boundary.test(tail) && !(spoken.answer && /^\d/.test(tail) && !/^\d+(?:$|[\s，,。!])/u.test(tail));
	if (!apart && !spoken.glued?.(after)) return undefined;
	const rest = (apart ? tail : after).replace(separators, '');
	if (spoken.answer) {
		if (letters.length === 1 && !asksOnly(tail) && !completesShort(rest, /^\s/.test(after))) return undefined;
		if (apart && isAnotherWord(rest)) return undefined;
		const why = invites
			? 'question'
			: doubtOfAnswer(spoken, apart ? tail : after, (clause) => isOther(clause, command, lexicon));
		if (why) return { kind: 'doubtful', command, why, word, rest };
	}
	return { kind: 'command', command, word, rest, glued: !apart };
}

function asksOnly(tail: string): boolean {
	return /^[\s?!。~…]+$/u.test(tail);
}

/** Whether a clause is, clearly or not, the answer of another command than this one. */
function isOther(clause: string, than: string, lexicon: Lexicon): boolean {
	const plain = clause.replace(/^(?:但是?|不过|还是|或者?|改|算|哦|噢|后来)+/u, '');
	return [plain, withoutDay(plain)].some((said) => {
		const entry = lexicon.entries.find(({ spoken, letters }) => spoken.answer && letters === said);
		if (entry) return entry.spoken.command !== than;
		const doubtful = doubtfulAnswer(said, lexicon);
		return doubtful?.kind === 'doubtful' && doubtful.command !== than;
	});
}
